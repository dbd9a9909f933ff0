import { runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { COMMENT_EDIT_MS, DAILY_LIMITS } from "../../../contracts/limits.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { profiles } from "../../../db/schema/users.ts";
import { commentEdits, commentLikes, comments } from "../../../db/schema/videos.ts";
import { newUser, services, type TestUser } from "../../gateway/testing/api.ts";
import { invalidateUser } from "../../lists/people.ts";
import type { Env } from "../../platform/env.ts";
import { testEnv } from "../../platform/test-env.fixture.ts";
import { at, call, list, newVideo, noticesOf, replies, texts, truth, write, written } from "./comments.fixture.ts";
import { eraseCommentsOf } from "./erase.ts";

const people = async (count: number): Promise<TestUser[]> => Promise.all(Array.from({ length: count }, () => newUser(call)));
const rename = async (user: TestUser, username: string) => {
	await services.db.directory().update(accountUsers).set({ username: username.toLowerCase() }).where(eq(accountUsers.id, user.id));
	await services.db.user(user.id).update(profiles).set({ username }).where(eq(profiles.userId, user.id));
	await invalidateUser(services, user.id);
};

describe("threads", () => {
	it("200: two levels deep: an answer to an answer is in the same thread, oldest first", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const root = await written(ann, videoId, "root");
		const first = await written(bob, videoId, "first", { replyTo: root });
		const second = (await write(ann, videoId, "second", { replyTo: first })).json.comment;
		expect(second).toMatchObject({ rootId: root, replyToId: first });
		expect((await list(videoId)).comments).toMatchObject([{ id: root, replyCount: 2, rootId: null }]);
		expect(texts(await replies(videoId, root))).toEqual(["first", "second"]);
		expect(await truth(videoId)).toEqual([3, 3]);
	});

	it("200: pages of answers have no gaps or repeats, while new ones come in", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const root = await written(ann, videoId, "root");
		for (const text of ["1", "2", "3"]) await write(ann, videoId, text, { replyTo: root });
		const first = await replies(videoId, root, ann, "?limit=2");
		await write(ann, videoId, "4", { replyTo: root });
		const second = await replies(videoId, root, ann, `?limit=2&cursor=${first.nextCursor}`);
		expect([...texts(first), ...texts(second)]).toEqual(["1", "2", "3", "4"]);
	});

	it("404: what is not there, is of another video or was deleted can't be answered", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const [videoId, other] = [await newVideo(ann), await newVideo(ann)];
		const root = await written(ann, videoId, "root");
		await write(ann, videoId, "answer", { replyTo: root });
		expect((await write(ann, other, "x", { replyTo: root })).json.code).toBe("not_found");
		expect((await write(ann, videoId, "x", { replyTo: "4711" })).json.code).toBe("not_found");
		await at("DELETE", videoId, root, "", ann);
		expect((await write(ann, videoId, "x", { replyTo: root })).json.code).toBe("not_found");
		expect(await truth(videoId)).toEqual([1, 1]);
	});

	it("an answer repeated under one client id counts once, in the thread and under the video", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const root = await written(ann, videoId, "root");
		const clientId = crypto.randomUUID();
		await Promise.all([1, 2, 3].map(() => write(ann, videoId, "once", { replyTo: root, clientId })));
		expect((await list(videoId)).comments[0].replyCount).toBe(1);
		expect(await truth(videoId)).toEqual([2, 2]);
	});

	it("a deleted comment with answers leaves an empty place that names nobody, which goes with the last of them", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const root = await written(bob, videoId, "root");
		const answers = [await written(ann, videoId, "1", { replyTo: root }), await written(ann, videoId, "2", { replyTo: root })];
		expect((await at("DELETE", videoId, root, "", bob)).status).toBe(204);
		const [place] = (await list(videoId)).comments;
		expect(place).toMatchObject({ id: root, deleted: true, user: null, text: "", likeCount: 0, replyCount: 2, isYours: false });
		expect(await truth(videoId)).toEqual([2, 2]);
		expect((await at("DELETE", videoId, root, "", bob)).status).toBe(404);
		for (const id of answers) await at("DELETE", videoId, id, "", ann);
		expect(await list(videoId)).toMatchObject({ comments: [], commentCount: 0 });
		expect(await services.db.video(videoId).select().from(comments).where(eq(comments.videoId, videoId))).toEqual([]);
	});

	it("answers that come and go at the same time are counted exactly", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const root = await written(ann, videoId, "root");
		const early = await Promise.all([1, 2, 3, 4, 5].map((count) => written(ann, videoId, `early ${count}`, { replyTo: root })));
		await Promise.all([
			...early.map((id) => at("DELETE", videoId, id, "", ann)),
			...[1, 2, 3].map((count) => write(ann, videoId, `late ${count}`, { replyTo: root })),
		]);
		expect((await list(videoId)).comments[0].replyCount).toBe(3);
		expect(await truth(videoId)).toEqual([4, 4]);
	});

	it("200, 404: a link to a comment opens it in its thread, for who may see it", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann, "followers");
		const root = await written(ann, videoId, "root");
		const answer = await written(ann, videoId, "answer", { replyTo: root });
		expect((await at("GET", videoId, root, "", ann)).json).toMatchObject({ thread: { id: root }, reply: null });
		expect((await at("GET", videoId, answer, "", ann)).json).toMatchObject({ thread: { id: root }, reply: { id: answer } });
		expect((await at("GET", videoId, answer, "", bob)).json.code).toBe("video_not_found");
		expect((await at("GET", videoId, "4711", "", ann)).json.code).toBe("not_found");
	});

	it("200: blocked people's threads and answers are left out, either way", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		const byEve = await written(eve, videoId, "of eve");
		const byAnn = await written(ann, videoId, "of ann");
		await write(eve, videoId, "answer of eve", { replyTo: byAnn });
		await write(bob, videoId, "answer of bob", { replyTo: byAnn });
		await call(`POST /api/v1/users/${eve.id}/block`, { token: bob.token });
		expect(texts(await list(videoId, bob))).toEqual(["of ann"]);
		expect(texts(await replies(videoId, byAnn, bob))).toEqual(["answer of bob"]);
		expect(texts(await replies(videoId, byAnn, eve))).toEqual(["answer of eve"]);
		for (const [method, what, body] of [
			["GET", "", undefined],
			["GET", "/replies", undefined],
			["POST", "/like", undefined],
		] as const)
			expect((await at(method, videoId, byEve, what, bob, body)).json.code).toBe("not_found");
		expect((await write(bob, videoId, "x", { replyTo: byEve })).json.code).toBe("not_found");
	});
});

