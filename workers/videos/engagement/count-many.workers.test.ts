import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { faultyServices } from "../../feed/faults.fixture.ts";
import { services, testEnv } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { countsOf, type VideoRecord } from "../cards/index.ts";
import { count } from "./counter/count.ts";
import { countMany } from "./counter/count-many.ts";
import type { Entry } from "./counter/deltas.ts";

let records: readonly VideoRecord[];
let next = 0;
const fresh = (): VideoRecord => {
	const record = records[next++];
	if (record === undefined) throw new Error("seed more videos");
	return record;
};
const counterOf = (id: string) => testEnv.VIDEO_COUNTER.get(testEnv.VIDEO_COUNTER.idFromName(id));
const entry = (batchId: string, deltas: Entry["deltas"] = { views: 1 }): Entry => ({ batchId, at: services.clock(), deltas });
const rowOf = async (videoId: string) => {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId));
	if (row === undefined) throw new Error("no row");
	return row;
};

beforeAll(async () => {
	({ records } = await seedCatalogue(services, { count: 20, creators: 3 }));
});

describe("counting for many videos at once", () => {
	it("counts each batch once, shows the numbers on the cards and writes them to the rows", async () => {
		const [a, b] = [fresh(), fresh()];
		const told = new Map([
			[a.id, [entry("m1", { views: 2, longViews: 1 }), entry("m2")]],
			[b.id, [entry("m1", { views: 5 })]],
		]);
		expect(await countMany(services, told)).toEqual(
			new Map([
				[a.id, new Set(["m1", "m2"])],
				[b.id, new Set(["m1"])],
			]),
		);
		expect(await countMany(services, told)).toEqual(
			new Map([
				[a.id, new Set()],
				[b.id, new Set()],
			]),
		);
		expect(await rowOf(a.id)).toMatchObject({ viewCount: 3, longViewCount: a.longViewCount + 1, counterVersion: 1 });
		expect(await rowOf(b.id)).toMatchObject({ viewCount: 5, counterVersion: 1 });
		expect(countsOf(services).of(b).views).toBe(5);
	});

	it("writes a row that everybody watches not with each batch, but what came since is written by its counter", async () => {
		const { id } = fresh();
		await countMany(services, new Map([[id, [entry("r1")]]]));
		await countMany(services, new Map([[id, [entry("r2")]]]));
		expect((await rowOf(id)).viewCount).toBe(1);
		await counterOf(id).flush();
		expect(await rowOf(id)).toMatchObject({ viewCount: 2, counterVersion: 2 });
	});

	it("what was written is not written again, and what was forgotten to be written is", async () => {
		const { id } = fresh();
		await countMany(services, new Map([[id, [entry("w1")]]]));
		// Told of what was written with the next batch, here one that counts nothing new.
		await countMany(services, new Map([[id, [entry("w1")]]]));
		await runDurableObjectAlarm(counterOf(id));
		expect((await rowOf(id)).counterVersion).toBe(1);
		// An object that lost its memory does not know whether anybody wrote them.
		await evictDurableObject(counterOf(id));
		await count(services, id, [entry("w2")]);
		expect(await runDurableObjectAlarm(counterOf(id))).toBe(true);
		await counterOf(id).flush();
		expect((await rowOf(id)).viewCount).toBe(2);
	});

	it("with the database away counts all the same, and the counters write by themselves when it is back", async () => {
		const [a, b] = [fresh(), fresh()];
		const { services: faulty, faults } = faultyServices(services);
		faults.database = true;
		const told = new Map([a, b].map(({ id }) => [id, [entry("d1", { views: 4 })]]));
		expect([...(await countMany(faulty, told)).values()]).toEqual([new Set(["d1"]), new Set(["d1"])]);
		expect((await rowOf(a.id)).viewCount).toBe(0);
		for (const { id } of [a, b]) await runDurableObjectAlarm(counterOf(id));
		expect([(await rowOf(a.id)).viewCount, (await rowOf(b.id)).viewCount]).toEqual([4, 4]);
	});

	it("of a video that is gone the counter finds out, and the others are written", async () => {
		const [gone, other] = [fresh(), fresh()];
		await count(services, gone.id, [entry("g0")]);
		await services.db.video(gone.id).delete(videos).where(eq(videos.id, gone.id));
		await countMany(
			services,
			new Map([
				[gone.id, [entry("g1")]],
				[other.id, [entry("g1")]],
			]),
		);
		expect((await rowOf(other.id)).viewCount).toBe(1);
		await runDurableObjectAlarm(counterOf(gone.id));
		expect(await counterOf(gone.id).numbers(gone.id)).toBeNull();
	});

	it("one that can't be reached counts nothing, and its batches count when they are told again", async () => {
		const [a, b] = [fresh(), fresh()];
		const { VIDEO_COUNTER } = testEnv;
		const broken = {
			idFromName: (name: string) => (name === a.id ? "broken" : VIDEO_COUNTER.idFromName(name)),
			get: (id: DurableObjectId | string) =>
				typeof id === "string" ? { apply: () => Promise.reject(new Error("overloaded")) } : VIDEO_COUNTER.get(id),
		};
		const faulty = { ...services, isolate: new IsolateState(), ...bindingsWith({ VIDEO_COUNTER: broken }) };
		const told = new Map([a, b].map(({ id }) => [id, [entry("u1")]]));
		expect(await countMany(faulty, told)).toEqual(new Map([[b.id, new Set(["u1"])]]));
		expect(await countMany(services, told)).toEqual(
			new Map([
				[a.id, new Set(["u1"])],
				[b.id, new Set()],
			]),
		);
	});

	it("a change of likes is left to the counter, which adds up the creator's", async () => {
		const { id } = fresh();
		await count(services, id, [entry("l0", { likes: 1 })]);
		await countMany(services, new Map([[id, [entry("l1")]]]));
		expect((await rowOf(id)).viewCount).toBe(0);
		await counterOf(id).flush();
		expect(await rowOf(id)).toMatchObject({ viewCount: 1, likeCount: 1 });
	});
});
