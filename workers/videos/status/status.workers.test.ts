import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { ProcessingStatus } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import { failVideo } from "../pipeline/fail.ts";
import { completedVideo, newUser, publishedVideo, services, testApp, uploadParts } from "../testing/fixtures.ts";

const path = (ref: string) => `/api/v1/videos/${ref}/status`;
const read = async (response: Response): Promise<ProcessingStatus> => response.json();

describe("GET /videos/:videoId/status", () => {
	it("200 all along: uploading, waiting, under way, up", async () => {
		const user = await newUser();
		const call = testApp(user);
		const uploading = await uploadParts(user);
		expect(await read(await call("GET", path(uploading)))).toMatchObject({ status: "uploading", progress: 0, manifest: null });
		const waiting = await completedVideo(user, services);
		expect(await read(await call("GET", path(waiting)))).toMatchObject({
			status: "processing",
			stage: "queued",
			estimatedSecondsLeft: null,
		});
		await services.db.video(waiting).update(videos).set({ stage: "encoding", progress: 50 }).where(eq(videos.id, waiting));
		expect(await read(await call("GET", path(waiting)))).toMatchObject({
			stage: "encoding",
			progress: 50,
			estimatedSecondsLeft: expect.any(Number),
		});
		const up = await publishedVideo(user);
		const answer = await call("GET", path(up));
		expect(answer.headers.get("cache-control")).toBe("no-store");
		expect(await read(answer)).toMatchObject({
			...{ status: "ready", progress: 100, stage: "done", estimatedSecondsLeft: null },
			...{ urls: { "240p": `/videos/auto/${up}/g1/240p.m3u8` }, thumbnail: `/videos/auto/${up}/g1/cover.jpg` },
			manifest: { url: `/videos/auto/${up}/g1/master.m3u8`, segmentCount: 2 },
		});
	});

	it("200 with the reason in words after a failure", async () => {
		const user = await newUser();
		const videoId = await completedVideo(user, services);
		await failVideo(services, { id: videoId, userId: user.userId, generation: 1 }, { code: "truncated", message: "The file ends early." });
		expect(await read(await testApp(user)("GET", path(videoId)))).toMatchObject({
			status: "failed",
			failure: { code: "truncated", message: "The file ends early." },
		});
	});

	it("200 as a stream of the same objects, by header or by query", async () => {
		const user = await newUser();
		const videoId = await publishedVideo(user);
		const call = testApp(user);
		for (const answer of [
			await call("GET", path(videoId), undefined, { accept: "text/event-stream" }),
			await call("GET", `${path(videoId)}?stream=1`),
		]) {
			expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
			const [, json = ""] = /^data: (.*)$/m.exec(await answer.text()) ?? [];
			expect(JSON.parse(json)).toMatchObject({ videoId, status: "ready", progress: 100 });
		}
	});

	it("401 for a guest; 404 for anybody but the creator, for nothing, and for what was deleted", async () => {
		const user = await newUser();
		const videoId = await publishedVideo(user);
		expect((await testApp({ kind: "guest", guestId: "g" })("GET", path(videoId))).status).toBe(401);
		expect((await testApp(await newUser())("GET", path(videoId))).status).toBe(404);
		expect((await testApp(user)("GET", path("1"))).status).toBe(404);
		await testApp(user)("DELETE", `/api/v1/videos/${videoId}`);
		expect((await testApp(user)("GET", path(videoId))).status).toBe(404);
	});
});
