import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { suggestMentions } from "../api/comments.ts";
import type { UserSummary } from "../api/social.ts";
import { SuggestedPeople } from "../inbox/SuggestedPeople.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import * as messagesWords from "./messages.words.ts";
import { useWriteTo } from "./writeTo.ts";

/** People one follows, to write to; where there are none, people to follow. */
export function PeopleToWriteTo() {
	const people = useSignal<readonly UserSummary[] | null>(null);
	const { writeTo, busyWith } = useWriteTo();
	useEffect(() => {
		suggestMentions("").then(
			({ users }) => (people.value = users),
			// Suggestions are an extra: without them the screen still says what it is for.
			() => (people.value = []),
		);
	}, []);
	if (people.value === null) return null;
	if (people.value.length === 0) return <SuggestedPeople />;
	return (
		<section aria-label={messagesWords.peopleYouKnow()}>
			<h2 class="inbox__suggested">{messagesWords.peopleYouKnow()}</h2>
			<ul>
				{people.value.map((user) => (
					<li key={user.id} class="chat-row">
						<Avatar user={user} size={48} />
						<span class="chat-row__text">
							<strong>
								<PersonName user={user} />
							</strong>
							<span class="quiet chat-row__line">
								<bdi>@{user.username}</bdi>
							</span>
						</span>
						<button
							type="button"
							class="button button--small"
							disabled={busyWith.value !== null}
							aria-label={messagesWords.writeToName({ displayName: user.displayName })}
							onClick={() => void writeTo(user.id)}
						>
							{busyWith.value === user.id ? <span class="spinner" /> : messagesWords.messageField()}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
