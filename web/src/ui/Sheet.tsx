import { X } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { enterSheet } from "./sheetHistory.ts";
import { ToastHost } from "./toasts.tsx";
import * as uiWords from "./ui.words.ts";
import "./sheet.css";

/** Dragged down this far (pixels), the sheet closes. */
const DISMISS_DISTANCE = 90;

interface SheetProps {
	title: string;
	/** Stands after the title, as a count does. */
	note?: string;
	/** Stands over the title, which is then in the middle. */
	emblem?: ComponentChildren;
	onClose(): void;
	children: ComponentChildren;
	/** `tall` for lists that scroll, `snug` for a few rows. */
	size?: "tall" | "snug";
}

/** The plain click on a link within, if `event` is one. */
function linkOf(event: MouseEvent): string | null {
	if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
	return event.target instanceof Element ? (event.target.closest("a[href^='/']:not([download])")?.getAttribute("href") ?? null) : null;
}

/** Rises from the foot of a phone, stands in the middle of a desktop. Traps focus; Escape, "back", the backdrop and a drag close it. */
export function Sheet({ title, note, emblem, onClose, children, size = "snug" }: SheetProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const head = useRef<HTMLHeadingElement>(null);
	const heading = useId();
	const from = useRef<number | null>(null);
	const close = useRef(onClose);
	close.current = onClose;
	const [, navigate] = useLocation();
	// Before the browser paints: a sheet in place of another is one with it (`enterSheet`).
	useLayoutEffect(() => {
		const element = dialog.current;
		if (!element) return;
		const opener = document.activeElement;
		element.showModal();
		const leave = enterSheet(() => close.current());
		return () => {
			element.close();
			leave();
			if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
		};
	}, []);
	// The title is where reading begins, also when other contents took the place of the first.
	useEffect(() => head.current?.focus({ preventScroll: true }), [title]);
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
			class={`sheet sheet--${size}${emblem ? " sheet--emblem" : ""}`}
			aria-labelledby={heading}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			// A browser closes by itself what is asked to close twice in a row; our own closing comes with the dialog gone.
			onClose={(event) => event.currentTarget.isConnected && onClose()}
			onClickCapture={(event) => {
				const link = linkOf(event);
				if (link === null) return;
				// In place of the sheet's entry in the history, so that "back" leads to the screen under it.
				event.preventDefault();
				navigate(link, { replace: true });
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
					<h2 id={heading} ref={head} tabIndex={-1}>
						{emblem}
						{title}
						{note && <span class="quiet numeric"> {note}</span>}
					</h2>
					<button type="button" class="icon-button" aria-label={uiWords.close()} onClick={onClose}>
						<X size={20} />
					</button>
				</header>
				{children}
			</div>
			<ToastHost at="sheet" />
		</dialog>
	);
}
