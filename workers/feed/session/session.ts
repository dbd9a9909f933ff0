import type { EventAt } from "../../../contracts/telemetry.ts";
import type { Random } from "../../../recommender/types.ts";
import type { Leanings } from "../../discovery/search/index.ts";
import type { DeclaredExperiment } from "../../experiments/index.ts";
import { errorFields } from "../../platform/log.ts";
import { restAndSee } from "../../platform/pace.ts";
import type { Services } from "../../platform/services.ts";
import { isForEveryone } from "../../rules/videos.ts";
import type { GivenAnswer } from "../../trust/index.ts";
import type { Answer, Command, Effect, Kind, Outcome } from "./core/commands.ts";
import { reduce } from "./core/reduce.ts";
import type { SessionState } from "./core/state.ts";
import type { Delivery } from "./delivery.ts";
import { fill, fillingPermits } from "./fill.ts";
import { type Found, find, NOTHING_FOUND, type Running } from "./find.ts";
import { write } from "./perform.ts";
import type * as protocol from "./protocol.ts";
import type { SessionStore } from "./store.ts";
import { readState } from "./stored.ts";
import * as views from "./views.ts";
import { withdraw } from "./withdraw.ts";

/** A queue is made in the background this long after the call that wants it, milliseconds: what comes with that call is answered before. */
const REST_MS = 200;

/** What a session leans on. */
export interface SessionPorts {
	readonly services: Services;
	readonly store: SessionStore;
	readonly random: Random;
	readonly experiments: readonly DeclaredExperiment[];
	/** Goes on after the answer; what fails is logged. */
	background(event: EventAt<"warn">, work: Promise<unknown>): void;
	readonly delivery: Pick<Delivery, "handOn">;
}

interface Step<A> {
	readonly outcome: Outcome<A>;
	/** What the answer waits for, and what goes on after it. */
	readonly waits: readonly Promise<void>[];
	readonly goesOn: readonly Promise<void>[];
}

/** Runs the state machine of one viewer (core/reduce.ts): holds its state, finds out what it needs, and does what it says. */
export class Session implements Running {
	readonly services: Services;
	readonly store: SessionStore;
	readonly #ports: SessionPorts;
	/** Read when first needed, and let go of by `rest`. */
	#state: SessionState | null = null;
	#wasRead = false;
	#filling: Promise<void> | null = null;

	constructor(ports: SessionPorts) {
		const { services, store } = ports;
		this.services = services;
		this.store = store;
		this.#ports = ports;
	}

	page(request: protocol.PageRequest): Promise<protocol.Page> {
		return this.#ask("page", request);
	}

	watch(viewer: string, events: readonly protocol.ShownEvent[], circumstances: protocol.Circumstances): Promise<Answer<"watch">> {
		return this.#ask("watch", { viewer, events, circumstances });
	}

	async act(viewer: string, act: protocol.Act): Promise<void> {
		await this.#ask("act", { viewer, act });
	}

	async refuse(viewer: string, refusal: protocol.Refusal): Promise<void> {
		await this.#ask("refuse", { viewer, refusal });
	}

	prefer(viewer: string, asked: protocol.PreferencesChange): Promise<protocol.Changed> {
		return this.#ask("prefer", { viewer, asked });
	}

