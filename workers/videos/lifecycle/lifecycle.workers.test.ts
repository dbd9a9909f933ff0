import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { TranscodeMessage } from "../../../contracts/queues.ts";
import type { VideoCard, VideoTile } from "../../../contracts/videos.ts";
import { accountUsers, follows, profiles } from "../../../db/schema/index.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";
import {
	completedVideo,
	mp4Bytes,
	newUser,
	partKey,
	publishedVideo,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testApp,
	uploadParts,
} from "../testing/fixtures.ts";
import { hideVideosOf } from "./leave.ts";

const GUEST: Viewer = { kind: "guest", guestId: "guest-1" };
const using = servicesWith({ TRANSCODE_QUEUE: recordedQueue<TranscodeMessage>().queue });
let creator: UserViewer;
beforeAll(async () => {
	creator = await newUser();
});
const json = <T>(response: Response): Promise<T> => response.json();
const codeOf = async (response: Response) => [response.status, (await json<{ code: string }>(response)).code];

describe("GET /videos/:videoId", () => {
	it("200 for anybody once it is up", async () => {
		const videoId = await publishedVideo(creator);
		const { video } = await json<{ video: VideoCard }>(await testApp(GUEST)("GET", `/api/v1/videos/${videoId}`));
		expect(video).toMatchObject({ id: videoId, title: "A walk", urls: { "240p": `/videos/auto/${videoId}/g1/240p.m3u8` } });
	});

	it("404 while it is processed, when it is private, and when it is nothing", async () => {
		const processing = await completedVideo(creator, using);
		const hidden = await publishedVideo(creator, { visibility: "private" });
		for (const ref of [processing, hidden, "1", crypto.randomUUID()]) {
			expect(await codeOf(await testApp(GUEST)("GET", `/api/v1/videos/${ref}`))).toEqual([404, "video_not_found"]);
		}
	});
});

describe("GET /videos/:videoId/manifest", () => {
	it("200 with a grant in a private video's addresses, for its creator alone", async () => {
		const videoId = await publishedVideo(creator, { visibility: "private" });
		const answer = await json<{ manifest: { url: string } }>(await testApp(creator)("GET", `/api/v1/videos/${videoId}/manifest`));
		expect((await testApp(null)("GET", answer.manifest.url)).status).toBe(200);
		expect((await testApp(GUEST)("GET", `/api/v1/videos/${videoId}/manifest`)).status).toBe(404);
	});
});

describe("PATCH /videos/:videoId", () => {
	it("200 with the new words, read back at once by everybody", async () => {
		const videoId = await publishedVideo(creator);
		const read = async () => (await json<{ video: VideoCard }>(await testApp(GUEST)("GET", `/api/v1/videos/${videoId}`))).video;
		await read();
		const response = await testApp(creator)("PATCH", `/api/v1/videos/${videoId}`, {
			title: "Dunes",
			hashtags: ["#Sand", "sand", "हिन्दी", "#İstanbul"],
		});
		expect((await json<{ video: VideoTile }>(response)).video).toMatchObject({ id: videoId, title: "Dunes" });
		expect(await read()).toMatchObject({ title: "Dunes", hashtags: ["Sand", "हिन्दी", "İstanbul"], description: "By the sea" });
		expect((await rowOf(videoId))?.hashtags).toEqual(["sand", "हिन्दी", "istanbul"]);
	});

	it("200 while it is still processed", async () => {
		const videoId = await completedVideo(creator, using);
		expect((await testApp(creator, using)("PATCH", `/api/v1/videos/${videoId}`, { title: "Later" })).status).toBe(200);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", title: "Later" });
	});

	it("401, 404 (also for somebody else's) and 422", async () => {
		const videoId = await publishedVideo(creator);
		const stranger = await newUser();
		const path = `/api/v1/videos/${videoId}`;
		expect((await testApp(GUEST)("PATCH", path, { title: "Mine" })).status).toBe(401);
		expect(await codeOf(await testApp(stranger)("PATCH", path, { title: "Mine" }))).toEqual([404, "video_not_found"]);
		expect(await codeOf(await testApp(stranger)("PATCH", "/api/v1/videos/1", { title: "Mine" }))).toEqual([404, "video_not_found"]);
		expect(await codeOf(await testApp(creator)("PATCH", path, { visibility: "nobody" }))).toEqual([422, "invalid_fields"]);
		expect((await rowOf(videoId))?.title).toBe("A walk");
	});
});

