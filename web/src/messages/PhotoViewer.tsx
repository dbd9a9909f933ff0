import { Download, X } from "lucide-preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { enterSheet } from "../ui/sheetHistory.ts";
import * as uiWords from "../ui/ui.words.ts";
import * as messagesWords from "./messages.words.ts";

/** A photo, as large as the window. Escape, "back", and a touch beside it close it. */
export function PhotoViewer({ url, alt, onClose }: { url: string; alt: string; onClose(): void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const close = useRef(onClose);
	close.current = onClose;
	useLayoutEffect(() => {
		const opener = document.activeElement;
		dialog.current?.showModal();
		const leave = enterSheet(() => close.current());
		return () => {
			leave();
			if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
		};
	}, []);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the browser's own `cancel`.
		<dialog
			ref={dialog}
			class="viewer"
			aria-label={alt || messagesWords.photo()}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => !(event.target instanceof HTMLImageElement) && onClose()}
		>
			<img src={url} alt={alt} />
			{alt && <p class="viewer__alt">{alt}</p>}
			<div class="viewer__acts">
				<a class="icon-button" href={url} download aria-label={messagesWords.savePhoto()} onClick={(event) => event.stopPropagation()}>
					<Download size={22} />
				</a>
				<button type="button" class="icon-button" aria-label={uiWords.close()} onClick={onClose}>
					<X size={24} />
				</button>
			</div>
		</dialog>
	);
}
