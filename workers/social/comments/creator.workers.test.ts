import { describe, expect, it, vi } from "vitest";
import { newUser, type TestUser } from "../../gateway/testing/api.ts";
import { at, call, list, newVideo, noticesOf, replies, texts, truth, write, written } from "./comments.fixture.ts";

const people = async (count: number): Promise<TestUser[]> => Promise.all(Array.from({ length: count }, () => newUser(call)));
const OPEN = { commentsFrom: "everyone", holdAll: false, words: [] };
const setRules = (by: TestUser, rules: object) =>
	call("PUT /api/v1/users/me/comments/rules", { token: by.token, body: { ...OPEN, ...rules } });
const setVideoRules = (by: TestUser, videoId: string, rules: object) =>
	call(`PUT /api/v1/videos/${videoId}/comment-rules`, {
		token: by.token,
		body: { commentsFrom: null, holdAll: null, words: [], ...rules },
	});
const queue = async (by: TestUser, query = "") => (await call(`GET /api/v1/users/me/comments/held${query}`, { token: by.token })).json;

describe("the same words again and again", () => {
	it("201: wait for each creator after five times within the hour, and what others write does not", async () => {
		const [ann, bob, cem] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		const advert = `Buy followers today at example ${crypto.randomUUID()}`;
		for (let time = 0; time < 7; time++) expect((await write(bob, videoId, `${advert}${"!".repeat(time)}`)).status).toBe(201);
		expect(await truth(videoId)).toEqual([5, 5]);
		expect((await queue(ann)).held).toHaveLength(2);
		expect((await write(cem, videoId, "What a lovely place, where is it that you were walking?")).status).toBe(201);
		expect(await truth(videoId)).toEqual([6, 6]);
	});
});

describe("the creator's heart and pin", () => {
	it("200: hearts show for all, and are taken back", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "x");
		expect((await at("POST", videoId, id, "/heart", ann)).json.comment).toMatchObject({ id, hearted: true });
		expect((await list(videoId)).comments[0].hearted).toBe(true);
		await at("DELETE", videoId, id, "/heart", ann);
		expect((await list(videoId)).comments[0].hearted).toBe(false);
	});

	it("200: one is pinned at a time, on top of both orders, once", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const [a, b] = [await written(bob, videoId, "a"), await written(bob, videoId, "b")];
		await write(bob, videoId, "c");
		await Promise.all([at("POST", videoId, a, "/pin", ann), at("POST", videoId, b, "/pin", ann)]);
		expect((await list(videoId)).comments.filter(({ pinned }: { pinned: boolean }) => pinned)).toHaveLength(1);
		expect((await at("POST", videoId, a, "/pin", ann)).json.comment.pinned).toBe(true);
		for (const sort of ["newest", "top"]) expect(texts(await list(videoId, bob, `?sort=${sort}`))).toEqual(["a", "c", "b"]);
		const first = await list(videoId, bob, "?limit=1");
		expect(texts(first).length).toBeLessThanOrEqual(1);
		await at("DELETE", videoId, a, "/pin", ann);
		expect(texts(await list(videoId))).toEqual(["c", "b", "a"]);
	});

	it("a deleted comment is pinned no more", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const id = await written(ann, videoId, "x");
		await write(ann, videoId, "answer", { replyTo: id });
		await at("POST", videoId, id, "/pin", ann);
		await at("DELETE", videoId, id, "", ann);
		expect((await list(videoId)).comments).toMatchObject([{ deleted: true, pinned: false }]);
	});

	it("401, 404: by nobody else, not even its author; an answer is not pinned", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "x");
		const answer = await written(bob, videoId, "y", { replyTo: id });
		for (const what of ["/heart", "/pin", "/approve"]) {
			expect((await at("POST", videoId, id, what)).status).toBe(401);
			expect((await at("POST", videoId, id, what, bob)).json.code).toBe("not_found");
		}
		expect((await at("POST", videoId, answer, "/pin", ann)).json.code).toBe("not_found");
	});
});

describe("who may comment", () => {
	it("403, 201: everyone, followers, nobody; the creator always", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		await setVideoRules(ann, videoId, { commentsFrom: "followers" });
		expect((await write(eve, videoId, "x")).json.code).toBe("comments_closed");
		expect((await write(bob, videoId, "of a follower")).status).toBe(201);
		expect(await list(videoId, eve)).toMatchObject({ commentsFrom: "followers", mayComment: false });
		expect(await list(videoId, bob)).toMatchObject({ mayComment: true });
		await setVideoRules(ann, videoId, { commentsFrom: "off" });
		expect((await write(bob, videoId, "x")).json.code).toBe("comments_closed");
		expect((await write(ann, videoId, "of the creator")).status).toBe(201);
		expect(texts(await list(videoId, eve))).toEqual(["of the creator", "of a follower"]);
	});

	it("what holds for all videos holds where one says nothing else", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const [videoId, other] = [await newVideo(ann), await newVideo(ann)];
		expect((await setRules(ann, { commentsFrom: "off" })).json).toEqual({ ...OPEN, commentsFrom: "off" });
		await setVideoRules(ann, other, { commentsFrom: "everyone" });
		expect((await write(bob, videoId, "x")).json.code).toBe("comments_closed");
		expect((await write(bob, other, "x")).status).toBe(201);
	});

	it("401, 404, 422: rules are one's own, and bounded", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		expect((await call("GET /api/v1/users/me/comments/rules")).status).toBe(401);
		expect((await setVideoRules(bob, videoId, {})).json.code).toBe("video_not_found");
		expect((await call(`GET /api/v1/videos/${videoId}/comment-rules`, { token: bob.token })).json.code).toBe("video_not_found");
		for (const rules of [{ commentsFrom: "friends" }, { words: ["x".repeat(65)] }, { words: Array(201).fill("x") }, { words: [" "] }])
			expect((await setRules(ann, rules)).status).toBe(422);
		expect((await call("GET /api/v1/users/me/comments/rules", { token: ann.token })).json).toEqual(OPEN);
	});
});

