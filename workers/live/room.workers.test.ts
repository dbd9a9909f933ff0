import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { CommentSignal } from "../../contracts/live.ts";
import { videos } from "../../db/schema/videos.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { untilHeard } from "../platform/changes.ts";
import { testEnv } from "../platform/test-env.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { invalidateVideo } from "../videos/index.ts";
import { tellRoom } from "./index.ts";
import { ROOM_MAX, Room } from "./room.ts";
import { TestSocket } from "./socket.fixture.ts";

const call = testApp(socialRoutes);
const roomObject = (videoId: string) => testEnv.VIDEO_ROOM.get(testEnv.VIDEO_ROOM.idFromName(videoId));
const membersOf = (videoId: string) =>
	runInDurableObject(roomObject(videoId), (_, { storage }) => new Room(storage.sql).members(services.clock()));
const untilMembers = (videoId: string, count: number) => expect.poll(async () => (await membersOf(videoId)).length).toBe(count);

async function newVideo(visibility: "public" | "private" = "public"): Promise<string> {
	const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { visibility } });
	return records[0]?.id ?? "";
}

const created = (videoId: string, authorId: string, commentId = services.newId()): CommentSignal => ({
	kind: "comment",
	videoId,
	change: "created",
	commentId,
	authorId,
	commentCount: 1,
});

/** A client with a video's comments open, told whether it is live. */
async function watching({ token }: TestUser, videoId: string): Promise<TestSocket> {
	const socket = await TestSocket.resumed(token);
	socket.say({ type: "watch", videoId });
	await socket.hears(({ frames }) => frames.some(({ type }) => type === "watching"));
	return socket;
}

describe("a video's room", () => {
	it("tells who has its comments open, on each device, and nobody else", async () => {
		const [ann, bob, author] = [await newUser(call), await newUser(call), services.newId()];
		const [videoId, other] = [await newVideo(), await newVideo()];
		const [first, second, elsewhere] = [await watching(ann, videoId), await watching(ann, videoId), await watching(bob, other)];
		expect(first.frames.at(-1)).toEqual({ type: "watching", videoId, live: true });
		const signal = created(videoId, author);
		await tellRoom(services, videoId, signal);
		for (const socket of [first, second]) {
			await socket.hears(({ signals }) => signals.length > 0);
			expect(socket.signals).toEqual([signal]);
		}
		await tellRoom(services, other, created(other, author));
		await elsewhere.hears(({ signals }) => signals.length > 0);
		expect(elsewhere.signals).toHaveLength(1);
	});

	it("gathers a burst into one frame, in order, and goes on after it was evicted", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo();
		const socket = await watching(ann, videoId);
		await evictDurableObject(roomObject(videoId));
		const burst = Array.from({ length: 5 }, (_, count) => created(videoId, services.newId(), String(count + 1)));
		for (const signal of burst) await tellRoom(services, videoId, signal);
		await socket.hears(({ signals }) => signals.length === burst.length);
		expect(socket.signals).toEqual(burst);
	});

	it("tells nobody of a comment by whom they blocked, or who blocked them", async () => {
		const [ann, bob, cid] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await newVideo();
		await call(`POST /api/v1/users/${bob.id}/block`, { token: ann.token });
		const [byAnn, byBob] = [await watching(ann, videoId), await watching(bob, videoId)];
		await tellRoom(services, videoId, created(videoId, ann.id, "1"), created(videoId, bob.id, "2"), created(videoId, cid.id, "3"));
		await byAnn.hears(({ signals }) => signals.length === 2);
		await byBob.hears(({ signals }) => signals.length === 2);
		const told = (socket: TestSocket) => socket.signals.map((signal) => (signal.kind === "comment" ? signal.commentId : null));
		expect([told(byAnn), told(byBob)]).toEqual([
			["1", "3"],
			["2", "3"],
		]);
	});

	it("is closed to who may not see the video", async () => {
		const ann = await newUser(call);
		const videoId = await newVideo("private");
		const socket = await watching(ann, videoId);
		expect(socket.frames.at(-1)).toEqual({ type: "watching", videoId, live: false });
		expect(await membersOf(videoId)).toEqual([]);
	});

	it("tells nothing more of a video that is not for them any more, and forgets them", async () => {
		const ann = await newUser(call);
		const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
		const video = records[0];
		if (video === undefined) throw new Error("no video");
		const socket = await watching(ann, video.id);
		await services.db.video(video.id).update(videos).set({ visibility: "private" }).where(eq(videos.id, video.id));
		await invalidateVideo(services, video.id);
		await untilHeard();
		await tellRoom(services, video.id, created(video.id, services.newId()));
		await untilMembers(video.id, 0);
		expect(socket.signals).toEqual([]);
	});

	it("is left with the last socket that watches, by another video, and by closing the sheet", async () => {
		const ann = await newUser(call);
		const [videoId, other] = [await newVideo(), await newVideo()];
		const [first, second] = [await watching(ann, videoId), await watching(ann, videoId)];
		first.close();
		second.say({ type: "watch", videoId: other });
		await untilMembers(other, 1);
		await untilMembers(videoId, 0);
		second.say({ type: "unwatch" });
		await untilMembers(other, 0);
	});

	it("forgets who is told in vain, and everything once every lease has ended", async () => {
		const videoId = services.newId();
		const room = roomObject(videoId);
		await room.join("4711", services.clock() + 60_000);
		await tellRoom(services, videoId, created(videoId, "1"));
		await untilMembers(videoId, 0);
		await room.join("4711", services.clock() - 1);
		await runInDurableObject(room, (instance) => instance.alarm());
		const tables = await runInDurableObject(room, (_, { storage }) => storage.kv.get("alarms"));
		expect(tables).toBeUndefined();
	});

	it("refuses one more than it holds, but nobody who is in it", async () => {
		const room = roomObject(services.newId());
		const until = services.clock() + 60_000;
		const joined = await runInDurableObject(room, (instance) => {
			const first = Array.from({ length: ROOM_MAX }, (_, userId) => instance.join(String(userId), until));
			return [first.every(Boolean), instance.join("one more", until), instance.join("0", until)];
		});
		expect(joined).toEqual([true, false, true]);
	});
});
