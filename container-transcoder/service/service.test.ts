import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { TranscodeEvent } from "../../contracts/transcode.ts";
import { startBucket, type TestBucket } from "../testing/bucket.ts";
import { type ClipMaker, MP4, openClipMaker, picture, tone } from "../testing/clips.ts";
import { askService, jobFor, putJob, runJob, testConfig } from "../testing/service.ts";
import { type Service, startService } from "./service.ts";

let clips: ClipMaker;
let short: string;
let long: string;
let bucket: TestBucket;
let root: string;
const services: Service[] = [];

beforeAll(async () => {
	clips = await openClipMaker();
	short = await clips.make("short.mp4", [...picture("128x240", 1.2), ...MP4]);
	long = await clips.make("long.mp4", [...picture("360x640", 40), ...tone(40), ...MP4, "-shortest"]);
});
afterAll(() => clips.remove());
beforeEach(async () => {
	bucket = await startBucket();
	root = await mkdtemp(join(tmpdir(), "reelay-work-"));
});
afterEach(async () => {
	await Promise.all(services.splice(0).map((service) => service.close()));
	await bucket.close();
	await rm(root, { recursive: true, force: true });
});

async function service(more: Record<string, string> = {}, heartbeatMs?: number): Promise<Service> {
	const started = await startService(testConfig(bucket, root, { MAX_JOBS: "2", ...more }), {
		log: () => undefined,
		embedder: null,
		heartbeatMs,
	});
	services.push(started);
	return started;
}

/** Reads events until one of the type has come. */
async function until(events: AsyncGenerator<TranscodeEvent>, type: TranscodeEvent["type"]): Promise<TranscodeEvent> {
	for (let next = await events.next(); !next.done; next = await events.next()) if (next.value.type === type) return next.value;
	throw new Error(`The answer ended without ${type}.`);
}

/** Directories of jobs that are left. */
async function jobDirs(): Promise<string[]> {
	const processes = await readdir(root);
	return (await Promise.all(processes.map((name) => readdir(join(root, name))))).flat();
}

test("health tells version, running jobs and capacity, without a signature", async () => {
	const { url } = await service();
	const health = await (await fetch(`${url}/health`)).json();
	expect(health).toEqual({ ok: true, running: 0, capacity: 2, ffmpeg: expect.stringMatching(/^[\w.+-]+$/) });
});

test("a job that is no job is refused with what is wrong in it", async () => {
	const { url } = await service();
	const put = (id: string, body: string) => askService(`${url}/jobs/${id}`, "PUT", body);
	expect((await put("1", "{")).status).toBe(400);
	const lacking = await put("1", JSON.stringify({ videoId: "1" }));
	expect(lacking.status).toBe(400);
	expect(((await lacking.json()) as { detail: string }).detail).toContain("generation");
	expect((await put("2", JSON.stringify(await jobFor(bucket, short)))).status).toBe(400);
	expect((await fetch(`${url}/nothing`)).status).toBe(404);
});

test("two askers share one job, and one who comes late is told the outcome at once", async () => {
	const { url } = await service();
	const job = await jobFor(bucket, short);
	const [first, second] = await Promise.all([runJob(url, job), runJob(url, job)]);
	expect(first.at(-1)?.type).toBe("done");
	expect(second.at(-1)).toEqual(first.at(-1));
	const written = bucket.requests.length;
	const late = await runJob(url, job);
	expect(late.at(-1)).toEqual(first.at(-1));
	expect(bucket.requests).toHaveLength(written);
});

test("a client that goes away does not stop the job", async () => {
	const { url, registry } = await service();
	const leaving = new AbortController();
	const job = await jobFor(bucket, short);
	const events = putJob(url, job, { signal: leaving.signal });
	await events.next();
	leaving.abort();
	await events.next().catch(() => undefined);
	expect(registry.runningCount).toBe(1);
	expect((await runJob(url, job)).at(-1)?.type).toBe("done");
});

