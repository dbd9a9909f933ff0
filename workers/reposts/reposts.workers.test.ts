import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { videos } from "../../db/schema/videos.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { feedRoutes } from "../feed/routes.ts";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { emit } from "../platform/events.ts";
import { socialRoutes } from "../social/routes.ts";
import { invalidateVideo } from "../videos/cards/index.ts";
import { videoRoutes } from "../videos/routes.ts";
import { repostRoutes } from "./routes.ts";

const call = testApp(repostRoutes, socialRoutes, feedRoutes, videoRoutes);
let [mia, ben, eve]: TestUser[] = [];

const newVideo = async (visibility: "public" | "followers" | "private" = "public"): Promise<{ id: string; creatorId: string }> => {
	const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { visibility } });
	const [record] = records;
	if (record === undefined) throw new Error("no video");
	return { id: record.id, creatorId: record.userId };
};
const who = (user: TestUser | undefined) => (user === undefined ? {} : { token: user.token });
const pass = (by: TestUser | undefined, id: string) => call(`PUT /api/v1/videos/${id}/repost`, who(by));
const takeBack = (by: TestUser | undefined, id: string) => call(`DELETE /api/v1/videos/${id}/repost`, who(by));
const follow = (by: TestUser | undefined, id: string) => call(`POST /api/v1/users/${id}/follow`, who(by));
const feedOf = async (by: TestUser | undefined, feed = "following", query = "") =>
	(await call(`GET /api/v1/feed/${feed}${query}`, who(by))).json.videos as { id: string; repostedBy?: { id: string } }[];
const tabOf = async (user: TestUser | undefined, by?: TestUser) =>
	(await call(`GET /api/v1/users/${user?.id}/reposts`, who(by))).json.videos?.map(({ id }: { id: string }) => id);

beforeEach(async () => {
	[mia, ben, eve] = await Promise.all([1, 2, 3].map(() => newUser(call)));
	await follow(ben, mia?.id ?? "");
});

describe("a repost", () => {
	it("200: comes to followers with who passed it on, and stands on their profile, not among their own videos", async () => {
		const { id, creatorId } = await newVideo();
		expect((await pass(mia, id)).json).toEqual({ reposted: true });
		expect((await pass(mia, id)).json).toEqual({ reposted: true });
		expect(await feedOf(ben)).toMatchObject([{ id, user: { id: creatorId }, repostedBy: { id: mia?.id } }]);
		expect(await feedOf(eve)).toEqual([]);
		expect(await tabOf(mia)).toEqual([id]);
		expect((await call(`GET /api/v1/users/${mia?.id}`)).json.user.videosCount).toBe(0);
		expect((await call(`GET /api/v1/users/${mia?.id}/videos`)).json.videos).toEqual([]);
		expect((await takeBack(mia, id)).json).toEqual({ reposted: false });
		expect([await feedOf(ben), await tabOf(mia)]).toEqual([[], []]);
	});

	it("comes to Friends, too, and once however many passed it on, by the last of them", async () => {
		const { id } = await newVideo();
		await follow(mia, ben?.id ?? "");
		await follow(eve, ben?.id ?? "");
		await follow(ben, eve?.id ?? "");
		await pass(mia, id);
		await pass(eve, id);
		for (const feed of ["following", "friends"]) {
			expect(await feedOf(ben, feed)).toMatchObject([{ id, repostedBy: { id: eve?.id } }]);
		}
	});

	it("stands once in pages of one, among what those followed made", async () => {
		const own = await newVideo();
		await follow(ben, own.creatorId);
		const other = await newVideo();
		await pass(mia, other.id);
		// What its creator, who is followed, brings anyway is not brought a second time.
		await pass(mia, own.id);
		const found: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const { json } = await call(`GET /api/v1/feed/following?count=1&cursor=${cursor}`, who(ben));
			found.push(...json.videos.map(({ id }: { id: string }) => id));
			cursor = json.nextCursor;
		}
		expect(found).toEqual([other.id, own.id]);
	});

	it("403, 404: never of one's own, of what not everyone may see, or where its creator doesn't want it", async () => {
		const { id, creatorId } = await newVideo();
		await services.db
			.video(id)
			.update(videos)
			.set({ userId: mia?.id ?? "" })
			.where(eq(videos.id, id));
		await invalidateVideo(services, id);
		expect((await pass(mia, id)).json.code).toBe("not_allowed");
		const forFollowers = await newVideo("followers");
		expect((await pass(mia, forFollowers.id)).json.code).toBe("video_not_found");
		await follow(mia, forFollowers.creatorId);
		expect((await pass(mia, forFollowers.id)).json.code).toBe("not_allowed");
		expect((await pass(mia, (await newVideo("private")).id)).json.code).toBe("video_not_found");
		expect((await pass(undefined, id)).status).toBe(401);
		expect((await takeBack(undefined, id)).status).toBe(401);
		expect(creatorId).not.toBe(mia?.id);
	});

	it("goes from everywhere when its creator turns reposts off, or hides the video, and can still be taken back", async () => {
		const { id } = await newVideo();
		await pass(mia, id);
		for (const change of [{ allowReposts: false }, { visibility: "followers" as const, allowReposts: true }]) {
			await services.db.video(id).update(videos).set(change).where(eq(videos.id, id));
			await invalidateVideo(services, id);
			expect([await feedOf(ben), await tabOf(mia)]).toEqual([[], []]);
		}
		expect((await takeBack(mia, id)).status).toBe(200);
	});

	it("403: those of a private account are listed to followers alone", async () => {
		await pass(mia, (await newVideo()).id);
		await call("PATCH /api/v1/auth/me", { ...who(mia), body: { isPrivate: true } });
		expect((await call(`GET /api/v1/users/${mia?.id}/reposts`, who(eve))).json.code).toBe("account_private");
		expect(await tabOf(mia, ben)).toHaveLength(1);
	});

	it("does not come from whom one muted, or from or of whom one blocked", async () => {
		const { id, creatorId } = await newVideo();
		await pass(mia, id);
		await call(`POST /api/v1/users/${mia?.id}/mute`, who(ben));
		expect(await feedOf(ben)).toEqual([]);
		await call(`DELETE /api/v1/users/${mia?.id}/mute`, who(ben));
		await call(`POST /api/v1/users/${creatorId}/block`, who(ben));
		expect([await feedOf(ben), await tabOf(mia, ben)]).toEqual([[], []]);
		await call(`DELETE /api/v1/users/${creatorId}/block`, who(ben));
		expect(await feedOf(ben)).toHaveLength(1);
		await call(`POST /api/v1/users/${mia?.id}/block`, who(ben));
		expect(await feedOf(ben)).toEqual([]);
		expect((await call(`GET /api/v1/users/${mia?.id}/reposts`, who(ben))).status).toBe(200);
	});

	it("tells the creator, and goes with who passed it on", async () => {
		const { id } = await newVideo();
		await services.db
			.video(id)
			.update(videos)
			.set({ userId: eve?.id ?? "" })
			.where(eq(videos.id, id));
		await invalidateVideo(services, id);
		await pass(mia, id);
		await vi.waitFor(async () => {
			const { json } = await call("GET /api/v1/notifications", who(eve));
			expect(json.notifications).toMatchObject([{ type: "repost", actor: { id: mia?.id }, videoId: id }]);
		});
		await emit(services, "erased", { userId: mia?.id ?? "" });
		expect(await feedOf(ben)).toEqual([]);
	});
});
