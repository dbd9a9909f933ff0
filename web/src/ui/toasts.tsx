import { signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { sentenceOf } from "../api/problem.ts";
import * as uiWords from "./ui.words.ts";
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
	tell(sentenceOf(error), retry ? { label: uiWords.tryAgain(), run: retry } : undefined, "fault");

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
	return hosts.value.at(-1) === self ? <Toasts since={since} isOnPage={at === "page"} /> : null;
}

/** A page's head: its name, the way back, and what stands beside them. */
const HEADS = ".page__head, .profile__head h1, .account h1, .notice h1";
/** A head that ends further down is nothing a pill at the top would lie over, pixels. */
const HEAD_ENDS_ABOVE = 140;

/** Where the page's head ends when it is in sight at the top of the window, pixels; 0 otherwise. */
function headEnd(): number {
	const ends = [...document.querySelectorAll(HEADS)].map((head) => head.getBoundingClientRect().bottom);
	return Math.max(0, ...ends.filter((end) => end <= HEAD_ENDS_ABOVE));
}

function Toasts({ since, isOnPage }: { since: number; isOnPage: boolean }) {
	const shown = toasts.value.filter(({ id }) => id >= since);
	const under = useSignal(0);
	const isPlaced = isOnPage && shown.length > 0;
	useLayoutEffect(() => {
		if (!isPlaced) return;
		const place = () => {
			under.value = headEnd();
		};
		place();
		// With the head it goes up, and no further down than that.
		addEventListener("scroll", place, { passive: true });
		return () => removeEventListener("scroll", place);
	}, [isPlaced]);
	return (
		<div class="toasts" role="status" aria-live="polite" style={{ "--toasts-under": `${isPlaced ? under.value : 0}px` }}>
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
