import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { DAILY_LIMITS } from "../../../contracts/limits.ts";
import { downloadName, mediaKeys } from "../../../contracts/media.ts";
import type { Download } from "../../../contracts/sharing.ts";
import { profiles, videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";
import { invalidateVideo } from "../cards/index.ts";
import { consumeTranscodeDeadLetters } from "../pipeline/consumer.ts";
import { reprocessVideo } from "../pipeline/reprocess.ts";
import { messageOf, newUser, objectsOf, publishedVideo, rowOf, services, testApp, testEnv } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, type Script, succeed } from "../testing/transcoder.ts";

const pipe = pipelineHarness();
const GUEST: Viewer = { kind: "guest", guestId: "guest-download" };
let videoId: string;

const copying: Script = async (job, emit) => {
	await testEnv.MEDIA.put(`${job.outputPrefix}${job.download?.name}`, `a copy for ${job.download?.username}`);
	await emit({ type: "copied", bytes: 20 });
};
const nameOf = ({ userId }: UserViewer) => downloadName(`user${userId}`);
const change = async (values: Partial<typeof videos.$inferInsert>) => {
	await services.db.video(videoId).update(videos).set(values).where(eq(videos.id, videoId));
	await invalidateVideo(pipe.using, videoId);
};
const ask = async (method: "GET" | "POST", viewer: Viewer = GUEST, using: Services = pipe.using) => {
	const response = await testApp(viewer, using)(method, `/api/v1/videos/${videoId}/download`);
	return { status: response.status, headers: response.headers, json: await response.json<Download & { code: string; detail: string }>() };
};
const textOf = async (response: Response) => new TextDecoder().decode(await response.arrayBuffer());
const file = (name: string, generation = 1) => testApp(GUEST, pipe.using)("GET", `/videos/auto/${videoId}/g${generation}/${name}`);

beforeEach(async () => {
	pipe.transcoder.script = copying;
	videoId = await publishedVideo(pipe.user);
	await change({ allowDownload: true });
});

