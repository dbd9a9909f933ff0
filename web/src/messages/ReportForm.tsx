import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Conversation, ReportReason } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as social from "../api/social.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import { forgetConversation } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { nameOf } from "./people.ts";

const REASONS: Record<ReportReason, () => string> = {
	spam: messagesWords.spam,
	harassment: messagesWords.harassment,
	hate: messagesWords.hate,
	sexual: messagesWords.sexual,
	minor: messagesWords.minor,
	violence: messagesWords.violence,
	self_harm: messagesWords.selfHarm,
	fraud: messagesWords.fraud,
	illegal: messagesWords.illegal,
	other: messagesWords.other,
};
const NOTE_MAX = 1_000;

interface ReportFormProps {
	conversation: Conversation;
	/** The message; none for the whole conversation. */
	seq?: number;
	/** Whose it is. */
	about: string | null;
	onReported?(): void;
	onClose(): void;
}

/** Says what is wrong. What was written around it goes along, so that it can be judged. */
export function ReportForm({ conversation, seq, about, onReported, onClose }: ReportFormProps) {
	const reason = useSignal<ReportReason | null>(null);
	const note = useSignal("");
	const blocks = useSignal(false);
	const busy = useSignal(false);
	const clientId = useRef(crypto.randomUUID()).current;
	const send = async () => {
		if (reason.value === null || busy.value) return;
		busy.value = true;
		try {
			await api.reportConversation(conversation.id, {
				clientId,
				reason: reason.value,
				note: note.value.trim(),
				...(seq === undefined ? {} : { seq }),
			});
			if (blocks.value && about !== null) await social.block(about);
			if (conversation.standing === "requested") forgetConversation(conversation.id);
			onClose();
			onReported?.();
			tell(blocks.value ? messagesWords.thanksBlocked({ person: nameOf(about) }) : messagesWords.thanksReport());
		} catch (error) {
			tellFault(error);
			busy.value = false;
		}
	};
	return (
		<form
			class="sheet__content report"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<fieldset>
				<legend class="quiet">{messagesWords.whatsWrong()}</legend>
				{(Object.entries(REASONS) as [ReportReason, () => string][]).map(([value, words]) => (
					<label key={value} class="choice">
						<input type="radio" name="reason" checked={reason.value === value} onChange={() => (reason.value = value)} />
						{words()}
					</label>
				))}
			</fieldset>
			<label class="report__note">
				<span class="quiet">{messagesWords.reportNote()}</span>
				<textarea
					rows={2}
					dir="auto"
					maxLength={NOTE_MAX}
					value={note.value}
					onInput={(event) => (note.value = event.currentTarget.value)}
				/>
			</label>
			{about !== null && (
				<label class="choice">
					<input type="checkbox" checked={blocks.value} onChange={(event) => (blocks.value = event.currentTarget.checked)} />
					{messagesWords.blockToo({ person: nameOf(about) })}
				</label>
			)}
			<p class="quiet report__hint">{messagesWords.reportAround()}</p>
			<button type="submit" class="button button--primary button--wide" disabled={reason.value === null || busy.value}>
				{busy.value ? <span class="spinner" /> : messagesWords.report()}
			</button>
		</form>
	);
}
