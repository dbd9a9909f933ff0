import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { trending, type VideoCard } from "../api/feeds.ts";
import { FollowRows, notFollowed } from "../people/FollowRows.tsx";
import * as inboxWords from "./inbox.words.ts";

/** Creators of what is popular, not followed yet. */
export function SuggestedPeople() {
	const people = useSignal<readonly VideoCard["user"][]>([]);
	useEffect(() => {
		trending(20).then(
			({ videos }) => (people.value = notFollowed(videos)),
			// Suggestions are an extra: without them the screen still says what it is for.
			() => undefined,
		);
	}, []);
	if (people.value.length === 0) return null;
	return (
		<section aria-label={inboxWords.mayLike()}>
			<h2 class="inbox__suggested">{inboxWords.mayLike()}</h2>
			<ul>
				<FollowRows people={people.value} />
			</ul>
		</section>
	);
}
