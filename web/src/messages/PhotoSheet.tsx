import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { ALT_TEXT_MAX, PHOTO_MAX_BYTES } from "../../../contracts/limits.ts";
import { Field } from "../ui/Field.tsx";
import { fileSize } from "../ui/format.ts";
import { Sheet } from "../ui/Sheet.tsx";
import type { LocalFile } from "./outbox.ts";

/** A photo before it goes: how it looks, and words for who can't see it. */
export function PhotoSheet({ file, onSend, onClose }: { file: File; onSend(file: LocalFile): void; onClose(): void }) {
	const previewUrl = useMemo(() => URL.createObjectURL(file), [file]);
	const size = useSignal<{ width: number; height: number } | null>(null);
	const fault = useSignal(
		file.size > PHOTO_MAX_BYTES
			? `A photo has at most ${fileSize(PHOTO_MAX_BYTES)}; this one has ${fileSize(file.size)}. Choose a smaller one.`
			: "",
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
		<Sheet title="Send photo" onClose={onClose}>
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
						alt="As it will be sent"
						onLoad={({ currentTarget }) => (size.value = { width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
						onError={() => (fault.value = `"${file.name}" isn't a picture this browser can read. Choose another one.`)}
					/>
				)}
				<Field
					label="Alt text"
					hint="Says what is in it to people who can't see it."
					value={alt.value}
					maxLength={ALT_TEXT_MAX}
					onValue={(value) => (alt.value = value)}
				/>
				<button type="submit" class="button button--primary button--wide" disabled={size.value === null || fault.value !== ""}>
					Send
				</button>
			</form>
		</Sheet>
	);
}
