import { type MessageSignal, TYPING_EVERY_MS } from "../../contracts/messages.ts";
import type { Services } from "../platform/services.ts";
import type { Conversation } from "./conversation.ts";
import { mayWrite } from "./core/facts.ts";
import { isAccepted, takesPart } from "./core/state.ts";
import { listOf } from "./protocol.ts";

/** Marks of a group gather for this long before they are told, milliseconds: a hundred people read each message. */
const GATHER_MS = 1_000;
/** In a group, who had no client connected is not woken for what is not kept for this long, milliseconds. */
const AWAY_MS = 10_000;

/** What is told of a conversation to who is there, and not kept: who writes, and how far people have read. What is lost of it is read anew. */
export class Marks {
	readonly #services: Services;
	readonly #conversation: () => Conversation;
	readonly #changed = new Set<string>();
	readonly #awaySince = new Map<string, number>();
	readonly #typedAt = new Map<string, number>();
	#gathering = false;

	/** @param conversation asked when there is something to tell */
	constructor(services: Services, conversation: () => Conversation) {
		this.#services = services;
		this.#conversation = conversation;
	}

	/** Whether somebody's client was connected when they were last told something. */
	heard(userId: string, isConnected: boolean): void {
		if (isConnected) this.#awaySince.delete(userId);
		else this.#awaySince.set(userId, this.#services.clock());
	}

	/** Whether somebody's client may be connected: it was when last told something, or that is a while ago. */
	mayHear(userId: string): boolean {
		const awaySince = this.#awaySince.get(userId);
		return awaySince === undefined || this.#services.clock() - awaySince > AWAY_MS;
	}

	/** Somebody has received or read further. */
	changed(userId: string): void {
		this.#changed.add(userId);
		if (this.#gathering) return;
		this.#gathering = true;
		const tell = () => {
			this.#gathering = false;
			void this.#tellMarks();
		};
		if (this.#conversation().state?.kind === "group") setTimeout(tell, GATHER_MS);
		else queueMicrotask(tell);
	}

	/** Somebody writes: told as often as clients are to say so, and only of who may write. */
	async typing(userId: string): Promise<void> {
		const { state } = this.#conversation();
		const member = state?.members.get(userId);
		if (!state || !takesPart(member) || !mayWrite(state, member) || !isAccepted(state)) return;
		const now = this.#services.clock();
		if (now - (this.#typedAt.get(userId) ?? 0) < TYPING_EVERY_MS / 2) return;
		this.#typedAt.set(userId, now);
		await this.#tell({ kind: "typing", conversationId: state.id, userId }, [userId]);
	}

	async #tellMarks(): Promise<void> {
		const conversation = this.#conversation();
		const { state } = conversation;
		if (state === null) return;
		const marks = conversation.marks().filter(({ userId }) => this.#changed.has(userId));
		this.#changed.clear();
		if (marks.length === 0) return;
		const signal: MessageSignal = { kind: "marks", conversationId: state.id, marks };
		await this.#tell(
			signal,
			marks.map(({ userId }) => userId),
		);
	}

	/** @param fromIds whom it is of: nobody hears of themselves alone, or of whom they may not meet */
	async #tell(signal: MessageSignal, fromIds: readonly string[]): Promise<void> {
		const { state } = this.#conversation();
		const members = [...(state?.members.values() ?? [])].filter(takesPart);
		const others = members.filter(({ userId }) => fromIds.length > 1 || fromIds[0] !== userId);
		const there = others.filter(({ userId }) => state?.kind === "direct" || this.mayHear(userId));
		await Promise.allSettled(
			there.map(async ({ userId }) => this.heard(userId, await listOf(this.#services, userId).takeSignal(signal, fromIds))),
		);
	}
}
