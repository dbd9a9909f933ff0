import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { sentenceOf } from "../api/problem.ts";
import "./toasts.css";

interface Toast {
	id: number;
	text: string;
	tone: "plain" | "fault";
	action?: { label: string; run(): void };
}
const SHOWN_MS = 4500;
/** There is something to press, and somebody who reads slowly or by ear has to find it. */
const SHOWN_WITH_ACTION_MS = 9000;
const toasts = signal<readonly Toast[]>([]);
let nextId = 1;

const dismiss = (id: number) => {
	toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Tells in a small pill at the head of the screen, with a way back where there is one. */
export function tell(text: string, action?: Toast["action"], tone: Toast["tone"] = "plain"): void {
	const id = nextId++;
	// The last word holds: what was told before is dropped, but for what failed and for ways back, of which each is another's.
	const others = toasts.value.filter((toast) => (toast.tone === "fault" ? toast.text !== text : toast.action !== undefined));
	toasts.value = [...others.slice(-1), { id, text, tone, ...(action ? { action } : {}) }];
	setTimeout(() => dismiss(id), action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
}
/** Tells what failed, in the sentence that came with it. */
export const tellFault = (error: unknown, retry?: () => void): void =>
	tell(sentenceOf(error), retry ? { label: "Try again", run: retry } : undefined, "fault");

/** Where toasts are shown: the one of the highest rank, of those the last. A modal dialog hides and locks all that lies outside of it. */
const hosts = signal<readonly { rank: number }[]>([]);
const RANKS = { page: 0, stage: 1, sheet: 2 } as const;

/** A place for toasts; they appear in the uppermost of those on screen. */
export function ToastHost({ at }: { at: keyof typeof RANKS }) {
	const self = useRef({ rank: RANKS[at] }).current;
	useLayoutEffect(() => {
		hosts.value = [...hosts.peek(), self].sort((a, b) => a.rank - b.rank);
		return () => {
			hosts.value = hosts.peek().filter((host) => host !== self);
		};
	}, []);
	// What was told before a sheet opened would lie over it: it waits beneath.
	const since = useRef(at === "sheet" ? nextId : 0).current;
	return hosts.value.at(-1) === self ? <Toasts since={since} /> : null;
}

function Toasts({ since }: { since: number }) {
	const shown = toasts.value.filter(({ id }) => id >= since);
	return (
		<div class="toasts" role="status" aria-live="polite">
			{shown.map((toast) => (
				<div key={toast.id} class={`toast toast--${toast.tone}`}>
					<span>{toast.text}</span>
					{toast.action && (
						<button
							type="button"
							onClick={() => {
								dismiss(toast.id);
								toast.action?.run();
							}}
						>
							{toast.action.label}
						</button>
					)}
				</div>
			))}
		</div>
	);
}