describe("approval", () => {
	it("200: what has a filtered word waits: seen by its author and the creator alone, counted when it is approved", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		await setRules(ann, { words: ["crypto"] });
		await setVideoRules(ann, videoId, { words: ["free money"] });
		const fine = await written(bob, videoId, "Cryptography is fine");
		const { status, json } = await write(bob, videoId, `CRYPTO! @${eve.user.username}`);
		expect([status, json.comment.held, json.commentCount]).toEqual([201, true, 1]);
		await write(bob, videoId, "It is Free  Money", { replyTo: fine });
		expect(texts(await list(videoId, eve))).toEqual(["Cryptography is fine"]);
		expect((await list(videoId, bob)).comments.map(({ held }: { held: boolean }) => held)).toEqual([true, false]);
		expect(texts(await replies(videoId, fine, eve))).toEqual([]);
		expect(texts(await replies(videoId, fine, bob))).toEqual(["It is Free  Money"]);
		expect(await noticesOf(eve)).toEqual([]);
		const { held } = await queue(ann);
		expect(held.map(({ comment }: { comment: { text: string } }) => comment.text)).toEqual(["It is Free  Money", json.comment.text]);
		expect(held[0].video.id).toBe(videoId);

		const approved = await at("POST", videoId, json.comment.id, "/approve", ann);
		expect(approved.json).toMatchObject({ comment: { held: false }, commentCount: 2 });
		expect((await at("POST", videoId, json.comment.id, "/approve", ann)).json.commentCount).toBe(2);
		expect((await list(videoId, eve)).comments).toHaveLength(2);
		await vi.waitFor(async () => expect(await noticesOf(eve)).toMatchObject([{ type: "mention", commentId: json.comment.id }]));
		expect((await queue(ann)).held).toHaveLength(1);
		expect(await truth(videoId)).toEqual([2, 2]);
	});

	it("an approved answer is counted in its thread; a refused one leaves the queue and no count", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const root = await written(ann, videoId, "root");
		await setVideoRules(ann, videoId, { holdAll: true });
		const [yes, no] = [await written(bob, videoId, "yes", { replyTo: root }), await written(bob, videoId, "no", { replyTo: root })];
		expect((await write(ann, videoId, "the creator's own")).json.comment.held).toBe(false);
		await at("POST", videoId, yes, "/approve", ann);
		expect((await at("DELETE", videoId, no, "", ann)).status).toBe(204);
		expect(await queue(ann)).toEqual({ held: [], nextCursor: null });
		expect((await at("GET", videoId, root, "")).json.thread.replyCount).toBe(1);
		expect(await truth(videoId)).toEqual([3, 3]);
	});

	it("what waits can't be liked, answered or opened by others, and goes with its thread", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		const root = await written(bob, videoId, "root");
		await setVideoRules(ann, videoId, { holdAll: true });
		const held = await written(bob, videoId, "held", { replyTo: root });
		for (const [method, what] of [
			["GET", ""],
			["POST", "/like"],
		] as const)
			expect((await at(method, videoId, held, what, eve)).json.code).toBe("not_found");
		expect((await write(eve, videoId, "x", { replyTo: held })).json.code).toBe("not_found");
		expect((await at("POST", videoId, held, "/approve", bob)).json.code).toBe("not_found");
		await at("DELETE", videoId, root, "", bob);
		expect((await queue(ann)).held).toEqual([]);
		expect(await truth(videoId)).toEqual([0, 0]);
	});

	it("an edit can't bring in words that have to be approved", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		await setRules(ann, { words: ["crypto"] });
		const id = await written(bob, videoId, "fine");
		expect((await at("PATCH", videoId, id, "", bob, { text: "crypto" })).json.code).toBe("invalid_fields");
		expect(texts(await list(videoId))).toEqual(["fine"]);
	});

	it("401, 200: the queue is one's own, in pages", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		await setRules(ann, { holdAll: true });
		for (const text of ["1", "2", "3"]) await write(bob, videoId, text);
		const first = await queue(ann, "?limit=2");
		const second = await queue(ann, `?limit=2&cursor=${first.nextCursor}`);
		expect([...first.held, ...second.held].map(({ comment }) => comment.text)).toEqual(["3", "2", "1"]);
		expect((await queue(bob)).held).toEqual([]);
		expect((await call("GET /api/v1/users/me/comments/held")).status).toBe(401);
	});
});
