import { runInDurableObject } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { QUEUE_MESSAGE_MAX_BYTES } from "../../contracts/limits.ts";
import { EventsMessage } from "../../contracts/queues.ts";
import { seeded } from "../../contracts/seeded.ts";
import { FALLBACK_MODEL } from "../../recommender/fallback-model.ts";
import { FEATURES } from "../../recommender/features.ts";
import { MODEL_VERSION, type RankModel } from "../../recommender/model.ts";
import { OnlineRanker } from "../../recommender/online-ranker.ts";
import { services as shared, testEnv } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import type { Services } from "../platform/services.ts";
import { bindingsWith } from "../platform/test-env.fixture.ts";
import { consume as consumeBatch } from "../queues.ts";
import { give } from "../trust/given.fixture.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { watchEvent } from "./events/watch-event.fixture.ts";
import { LIVE_KEY, liveKey, publishLive } from "./online-learning/live.ts";
import { withOwnRanker } from "./online-learning/own.fixture.ts";
import { rankerOf } from "./online-learning/stub.ts";
import { MODEL_KEYS, modelsOf, outdateModels } from "./retrieval/models.ts";
import { drainOutbox } from "./session/outbox.ts";
import type { ShownEvent } from "./session/protocol.ts";
import { Session } from "./session/session.ts";
import { SessionStore } from "./session/store.ts";
import { sessionOf } from "./session/stub.ts";

const services = withOwnRanker(shared, "live-test");
const publish = (model: RankModel, share: number, lasting = false) =>
	publishLive(services, rankerOf(services).id, { model, share }, lasting);
const NOWHERE = { country: null, device: null };
const TOPIC = FEATURES.indexOf("topic");
let catalogue: Catalogue;
let viewers = 0;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 64, publish: true });
});
beforeEach(async () => {
	await services.redis.client.del(liveKey(rankerOf(services).id));
	for (const key of [LIVE_KEY, MODEL_KEYS.rank]) await testEnv.MODELS.delete(key);
	outdateModels(services);
});

/** A session in an object of its own, and what it has to hand on. */
async function withSession<T>(
	run: (session: Session, viewer: string, drain: () => Promise<EventsMessage[]>) => Promise<T>,
	using: Services = services,
): Promise<T> {
	const viewer = `guest:live${viewers++}`;
	await give(
		services,
		viewer,
		catalogue.records.map(({ id }) => id),
	);
	return runInDurableObject(sessionOf(services, viewer), async (_, state) => {
		const store = new SessionStore(state.storage.sql);
		const session = new Session({
			services: using,
			store,
			random: seeded(viewers),
			experiments: [],
			delivery: { handOn: () => undefined },
			background: (_event, work) => void work.catch(() => undefined),
		});
		const drain = async () => {
			const sent: EventsMessage[] = [];
			await drainOutbox(store.outbox, { send: async (message) => void sent.push(EventsMessage.parse(message)) as never });
			return sent;
		};
		return run(session, viewer, drain);
	});
}

/** An isolate of its own: nothing in memory. */
const isolate = (): Services => ({ ...services, isolate: new IsolateState() });
const ofTopic = (topic: string) => catalogue.records.filter(({ hashtags }) => hashtags[0] === topic);
const impression = (videoId: string, watchMs: number, more: Partial<ShownEvent> = {}): ShownEvent => ({
	eventId: crypto.randomUUID(),
	videoId,
	at: services.clock(),
	watchMs,
	durationMs: 9_000,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	saved: false,
	profileVisited: false,
	replayed: false,
	source: "fyp",
	startupMs: null,
	...more,
});
const lessons = (messages: readonly EventsMessage[]) => messages.flatMap(({ events }) => events.map(({ lesson }) => lesson));
const consume = (messages: readonly EventsMessage[], using: Services = services) => {
	const outcomes: string[] = [];
	const some = messages.map((body) => ({
		id: crypto.randomUUID(),
		timestamp: new Date(),
		attempts: 1,
		body,
		ack: () => void outcomes.push("ack"),
		retry: () => void outcomes.push("retry"),
	}));
	return consumeBatch({ queue: "reelay-events", messages: some } as unknown as MessageBatch, using).then(() => outcomes);
};

