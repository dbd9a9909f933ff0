import type { Random } from "../../../recommender/types.ts";
import type { DeclaredExperiment } from "../../experiments/index.ts";
import { errorFields } from "../../platform/log.ts";
import { restAndSee } from "../../platform/pace.ts";
import type { Services } from "../../platform/services.ts";
import { within } from "../../platform/waiting.ts";
import { relationsOf } from "../../rules/relations.ts";
import { type GivenAnswer, readGiven, timesGiven } from "../../trust/index.ts";
import { isForEveryone } from "../../videos/cards/index.ts";
import type { Models } from "../retrieval/models.ts";
import type { Answer, Command, Context, Effect, Kind, Memory, Need, Outcome } from "./core/commands.ts";
import { reduce } from "./core/reduce.ts";
import { keyIn, type SessionState, viewerIn } from "./core/state.ts";
import { fill, fillingPlaces } from "./fill.ts";
import { know } from "./known.ts";
import { write } from "./perform.ts";
import type * as protocol from "./protocol.ts";
import type { SessionStore } from "./store.ts";
import { readState } from "./stored.ts";
import { inSpace } from "./taste-space.ts";
import * as views from "./views.ts";
import { withdraw } from "./withdraw.ts";

/** A first page waits this long for its candidates, milliseconds; then the common fallback is shown. */
const FIRST_PAGE_PATIENCE_MS = 1_500;
/** A queue is made in the background this long after the call that wants it, milliseconds: what comes with that call is answered before. */
const REST_MS = 200;

/** What a session leans on. */
export interface SessionPorts {
	readonly services: Services;
	readonly store: SessionStore;
	readonly random: Random;
	readonly experiments: readonly DeclaredExperiment[];
	/** Goes on after the answer; what fails is logged. */
	background(event: string, work: Promise<unknown>): void;
	/** Has the outbox handed on: at once, or when something else goes. */
	handOn(isUrgent: boolean): void;
}

/** What was found out for a command, between one attempt and the next. */
type Found = Pick<Context, "known" | "elsewhere" | "hasWaited">;
const NOTHING_FOUND: Found = { known: null, elsewhere: null, hasWaited: false };

interface Step<A> {
	readonly outcome: Outcome<A>;
	/** What the answer waits for, and what goes on after it. */
	readonly waits: readonly Promise<void>[];
	readonly goesOn: readonly Promise<void>[];
}

/** Runs the state machine of one viewer (core/reduce.ts): holds its state, finds out what it needs, and does what it says. */
export class Session {
	readonly #ports: SessionPorts;
	readonly #memory: Memory;
	/** Read when first needed, and let go of by `rest`. */
	#state: SessionState | null = null;
	#wasRead = false;
	#filling: Promise<void> | null = null;

