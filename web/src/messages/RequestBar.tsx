import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import type { Conversation } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as social from "../api/social.ts";
import { weave } from "../language/weave.ts";
import * as profileWords from "../profile/profile.words.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import { forgetConversation, keepConversation, requestCount } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { meet, nameOf } from "./people.ts";
import { reportIn } from "./report.ts";
import { roomOf } from "./room.ts";

/** In the writing line's place while a request waits for an answer. */
export function RequestBar({ conversation }: { conversation: Conversation }) {
	const [, navigate] = useLocation();
	const busy = useSignal(false);
	const { id, kind, invitedById, otherId } = conversation;
	const byId = invitedById ?? otherId;
	const by = nameOf(byId);
	const act = (work: () => Promise<void>) => async () => {
		if (busy.value) return;
		busy.value = true;
		try {
			await work();
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	const gone = () => {
		forgetConversation(id);
		requestCount.value = Math.max(0, requestCount.peek() - 1);
		navigate("/messages/requests", { replace: true });
	};
	const accept = act(async () => {
		const { conversation: accepted, people } = await api.acceptConversation(id);
		meet(people);
		keepConversation(accepted);
		requestCount.value = Math.max(0, requestCount.peek() - 1);
		await roomOf(id).load();
	});
	const decline = act(async () => {
		await api.declineConversation(id);
		gone();
	});
	/** A report declines the request; who sent it may be blocked before the sheet is left. */
	const report = () => reportIn(conversation, { personId: byId, onLeft: gone });
	const block = act(async () => {
		if (byId === null) return;
		await social.block(byId);
		await api.declineConversation(id);
		gone();
		tell(profileWords.blocked({ displayName: by }));
	});
	return (
		<section class="request" aria-label={messagesWords.request()}>
			<p>
				{kind === "group"
					? weave(messagesWords.asksIn, { person: <strong>{by}</strong> })
					: weave(messagesWords.wantsToWrite, { person: <strong>{by}</strong> })}
			</p>
			<div class="request__acts">
				<button type="button" class="button button--danger" disabled={busy.value} onClick={() => void block()}>
					{profileWords.block()}
				</button>
				<button type="button" class="button button--danger" disabled={busy.value} onClick={report}>
					{messagesWords.report()}
				</button>
				<button type="button" class="button" disabled={busy.value} onClick={() => void decline()}>
					{messagesWords.decline()}
				</button>
				<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void accept()}>
					{messagesWords.accept()}
				</button>
			</div>
		</section>
	);
}