describe("what a session tells the ranker", () => {
	it("is what the ranking saw before the impression taught anything, also when a heart came first", async () => {
		await withSession(async (session, viewer, drain) => {
			const [first, second] = ofTopic(TOPICS[0]);
			if (first === undefined || second === undefined) throw new Error("no records");
			await session.act(viewer, { videoId: first.id, kind: "liked" });
			await session.watch(viewer, [impression(first.id, 9_000)], NOWHERE);
			await session.watch(viewer, [impression(second.id, 9_000)], NOWHERE);
			const [one, two] = lessons(await drain());
			expect([one?.v, one?.row.length]).toEqual([MODEL_VERSION, FEATURES.length]);
			expect(one?.row[TOPIC]).toBe(0);
			expect(two?.row[TOPIC]).toBeGreaterThan(0.3);
		});
	});

	it("is nothing about a video again within the hour, one's glances, or when nothing is asked", async () => {
		await withSession(async (session, viewer, drain) => {
			const [clip, other] = ofTopic(TOPICS[1]);
			if (clip === undefined || other === undefined) throw new Error("no records");
			await session.watch(viewer, [impression(clip.id, 9_000), impression(other.id, 300)], NOWHERE);
			await session.watch(viewer, [impression(clip.id, 9_000)], NOWHERE);
			const events = (await drain()).flatMap((message) => message.events);
			expect(events.map(({ qualifies, lesson }) => [qualifies, lesson !== undefined])).toEqual([
				[true, true],
				[false, false],
				[false, false],
			]);
		});
		await publish(FALLBACK_MODEL, 0);
		await withSession(async (session, viewer, drain) => {
			await session.watch(viewer, [impression(ofTopic(TOPICS[1])[0]?.id ?? "", 9_000)], NOWHERE);
			expect(lessons(await drain())).toEqual([undefined]);
		}, isolate());
	});

	it("fits the queue: a hundred impressions with their lessons are less than half a message", async () => {
		await withSession(async (session, viewer, drain) => {
			await session.watch(
				viewer,
				catalogue.records.map(({ id }) => impression(id, 9_000)),
				NOWHERE,
			);
			const [message] = await drain();
			const longest = Math.max(...(message?.events ?? []).map((event) => JSON.stringify(event).length));
			expect(message?.events).toHaveLength(64);
			expect(100 * longest).toBeLessThan(QUEUE_MESSAGE_MAX_BYTES / 2);
		});
	});
});

const LIKED_TOPIC = FEATURES.map((feature) => (feature === "topic" ? 1 : 0));
/** Twenty viewers skip what they should like. */
const skipsOf = (videoId: string): EventsMessage[] =>
	Array.from({ length: 20 }, (_, viewer) => {
		const now = services.clock();
		const event = watchEvent({
			videoId,
			viewer: `guest:skips${viewer}`,
			at: now,
			watchMs: 700,
			qualifies: true,
			lesson: { v: MODEL_VERSION, row: LIKED_TOPIC },
		});
		const events = Array.from({ length: 20 }, () => ({ ...event, eventId: crypto.randomUUID() }));
		return { v: 1, batchId: `skips-${viewer}-${now}`, pseudonym: `skips-${viewer}`, closedAt: now, events };
	});

