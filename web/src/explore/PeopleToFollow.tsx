import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import { followingOf, setFollowing } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { PersonRow } from "../people/PeopleList.tsx";
import * as exploreWords from "./explore.words.ts";

const SHOWN = 6;

/** Creators of what is watched, not followed yet. */
export function PeopleToFollow({ cards }: { cards: readonly VideoCard[] }) {
	const byId = new Map(cards.map(({ user }) => [user.id, user]));
	// Who is followed here stays where they are: to take it back, and so that nothing jumps.
	const people = [...byId.values()].filter((user) => !user.following && user.id !== account.value?.id).slice(0, SHOWN);
	if (people.length === 0) return null;
	return (
		<section aria-labelledby="people-title">
			<h2 id="people-title" class="explore__title">
				{exploreWords.peopleToFollow()}
			</h2>
			<ul class="explore__people">
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
			</ul>
		</section>
	);
}
