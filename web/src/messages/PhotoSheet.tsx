import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { ALT_TEXT_MAX, PHOTO_MAX_BYTES } from "../../../contracts/limits.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { Field } from "../ui/Field.tsx";
import { fileSize } from "../ui/format.ts";
import { Sheet } from "../ui/Sheet.tsx";
import * as messagesWords from "./messages.words.ts";
import type { LocalFile } from "./outbox.ts";

/** A photo before it goes: how it looks, and words for who can't see it. */
export function PhotoSheet({ file, onSend, onClose }: { file: File; onSend(file: LocalFile): void; onClose(): void }) {
	const previewUrl = useMemo(() => URL.createObjectURL(file), [file]);
	const size = useSignal<{ width: number; height: number } | null>(null);
	const fault = useSignal(
		file.size > PHOTO_MAX_BYTES ? messagesWords.photoTooLarge({ photoMaxBytes: fileSize(PHOTO_MAX_BYTES), size: fileSize(file.size) }) : "",
	);
	const alt = useSignal("");
	const isSent = useSignal(false);
	useEffect(
		() => () => {
			// What is sent is shown by it until it arrived.
			if (!isSent.peek()) URL.revokeObjectURL(previewUrl);
		},
		[previewUrl],
	);
	const send = () => {
		if (!size.value || fault.value) return;
		isSent.value = true;
		onSend({ kind: "photo", blob: file, previewUrl, alt: alt.value.trim(), durationMs: 0, peaks: [], ...size.value });
	};
	return (
		<Sheet title={messagesWords.sendPhoto()} onClose={onClose}>
			<form
				class="sheet__content photo-sheet"
				onSubmit={(event) => {
					event.preventDefault();
					event.stopPropagation();
					send();
				}}
			>
				{fault.value ? (
					<p role="alert">{fault.value}</p>
				) : (
					<img
						src={previewUrl}
						alt={messagesWords.asSent()}
						onLoad={({ currentTarget }) => (size.value = { width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
						onError={() => (fault.value = messagesWords.cannotReadPicture({ name: file.name }))}
					/>
				)}
				<Field
					label={messagesWords.altText()}
					hint={messagesWords.altTextNote()}
					value={alt.value}
					maxLength={ALT_TEXT_MAX}
					onValue={(value) => (alt.value = value)}
				/>
				<button type="submit" class="button button--primary button--wide" disabled={size.value === null || fault.value !== ""}>
					{commentsWords.send()}
				</button>
			</form>
		</Sheet>
	);
}
