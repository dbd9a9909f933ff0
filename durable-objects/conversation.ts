import { DurableObject } from "cloudflare:workers";
import { AHEAD_FROM, Ahead } from "../workers/messages/ahead.ts";
import { Conversation as Machine } from "../workers/messages/conversation.ts";
import type { Command } from "../workers/messages/core/commands.ts";
import { Marks } from "../workers/messages/marks.ts";
import { removeMedia } from "../workers/messages/media/files.ts";
import { type Encoded, type MediaRow, MediaRows } from "../workers/messages/media/rows.ts";
import { Outbox } from "../workers/messages/outbox.ts";
import {
	type ConversationRpc,
	type JoinPreview,
	listOf,
	type MediaBegun,
	type Page,
	type PageAt,
	type Ran,
	type Reader,
	type Sending,
	type View,
} from "../workers/messages/protocol.ts";
import { brisk, leisurely, Rounds } from "../workers/messages/rounds.ts";
import { ConversationStore } from "../workers/messages/store.ts";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import type { Services } from "../workers/platform/services.ts";
import { servicesOf } from "../workers/services.ts";

/** What could not be told right away, or was told and not yet forgotten, is looked at again after this long, milliseconds. */
const DRAIN_AGAIN_MS = 5_000;
const SWEEP_AFTER_MS = 24 * 3_600_000;

/** One conversation: its people, messages and what is to be told of them. A thin shell around a state machine; its name is known from the calls. */
export class Conversation extends DurableObject<Env> implements ConversationRpc {
	readonly #services: Services;
	readonly #outbox: Outbox;
	readonly #rounds: Rounds;
	readonly #ahead: Ahead;
	readonly #aheadRounds: Rounds;
	readonly #media: MediaRows;
	readonly #machine: Machine;
	readonly #marks: Marks;
	readonly #alarms: Alarms<"drain" | "sweep">;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		const { sql } = ctx.storage;
		this.#marks = new Marks(this.#services, () => this.#machine);
		this.#outbox = new Outbox(sql, (userId, events) => this.#deliver(userId, events), this.#services.log);
		const rounds = { clock: this.#services.clock, after: (ms: number, call: () => void) => void setTimeout(call, ms) };
		this.#rounds = new Rounds({
			...rounds,
			audience: () => this.#outbox.audience,
			drain: () => this.#outbox.drain(),
			pace: (audience, tookMs) => (audience < AHEAD_FROM ? brisk : leisurely)(audience, tookMs),
		});
		this.#ahead = new Ahead(this.#services, () => this.#machine, this.#marks);
		this.#aheadRounds = new Rounds({ ...rounds, audience: () => this.#ahead.audience, drain: () => this.#ahead.drain(), pace: brisk });
		this.#media = new MediaRows(sql);
		this.#machine = new Machine({
			store: new ConversationStore(sql),
			media: this.#media,
			clock: this.#services.clock,
			tell: (told) => {
				this.#outbox.add(told);
				this.#ahead.add(told);
			},
			marked: (userId) => this.#marks.changed(userId),
			dropped: (mediaIds) => ctx.waitUntil(this.#remove(mediaIds)),
		});
		this.#alarms = new Alarms(alarmsUnder(ctx.storage), { drain: () => this.#drainAgain(), sweep: () => this.#sweep() }, this.#services);
		// What was not told when the object was lost.
		if (!this.#outbox.isEmpty) this.#drainSoon();
	}

	/** Durable when it returns; others are told right after. */
	async send(conversationId: string, sending: Sending): Promise<Ran> {
		const done = this.#machine.send(conversationId, sending);
		this.#drainSoon();
		return "refused" in done ? done : { ...done, view: null };
	}

	/** @param without whom who asks may not meet */
	async run(conversationId: string, command: Exclude<Command, { type: "send" }>, without: readonly string[] = []): Promise<Ran> {
		const done = this.#machine.run(conversationId, command, without);
		if ("refused" in done) return done;
		this.#drainSoon();
		// Their own list shows it when they are answered.
		await this.#outbox.serve(command.by);
		return { ...done, view: this.#machine.view({ userId: command.by, without }) };
	}

	view(reader: Reader): View | null {
		return this.#machine.view(reader);
	}

	page(reader: Reader, at: PageAt): Page | null {
		return this.#machine.page(reader, at);
	}

	search(reader: Reader, text: string, limit: number, before: number | null): Omit<Page, "hasNewer"> | null {
		return this.#machine.search(reader, text, limit, before);
	}

	preview(userId: string, secret: string): JoinPreview | null {
		return this.#machine.preview(userId, secret);
	}

	beginMedia(wanted: Pick<MediaRow, "id" | "ownerId" | "kind" | "bytes">): MediaBegun {
		const begun = this.#machine.beginMedia(wanted);
		if (!("refused" in begun)) this.#alarms.setNoLater("sweep", this.#services.clock() + SWEEP_AFTER_MS);
		return begun;
	}

	encoded(mediaId: string, encoded: Encoded): boolean {
		return this.#machine.encoded(mediaId, encoded);
	}

	media(userId: string, mediaId: string): MediaRow | null {
		return this.#machine.media(userId, mediaId);
	}

	typing(userId: string): Promise<void> {
		return this.#marks.typing(userId);
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	async #deliver(userId: string, events: Parameters<ConstructorParameters<typeof Outbox>[1]>[1]): Promise<void> {
		const state = this.#machine.state;
		if (state === null) return;
		const isConnected = await listOf(this.#services, userId).takeEvents(userId, state.id, events);
		this.#marks.heard(userId, isConnected);
		const newest = events.findLast(({ event }) => event.kind === "message")?.event;
		if (!isConnected || state.kind === "group" || newest?.kind !== "message" || newest.message.senderId === userId) return;
		this.#machine.run(state.id, { type: "deliver", by: userId, seq: newest.message.seq });
	}

	#drainSoon(): void {
		if (this.#outbox.isEmpty) return;
		this.#alarms.setNoLater("drain", this.#services.clock() + DRAIN_AGAIN_MS);
		if (this.#ahead.audience > 0) this.ctx.waitUntil(this.#aheadRounds.soon());
		this.ctx.waitUntil(this.#rounds.soon());
	}

	async #drainAgain(): Promise<void> {
		await this.#outbox.drain();
		this.#outbox.prune();
		if (!this.#outbox.isEmpty) throw new Error("an inbox has not acknowledged what it was told");
	}

	async #sweep(): Promise<void> {
		await this.#remove(this.#media.toRemove(this.#services.clock()));
		if (this.#media.isAnyUnsent) this.#alarms.setNoLater("sweep", this.#services.clock() + SWEEP_AFTER_MS);
	}

	/** What can't be removed now is removed by the next sweep. */
	async #remove(mediaIds: readonly string[]): Promise<void> {
		const id = this.#machine.state?.id;
		if (id === undefined || mediaIds.length === 0) return;
		this.#alarms.setNoLater("sweep", this.#services.clock() + SWEEP_AFTER_MS);
		await removeMedia(this.#services, id, mediaIds);
		for (const mediaId of mediaIds) this.#media.removed(mediaId);
	}
}
