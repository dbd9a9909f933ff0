import type { VideoCard } from "../api/feeds.ts";
import { FollowRows, notFollowed } from "../people/FollowRows.tsx";
import * as exploreWords from "./explore.words.ts";

/** Creators of what is watched, not followed yet. */
export function PeopleToFollow({ cards }: { cards: readonly VideoCard[] }) {
	const people = notFollowed(cards);
	if (people.length === 0) return null;
	return (
		<section aria-labelledby="people-title">
			<h2 id="people-title" class="explore__title">
				{exploreWords.peopleToFollow()}
			</h2>
			<ul class="explore__people">
				<FollowRows people={people} />
			</ul>
		</section>
	);
}