test("an older generation is turned away, a newer one takes the older's place", async () => {
	const { url, registry } = await service();
	const older = putJob(url, await jobFor(bucket, long, { generation: 2 }));
	await until(older, "playable");
	const outdated = await jobFor(bucket, long, { generation: 1 });
	expect((await askService(`${url}/jobs/1`, "PUT", JSON.stringify(outdated))).status).toBe(409);
	const newer = putJob(url, await jobFor(bucket, short, { generation: 3 }));
	const [lost, won] = await Promise.all([until(older, "failed"), until(newer, "done")]);
	expect(lost).toMatchObject({ code: "superseded" });
	expect(won).toMatchObject({ result: { generation: 3 } });
	expect(registry.runningCount).toBe(0);
});

test("when all places are taken the next job is asked to come again", async () => {
	const { url } = await service({ MAX_JOBS: "1" });
	const running = putJob(url, await jobFor(bucket, long));
	await running.next();
	const refused = await askService(`${url}/jobs/2`, "PUT", JSON.stringify(await jobFor(bucket, short, { videoId: "2" })));
	expect(refused.status).toBe(503);
	expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
	await running.return(undefined);
});

test("while it encodes, the bucket holds growing playlists that name nothing but stored segments", async () => {
	const { url } = await service();
	const running = putJob(url, await jobFor(bucket, long));
	await until(running, "playable");
	const stored = (name: string) => bucket.objects.get(`media/videos/1/g1/${name}`);
	const playlist = stored("240p.m3u8")?.body.toString() ?? "";
	expect(playlist).toContain("PLAYLIST-TYPE:EVENT");
	expect(playlist).not.toContain("ENDLIST");
	const named = [...playlist.matchAll(/^240p\/.*$/gm)].map(([name]) => name);
	expect(named.length).toBeGreaterThan(0);
	for (const name of ["240p/init.mp4", ...named]) expect(stored(name)).toBeDefined();
	expect(stored("master.m3u8")?.body.toString()).toContain("240p.m3u8");
	await running.return(undefined);
});

test("cancelling ends the encoder, removes the directory and tells whoever listens", async () => {
	const { url, registry } = await service();
	const running = putJob(url, await jobFor(bucket, long));
	await until(running, "playable");
	expect(await jobDirs()).toHaveLength(1);
	expect((await askService(`${url}/jobs/1`, "DELETE")).status).toBe(204);
	expect(await jobDirs()).toEqual([]);
	expect(registry.runningCount).toBe(0);
	const written = bucket.requests.length;
	expect(await until(running, "failed")).toMatchObject({ code: "cancelled" });
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(bucket.requests).toHaveLength(written);
	expect((await askService(`${url}/jobs/1`, "DELETE")).status).toBe(204);
});

test("silence is broken by heartbeats", async () => {
	const { url } = await service({}, 40);
	bucket.delayMs = 150;
	const events = await runJob(url, await jobFor(bucket, short));
	expect(events.some((event) => event.type === "heartbeat")).toBe(true);
	expect(events.at(-1)?.type).toBe("done");
});

test("closing gives a running job back as shutting_down and leaves nothing behind", async () => {
	const { url } = await service();
	const running = putJob(url, await jobFor(bucket, long));
	await until(running, "playable");
	const [last] = await Promise.all([until(running, "failed"), services.splice(0)[0]?.close()]);
	expect(last).toMatchObject({ code: "shutting_down" });
	expect(await readdir(root)).toEqual([]);
});

test("an input that is no video is refused, and asking again gives the same answer without work", async () => {
	const { url } = await service();
	const text = await clips.make("sound.mp4", [...tone(1), "-c:a", "aac"]);
	const job = await jobFor(bucket, text);
	const events = await runJob(url, job);
	expect(events.at(-1)).toMatchObject({ type: "refused", code: "no_picture" });
	const written = bucket.requests.length;
	expect((await runJob(url, job)).at(-1)).toEqual(events.at(-1));
	expect(bucket.requests).toHaveLength(written);
});

test("a file shorter than declared is a size mismatch", async () => {
	const { url } = await service();
	const job = await jobFor(bucket, short);
	const part = job.source.parts[0];
	if (!part) throw new Error("no part");
	const bytes = part.bytes + 10;
	const declared = { ...job, source: { parts: [{ ...part, bytes }], bytes } };
	expect((await runJob(url, declared)).at(-1)).toMatchObject({ type: "refused", code: "size_mismatch" });
});