describe("DELETE /videos/:videoId", () => {
	it("204, then 404; also by the UUID the upload was begun with", async () => {
		const call = testApp(creator, using);
		const videoId = await completedVideo(creator, using);
		expect((await call("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
		expect(await codeOf(await call("DELETE", `/api/v1/videos/${videoId}`))).toEqual([404, "video_not_found"]);
		const key = crypto.randomUUID();
		await call("POST", "/api/v1/videos/upload/init", { filename: "a.mp4", filesize: 10, duration_ms: 2_000, videoId: key });
		expect((await call("DELETE", `/api/v1/videos/${key}`)).status).toBe(204);
	});

	it("204 while it uploads: the upload is given up", async () => {
		const videoId = await uploadParts(creator, undefined, using);
		expect((await testApp(creator, using)("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
		expect((await testApp(creator, using)("POST", `/api/v1/videos/${videoId}/upload/complete`, {})).status).toBe(409);
	});

	it("404 for somebody else's video, whoever may see it", async () => {
		const stranger = testApp(await newUser());
		const open = await publishedVideo(creator);
		const hidden = await publishedVideo(creator, { visibility: "private" });
		expect(await codeOf(await stranger("DELETE", `/api/v1/videos/${open}`))).toEqual([404, "video_not_found"]);
		expect(await codeOf(await stranger("DELETE", `/api/v1/videos/${hidden}`))).toEqual([404, "video_not_found"]);
		expect(await rowOf(open)).toMatchObject({ status: "ready" });
	});
});

describe("GET /users/:userId/videos", () => {
	const list = async (viewer: Viewer, user: string, query = "") => {
		const response = await testApp(viewer, using)("GET", `/api/v1/users/${user}/videos${query}`);
		return json<{ videos: VideoTile[]; nextCursor: string | null }>(response);
	};

	it("shows the creator everything at once, others what is ready and theirs to see", async () => {
		const owner = await newUser();
		const open = await publishedVideo(owner);
		const hidden = await publishedVideo(owner, { visibility: "private" });
		const followers = await publishedVideo(owner, { visibility: "followers" });
		const newest = await completedVideo(owner, using);
		expect((await list(owner, owner.userId)).videos.map(({ id }) => id)).toEqual([newest, followers, hidden, open]);
		expect((await list(owner, owner.userId)).videos[0]).toMatchObject({ status: "processing", card: null, thumbnail: null });
		expect((await list(GUEST, owner.userId)).videos.map(({ id }) => id)).toEqual([open]);
		const fan = await newUser();
		await services.db.user(fan.userId).insert(follows).values({ followerId: fan.userId, followeeId: owner.userId });
		expect((await list(fan, owner.userId)).videos.map(({ id }) => id)).toEqual([followers, open]);
		expect((await list(fan, owner.userId)).videos[0]?.card?.manifest.url).toContain("/t.");
	});

	it("pages without gap or repeat, and tops up a page the rules left short", async () => {
		const owner = await newUser();
		const open = [];
		for (let index = 0; index < 4; index++) {
			open.unshift(await publishedVideo(owner));
			await completedVideo(owner, using);
		}
		const first = await list(GUEST, owner.userId, "?limit=3");
		expect(first.videos.map(({ id }) => id)).toEqual(open.slice(0, 3));
		const second = await list(GUEST, owner.userId, `?limit=3&cursor=${first.nextCursor}`);
		expect(second.videos.map(({ id }) => id)).toEqual(open.slice(3));
		expect(second.nextCursor).toBeNull();
	});

	it("shows nothing of a creator who is leaving, and all to them", async () => {
		const owner = await newUser();
		const videoId = await publishedVideo(owner);
		await hideVideosOf(using, owner.userId);
		expect((await list(GUEST, owner.userId)).videos).toEqual([]);
		expect((await list(owner, owner.userId)).videos.map(({ id }) => id)).toEqual([videoId]);
	});

	it("takes a user name, in any spelling; 404 for one nobody has", async () => {
		const owner = await newUser();
		const videoId = await publishedVideo(owner);
		await services.db
			.directory()
			.insert(accountUsers)
			.values({
				id: owner.userId,
				name: "Ana",
				email: `${owner.userId}@x.test`,
				username: `ana${owner.userId}`,
				birthdate: "1990-01-01",
				accountType: "standard" as const,
			});
		expect((await list(GUEST, `@Ana${owner.userId}`)).videos.map(({ id }) => id)).toEqual([videoId]);
		for (const nobody of ["@nobody.at.all", "4711"]) {
			expect(await codeOf(await testApp(GUEST)("GET", `/api/v1/users/${nobody}/videos`))).toEqual([404, "user_not_found"]);
		}
	});

	it("the profile's count is of public videos that are up", async () => {
		const owner = await newUser();
		const videoId = await publishedVideo(owner);
		await publishedVideo(owner, { visibility: "private" });
		const countOf = async () => {
			const [row] = await services.db.user(owner.userId).select().from(profiles).where(eq(profiles.userId, owner.userId));
			return row?.videosCount;
		};
		expect(await countOf()).toBe(1);
		await testApp(owner)("DELETE", `/api/v1/videos/${videoId}`);
		expect(await countOf()).toBe(0);
	});
});

describe("POST /internal/videos/:videoId/reprocess", () => {
	const admin = { "x-admin-token": services.config.ADMIN_TOKEN };

	it("202 with the next generation", async () => {
		const videoId = await publishedVideo(creator);
		const response = await testApp(null, using)("POST", `/internal/videos/${videoId}/reprocess`, {}, admin);
		expect([response.status, await response.json()]).toEqual([202, { videoId, status: "ready", generation: 2 }]);
	});

	it("403 without the operators' token, 404 for nothing, 409 when the original is gone or another", async () => {
		const videoId = await publishedVideo(creator);
		const call = testApp(creator, using);
		expect((await call("POST", `/internal/videos/${videoId}/reprocess`, {})).status).toBe(403);
		expect((await call("POST", `/internal/videos/${videoId}/reprocess`, {}, { "x-admin-token": "wrong" })).status).toBe(403);
		expect(await codeOf(await call("POST", "/internal/videos/1/reprocess", {}, admin))).toEqual([404, "video_not_found"]);
		const part = await partKey(videoId, 1);
		await services.ingest.put(part, mp4Bytes(2_000).fill(7, 100));
		expect(await codeOf(await call("POST", `/internal/videos/${videoId}/reprocess`, {}, admin))).toEqual([409, "not_reprocessable"]);
		await services.ingest.delete(part);
		expect(await codeOf(await call("POST", `/internal/videos/${videoId}/reprocess`, {}, admin))).toEqual([409, "not_reprocessable"]);
	});
});
