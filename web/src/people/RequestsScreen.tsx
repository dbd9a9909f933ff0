import { useSignal } from "@preact/signals";
import { UserRoundCheck } from "lucide-preact";
import { account } from "../account/session.ts";
import * as people from "../api/people.ts";
import { Link } from "../shell/Link.tsx";
import { ago } from "../ui/format.ts";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import { PeopleList, PersonRow } from "./PeopleList.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import { usePages } from "./usePeople.ts";

/** Who asks to follow, to be let in or declined. */
export const RequestsScreen = () => (
	<PeopleScreen title="Follow requests" address="/settings/requests" otherwise="/settings/privacy">
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
		tell(accepts ? `${user.displayName} follows you now` : `Declined. ${user.displayName} isn't told.`);
		if (pages.entries.value?.length === 0 && pages.cursor.value !== null) void pages.load();
	};
	const empty = account.value?.isPrivate ? (
		<Notice icon={<UserRoundCheck size={28} />} title="Nobody waits">
			Who asks to follow you shows up here, and in your inbox.
		</Notice>
	) : (
		<Notice
			icon={<UserRoundCheck size={28} />}
			title="Everybody can follow you"
			action={
				<Link href="/settings/privacy" class="button button--primary">
					Who sees you
				</Link>
			}
		>
			With a private account you decide who follows you. Who asks then shows up here.
		</Notice>
	);
	return (
		<>
			{total.value > 1 && <p class="quiet people-screen__lead numeric">{total.value} people wait for your answer.</p>}
			<PeopleList
				pages={pages}
				empty={empty}
				row={(entry) => (
					<PersonRow key={entry.id} user={entry.user} note={ago(entry.at, Date.now())}>
						<button
							type="button"
							class="button button--small button--primary"
							aria-label={`Accept ${entry.user.displayName}`}
							onClick={() => void answer(entry, true)}
						>
							Accept
						</button>
						<button
							type="button"
							class="button button--small"
							aria-label={`Decline ${entry.user.displayName}`}
							onClick={() => void answer(entry, false)}
						>
							Decline
						</button>
					</PersonRow>
				)}
			/>
		</>
	);
}
