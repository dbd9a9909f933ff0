import type { Conversation, Message } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import { reporting } from "../reports/reporting.ts";
import { forgetConversation } from "./conversations.ts";
import { personOf } from "./people.ts";

interface About {
	/** Left out for the whole conversation. */
	message?: Message;
	/** Whose it is. */
	personId: string | null;
	/** The sheet was closed after it was sent. */
	onLeft?: () => void;
}

/** Opens the report sheet for a conversation, or one message of it. What was written around it goes along; a request is declined by it. */
export function reportIn(conversation: Conversation, { message, personId, onLeft }: About): void {
	const clientId = crypto.randomUUID();
	reporting.value = {
		kind: message ? "message" : "conversation",
		person: personOf(personId),
		send: async (reason, note) => {
			await api.reportConversation(conversation.id, { clientId, reason, note, ...(message ? { seq: message.seq } : {}) });
			if (conversation.standing === "requested") forgetConversation(conversation.id);
		},
		...(onLeft ? { onLeft } : {}),
	};
}
