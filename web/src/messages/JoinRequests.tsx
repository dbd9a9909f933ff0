import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../api/messages.ts";
import type { UserSummary } from "../api/social.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as messagesWords from "./messages.words.ts";
import type { Room } from "./room.ts";

/** Who waits to be let into the group. */
export function JoinRequests({ room }: { room: Room }) {
	const waiting = useSignal<readonly UserSummary[]>([]);
	const busy = useSignal<string | null>(null);
	useEffect(() => {
		api.listJoinRequests(room.id).then(({ requests }) => (waiting.value = requests.map(({ user }) => user)), tellFault);
	}, [room.joinRequests.value]);
	const answer = async (user: UserSummary, accept: boolean) => {
		busy.value = user.id;
		try {
			await api.answerJoinRequest(room.id, user.id, accept);
			waiting.value = waiting.value.filter(({ id }) => id !== user.id);
			room.joinRequests.value = Math.max(0, room.joinRequests.value - 1);
			await room.refreshDetails();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = null;
		}
	};
	return (
		<section class="details__part" aria-label={messagesWords.waitingToJoin()}>
			<h3>{messagesWords.waitingToJoin()}</h3>
			<ul>
				{waiting.value.map((user) => (
					<li key={user.id} class="member">
						<Avatar user={user} size={40} />
						<span class="chat-row__text">
							<PersonName user={user} />
							<span class="quiet chat-row__line">
								<bdi>@{user.username}</bdi>
							</span>
						</span>
						<button
							type="button"
							class="button button--small"
							disabled={busy.value !== null}
							aria-label={messagesWords.declineName({ displayName: user.displayName })}
							onClick={() => void answer(user, false)}
						>
							{messagesWords.decline()}
						</button>
						<button
							type="button"
							class="button button--small button--primary"
							disabled={busy.value !== null}
							aria-label={messagesWords.letInName({ displayName: user.displayName })}
							onClick={() => void answer(user, true)}
						>
							{messagesWords.letIn()}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
