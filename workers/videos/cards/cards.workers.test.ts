import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { VideoCard } from "../../../contracts/videos.ts";
import { follows } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { type Catalogue, seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { faultyServices } from "../../feed/faults.fixture.ts";
import { services } from "../../gateway/testing/api.ts";
import { outdateRelations } from "../../rules/relations.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { countsOf, fixedCard, hydrateCards, invalidateVideo, loadVideo, loadVideos, presentCardJson } from "./index.ts";

const GUEST: Viewer = { kind: "guest", guestId: "cards" };
const asUser = (userId: string): Viewer => ({ kind: "user", userId, sessionId: "", teen: false });
let catalogue: Catalogue;
let next = 0;
const fresh = () => {
	const record = catalogue.records[next++];
	if (record === undefined) throw new Error("seed more videos");
	return record;
};
const change = (id: string, set: Partial<typeof videos.$inferInsert>) =>
	services.db.video(id).update(videos).set(set).where(eq(videos.id, id));

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 24 });
});

describe("loading videos", () => {
	it("gives the same record from Postgres, Redis and memory", async () => {
		const { id } = fresh();
		const other = faultyServices(services).services;
		const fromRedis = await loadVideo(other, id);
		expect(fromRedis).toEqual(await loadVideo(services, id));
		expect(await loadVideo(other, id)).toBe(fromRedis);
		expect(await loadVideo(services, "4711")).toBeNull();
	});

	it("a deletion is never served after it was acknowledged, by an isolate that held a copy, with Redis up or down", async () => {
		for (const redis of ["up", "down"] as const) {
			const { id } = fresh();
			const elsewhere = faultyServices(services, redis).services;
			expect((await loadVideo(elsewhere, id))?.status).toBe("ready");
			await change(id, { status: "deleted" });
			const deleter = faultyServices(services, redis).services;
			const until = { acknowledged: false };
			const polling = (async () => {
				while (!until.acknowledged) {
					await loadVideo(elsewhere, id);
					await new Promise((resolve) => setTimeout(resolve, 50));
				}
			})();
			await invalidateVideo(deleter, id);
			until.acknowledged = true;
			expect((await loadVideo(elsewhere, id))?.status).toBe("deleted");
			expect((await loadVideos(faultyServices(services).services, [id])).get(id)?.status).toBe("deleted");
			await polling;
		}
	});

	it("a copy that a slow reader puts into Redis after the deletion is not served either", async () => {
		const record = fresh();
		await change(record.id, { status: "deleted" });
		await invalidateVideo(services, record.id);
		await services.redis.client.set(`video:${record.id}`, record);
		expect((await loadVideo(faultyServices(services).services, record.id))?.status).toBe("deleted");
	});

	it("a change shows at once here and within the lease elsewhere", async () => {
		const { id } = fresh();
		const elsewhere = faultyServices(services).services;
		await loadVideo(elsewhere, id);
		await change(id, { title: "Another title" });
		await invalidateVideo(services, id);
		expect((await loadVideo(services, id))?.title).toBe("Another title");
		await expect.poll(async () => (await loadVideo(elsewhere, id))?.title).toBe("Another title");
	});

	it("503: a look-up nobody can answer is not told as a missing video", async () => {
		const { services: faulty, faults } = faultyServices(services, "down");
		faults.database = true;
		await expect(loadVideo(faulty, fresh().id)).rejects.toMatchObject({ code: "unavailable" });
	});
});

describe("cards", () => {
	it("keep the order asked for and fit the contract", async () => {
		const ids = [fresh().id, fresh().id, fresh().id].reverse();
		const cards = await hydrateCards(services, GUEST, ids);
		expect(cards.map(({ id }) => id)).toEqual(ids);
		for (const card of cards) expect(VideoCard.safeParse(card).error).toBeUndefined();
	});

	it("joined from kept text are the same as written out", async () => {
		const { id } = fresh();
		const [card] = await hydrateCards(services, GUEST, [id]);
		const record = await loadVideo(services, id);
		if (card === undefined || record === null) throw new Error("no card");
		const { following, ...user } = card.user;
		const flags = { following, liked: card.liked, saved: card.saved };
		const json = presentCardJson(
			JSON.stringify(fixedCard("auto", record, null)),
			JSON.stringify(user),
			countsOf(services).of(record),
			flags,
		);
		expect(JSON.parse(json)).toEqual(card);
	});

	it("leave out what the viewer may not see: unpublished, private, followers-only, deleted, blocked", async () => {
		const [ready, failed, secret, followersOnly, gone] = [fresh(), fresh(), fresh(), fresh(), fresh()];
		await change(failed.id, { status: "failed" });
		await change(secret.id, { visibility: "private" });
		await change(followersOnly.id, { visibility: "followers" });
		await change(gone.id, { status: "deleted" });
		await Promise.all([failed, secret, followersOnly, gone].map(({ id }) => invalidateVideo(services, id)));
		const ids = [ready, failed, secret, followersOnly, gone].map(({ id }) => id);
		const shown = async (viewer: Viewer) => (await hydrateCards(services, viewer, ids)).map(({ id }) => id);
		expect(await shown(GUEST)).toEqual([ready.id]);
		const follower = services.newId();
		await services.db.user(follower).insert(follows).values({ followerId: follower, followeeId: followersOnly.userId });
		await outdateRelations(services, follower);
		expect(await shown(asUser(follower))).toEqual([ready.id, followersOnly.id]);
		expect(await shown(asUser(secret.userId))).toContain(secret.id);
		const [own] = await hydrateCards(services, asUser(secret.userId), [secret.id]);
		expect(own?.manifest.base).toMatch(/^\/videos\/auto\/\d+\/t\.\d+\.\d+\.[\w-]{43}\/g1\/$/);
	});
});
