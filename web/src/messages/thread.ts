import type { Message } from "../api/messages.ts";

/** A stretch of a conversation that is at hand, in order. */
export interface Thread {
	readonly messages: readonly Message[];
	/** There are older ones than the first. */
	readonly hasOlder: boolean;
	/** There are newer ones than the last: this is a stretch in the middle, and what arrives is not put at its end. */
	readonly hasNewer: boolean;
}

export const NO_THREAD: Thread = { messages: [], hasOlder: false, hasNewer: false };

/** The messages of both, each once and in order; of two copies the one that changed last. */
export function mergeMessages(known: readonly Message[], more: readonly Message[]): readonly Message[] {
	const bySeq = new Map(known.map((message) => [message.seq, message]));
	let isChanged = false;
	for (const message of more) {
		const had = bySeq.get(message.seq);
		if (had !== undefined && had.revision >= message.revision) continue;
		bySeq.set(message.seq, message);
		isChanged = true;
	}
	return isChanged ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : known;
}

/** A message arrived, or one's own was sent. */
export function withArrived(thread: Thread, message: Message): Thread {
	const last = thread.messages.at(-1)?.seq ?? 0;
	const isBeyond = thread.hasNewer && message.seq > last;
	return isBeyond ? thread : { ...thread, messages: mergeMessages(thread.messages, [message]) };
}

/** A message changed. One that is not at hand is none of ours: it comes as it is when its page is read. */
export function withChanged(thread: Thread, message: Message): Thread {
	const isKnown = thread.messages.some(({ seq }) => seq === message.seq);
	const messages = isKnown ? mergeMessages(thread.messages, [message]) : thread.messages;
	if (message.content.type !== "unsent") return messages === thread.messages ? thread : { ...thread, messages };
	// What answers it quotes it no more.
	const quoteless = messages.map((one) =>
		one.replyTo?.seq === message.seq && one.replyTo.type !== "unsent"
			? { ...one, replyTo: { ...one.replyTo, type: "unsent", text: "" } }
			: one,
	);
	return { ...thread, messages: quoteless };
}

/** A page that joins the stretch at its older or newer end. */
export function withPage(thread: Thread, page: Thread, side: "older" | "newer"): Thread {
	const messages = mergeMessages(thread.messages, page.messages);
	return side === "older" ? { ...thread, messages, hasOlder: page.hasOlder } : { ...thread, messages, hasNewer: page.hasNewer };
}

/**
 * What came since was read anew. Where the page reaches what is at hand it joins it; else there is a gap between, and the page takes its
 * place.
 */
export function withNewest(thread: Thread, page: Thread): Thread {
	const first = page.messages[0]?.seq ?? 0;
	const last = thread.messages.at(-1)?.seq ?? 0;
	if (thread.hasNewer || !(first <= last + 1 || !page.hasOlder)) return page;
	return {
		messages: mergeMessages(thread.messages, page.messages),
		hasOlder: thread.messages.length > 0 ? thread.hasOlder : page.hasOlder,
		hasNewer: false,
	};
}