describe("mentions", () => {
	it("are kept by id: a change of the name breaks nothing, and who left stays as written", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		await write(ann, videoId, `Look @${bob.user.username}, and @${eve.user.username}. Not me@nobody.example or @nobody_at_all`);
		const renamed = `new${bob.id}`.slice(0, 24);
		await rename(bob, renamed);
		const [comment] = (await list(videoId)).comments;
		expect(comment.text).toContain(`Look @${renamed}, and @${eve.user.username}.`);
		expect(comment.mentions.map(({ user }: { user: { id: string } }) => user.id)).toEqual([bob.id, eve.id]);
		for (const { start, length, user } of comment.mentions) expect(comment.text.slice(start, start + length)).toBe(`@${user.username}`);
	});

	it("tell each who is concerned once, with the comment to open; who is answered before who is mentioned", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann);
		const root = await written(bob, videoId, "root");
		const answer = await written(eve, videoId, `@${bob.user.username} @${ann.user.username} @${ann.user.username} yes`, { replyTo: root });
		await vi.waitFor(async () => {
			expect(await noticesOf(bob)).toMatchObject([{ type: "reply", commentId: answer, actor: { id: eve.id } }]);
			expect((await noticesOf(ann)).map(({ type }) => type).sort()).toEqual(["comment", "mention"]);
		});
		await at("DELETE", videoId, answer, "", eve);
		expect(await noticesOf(bob)).toEqual([]);
		expect((await noticesOf(ann)).map(({ type }) => type)).toEqual(["comment"]);
	});

	it("tell nobody of a video they may not see", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const videoId = await newVideo(ann, "followers");
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		await write(bob, videoId, `@${eve.user.username} look`);
		await vi.waitFor(async () => expect((await noticesOf(ann)).map(({ type }) => type)).toContain("comment"));
		expect(await noticesOf(eve)).toEqual([]);
	});

	it("200: suggest commenters and those followed, by the beginning of a name, and never who is blocked", async () => {
		const [ann, bob, eve] = (await people(3)) as [TestUser, TestUser, TestUser];
		const mark = `q${ann.id}`.slice(0, 18);
		for (const [user, end] of [
			[ann, "a"],
			[bob, "b"],
			[eve, "e"],
		] as const)
			await rename(user, mark + end);
		const videoId = await newVideo(ann);
		await write(bob, videoId, "hello");
		await call(`POST /api/v1/users/${eve.id}/follow`, { token: ann.token });
		const suggested = async (by: TestUser, q: string) =>
			(await call(`GET /api/v1/users/me/mentions?q=${q}&videoId=${videoId}`, { token: by.token })).json.users.map(
				({ id }: { id: string }) => id,
			);
		expect(await suggested(ann, `@${mark}`)).toEqual([bob.id, eve.id]);
		expect(await suggested(ann, `${mark}e`)).toEqual([eve.id]);
		expect(await suggested(ann, "%")).toEqual([]);
		await call(`POST /api/v1/users/${bob.id}/block`, { token: ann.token });
		expect(await suggested(ann, mark)).toEqual([eve.id]);
		expect((await call("GET /api/v1/users/me/mentions?q=a")).status).toBe(401);
	});
});

