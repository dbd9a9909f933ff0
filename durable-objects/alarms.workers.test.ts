import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { FEATURES } from "../recommender/features.ts";
import { EXPERIMENTS } from "../workers/experiments/index.ts";
import { seedCatalogue } from "../workers/feed/catalogue.fixture.ts";
import type { ShownEvent } from "../workers/feed/session/protocol.ts";
import { sessionOf } from "../workers/feed/session/stub.ts";
import { services, testEnv } from "../workers/gateway/testing/api.ts";

/** Every object with alarms: what it does when it is told something, and after the alarm that follows. */
interface ObjectWithAlarms {
	readonly stub: DurableObjectStub;
	/** Tells it something that sets an alarm; alike each time. */
	tell(): Promise<unknown>;
	/** The alarm comes this long after that at most, milliseconds. */
	readonly withinMs: number;
}

const { RANKER, EXPERIMENT_LEDGER, VIDEO_COUNTER } = testEnv;
const objects: Record<string, () => Promise<ObjectWithAlarms>> = {
	session: async () => {
		const viewer = `user:${services.newId()}`;
		const stub = sessionOf(services, viewer);
		const videoId = (await catalogue).records[0]?.id ?? "";
		const event = (): ShownEvent => ({
			eventId: crypto.randomUUID(),
			videoId,
			at: services.clock(),
			watchMs: 9_000,
			durationMs: 9_000,
			liked: false,
			commented: false,
			shared: false,
			followed: false,
			replayed: false,
			source: "fyp",
			startupMs: null,
		});
		return { stub, tell: () => stub.watch(viewer, [event()], { country: null, device: null }), withinMs: 60_000 };
	},
	"video counter": async () => {
		const videoId = (await catalogue).records[1]?.id ?? "";
		const stub = VIDEO_COUNTER.get(VIDEO_COUNTER.idFromName(videoId));
		const tell = () => stub.apply(videoId, [{ batchId: crypto.randomUUID(), at: services.clock(), deltas: { views: 1 } }]);
		return { stub, tell, withinMs: 10_000 };
	},
	ranker: async () => {
		const stub = RANKER.get(RANKER.idFromName(`alarms-${crypto.randomUUID()}`));
		const lessons = [{ row: FEATURES.map(() => 0), surface: "fyp", longView: true, watchMs: 9_000 }];
		const tell = () => stub.learn([{ batchId: crypto.randomUUID(), closedAt: services.clock(), viewer: "v", isSettled: true, lessons }]);
		return { stub, tell, withinMs: 60_000 };
	},
	"experiment ledger": async () => {
		const stub = EXPERIMENT_LEDGER.get(EXPERIMENT_LEDGER.idFromName(`alarms-${crypto.randomUUID()}`));
		const now = services.clock();
		const sums = { impressions: 1, watchMinutes: 1, longViews: 0, skips: 0, likes: 0, sessions: 1 };
		const outcome = { experiment: EXPERIMENTS[0]?.id ?? "", arm: "control", unit: "0", exposedAt: now, span: null, sums };
		return { stub, tell: () => stub.record([{ batchId: crypto.randomUUID(), at: now, outcomes: [outcome] }]), withinMs: 86_400_000 };
	},
};

let catalogue: ReturnType<typeof seedCatalogue>;
beforeAll(async () => {
	catalogue = seedCatalogue(services, { count: 4, publish: true });
	await catalogue;
});
const alarmOf = (stub: DurableObjectStub) => runInDurableObject(stub, (_, { storage }) => storage.getAlarm());

describe.each(Object.entries(objects))("the alarm of a %s", (_, open) => {
	it("is set by what it is told, and neither an eviction nor more of the same moves it", async () => {
		const { stub, tell, withinMs } = await open();
		await tell();
		const due = (await alarmOf(stub)) ?? 0;
		expect(due).toBeGreaterThan(services.clock() - withinMs);
		expect(due).toBeLessThanOrEqual(services.clock() + withinMs);
		await evictDurableObject(stub);
		await tell();
		// A machine that took so long for this has heard it go off.
		if (services.clock() < due) expect(await alarmOf(stub)).toBe(due);
	});

	it("goes off in an object that was lost, and what is due next is set", async () => {
		const { stub, tell } = await open();
		await tell();
		const due = (await alarmOf(stub)) ?? 0;
		await evictDurableObject(stub);
		await runDurableObjectAlarm(stub);
		expect(await alarmOf(stub)).not.toBe(due);
	});
});
