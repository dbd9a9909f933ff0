import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import type { Conversation } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as social from "../api/social.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { forgetConversation, keepConversation, requestCount } from "./conversations.ts";
import { meet, nameOf } from "./people.ts";
import { ReportForm } from "./ReportForm.tsx";
import { roomOf } from "./room.ts";

/** In the writing line's place while a request waits for an answer. */
export function RequestBar({ conversation }: { conversation: Conversation }) {
	const [, navigate] = useLocation();
	const busy = useSignal(false);
	const reports = useSignal(false);
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
	const block = act(async () => {
		if (byId === null) return;
		await social.block(byId);
		await api.declineConversation(id);
		gone();
		tell(`${by} is blocked`);
	});
	return (
		<section class="request" aria-label="Request">
			<p>
				{kind === "group" ? (
					<>
						<strong>{by}</strong> asks you to join. You see what is written there once you accept.
					</>
				) : (
					<>
						<strong>{by}</strong> wants to write to you. They don't see that you read this until you accept. Photos and links are held back.
					</>
				)}
			</p>
			<div class="request__acts">
				<button type="button" class="button button--danger" disabled={busy.value} onClick={() => void block()}>
					Block
				</button>
				<button type="button" class="button button--danger" disabled={busy.value} onClick={() => (reports.value = true)}>
					Report
				</button>
				<button type="button" class="button" disabled={busy.value} onClick={() => void decline()}>
					Decline
				</button>
				<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void accept()}>
					Accept
				</button>
			</div>
			{reports.value && (
				<Sheet title="Report request" onClose={() => (reports.value = false)}>
					<ReportForm
						conversation={conversation}
						about={byId}
						onReported={() => navigate("/messages/requests", { replace: true })}
						onClose={() => (reports.value = false)}
					/>
				</Sheet>
			)}
		</section>
	);
}
