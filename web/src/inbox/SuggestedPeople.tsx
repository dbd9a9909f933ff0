import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import { trending, type VideoCard } from "../api/feeds.ts";
import { followingOf, setFollowing } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { PersonRow } from "../people/PeopleList.tsx";
import * as inboxWords from "./inbox.words.ts";

const SHOWN = 6;

/** Creators of what is popular, not followed yet. */
export function SuggestedPeople() {
	const people = useSignal<readonly VideoCard["user"][]>([]);
	useEffect(() => {
		trending(20).then(
			({ videos }) => {
				const byId = new Map(videos.map(({ user }) => [user.id, user]));
				people.value = [...byId.values()].filter((user) => !user.following && user.id !== account.value?.id).slice(0, SHOWN);
			},
			// Suggestions are an extra: without them the screen still says what it is for.
			() => undefined,
		);
	}, []);
	if (people.value.length === 0) return null;
	return (
		<section aria-label={inboxWords.mayLike()}>
			<h2 class="inbox__suggested">{inboxWords.mayLike()}</h2>
			<ul>
				{people.value.map((user) => {
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
