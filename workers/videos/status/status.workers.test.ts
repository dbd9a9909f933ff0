import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import type { ProcessingStatus } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import { changesOf } from "../../platform/changes.ts";
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
			status: "ready",
			progress: 100,
			stage: "done",
			estimatedSecondsLeft: null,
			urls: { "240p": `/videos/auto/${up}/g1/240p.m3u8` },
			thumbnail: `/videos/auto/${up}/g1/cover.jpg`,
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

	it("429 for a third stream at once, until one of the two ends; asking without a stream goes on", async () => {
		const user = await newUser();
		const call = testApp(user);
		const videoId = await completedVideo(user, services);
		const open = () => call("GET", `${path(videoId)}?stream=1`);
		const [first, second] = [await open(), await open()];
		const third = await open();
		expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
		expect(await third.json()).toMatchObject({ code: "rate_limited", detail: expect.stringContaining("every few seconds") });
		expect((await call("GET", path(videoId))).status).toBe(200);
		const other = await newUser();
		expect((await testApp(other)("GET", `${path(await completedVideo(other, services))}?stream=1`)).status).toBe(200);
		await first.body?.cancel();
		await vi.waitFor(async () => expect((await open()).status).toBe(200));
	});

	it.each(["session", "user"] as const)("a stream ends with the %s that opened it", async (what) => {
		const user = await newUser();
		const call = testApp(user);
		const videoId = await completedVideo(user, services);
		const answer = await call("GET", `${path(videoId)}?stream=1`);
		const told = answer.text();
		await changesOf(services).note([what === "session" ? `session:${user.sessionId}` : `user:${user.userId}`]);
		// It ends by itself, long before its ten minutes are over and with its video still in the making.
		expect((await told).match(/"status":"(\w+)"/g)).toEqual(['"status":"processing"']);
		const other = await newUser();
		const goesOn = await testApp(other)("GET", `${path(await completedVideo(other, services))}?stream=1`);
		const reader = goesOn.body?.getReader();
		expect((await reader?.read())?.done).toBe(false);
		await reader?.cancel();
	});

	it("a stream of what is still uploading ends at once", async () => {
		const user = await newUser();
		const text = await (await testApp(user)("GET", `${path(await uploadParts(user))}?stream=1`)).text();
		expect(text.match(/^data: /gm)).toHaveLength(1);
		expect(text).toContain('"status":"uploading"');
	});

	it("404 with the same words for somebody else's as for nothing, also as a stream", async () => {
		const videoId = await completedVideo(await newUser(), services);
		const uploading = await uploadParts(await newUser());
		const call = testApp(await newUser());
		const answers = await Promise.all(["1", videoId, uploading].map((id) => call("GET", `${path(id)}?stream=1`)));
		const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text(), [...answer.headers]]));
		expect(told[1]).toEqual(told[0]);
		expect(told[2]).toEqual(told[0]);
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