describe("editing", () => {
	it("200: changes one's own, marked as edited; what it said is kept, and who is newly mentioned is told", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(ann, videoId, "befor");
		const { status, json } = await at("PATCH", videoId, id, "", ann, { text: `before @${bob.user.username}` });
		expect(status).toBe(200);
		expect(json.comment.editedAt).not.toBeNull();
		expect((await list(videoId)).comments[0]).toMatchObject({ text: `before @${bob.user.username}`, editedAt: json.comment.editedAt });
		const kept = await services.db.video(videoId).select().from(commentEdits).where(eq(commentEdits.commentId, id));
		expect(kept.map(({ text }) => text)).toEqual(["befor"]);
		await vi.waitFor(async () => expect(await noticesOf(bob)).toMatchObject([{ type: "mention", commentId: id }]));
		await at("PATCH", videoId, id, "", ann, { text: "nobody" });
		await vi.waitFor(async () => expect(await noticesOf(bob)).toEqual([]));
	});

	it("403: not by who could not comment any more", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "nice");
		const rules = { commentsFrom: "off", holdAll: null, words: [] };
		await call(`PUT /api/v1/videos/${videoId}/comment-rules`, { token: ann.token, body: rules });
		expect((await at("PATCH", videoId, id, "", bob, { text: "not nice" })).json.code).toBe("comments_closed");
	});

	it("429: counts against the day like a comment: it may mention others each time", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const id = await written(ann, videoId, "one");
		const day = testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${ann.id}`));
		const most = DAILY_LIMITS.comment.free;
		await runInDurableObject(day, (session) => {
			for (let count = 2; count < most; count++) session.spend("comment", String(count), most);
		});
		const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;
		const edit = async (text: string) =>
			(await call(`PATCH /api/v1/videos/${videoId}/comments/${id}`, { token: ann.token, body: { text }, bindings })).json;
		expect((await edit("two")).comment.text).toBe("two");
		expect((await edit("three")).code).toBe("daily_limit");
		expect((await edit("two")).comment.text).toBe("two");
	});

	it("401, 404, 410, 422: by nobody else, not when it is old, and not to nothing", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "mine");
		expect((await at("PATCH", videoId, id, "", undefined, { text: "x" })).status).toBe(401);
		expect((await at("PATCH", videoId, id, "", ann, { text: "x" })).json.code).toBe("not_found");
		expect((await at("PATCH", videoId, id, "", bob, { text: " " })).status).toBe(422);
		const old = new Date(services.clock() - COMMENT_EDIT_MS - 1_000);
		await services.db.video(videoId).update(comments).set({ createdAt: old }).where(eq(comments.id, id));
		expect((await at("PATCH", videoId, id, "", bob, { text: "x" })).json.code).toBe("edit_expired");
		expect(texts(await list(videoId))).toEqual(["mine"]);
	});
});

describe("likes of comments", () => {
	it("200: count each once, under any race, and tell the author", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const id = await written(ann, videoId, "like me");
		const answers = await Promise.all([1, 2, 3].map(() => at("POST", videoId, id, "/like", bob)));
		expect(answers.map(({ json }) => json)).toEqual([1, 2, 3].map(() => ({ liked: true, likeCount: 1 })));
		expect((await list(videoId, bob)).comments[0]).toMatchObject({ liked: true, likeCount: 1 });
		expect((await list(videoId, ann)).comments[0]).toMatchObject({ liked: false, likeCount: 1 });
		await vi.waitFor(async () =>
			expect(await noticesOf(ann)).toMatchObject([{ type: "comment_like", commentId: id, actor: { id: bob.id } }]),
		);
		expect((await at("DELETE", videoId, id, "/like", bob)).json).toEqual({ liked: false, likeCount: 0 });
		expect((await at("DELETE", videoId, id, "/like", bob)).json).toEqual({ liked: false, likeCount: 0 });
	});

	it("401, 404: not by guests, and not of what is not there", async () => {
		const [ann] = (await people(1)) as [TestUser];
		const videoId = await newVideo(ann);
		const id = await written(ann, videoId, "x");
		expect((await at("POST", videoId, id, "/like")).status).toBe(401);
		expect((await at("POST", videoId, "4711", "/like", ann)).json.code).toBe("not_found");
	});
});

describe("who leaves", () => {
	it("takes their comments, answers, hearts and what was told of them along; threads of others hold together", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const videoId = await newVideo(ann);
		const ofBob = await written(bob, videoId, "thread of bob");
		const ofAnn = await written(ann, videoId, "thread of ann");
		await write(ann, videoId, "answer of ann", { replyTo: ofBob });
		await write(bob, videoId, `answer of bob @${ann.user.username}`, { replyTo: ofAnn });
		await at("POST", videoId, ofAnn, "/like", bob);
		expect(await eraseCommentsOf(services, bob.id)).toBe(true);
		const { comments: left, commentCount } = await list(videoId);
		expect(left).toMatchObject([
			{ id: ofAnn, replyCount: 0, likeCount: 0 },
			{ id: ofBob, deleted: true, user: null, replyCount: 1 },
		]);
		expect(commentCount).toBe(2);
		expect(await truth(videoId)).toEqual([2, 2]);
		const database = services.db.video(videoId);
		expect(await database.select().from(comments).where(eq(comments.userId, bob.id))).toEqual([]);
		expect(await database.select().from(commentLikes).where(eq(commentLikes.userId, bob.id))).toEqual([]);
		expect((await noticesOf(ann)).filter(({ actor }) => actor?.id === bob.id)).toEqual([]);
	});
});
