import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import { followingOf, setFollowing } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { PersonRow } from "./PeopleList.tsx";

const SHOWN = 6;

/** A few creators of these clips whom one doesn't follow yet. */
export function notFollowed(cards: readonly VideoCard[]): readonly VideoCard["user"][] {
	const byId = new Map(cards.map(({ user }) => [user.id, user]));
	// Who is followed here stays where they are: to take it back, and so that nothing jumps.
	return [...byId.values()].filter((user) => !user.following && user.id !== account.value?.id).slice(0, SHOWN);
}

/** People, each with the button that follows them. */
export const FollowRows = ({ people }: { people: readonly VideoCard["user"][] }) => (
	<>
		{people.map((user) => {
			const following = followingOf(user.id, user.following).value;
			return (
				<PersonRow key={user.id} user={user}>
					<button
						type="button"
						class={following ? "button button--small" : "button button--small button--primary"}
						aria-pressed={following}
						onClick={() => void setFollowing(user, !following)}
					>
						{following ? feedWords.following() : feedWords.follow()}
					</button>
				</PersonRow>
			);
		})}
	</>
);
