import { runInDurableObject } from "cloudflare:test";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { assign, type DeclaredExperiment } from "../../experiments/index.ts";
import { services } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { drainOutbox } from "./outbox.ts";
import type { ShownEvent } from "./protocol.ts";
import { Session } from "./session.ts";
import { SessionStore } from "./store.ts";
import { sessionOf } from "./stub.ts";

/** A session of a test: what it says to the queue is handed out. */
export interface SessionUnderTest {
	readonly session: Session;
	readonly store: SessionStore;
	readonly viewer: string;
	/** How many each queue was laid out from. */
	readonly candidates: readonly unknown[];
	/** Lets what goes on in the background end. */
	settle(): Promise<void>;
	/** What the outbox holds, as messages for the queue; it is empty after. */
	drained(): Promise<EventsMessage[]>;
}

/** Somebody nobody met before who falls into this arm; null for one whom the experiment leaves out. */
export function viewerIn(experiment: DeclaredExperiment, arm: string | null, kind: "guest" | "user" = "guest"): string {
	for (;;) {
		const viewer = `${kind}:${services.newId()}`;
		if (assign(experiment, viewer) === arm) return viewer;
	}
}

/** Runs on this viewer's stored state, with experiments of the test's own; a second run is one after a restart. */
export function withSession<T>(
	viewer: string,
	experiments: readonly DeclaredExperiment[],
	run: (under: SessionUnderTest) => Promise<T>,
	clock: () => number = services.clock,
): Promise<T> {
	return runInDurableObject(sessionOf(services, viewer), async (_, state) => {
		const background: Promise<unknown>[] = [];
		const candidates: unknown[] = [];
		const info = (event: string, fields: object = {}) =>
			void (event === "queue_laid_out" && "candidates" in fields && candidates.push(fields.candidates));
		const leaningOn = { ...services, isolate: new IsolateState(), clock, log: { ...services.log, info } };
		const store = new SessionStore(state.storage.sql);
		const session = new Session({
			services: leaningOn,
			store,
			random: seeded(26),
			experiments,
			background: (_event, work) => void background.push(work),
			delivery: { handOn: () => undefined },
		});
		const settle = async () => {
			while (background.length > 0) await background.pop();
		};
		const drained = async () => {
			const messages: EventsMessage[] = [];
			const queue = { send: async (message: EventsMessage) => void messages.push(message) } as unknown as Queue<EventsMessage>;
			await drainOutbox(store.outbox, queue);
			return messages;
		};
		const done = await run({ session, store, viewer, candidates, settle, drained });
		await settle();
		return done;
	});
}

export const NOWHERE = { country: null, device: null } as const;
export const ask = (viewer: string, count = 10, cursor: string | null = null) => ({ viewer, count, cursor, ...NOWHERE });

/** An impression of the feed. */
export const impression = (videoId: string, at: number, more: Partial<ShownEvent> = {}): ShownEvent => ({
	eventId: crypto.randomUUID(),
	videoId,
	at,
	watchMs: 9_000,
	durationMs: 9_000,
	source: "fyp",
	startupMs: null,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	replayed: false,
	...more,
});