describe("a copy to be downloaded", () => {
	it("200 when nobody asked; 202 with the time to wait while it is made; 200 with the address of an attachment", async () => {
		expect(await ask("GET")).toMatchObject({ status: 200, json: { state: "absent", url: null } });
		const asked = await ask("POST");
		expect(asked).toMatchObject({ status: 202, json: { state: "preparing", url: null } });
		expect(Number(asked.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(await ask("GET", pipe.user)).toMatchObject({ status: 202, json: { state: "preparing" } });
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		const name = nameOf(pipe.user);
		expect(pipe.transcoder.started.at(-1)).toMatchObject({ only: "download", download: { username: `user${pipe.user.userId}`, name } });
		const ready = await ask("GET");
		expect(ready).toMatchObject({ status: 200, json: { state: "ready", url: `/videos/auto/${videoId}/g1/${name}` } });
		expect(await ask("POST")).toMatchObject({ status: 200, json: ready.json });
		const copy = await testApp(GUEST, pipe.using)("GET", ready.json.url ?? "");
		expect([copy.status, await textOf(copy)]).toEqual([200, `a copy for user${pipe.user.userId}`]);
		expect(copy.headers.get("content-type")).toBe("video/mp4");
		expect(copy.headers.get("content-disposition")).toBe(`attachment; filename="reelay-${videoId}.mp4"`);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", generation: 1, downloadAskedAt: null });
	});

	it("is made once for many who ask at once, and not again for a message that comes twice", async () => {
		const others = await Promise.all([newUser(), newUser(), newUser()]);
		const answers = await Promise.all([GUEST, pipe.user, ...others].map((viewer) => ask("POST", viewer)));
		expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
		expect(pipe.transcodes.sent).toHaveLength(1);
		await pipe.deliver();
		await pipe.deliver();
		expect(pipe.transcoder.started).toHaveLength(1);
	});

	it("403 for all, its creator too, while that does not allow it, and of what is not for everyone; what was made is served no more", async () => {
		await ask("POST");
		await pipe.deliver();
		expect((await file(nameOf(pipe.user))).status).toBe(200);
		for (const values of [{ allowDownload: false }, { allowDownload: true, visibility: "private" as const }, { creatorPrivate: true }]) {
			await change({ visibility: "public", ...values });
			for (const method of ["GET", "POST"] as const)
				expect(await ask(method, pipe.user)).toMatchObject({ status: 403, json: { code: "download_not_allowed" } });
			expect((await file(nameOf(pipe.user))).status).toBe(404);
		}
	});

	it("404 for those who may not see it", async () => {
		await change({ visibility: "private" });
		for (const method of ["GET", "POST"] as const)
			expect(await ask(method)).toMatchObject({ status: 404, json: { code: "video_not_found" } });
	});

	it("429 after so many a day, for guests as well; one that is made costs nothing", async () => {
		const scarce: Services = { ...pipe.using, config: { ...pipe.using.config, DAILY_LIMIT_FACTOR: 1 } };
		const busy: Viewer[] = [await newUser(), { kind: "guest", guestId: `guest-${videoId}` }];
		for (const viewer of busy) {
			const stub = testEnv.USER_SESSION.get(
				testEnv.USER_SESSION.idFromName(viewer.kind === "user" ? `user:${viewer.userId}` : `guest:${viewer.guestId}`),
			);
			for (let n = 0; n < DAILY_LIMITS.download.free; n++) await stub.spend("download", `earlier-${n}`, DAILY_LIMITS.download.free);
			const refused = await ask("POST", viewer, scarce);
			expect(refused).toMatchObject({ status: 429, json: { code: "daily_limit" } });
			expect(refused.json.detail).toContain("had copies of 50 videos made today");
		}
		await ask("POST");
		await pipe.deliver();
		for (const viewer of busy) expect((await ask("POST", viewer, scarce)).status).toBe(200);
	});

	it("503 when it can't be asked for; then it can be asked for again", async () => {
		pipe.transcodes.refusing = true;
		expect(await ask("POST")).toMatchObject({ status: 503, json: { code: "unavailable" } });
		expect(await ask("GET")).toMatchObject({ status: 200, json: { state: "absent" } });
		pipe.transcodes.refusing = false;
		expect((await ask("POST")).status).toBe(202);
	});

	it("comes again where the transcoder has no place, and is given up after ten minutes", async () => {
		await ask("POST");
		pipe.transcoder.declines.push(new Response(null, { status: 503 }), new Response(null, { status: 503 }));
		const first = pipe.transcodes.sent.at(-1)?.body;
		await pipe.deliver();
		expect(pipe.transcodes.sent.at(-1)).toMatchObject({ body: { only: "download", failures: 0 }, delaySeconds: 5 });
		expect((await ask("GET")).status).toBe(202);
		const soon = pipe.using.clock();
		pipe.using = { ...pipe.using, clock: () => soon + 11 * 60_000 };
		expect(await pipe.deliver(1, first)).toMatchObject({ acked: true });
		expect(await ask("GET")).toMatchObject({ status: 200, json: { state: "absent" } });
	});

	it.each([
		["is refused", 1, { type: "refused", code: "no_picture", message: "There is none." }],
		["failed three times", 3, { type: "failed", code: "encoder_failed", message: "It did not work." }],
	] as const)("that %s leaves the video as it was, and can be asked for again", async (_, attempts, event) => {
		pipe.transcoder.script = async (_job, emit) => emit(event);
		await ask("POST");
		for (let attempt = 1; attempt <= attempts; attempt++) await pipe.deliver(attempt);
		expect(await ask("GET")).toMatchObject({ status: 200, json: { state: "absent" } });
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", stage: "done", failureCode: null, download: null });
		pipe.transcoder.script = copying;
		expect((await ask("POST")).status).toBe(202);
		await pipe.deliver();
		expect(await ask("GET")).toMatchObject({ status: 200, json: { state: "ready" } });
	});

	it("whose message is lost can be asked for again, and so can one whose consumer died", async () => {
		await ask("POST");
		const later: Services = { ...pipe.using, clock: () => Date.now() + 21 * 60_000 };
		expect((await ask("GET", GUEST, later)).json.state).toBe("absent");
		expect((await ask("POST", GUEST, later)).status).toBe(202);
		expect(pipe.transcodes.sent).toHaveLength(2);
		const { batch } = messageOf(pipe.transcodes.sent.at(-1)?.body);
		await consumeTranscodeDeadLetters(batch, pipe.using);
		expect((await ask("GET")).json.state).toBe("absent");
		expect(await rowOf(videoId)).toMatchObject({ status: "ready" });
	});

	it("is outdated when its creator has another name: the next is marked with that", async () => {
		await ask("POST");
		await pipe.deliver();
		const { userId } = pipe.user;
		await services.db
			.user(userId)
			.update(profiles)
			.set({ username: `new${userId}` })
			.where(eq(profiles.userId, userId));
		expect((await ask("GET")).json.state).toBe("absent");
		await ask("POST");
		await pipe.deliver();
		const name = downloadName(`new${userId}`);
		expect((await ask("GET")).json.url).toBe(`/videos/auto/${videoId}/g1/${name}`);
		expect(await textOf(await file(name))).toBe(`a copy for new${userId}`);
		expect((await file(nameOf(pipe.user))).status).toBe(404);
	});

	it("goes with its generation: processed again, there is none yet; deleted, nothing is left", async () => {
		await ask("POST");
		await pipe.deliver();
		const key = mediaKeys.generation(videoId, 1) + nameOf(pipe.user);
		expect(await objectsOf(videoId)).toContain(key);
		await reprocessVideo(pipe.using, videoId, "again");
		// While another generation is made, the copy of what is served stays.
		expect((await ask("GET")).json.state).toBe("ready");
		pipe.transcoder.script = succeed(testEnv.MEDIA);
		await pipe.deliver();
		expect(await rowOf(videoId)).toMatchObject({ liveGeneration: 2, download: null });
		expect((await ask("GET")).json.state).toBe("absent");
		await testApp(pipe.user, pipe.using)("DELETE", `/api/v1/videos/${videoId}`);
		await pipe.cleanUp();
		expect(await objectsOf(videoId)).toEqual([]);
	});

	it("waits for a whole job of the same video that still runs", async () => {
		await ask("POST");
		pipe.transcoder.script = async (job, emit) => emit({ type: "done", result: resultOf(job) });
		await pipe.deliver();
		expect(pipe.transcodes.sent.at(-1)).toMatchObject({ body: { only: "download" }, delaySeconds: 5 });
	});

	it("is not made of a video that was deleted or closed before its turn", async () => {
		await ask("POST");
		await change({ allowDownload: false });
		expect(await pipe.deliver()).toMatchObject({ acked: true });
		expect(pipe.transcoder.started).toEqual([]);
		expect(await rowOf(videoId)).toMatchObject({ downloadAskedAt: null });
	});
});