	constructor(ports: SessionPorts) {
		this.#ports = ports;
		const { store } = ports;
		this.#memory = {
			among: (videoIds) => store.showings.among(videoIds),
			tell: (videoIds) => store.showings.tell(videoIds),
			page: (cursor) => store.showings.page(cursor),
			last: (limit) => store.showings.last(limit),
			unwritten: () => store.showings.unwritten(),
			times: (marks) => store.times(marks),
		};
	}

	page = (request: protocol.PageRequest): Promise<protocol.Page> => this.#ask("page", request);

	watch = (viewer: string, events: readonly protocol.ShownEvent[], circumstances: protocol.Circumstances): Promise<Answer<"watch">> =>
		this.#ask("watch", { viewer, events, circumstances });

	act = async (viewer: string, act: protocol.Act): Promise<void> => void (await this.#ask("act", { viewer, act }));

	refuse = async (viewer: string, refusal: protocol.Refusal): Promise<void> => void (await this.#ask("refuse", { viewer, refusal }));

	prefer = (viewer: string, asked: protocol.PreferencesChange): Promise<protocol.Changed> => this.#ask("prefer", { viewer, asked });

	/** Waits a moment for the queue that follows from them. */
	async setInterests(viewer: string, interests: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
		await this.#ask("choose", { viewer, interests, vectors }).catch((error: unknown) =>
			this.#ports.services.log.warn("queue_refill_failed", errorFields(error)),
		);
	}

	relationsChanged = (viewer: string, relations: protocol.Relations): null => this.tell("relate", { viewer, relations });

	inherit = async (viewer: string, from: protocol.Inheritance): Promise<void> => void (await this.#ask("inherit", { viewer, from }));

	takeOver = (answers: readonly GivenAnswer[]): null => this.tell("takeOver", { answers });

	reset = (): readonly string[] => this.tell("reset", {});

	story = (videoId: string, topics: readonly string[]): protocol.Story | null =>
		views.story(this.state(), this.#memory.tell([videoId]).get(videoId) ?? null, videoId, topics, this.#ports.services.clock());

	/** When this feed gave a video last, milliseconds since 1970; null when it did not lately. */
	givenAt = (videoId: string): number | null => this.#memory.tell([videoId]).get(videoId)?.at ?? null;

	told = (): protocol.Told => views.told(this.state(), this.#ports.services.clock());

	avoided = (): protocol.Avoided => views.avoidedBy(this.state());

	bequeath = (): protocol.Inheritance => views.bequest(this.state(), this.#ports.store);

	/** The decoded state: from memory, else from what is stored. */
	state(): SessionState {
		if (this.#state !== null) return this.#state;
		const { services, store } = this.#ports;
		const state = readState(services, store);
		this.#state = state;
		if (!this.#wasRead) services.log.info("session_loaded", { signals: state.taste.signals, queued: state.queue.slots.length });
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
			found = await this.#find(outcome.needs, found);
		}
	}

	#step<K extends Kind>(kind: K, command: Command<K>, found: Found): Step<Answer<K>> {
		const { services, store, random, experiments } = this.#ports;
		const outcome = reduce(this.state(), kind, command, {
			now: services.clock(),
			random,
			newId: () => crypto.randomUUID(),
			experiments,
			isForEveryone,
			memory: this.#memory,
			known: found.known,
			elsewhere: found.elsewhere,
			hasWaited: found.hasWaited,
		});
		this.#state = outcome.state;
		const waits: Promise<void>[] = [];
		const goesOn: Promise<void>[] = [];
		for (const effect of outcome.effects) {
			if (effect.kind === "handOn") this.#ports.handOn(effect.isUrgent);
			else if (effect.kind === "withdraw") waits.push(withdraw(services, store.showings, effect.avoided, effect.viewer));
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

	async #find(need: Need, found: Found): Promise<Found> {
		const { services } = this.#ports;
		switch (need.kind) {
			case "videos": {
				const known = await know(services, need.videoIds, this.state().recent);
				await this.comeIntoSpace(known.models);
				return { ...found, known };
			}
			case "relations":
				this.tell("related", { relations: await relationsOf(services, viewerIn(this.state())) });
				return found;
			case "elsewhere":
				return { ...found, elsewhere: timesGiven(await readGiven(services, keyIn(this.state()) ?? "")) };
			case "queue":
				await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", this.#filling ?? Promise.resolve());
				return { ...found, hasWaited: true };
		}
	}

	/** When other vectors are served than the taste was made of, its directions are made anew from what was watched. */
	async comeIntoSpace(models: Models): Promise<void> {
		const { space } = models;
		if (space === null) return;
		for (let { taste: from, space: known } = this.state(); known !== space; { taste: from, space: known } = this.state()) {
			// A taste from before spaces had names is in the only one there was.
			const taste = known === null ? null : await inSpace(this.#ports.services, from, models);
			this.tell("enterSpace", { space, from, taste });
		}
	}

	/** Whoever needs a queue meanwhile waits for the same. */
	#fill(fromLearning: boolean): Promise<void> {
		let isMade = false;
		const filling = fill({
			services: this.#ports.services,
			store: this.#ports.store,
			random: this.#ports.random,
			state: () => this.state(),
			tell: (kind, command) => this.tell(kind, command),
			comeIntoSpace: (models) => this.comeIntoSpace(models),
		})
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

	/** Not while others of this isolate take all the places. */
	async #fillInTurn(fromLearning: boolean): Promise<void> {
		const { services } = this.#ports;
		const free = fillingPlaces(services).take(services.clock());
		if (free === null) this.tell("filled", { fromLearning, isMade: false });
		else await this.#fill(fromLearning).finally(free);
	}

	async #rest({ rests, fromLearning }: Extract<Effect, { kind: "rest" }>): Promise<void> {
		const isBehind = await restAndSee(REST_MS, this.#ports.services.clock);
		const { goesOn } = this.#step("rested", { rests, fromLearning, isBehind }, NOTHING_FOUND);
		await Promise.all(goesOn);
	}
}