	/** Waits a moment for the queue that follows from them. @returns false when the feed is not personal: nothing was chosen */
	async setInterests(viewer: string, interests: readonly string[], vectors: readonly Float32Array[]): Promise<boolean> {
		return this.#ask("choose", { viewer, interests, vectors }).catch((error: unknown) => {
			this.services.log.warn("queue_refill_failed", errorFields(error));
			return true;
		});
	}

	relationsChanged(viewer: string, relations: protocol.Relations): void {
		this.tell("relate", { viewer, relations });
	}

	async inherit(viewer: string, from: protocol.Inheritance): Promise<void> {
		await this.#ask("inherit", { viewer, from });
	}

	takeOver(answers: readonly GivenAnswer[]): void {
		this.tell("takeOver", { answers });
	}

	/** @returns the interests to begin from again */
	reset(): readonly string[] {
		return this.tell("reset", {});
	}

	story(videoId: string, topics: readonly string[]): protocol.Story | null {
		const shown = this.store.tell([videoId]).get(videoId) ?? null;
		return views.story(this.state(), shown, videoId, topics, this.services.clock());
	}

	/** When this feed gave a video last, milliseconds since 1970; null when it did not lately. */
	givenAt(videoId: string): number | null {
		return this.store.tell([videoId]).get(videoId)?.at ?? null;
	}

	told(): protocol.StatedPreferences {
		return views.told(this.state(), this.services.clock());
	}

	leanings(): Leanings {
		return views.leaningsOf(this.state(), this.services.clock());
	}

	avoided(): protocol.Avoided {
		return views.avoidedBy(this.state());
	}

	bequeath(): protocol.Inheritance {
		return views.bequest(this.state(), this.store);
	}

	/** The decoded state: from memory, else from what is stored. */
	state(): SessionState {
		if (this.#state !== null) return this.#state;
		const { services, store } = this;
		const state = readState(services, store);
		this.#state = state;
		if (!this.#wasRead) {
			// A guest's says when it began.
			const viewer = store.read("guest") === null ? "user" : "guest";
			services.log.info("session_loaded", { viewer, signals: state.taste.signals, queued: state.queue.slots.length });
		}
		this.#wasRead = true;
		return state;
	}

	/** Lets go of the decoded state, some 40 KB: it is read again when the viewer comes back. */
	rest(): void {
		const { isResting, isUnderWay } = this.#state?.filling ?? {};
		if (isResting !== true && isUnderWay !== true) this.#state = null;
	}

	/** Tells of something that needs nothing to be found out. */
	tell<K extends Kind>(kind: K, command: Command<K>): Answer<K> {
		const { outcome, waits, goesOn } = this.#step(kind, command, NOTHING_FOUND);
		this.#goOn([...waits, ...goesOn]);
		if (outcome.needs !== null) throw new Error(`${kind} can't be told at once: it needs ${outcome.needs.kind}`);
		return outcome.answer;
	}

	/** Asks until all is found out. Nothing is awaited between the last look at the state and the next state: calls never race. */
	async #ask<K extends Kind>(kind: K, command: Command<K>): Promise<Answer<K>> {
		for (let found = NOTHING_FOUND; ; ) {
			const { outcome, waits, goesOn } = this.#step(kind, command, found);
			this.#goOn(goesOn);
			if (waits.length > 0) await Promise.all(waits);
			if (outcome.needs === null) return outcome.answer;
			found = await find(this, outcome.needs, found, this.#filling);
		}
	}

	#step<K extends Kind>(kind: K, command: Command<K>, found: Found): Step<Answer<K>> {
		const { services, store } = this;
		const { random, experiments } = this.#ports;
		const outcome = reduce(this.state(), kind, command, {
			now: services.clock(),
			random,
			newId: () => crypto.randomUUID(),
			experiments,
			isForEveryone,
			memory: store,
			known: found.known,
			elsewhere: found.elsewhere,
			hasWaited: found.hasWaited,
		});
		this.#state = outcome.state;
		const waits: Promise<void>[] = [];
		const goesOn: Promise<void>[] = [];
		for (const effect of outcome.effects) {
			if (effect.kind === "handOn") this.#ports.delivery.handOn(effect.isUrgent);
			else if (effect.kind === "withdraw") waits.push(withdraw(services, store.impressions, effect.avoided, effect.viewer));
			else if (effect.kind === "fill") goesOn.push(this.#fill(false));
			else if (effect.kind === "fillInTurn") goesOn.push(this.#fillInTurn(effect.fromLearning));
			else if (effect.kind === "rest") goesOn.push(this.#rest(effect));
			else write(store, outcome.state, effect, experiments);
		}
		return { outcome, waits, goesOn };
	}

	#goOn(works: readonly Promise<void>[]): void {
		for (const work of works) this.#ports.background("queue_refill_failed", work);
	}

	/** Whoever needs a queue meanwhile waits for the same. */
	#fill(fromLearning: boolean): Promise<void> {
		let isMade = false;
		const filling = fill(this)
			.then(() => {
				isMade = true;
			})
			.finally(() => {
				this.#filling = null;
				this.tell("filled", { fromLearning, isMade });
			});
		this.#filling = filling;
		return filling;
	}

	/** Not while others of this isolate hold all the permits. */
	async #fillInTurn(fromLearning: boolean): Promise<void> {
		const { services } = this;
		const free = fillingPermits(services).tryAcquire(services.clock());
		if (free === null) this.tell("filled", { fromLearning, isMade: false });
		else await this.#fill(fromLearning).finally(free);
	}

	async #rest({ rests, fromLearning }: Extract<Effect, { kind: "rest" }>): Promise<void> {
		const isBehind = await restAndSee(REST_MS, this.services.clock);
		const { goesOn } = this.#step("rested", { rests, fromLearning, isBehind }, NOTHING_FOUND);
		await Promise.all(goesOn);
	}
}
