import { useSignal } from "@preact/signals";
import { ChevronRight, UserRoundCheck, UserRoundX, VolumeX } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { account, setAccount } from "../account/session.ts";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { Switch } from "../ui/Switch.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
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
	const open = () => change({ isPrivate: false }, "Your account is public. Everybody who asked follows you now.");
	return (
		<PeopleScreen title="Who sees you" address="/settings/privacy" otherwise="/settings">
			{user && (
				<>
					<section class="settings">
						<Choice
							label="Private account"
							note="Only people you accept see your videos, and who follows you. Those who follow you already stay."
							on={user.isPrivate}
							disabled={busy.value}
							onChange={(on) => {
								if (on) void change({ isPrivate: true }, "Your account is private from now on.");
								else asksToOpen.value = true;
							}}
						/>
						<Choice
							label="Show what I like"
							note="A tab on your profile. Off, only you see it."
							on={user.showsLiked}
							disabled={busy.value}
							onChange={(on) => void change({ showsLiked: on }, on ? "What you like is on your profile." : "Only you see what you like.")}
						/>
					</section>
					<section class="settings">
						<h2>People</h2>
						<Row href="/settings/requests" icon={<UserRoundCheck size={22} />}>
							Follow requests
						</Row>
						<Row href="/settings/muted" icon={<VolumeX size={22} />}>
							Muted people
						</Row>
						<Row href="/settings/blocked" icon={<UserRoundX size={22} />}>
							Blocked people
						</Row>
					</section>
				</>
			)}
			{asksToOpen.value && (
				<Sheet title="Make your account public?" onClose={() => (asksToOpen.value = false)}>
					<div class="sheet__content ask">
						<ul class="quiet">
							<li>Everybody sees your videos again, as each of them says.</li>
							<li>Everybody who waits for your answer follows you at once.</li>
						</ul>
						<button type="button" class="button button--wide button--primary" disabled={busy.value} onClick={() => void open()}>
							{busy.value ? <span class="spinner" /> : "Make it public"}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asksToOpen.value = false)}>
							Stay private
						</button>
					</div>
				</Sheet>
			)}
		</PeopleScreen>
	);
}
