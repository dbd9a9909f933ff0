import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import "./sheet.css";

/** Dragged down this far (pixels), the sheet closes. */
const DISMISS_DISTANCE = 90;

interface SheetProps {
	title: string;
	onClose(): void;
	children: ComponentChildren;
	/** `tall` for lists that scroll, `snug` for a few rows. */
	size?: "tall" | "snug";
}

/** Rises from the foot of a phone, stands in the middle of a desktop. Traps focus; Escape, the backdrop and a drag close it. */
export function Sheet({ title, onClose, children, size = "snug" }: SheetProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const heading = useId();
	const from = useRef<number | null>(null);
	useEffect(() => {
		const element = dialog.current;
		const opener = document.activeElement;
		element?.showModal();
		return () => {
			element?.close();
			if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
		};
	}, []);
	const move = (y: number) => {
		if (from.current !== null && dialog.current) dialog.current.style.translate = `0 ${Math.max(0, y - from.current)}px`;
	};
	const release = (y: number) => {
		const distance = from.current === null ? 0 : y - from.current;
		from.current = null;
		if (distance > DISMISS_DISTANCE) onClose();
		else if (dialog.current) dialog.current.style.translate = "";
	};
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the browser's own `cancel`.
		<dialog
			ref={dialog}
			class={`sheet sheet--${size}`}
			aria-labelledby={heading}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => event.target === dialog.current && onClose()}
		>
			<div class="sheet__body">
				<header
					class="sheet__head"
					onPointerDown={(event) => {
						if (event.target instanceof Element && event.target.closest("button")) return;
						from.current = event.clientY;
						event.currentTarget.setPointerCapture(event.pointerId);
					}}
					onPointerMove={(event) => move(event.clientY)}
					onPointerUp={(event) => release(event.clientY)}
					onPointerCancel={() => release(Number.NEGATIVE_INFINITY)}
				>
					<h2 id={heading}>{title}</h2>
					<button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
						<X size={20} />
					</button>
				</header>
				{children}
			</div>
		</dialog>
	);
}
