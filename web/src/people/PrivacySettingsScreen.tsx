import { useSignal } from "@preact/signals";
import { ChevronRight, UserRoundCheck, UserRoundX, VolumeX } from "lucide-preact";
import type { ComponentChildren } from "preact";
import * as accountWords from "../account/account.words.ts";
import { account, setAccount } from "../account/session.ts";
import * as accounts from "../api/accounts.ts";
import * as messagesWords from "../messages/messages.words.ts";
import { Link } from "../shell/Link.tsx";
import { AskSheet } from "../ui/AskSheet.tsx";
import { Switch } from "../ui/Switch.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import * as peopleWords from "./people.words.ts";
import "../account/settings.css";

interface ChoiceProps {
	label: string;
	note: string;
	on: boolean;
	disabled: boolean;
	onChange(on: boolean): void;
}

const Choice = ({ label, note, ...choice }: ChoiceProps) => (
	<div class="switch-row">
		<span>
			{label}
			<span class="quiet settings__note">{note}</span>
		</span>
		<Switch label={label} {...choice} />
	</div>
);

const Row = ({ href, icon, children }: { href: string; icon: ComponentChildren; children: ComponentChildren }) => (
	<Link href={href} class="settings__row">
		{icon}
		<span>{children}</span>
		<ChevronRight size={18} />
	</Link>
);

type Change = { isPrivate: boolean } | { showsLiked: boolean };

/** Who sees what one makes and likes, and whom one keeps away. */
export function PrivacySettingsScreen() {
	const busy = useSignal(false);
	const asksToOpen = useSignal(false);
	const change = async (what: Change, said: string): Promise<void> => {
		busy.value = true;
		try {
			setAccount((await accounts.updateMe(what)).user);
			tell(said);
		} catch (error) {
			tellFault(error, () => void change(what, said));
		} finally {
			busy.value = false;
			asksToOpen.value = false;
		}
	};
	const user = account.value;
	const open = () => change({ isPrivate: false }, peopleWords.publicNow());
	return (
		<PeopleScreen title={accountWords.whoSeesYou()} address="/settings/privacy" otherwise="/settings">
			{user && (
				<>
					<section class="settings">
						<Choice
							label={peopleWords.privateAccount()}
							note={peopleWords.privateNote()}
							on={user.isPrivate}
							disabled={busy.value}
							onChange={(on) => {
								if (on) void change({ isPrivate: true }, peopleWords.privateNow());
								else asksToOpen.value = true;
							}}
						/>
						<Choice
							label={peopleWords.showLikes()}
							note={peopleWords.showLikesNote()}
							on={user.showsLiked}
							disabled={busy.value}
							onChange={(on) => void change({ showsLiked: on }, on ? peopleWords.likesShown() : peopleWords.likesHidden())}
						/>
					</section>
					<section class="settings">
						<h2>{messagesWords.people()}</h2>
						<Row href="/settings/requests" icon={<UserRoundCheck size={22} />}>
							{peopleWords.followRequests()}
						</Row>
						<Row href="/settings/muted" icon={<VolumeX size={22} />}>
							{peopleWords.mutedPeople()}
						</Row>
						<Row href="/settings/blocked" icon={<UserRoundX size={22} />}>
							{peopleWords.blockedPeople()}
						</Row>
					</section>
				</>
			)}
			{asksToOpen.value && (
				<AskSheet
					title={peopleWords.publicAsk()}
					points={[peopleWords.publicSees(), peopleWords.publicFollows()]}
					act={peopleWords.makePublic()}
					isHarmless
					busy={busy.value}
					onAct={() => void open()}
					keep={peopleWords.stayPrivate()}
					onClose={() => (asksToOpen.value = false)}
				/>
			)}
		</PeopleScreen>
	);
}
