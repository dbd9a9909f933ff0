import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { videos } from "../../../db/schema/videos.ts";
import { emptyTaste, learn } from "../../../recommender/taste.ts";
import { services } from "../../gateway/testing/api.ts";
import type { VideoRecord } from "../../videos/cards/index.ts";
import { seedCatalogue } from "../catalogue.fixture.ts";
import { featureReader } from "./features.ts";
import { gather } from "./gather.ts";
import { countryList, dropLists, freshList, LIST_KEYS, soundList, viralList } from "./lists.ts";

const MINUTE = 60_000;
beforeEach(async () => {
	dropLists(services);
	await services.redis.client.del(LIST_KEYS.fresh, LIST_KEYS.viral);
});

const idsOf = (list: readonly { readonly videoId: string }[]) => list.map(({ videoId }) => videoId);
const set = (record: VideoRecord | undefined, values: Partial<typeof videos.$inferInsert>) =>
	services.db
		.video(record?.id ?? "0")
		.update(videos)
		.set(values)
		.where(eq(videos.id, record?.id ?? "0"));

describe("what is owed its first impressions", () => {
	it("comes before all else: the newest and those that wait longest, a few of a creator, until they had a hundred", async () => {
		// Dated before and after all that other tests leave behind.
		const ages = [-50, -40, 4_000_000, 4_100_000];
		const seeded: (VideoRecord | undefined)[] = [];
		for (const age of ages) {
			const overrides = { publishedAt: new Date(Date.now() - age * MINUTE), impressionCount: 99 };
			seeded.push((await seedCatalogue(services, { count: 1, creators: 1, seed: 60 + seeded.length, overrides })).records[0]);
		}
		const flood = await seedCatalogue(services, {
			count: 10,
			creators: 1,
			seed: 70,
			overrides: { publishedAt: new Date(Date.now() + 60 * MINUTE), impressionCount: 0 },
		});
		const before = idsOf(await freshList(services));
		const places = flood.records.map(({ id }) => before.indexOf(id)).sort((one, other) => one - other);
		// The flood's first three are among them, the others after all that are owed.
		for (const record of seeded) expect(before.slice(0, places[3])).toContain(record?.id);
		expect(places[2]).toBeLessThan(16);

		await set(seeded[0], { impressionCount: 100 });
		await set(seeded[3], { impressionCount: 100 });
		dropLists(services);
		await services.redis.client.del(LIST_KEYS.fresh);
		const after = idsOf(await freshList(services));
		const place = (of: number) => after.indexOf(seeded[of]?.id ?? "");
		for (const owed of [1, 2]) for (const served of [0, 3]) if (place(served) >= 0) expect(place(owed)).toBeLessThan(place(served));
		expect(Math.max(place(1), place(2))).toBeLessThan(16);
		// Not in the way of what other tests look for.
		for (const record of [...seeded, ...flood.records]) await set(record, { impressionCount: 5_000, publishedAt: new Date() });
	});

	it("is told by the counter's own number where a copy of the record is older", async () => {
		const { records } = await seedCatalogue(services, { count: 1, seed: 81, overrides: { impressionCount: 10 } });
		const [record] = records;
		if (record === undefined) throw new Error("no record");
		const counts = { views: 120, likes: 0, shares: 0, impressions: 120, longViews: 60 };
		await services.redis.client.set(`counts:${record.id}`, counts);
		await (await featureReader(services, { space: null }))(record);
		await expect
			.poll(async () => (await featureReader(services, { space: null }))(record).stats)
			.toMatchObject({ impressions: 120, longViews: 60 });
	});
});

describe("lists by country and by sound", () => {
	it("hold the most watched of those, and nothing that is not for everyone", async () => {
		const sound = services.newId();
		const { records } = await seedCatalogue(services, { count: 4, seed: 91, overrides: { country: "IS", soundId: sound } });
		const [a, b, c, d] = records;
		await set(a, { longViewCount: 5 });
		await set(b, { longViewCount: 50 });
		await set(c, { longViewCount: 500, visibility: "private" });
		await set(d, { longViewCount: 20, country: "FO", soundId: null });
		expect(idsOf(await countryList(services, "IS"))).toEqual([b?.id, a?.id]);
		expect(idsOf(await countryList(services, "FO"))).toEqual([d?.id]);
		expect(idsOf(await soundList(services, sound))).toEqual([b?.id, a?.id]);
	});

	it("are asked for viewers of that country, and who liked that sound, and ranked as such", async () => {
		const sound = services.newId();
		// Little watched, so that no other list has them.
		const quiet = { longViewCount: 0, impressionCount: 5_000, publishedAt: new Date(0), createdAt: new Date(0) };
		const { records } = await seedCatalogue(services, { count: 2, seed: 95, overrides: { ...quiet, soundId: sound } });
		const [liked, other] = records;
		if (liked === undefined || other === undefined) throw new Error("no records");
		const { records: local } = await seedCatalogue(services, { count: 1, seed: 96, overrides: { ...quiet, country: "GL" } });
		const now = services.clock();
		const signal = {
			videoId: liked.id,
			at: now,
			watchMs: 20_000,
			durationMs: 9_000,
			liked: true,
			commented: false,
			shared: false,
			followed: false,
			saved: false,
			profileVisited: false,
			notInterested: null,
		};
		const taste = learn(emptyTaste(now), signal, (await featureReader(services, { space: null }))(liked), now);
		const context = { now, followed: new Set<string>(), country: "GL", device: null };
		const { candidates } = await gather(services, taste, context, () => new Set());
		const found = new Map(candidates.map(({ video, sources }) => [video.id, { video, sources }]));
		expect(found.get(other.id)?.sources).toHaveProperty("sound");
		expect(found.get(local[0]?.id ?? "")).toMatchObject({ sources: { country: 0 }, video: { country: "GL" } });
	});
});

describe("the list of what is viral", () => {
	it("holds those for everyone, latest first", async () => {
		const { records } = await seedCatalogue(services, { count: 3, seed: 99 });
		const ahead = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
		await set(records[0], { viralAt: ahead(1) });
		await set(records[1], { viralAt: ahead(2) });
		await set(records[2], { viralAt: ahead(3), status: "review" });
		expect(idsOf(await viralList(services)).slice(0, 2)).toEqual([records[1]?.id, records[0]?.id]);
		for (const record of records) await set(record, { viralAt: null });
		await services.redis.client.del(LIST_KEYS.viral);
	});
});
