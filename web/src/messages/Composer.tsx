import { type Signal, useSignal } from "@preact/signals";
import { Image, Mic, Reply, SendHorizontal, X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { EDIT_MESSAGE_MS, MESSAGE_MAX } from "../../../contracts/limits.ts";
import type { Message } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { byFinger } from "../shell/media.ts";
import { useDraft } from "../ui/drafts.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { conversationOf } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import type { LocalFile } from "./outbox.ts";
import { PhotoSheet } from "./PhotoSheet.tsx";
import { isYou, nameOf } from "./people.ts";
import type { Room } from "./room.ts";
import { outbox } from "./sending.ts";
import { saidAll, sayWriting } from "./typing.ts";
import { VoiceRecorder } from "./VoiceRecorder.tsx";
import { briefOf } from "./words.ts";

const replyWords = (senderId: string | null): string =>
	isYou(senderId) ? messagesWords.replyToYourself() : messagesWords.replyToName({ person: nameOf(senderId) });

/** What is about to be sent has to do with another message: it answers it, or takes its place. */
export type Writing = { readonly kind: "reply" | "edit"; readonly message: Message } | null;

/** The line to write, with what it answers or edits over it. Sent at once to the eye; the outbox sees to the rest. */
export function Composer({ room, writing }: { room: Room; writing: Signal<Writing> }) {
	const conversation = conversationOf(room.id);
	const draft = useDraft<string>(`message.${room.id}`, "");
	/** What an edit has come to; the draft beneath it is left as it was. */
	const edited = useSignal("");
	const busy = useSignal(false);
	const photo = useSignal<File | null>(null);
	const recording = useSignal<"held" | "tapped" | null>(null);
	const field = useRef<HTMLTextAreaElement>(null);
	const chooser = useRef<HTMLInputElement>(null);
	const isEdit = writing.value?.kind === "edit";
	const text = isEdit ? edited : draft;
	useEffect(() => {
		const now = writing.value;
		if (now?.kind === "edit") edited.value = now.message.content.type === "text" ? now.message.content.text : "";
		if (now) field.current?.focus();
	}, [writing.value]);
	useEffect(() => {
		// On a phone that would raise the keyboard over what one came to read.
		if (!byFinger.value) field.current?.focus({ preventScroll: true });
	}, []);
	if (!conversation) return null;
	if (!conversation.mayWrite) return <Closed room={room} />;

	const replyTo = () => (writing.value?.kind === "reply" ? writing.value.message.seq : null);
	const add = (entry: { content: { type: "text"; text: string } | null; file: LocalFile | null }) => {
		outbox.add({ clientId: crypto.randomUUID(), conversationId: room.id, replyTo: replyTo(), ...entry });
		writing.value = null;
		saidAll();
	};
	const saveEdit = async (wanted: string) => {
		const message = writing.value?.message;
		if (!message || busy.value) return;
		busy.value = true;
		try {
			room.changed((await api.editMessage(room.id, message.seq, wanted)).message);
			writing.value = null;
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	const send = () => {
		const wanted = text.value.trim();
		if (!wanted) return;
		if (isEdit) return void saveEdit(wanted);
		add({ content: { type: "text", text: wanted }, file: null });
		draft.forget();
	};
	const editLast = () => {
		const last = room.thread.peek().messages.findLast(({ senderId, content }) => isYou(senderId) && content.type === "text");
		if (last && Date.now() - Date.parse(last.sentAt) < EDIT_MESSAGE_MS) writing.value = { kind: "edit", message: last };
	};
	const onKey = (event: KeyboardEvent) => {
		if (event.key === "Enter" && !event.shiftKey) {
			event.preventDefault();
			send();
		} else if (event.key === "Escape" && writing.value) writing.value = null;
		else if (event.key === "ArrowUp" && text.value === "" && !writing.value) editLast();
	};
	const choose = (file: File | undefined) => {
		if (!file) return;
		if (file.type.startsWith("image/")) photo.value = file;
		else tell(messagesWords.notPicture({ name: file.name }), undefined, "fault");
	};
	if (recording.value)
		return (
			<VoiceRecorder
				held={recording.value === "held"}
				onDone={(file) => {
					recording.value = null;
					add({ content: null, file });
				}}
				onEnd={() => (recording.value = null)}
			/>
		);
	return (
		<form
			class="writer"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
			onPaste={(event) => {
				const file = event.clipboardData?.files[0];
				if (!file || !conversation.accepted) return;
				event.preventDefault();
				choose(file);
			}}
		>
			{writing.value && (
				<div class="writer__about">
					<Reply size={16} />
					<span>
						<strong>{isEdit ? messagesWords.editMessage() : replyWords(writing.value.message.senderId)}</strong>
						<span class="quiet writer__quoted" dir="auto">
							{briefOf(writing.value.message)}
						</span>
					</span>
					<button
						type="button"
						class="icon-button"
						aria-label={isEdit ? messagesWords.cancelEditing() : messagesWords.cancelReply()}
						onClick={() => (writing.value = null)}
					>
						<X size={18} />
					</button>
				</div>
			)}
			<div class="writer__line">
				{!isEdit && conversation.accepted && (
					<>
						<button type="button" class="icon-button" aria-label={messagesWords.sendAPhoto()} onClick={() => chooser.current?.click()}>
							<Image size={22} />
						</button>
						<input
							ref={chooser}
							type="file"
							accept="image/*"
							hidden
							aria-label={messagesWords.photo()}
							onChange={(event) => {
								choose(event.currentTarget.files?.[0]);
								event.currentTarget.value = "";
							}}
						/>
					</>
				)}
				<textarea
					ref={field}
					class="writing"
					rows={1}
					dir="auto"
					value={text.value}
					maxLength={MESSAGE_MAX}
					placeholder={messagesWords.messageDots()}
					aria-label={messagesWords.messageField()}
					enterkeyhint="send"
					onInput={(event) => {
						text.value = event.currentTarget.value;
						if (!isEdit && event.currentTarget.value.trim()) sayWriting(room.id);
					}}
					onKeyDown={onKey}
				/>
				{text.value.trim() || isEdit || !conversation.accepted ? (
					<button
						type="submit"
						class="icon-button writing__send"
						aria-label={isEdit ? uiWords.save() : commentsWords.send()}
						disabled={!text.value.trim() || busy.value}
					>
						{busy.value ? <span class="spinner" /> : <SendHorizontal size={22} />}
					</button>
				) : (
					<MicButton onStart={(how) => (recording.value = how)} />
				)}
			</div>
			{photo.value && (
				<PhotoSheet
					file={photo.value}
					onSend={(file) => {
						photo.value = null;
						add({ content: null, file });
					}}
					onClose={() => (photo.value = null)}
				/>
			)}
		</form>
	);
}

/** Held down it records while it is held, touched it records until one sends. */
function MicButton({ onStart }: { onStart(how: "held" | "tapped"): void }) {
	return (
		<button
			type="button"
			class="icon-button"
			aria-label={messagesWords.recordVoice()}
			// The finger stays on the glass while the recorder takes this button's place: it listens to the window.
			onPointerDown={(event) => event.pointerType !== "mouse" && onStart("held")}
			onClick={() => onStart("tapped")}
		>
			<Mic size={22} />
		</button>
	);
}

/** Why nothing can be written. */
function Closed({ room }: { room: Room }) {
	const conversation = conversationOf(room.id);
	if (!conversation) return null;
	const words =
		conversation.standing === "closed"
			? messagesWords.closed()
			: conversation.locked
				? messagesWords.lockedForYou()
				: messagesWords.untilAccepted({ person: nameOf(conversation.otherId) });
	return <p class="writer writer--closed quiet">{words}</p>;
}
