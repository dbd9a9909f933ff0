import { signal } from "@preact/signals";
import type { TYPING_EVERY_MS, TYPING_MS } from "../../../contracts/messages.ts";
import { sayLive } from "../live/live.ts";

/** The contract's values; typed by it, so that its schemas and their library stay out of the client. */
const forgottenAfterMs: typeof TYPING_MS = 6_000;
const saidEveryMs: typeof TYPING_EVERY_MS = 3_000;

/** Who writes where, by conversation. */
const writers = signal<ReadonlyMap<string, readonly string[]>>(new Map());
const timers = new Map<string, ReturnType<typeof setTimeout>>();

function set(conversationId: string, change: (ids: readonly string[]) => readonly string[]): void {
	const had = writers.peek().get(conversationId) ?? [];
	const ids = change(had);
	if (ids.length !== had.length) writers.value = new Map(writers.peek()).set(conversationId, ids);
}

export const writersIn = (conversationId: string): readonly string[] => writers.value.get(conversationId) ?? [];

/** Somebody writes; forgotten when it was not said again for a while. */
export function startedWriting(conversationId: string, userId: string): void {
	const key = `${conversationId} ${userId}`;
	clearTimeout(timers.get(key));
	timers.set(
		key,
		setTimeout(() => stoppedWriting(conversationId, userId), forgottenAfterMs),
	);
	set(conversationId, (ids) => (ids.includes(userId) ? ids : [...ids, userId]));
}
/** Their message came, or nothing more. */
export function stoppedWriting(conversationId: string, userId: string | null): void {
	const key = `${conversationId} ${userId}`;
	clearTimeout(timers.get(key));
	timers.delete(key);
	set(conversationId, (ids) => ids.filter((id) => id !== userId));
}

let said = { conversationId: "", at: Number.NEGATIVE_INFINITY };
/** Tells the others that one writes, now and then while it lasts. */
export function sayWriting(conversationId: string): void {
	const now = performance.now();
	if (said.conversationId === conversationId && now - said.at < saidEveryMs) return;
	said = { conversationId, at: now };
	sayLive({ type: "typing", conversationId });
}
/** What was written is sent: the next is a new beginning. */
export const saidAll = (): void => {
	said = { conversationId: "", at: Number.NEGATIVE_INFINITY };
};
