import type { Decision } from "../../../contracts/moderation.ts";

/** What a key does at the desk; the help sheet is made of this list. */
export const KEYS = [
	{ key: "j", act: "next", label: "Next case" },
	{ key: "k", act: "previous", label: "Previous case" },
	{ key: "Enter", act: "open", label: "Open the case" },
	{ key: "c", act: "claim", label: "Claim it; with none open, the most pressing" },
	{ key: "u", act: "release", label: "Give it back" },
	{ key: "x", act: "select", label: "Select for deciding together" },
	{ key: "a", act: "approve", label: "Approve" },
	{ key: "r", act: "remove", label: "Remove" },
	{ key: "d", act: "dismiss", label: "Dismiss" },
	{ key: "s", act: "strike", label: "Strike" },
	{ key: "l", act: "shadow_limit", label: "Limit its reach" },
	{ key: "p", act: "suspend", label: "Suspend" },
	{ key: "e", act: "escalate", label: "Hand on: child safety, or the authority" },
	{ key: "[", act: "earlier", label: "Previous moment of the evidence" },
	{ key: "]", act: "later", label: "Next moment of the evidence" },
	{ key: "b", act: "clear", label: "Show the picture clearly, or veil it" },
	{ key: "m", act: "sound", label: "Sound on or off" },
	{ key: " ", act: "play", label: "Play or pause" },
	{ key: "/", act: "search", label: "Search" },
	{ key: "Escape", act: "close", label: "Back to the queue" },
	{ key: "?", act: "help", label: "This list" },
] as const;

export type DeskAct = (typeof KEYS)[number]["act"];

/** Decisions that a key chooses. */
export const isDecision = (act: DeskAct): act is DeskAct & Decision =>
	["approve", "remove", "dismiss", "strike", "shadow_limit", "suspend", "escalate"].includes(act);

interface Pressed {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly target: EventTarget | null;
}

/** What a key press asks for; null while somebody writes, or for what is the browser's. */
export function actOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): DeskAct | null {
	if (ctrlKey || metaKey || altKey) return null;
	const isElement = typeof Element !== "undefined" && target instanceof Element;
	// A field is left by Escape; a button keeps the keys that press it.
	if (isElement && target.closest("input, textarea, select, dialog") !== null && key !== "Escape") return null;
	if (isElement && (key === " " || key === "Enter") && target.closest("button, a, summary, label") !== null) return null;
	return KEYS.find((one) => one.key === key)?.act ?? null;
}
