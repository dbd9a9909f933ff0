import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { videos } from "../../../db/schema/videos.ts";
import { newUser, services, type TestUser } from "../../gateway/testing/api.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { call, list, newVideo, texts, truth, write } from "./comments.fixture.ts";

describe("commenting", () => {
	it("201: is in the very next read, with who wrote it, and tells the creator", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(ann);
		const { status, json } = await write(bob, videoId, "  lovely  ");
		expect(status).toBe(201);
		expect(json).toMatchObject({ commentCount: 1, comment: { text: "lovely", videoId, user: { id: bob.id }, isYours: true } });
		expect(await list(videoId, ann)).toMatchObject({
			commentCount: 1,
			nextCursor: null,
			comments: [{ id: json.comment.id, isYours: false }],
		});
		await vi.waitFor(async () => {
			const { json: told } = await call("GET /api/v1/notifications", { token: ann.token });
			expect(told.notifications).toMatchObject([{ type: "comment", actor: { id: bob.id }, videoId }]);
			expect(told.notifications[0].text).toContain("lovely");
		});
	});

	it("200: repeated under one client id, answers the first comment and counts once", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo(ann);
		const clientId = crypto.randomUUID();
		const answers = await Promise.all([
			write(ann, videoId, "one", { clientId }),
			write(ann, videoId, "one", { clientId }),
			write(ann, videoId, "one", { clientId }),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
		expect(new Set(answers.map(({ json }) => json.comment.id)).size).toBe(1);
		expect(await truth(videoId)).toEqual([1, 1]);
	});

	it("422: a client id that another's comment has", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(ann);
		const clientId = crypto.randomUUID();
		await write(ann, videoId, "mine", { clientId });
		const { status, json } = await write(bob, videoId, "theirs", { clientId });
		expect([status, json.code]).toEqual([422, "invalid_fields"]);
		expect(await truth(videoId)).toEqual([1, 1]);
	});

	it("counts exactly when many write at once", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo(ann);
		await Promise.all(Array.from({ length: 20 }, (_, count) => write(ann, videoId, `number ${count}`)));
		expect(await truth(videoId)).toEqual([20, 20]);
	});

	it("401, 404, 422: guests, unknown videos, empty and endless texts", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo(ann);
		expect((await call(`POST /api/v1/videos/${videoId}/comment`, { body: { text: "x" } })).status).toBe(401);
		expect((await write(ann, "123456", "x")).json.code).toBe("video_not_found");
		for (const text of ["", "   ", "x".repeat(501)]) expect((await write(ann, videoId, text)).status).toBe(422);
		expect(await truth(videoId)).toEqual([0, 0]);
	});

	it("404: a video one may not see can be neither commented nor read", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const hidden = await newVideo(ann, "private");
		const forFollowers = await newVideo(ann, "followers");
		expect((await write(bob, hidden, "x")).status).toBe(404);
		expect((await write(bob, forFollowers, "x")).status).toBe(404);
		expect((await call(`GET /api/v1/videos/${hidden}/comments`)).status).toBe(404);
		expect((await write(ann, hidden, "mine")).status).toBe(201);
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		expect((await write(bob, forFollowers, "x")).status).toBe(201);
	});

	it("404: a video deleted a moment ago takes none", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo(ann);
		await write(ann, videoId, "before");
		await services.db.video(videoId).update(videos).set({ status: "deleted", deletedAt: new Date() }).where(eq(videos.id, videoId));
		await invalidateVideo(services, videoId);
		expect((await write(ann, videoId, "after")).status).toBe(404);
		expect(await truth(videoId)).toEqual([1, 1]);
	});
});

describe("the list", () => {
	it("200: pages newest first without gaps or repeats, while new ones come in", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo(ann);
		for (const text of ["1", "2", "3", "4"]) await write(ann, videoId, text);
		const first = await list(videoId, ann, "?limit=2");
		await write(ann, videoId, "5");
		const second = await list(videoId, ann, `?limit=2&cursor=${first.nextCursor}`);
		expect([...texts(first), ...texts(second)]).toEqual(["4", "3", "2", "1"]);
		expect(second).toMatchObject({ nextCursor: null, commentCount: 5 });
	});

	it("200: leaves out people blocked in either direction, and tops the page up", async () => {
		const [ann, bob, eve] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await newVideo(bob);
		await write(ann, videoId, "from ann");
		await write(bob, videoId, "from bob");
		await write(eve, videoId, "from eve");
		await call(`POST /api/v1/users/${eve.id}/block`, { token: ann.token });
		expect(texts(await list(videoId, ann, "?limit=2"))).toEqual(["from bob", "from ann"]);
		expect(texts(await list(videoId, eve))).toEqual(["from eve", "from bob"]);
		expect(texts(await list(videoId))).toEqual(["from eve", "from bob", "from ann"]);
	});

	it("422: a cursor that is not one of ours", async () => {
		const videoId = await newVideo(await newUser(call));
		expect((await call(`GET /api/v1/videos/${videoId}/comments?cursor=abc`)).status).toBe(422);
	});
});

describe("deleting a comment", () => {
	const remove = (by: TestUser, videoId: string, id: string) =>
		call(`DELETE /api/v1/videos/${videoId}/comments/${id}`, { token: by.token });

	it("204: by who wrote it, and by whose video it is; the count follows", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(ann);
		const [first, second] = [(await write(bob, videoId, "1")).json.comment.id, (await write(bob, videoId, "2")).json.comment.id];
		expect((await remove(bob, videoId, first)).status).toBe(204);
		expect((await remove(ann, videoId, second)).status).toBe(204);
		expect(await truth(videoId)).toEqual([0, 0]);
		expect(texts(await list(videoId))).toEqual([]);
	});

	it("404: by anybody else, twice, or under another video", async () => {
		const [ann, bob, eve] = [await newUser(call), await newUser(call), await newUser(call)];
		const [videoId, other] = [await newVideo(ann), await newVideo(eve)];
		const id = (await write(bob, videoId, "1")).json.comment.id;
		expect((await remove(eve, videoId, id)).json.code).toBe("not_found");
		expect((await remove(eve, other, id)).json.code).toBe("not_found");
		const [first, second] = await Promise.all([remove(bob, videoId, id), remove(ann, videoId, id)]);
		expect([204, 404]).toContain(first.status);
		expect([204, 404]).toContain(second.status);
		expect(await truth(videoId)).toEqual([0, 0]);
		expect((await remove(bob, videoId, id)).status).toBe(404);
	});
});
