import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { VIRAL_VIEWS } from "../../../contracts/limits.ts";
import { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { faultyServices } from "../../feed/faults.fixture.ts";
import { LIST_KEYS, popularList } from "../../feed/retrieval/lists.ts";
import { services } from "../../gateway/testing/api.ts";
import { loadSummaries } from "../../lists/people.ts";
import { invalidateVideo, loadVideo } from "./index.ts";

const seeded = async (overrides: Partial<typeof videos.$inferInsert> = {}) => {
	const { records, creatorIds } = await seedCatalogue(services, { count: 1, creators: 1, overrides });
	return { videoId: records[0]?.id ?? "", userId: creatorIds[0] ?? "" };
};
/** Seconds that Redis still keeps a key; asked at once, so a second may have begun. */
const secondsKept = (key: string) => services.redis.client.ttl(key);
const about = (seconds: number) => expect.closeTo(seconds - 1, -0.5);
const HOUR = 3_600;

describe("what the caches keep (docs/product.md#caches)", () => {
	it("a video an hour in Redis, a viral one a day", async () => {
		const [plain, viral] = [await seeded({ viewCount: VIRAL_VIEWS }), await seeded({ viewCount: VIRAL_VIEWS + 1 })];
		expect(await secondsKept(`video:${plain.videoId}`)).toEqual(about(HOUR));
		expect(await secondsKept(`video:${viral.videoId}`)).toEqual(about(24 * HOUR));
	});

	it("a deletion's mark longer than any copy, and nothing of a video that is not up", async () => {
		const [gone, busy] = [await seeded(), await seeded({ status: "processing" })];
		await services.db.video(gone.videoId).update(videos).set({ status: "deleted" }).where(eq(videos.id, gone.videoId));
		await invalidateVideo(services, gone.videoId);
		expect(await secondsKept(`video:${gone.videoId}`)).toBeGreaterThan(24 * HOUR);
		expect((await loadVideo(services, busy.videoId))?.status).toBe("processing");
		expect(await services.redis.client.get(`video:${busy.videoId}`)).toBeNull();
	});

	it("a profile four hours, what is trending five minutes", async () => {
		const { userId } = await seeded();
		await loadSummaries(services, [userId]);
		expect(await secondsKept(`user:${userId}`)).toEqual(about(4 * HOUR));
		await services.redis.client.del(LIST_KEYS.popular);
		await popularList(faultyServices(services).services);
		expect(await secondsKept(LIST_KEYS.popular)).toEqual(about(300));
	});
});