describe("from an impression to everybody's ranking", () => {
	it("what many skip ranks lower in a viewer's waiting queue within seconds, without that viewer doing anything", async () => {
		await withSession(async (session, viewer) => {
			const [clip] = ofTopic(TOPICS[2]);
			if (clip === undefined) throw new Error("no record");
			await session.setInterests(viewer, [TOPICS[2]], []);
			await session.watch(viewer, [impression(clip.id, 9_000, { liked: true })], NOWHERE);
			/** What speaks for the topic in what waits. */
			const waiting = async () => {
				// Says nothing, but has what is left ranked again.
				await session.act(viewer, { videoId: clip.id, kind: "unliked" });
				return ofTopic(TOPICS[2]).reduce((sum, { id }) => sum + (session.story(id, [])?.parts.topic ?? 0), 0);
			};
			const before = await waiting();
			expect(before).toBeGreaterThan(0);
			expect(new Set(await consume(skipsOf(clip.id)))).toEqual(new Set(["ack"]));
			await expect.poll(waiting, { interval: 250 }).toBeLessThan(before * 0.97);
			const { rank } = await modelsOf(services);
			const of = (model: RankModel) => new OnlineRanker(model).predict(LIKED_TOPIC, "fyp").pLongView;
			expect(of(rank)).toBeLessThan(of(FALLBACK_MODEL) - 0.1);
		});
	});

	it("with the ranker down or silent impressions are counted all the same", async () => {
		const down = { get: () => ({ learn: () => Promise.reject(new Error("the ranker is down")) }), idFromName: () => null };
		const silent = { get: () => ({ learn: () => new Promise(() => undefined) }), idFromName: () => null };
		for (const RANKER of [down, silent]) {
			const faulty = { ...services, isolate: new IsolateState(), ...bindingsWith({ RANKER }) };
			const messages = await withSession(async (session, viewer, drain) => {
				await session.watch(viewer, [impression(ofTopic(TOPICS[3])[0]?.id ?? "", 9_000)], NOWHERE);
				return drain();
			});
			expect(lessons(messages)).not.toEqual([undefined]);
			expect(await consume(messages, faulty)).toEqual(["ack"]);
		}
	});
});

describe("the models to serve by", () => {
	const model = (id: string, trainedAt: number) => ({ ...FALLBACK_MODEL, id, trainedAt });

	it("are the corrected one, else the trainer's, else the shipped one", async () => {
		expect((await modelsOf(isolate())).rank.id).toBe("fallback");
		await testEnv.MODELS.put(MODEL_KEYS.rank, JSON.stringify(model("run-1", 100)));
		expect((await modelsOf(isolate())).rank.id).toBe("run-1");
		await publish(model("run-1+9", 200), 0.5);
		expect(await modelsOf(isolate())).toMatchObject({ rank: { id: "run-1+9" }, share: 0.5 });
	});

	it("are not a correction of what the trainer has replaced", async () => {
		await publish(model("run-1+9", 200), 1);
		await testEnv.MODELS.put(MODEL_KEYS.rank, JSON.stringify(model("run-2", 300)));
		expect((await modelsOf(isolate())).rank.id).toBe("run-2");
	});

	it("come from the lasting store while the cache is away", async () => {
		await publish(model("run-1+9", 200), 1, true);
		await services.redis.client.del(liveKey(rankerOf(services).id));
		expect((await modelsOf(isolate())).rank.id).toBe("run-1+9");
	});

	it.each([
		["text", "not a model"],
		["another version", { share: 1, model: { ...FALLBACK_MODEL, version: 99 } }],
		[
			"a shape that is none",
			{ share: 1, model: { ...FALLBACK_MODEL, longView: { bias: 0, shapes: { topic: { knots: [1, 0], values: [0, 0] } } } } },
		],
	])("stay the last known when what is found is %s", async (_, found) => {
		let now = Date.now();
		const aged: Services = { ...services, isolate: new IsolateState(), clock: () => now };
		await publish(model("run-1+9", 200), 1);
		expect((await modelsOf(aged)).rank.id).toBe("run-1+9");
		await services.redis.client.set(liveKey(rankerOf(services).id), found);
		await testEnv.MODELS.put(MODEL_KEYS.rank, typeof found === "string" ? found : JSON.stringify(found.model));
		await testEnv.MODELS.put(MODEL_KEYS.neighbours, "{not json");
		now += 120_000;
		expect((await modelsOf(aged)).rank.id).toBe("run-1+9");
		expect((await modelsOf(isolate())).rank.id).toBe("fallback");
		await testEnv.MODELS.delete(MODEL_KEYS.neighbours);
	});
});
