import { useSignal } from "@preact/signals";
import { UserRoundCheck } from "lucide-preact";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import * as people from "../api/people.ts";
import * as messagesWords from "../messages/messages.words.ts";
import { Link } from "../shell/Link.tsx";
import { ago } from "../ui/format.ts";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import { PeopleList, PersonRow } from "./PeopleList.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import * as peopleWords from "./people.words.ts";
import { usePages } from "./usePeople.ts";

/** Who asks to follow, to be let in or declined. */
export const RequestsScreen = () => (
	<PeopleScreen title={peopleWords.followRequests()} address="/settings/requests" otherwise="/settings/privacy">
		<Requests />
	</PeopleScreen>
);

function Requests() {
	const total = useSignal(0);
	const pages = usePages(async (cursor) => {
		const page = await people.listFollowRequests(cursor);
		total.value = page.total;
		return { entries: page.requests.map(({ user, at }) => ({ id: user.id, user, at })), nextCursor: page.nextCursor };
	});
	const answer = async (entry: NonNullable<typeof pages.entries.value>[number], accepts: boolean) => {
		const { user } = entry;
		const done = await pages.settle(entry, () => (accepts ? people.acceptFollowRequest(user.id) : people.declineFollowRequest(user.id)));
		if (!done) return;
		total.value = Math.max(0, total.value - 1);
		tell(accepts ? peopleWords.followsNow({ displayName: user.displayName }) : peopleWords.declined({ displayName: user.displayName }));
		if (pages.entries.value?.length === 0 && pages.cursor.value !== null) void pages.load();
	};
	const empty = account.value?.isPrivate ? (
		<Notice icon={<UserRoundCheck size={28} />} title={peopleWords.nobodyWaits()}>
			{peopleWords.nobodyWaitsNote()}
		</Notice>
	) : (
		<Notice
			icon={<UserRoundCheck size={28} />}
			title={peopleWords.openToAll()}
			action={
				<Link href="/settings/privacy" class="button button--primary">
					{accountWords.whoSeesYou()}
				</Link>
			}
		>
			{peopleWords.openToAllNote()}
		</Notice>
	);
	return (
		<>
			{total.value > 1 && <p class="quiet people-screen__lead numeric">{peopleWords.waiting({ count: total.value })}</p>}
			<PeopleList
				pages={pages}
				empty={empty}
				row={(entry) => (
					<PersonRow key={entry.id} user={entry.user} note={ago(entry.at, Date.now())}>
						<button
							type="button"
							class="button button--small button--primary"
							aria-label={peopleWords.acceptName({ displayName: entry.user.displayName })}
							onClick={() => void answer(entry, true)}
						>
							{messagesWords.accept()}
						</button>
						<button
							type="button"
							class="button button--small"
							aria-label={messagesWords.declineName({ displayName: entry.user.displayName })}
							onClick={() => void answer(entry, false)}
						>
							{messagesWords.decline()}
						</button>
					</PersonRow>
				)}
			/>
		</>
	);
}
