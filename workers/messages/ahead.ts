import type { Message } from "../../contracts/messages.ts";
import type { Services } from "../platform/services.ts";
import type { Conversation } from "./conversation.ts";
import type { Told } from "./core/reduce.ts";
import { takesPart } from "./core/state.ts";
import type { Marks } from "./marks.ts";
import { listOf } from "./protocol.ts";

/**
 * From so many people on, those who are there see a message before it stands in their log. A commit of an inbox takes ten times as long as
 * telling its sockets: where each message meant a hundred commits, a lively group would hear of itself half a second late.
 */
export const AHEAD_FROM = 16;

/** What was just written in a large group, told to who is there and not kept. The outbox tells it to everybody, in order, and is who counts. */
export class Ahead {
	readonly #services: Services;
	readonly #conversation: () => Conversation;
	readonly #marks: Marks;
	#written: { readonly message: Message; readonly to: ReadonlySet<string> }[] = [];

	/** @param conversation asked when there is something to tell */
	constructor(services: Services, conversation: () => Conversation, marks: Marks) {
		this.#services = services;
		this.#conversation = conversation;
		this.#marks = marks;
	}

	add(told: readonly Told[]): void {
		for (const { to, event } of told) {
			if (event.kind === "message" && to.length >= AHEAD_FROM) this.#written.push({ message: event.message, to: new Set(to) });
		}
	}

	/** How many people are there to be told something. */
	get audience(): number {
		return this.#written.length === 0 ? 0 : this.#there().length;
	}

	/** One round. Never throws: what is lost comes by the outbox. @returns true */
	async drain(): Promise<true> {
		const written = this.#written;
		this.#written = [];
		await Promise.allSettled(
			this.#there().map(async (userId) => {
				const theirs = written.filter(({ to }) => to.has(userId)).map(({ message }) => message);
				if (theirs.length > 0) this.#marks.heard(userId, await listOf(this.#services, userId).takeAhead(theirs));
			}),
		);
		return true;
	}

	/** Whoever left meanwhile is told no more. */
	#there(): string[] {
		const members = [...(this.#conversation().state?.members.values() ?? [])];
		return members.filter((member) => takesPart(member) && this.#marks.mayHear(member.userId)).map(({ userId }) => userId);
	}
}
