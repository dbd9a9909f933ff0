import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { PINS_MAX } from "../../contracts/limits.ts";
import { seeded } from "../../contracts/seeded.ts";
import { videos } from "../../db/schema/videos.ts";
import { catalogueRows } from "../feed/catalogue-rows.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { emit } from "../platform/events.ts";
import { socialRoutes } from "../social/routes.ts";
import { invalidateVideo } from "../videos/cards/index.ts";
import { pinRoutes } from "./routes.ts";
import { readPins } from "./rows.ts";

const call = testApp(pinRoutes, socialRoutes);
let owner: TestUser;
let ids: string[];

beforeEach(async () => {
	owner = await newUser(call);
	const { newId, clock, db } = services;
	const rows = catalogueRows({ count: PINS_MAX + 1, creatorIds: [owner.id], newId, now: clock(), random: seeded(1) });
	for (const row of rows) await db.video(row.id).insert(videos).values(row);
	ids = rows.map(({ id }) => id);
});

const change = async (id: string | undefined, set: Partial<typeof videos.$inferInsert>) => {
	if (id === undefined) throw new Error("no video");
	await services.db.video(id).update(videos).set(set).where(eq(videos.id, id));
	await invalidateVideo(services, id);
};
const pin = (id: string | undefined, { token } = owner) => call(`PUT /api/v1/videos/${id}/pin`, { token });
const unpin = (id: string | undefined, { token } = owner) => call(`DELETE /api/v1/videos/${id}/pin`, { token });
const pinnedFor = async (viewer?: TestUser) => {
	const { json } = await call(`GET /api/v1/users/${owner.id}/pins`, viewer === undefined ? {} : { token: viewer.token });
	return (json.videos as { id: string }[]).map(({ id }) => id);
};

describe("pinning a video", () => {
	it("200: stands at the top of the profile for everyone, the one pinned last first", async () => {
		for (const id of ids.slice(0, 2)) expect((await pin(id)).status).toBe(200);
		expect(await pinnedFor()).toEqual([ids[1], ids[0]]);
		expect(await pinnedFor(await newUser(call))).toEqual([ids[1], ids[0]]);
	});

	it("200: is pinned once, however often it is asked for", async () => {
		await Promise.all([pin(ids[0]), pin(ids[0])]);
		expect((await pin(ids[0])).json).toEqual({ pinned: [ids[0]] });
	});

	it("409: there are three at most, also of four asked for at once", async () => {
		const answers = await Promise.all(ids.map((id) => pin(id)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409]);
		expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: "pins_full" });
		expect(await pinnedFor()).toHaveLength(PINS_MAX);
	});

	it("409: not what nobody else can see", async () => {
		await change(ids[0], { visibility: "private" });
		expect((await pin(ids[0])).json).toMatchObject({ code: "not_ready" });
	});

	it("404: not somebody else's, nor what never was", async () => {
		const stranger = await newUser(call);
		for (const id of [ids[0], services.newId()]) expect((await pin(id, stranger)).json).toMatchObject({ code: "video_not_found" });
	});
});

describe("what was pinned", () => {
	it("200: makes room when it is taken off, also when it is off already", async () => {
		for (const id of ids.slice(0, PINS_MAX)) await pin(id);
		expect((await unpin(ids[1])).json.pinned).toEqual([ids[2], ids[0]]);
		expect((await unpin(ids[1])).status).toBe(200);
		expect((await pin(ids[3])).json.pinned).toEqual([ids[3], ids[2], ids[0]]);
	});

	it("is shown to those alone who may see it", async () => {
		for (const id of ids.slice(0, 3)) await pin(id);
		await change(ids[0], { visibility: "private" });
		await change(ids[1], { visibility: "followers" });
		const follower = await newUser(call);
		await call(`POST /api/v1/users/${owner.id}/follow`, { token: follower.token });
		expect(await pinnedFor()).toEqual([ids[2]]);
		expect(await pinnedFor(follower)).toEqual([ids[2], ids[1]]);
	});

	it("404: nobody's list", async () => {
		expect((await call(`GET /api/v1/users/${services.newId()}/pins`)).json).toMatchObject({ code: "user_not_found" });
	});

	it("leaves its place when the video is taken down, so that no pin is full of what nobody sees", async () => {
		for (const id of ids.slice(0, PINS_MAX)) await pin(id);
		await emit(services, "withheld", {
			videoId: ids[0] ?? "",
			userId: owner.id,
			spaces: { embeddingVersion: null, servedVectorVersion: null },
		});
		expect((await pin(ids[3])).json.pinned).toEqual([ids[3], ids[2], ids[1]]);
	});

	it("200: is taken off though only its owner can see the video by now", async () => {
		await pin(ids[0]);
		await change(ids[0], { visibility: "private" });
		expect(await pinnedFor(owner)).toEqual([ids[0]]);
		expect((await unpin(ids[0])).json.pinned).toEqual([]);
	});

	it("goes with the video, and with the person", async () => {
		for (const id of ids.slice(0, 2)) await pin(id);
		await emit(services, "removed", { videoId: ids[0] ?? "", userId: owner.id, first: true });
		expect((await unpin(ids[2])).json.pinned).toEqual([ids[1]]);
		await emit(services, "erased", { userId: owner.id });
		expect(await readPins(services, owner.id)).toEqual([]);
	});
});
