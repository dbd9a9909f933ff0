import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { TranscodeEvent } from "../../contracts/transcode.ts";
import { type Service, startService } from "../service/service.ts";
import { startBucket, type TestBucket } from "../testing/bucket.ts";
import { type ClipMaker, ffprobe, MP4, openClipMaker, picture, tone } from "../testing/clips.ts";
import { jobFor, putJob, resultOf, runJob, saveOutputs, testConfig, testEnvironment } from "../testing/service.ts";

const SERVER = new URL("../server.ts", import.meta.url).pathname;
const NODE = new URL("../../node_modules/.bin/node", import.meta.url).pathname;

let clips: ClipMaker;
let clip: string;
let bucket: TestBucket;
let root: string;

beforeAll(async () => {
	clips = await openClipMaker();
	clip = await clips.make("clip.mp4", [...picture("360x640", 15), ...tone(15), ...MP4, "-shortest"]);
	bucket = await startBucket();
	root = await mkdtemp(join(tmpdir(), "reelay-work-"));
});
afterAll(async () => {
	await bucket.close();
	await rm(root, { recursive: true, force: true });
	await clips.remove();
});

/** The service as a process of its own, as it runs in production. */
async function startProcess(): Promise<{ child: ChildProcess; url: string; lines: string[] }> {
	const env = { ...testEnvironment(bucket, root), PATH: process.env.PATH ?? "" };
	const child = spawn(NODE, [SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
	const lines: string[] = [];
	const url = await new Promise<string>((resolve, reject) => {
		child.once("exit", (code) => reject(new Error(`The service ended with ${code}: ${lines.join("\n")}`)));
		createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
			lines.push(line);
			const said = z.object({ event: z.string(), url: z.string().optional() }).parse(JSON.parse(line));
			if (said.event === "service.start" && said.url) resolve(said.url);
		});
	});
	return { child, url, lines };
}

const storedRows = () => [...bucket.objects.keys()].filter((key) => /g1\/360p\/\d+\.m4s$/.test(key)).length;

test("a service killed in the middle leaves work that the next attempt takes over, and the whole plays without a seam", async () => {
	const job = await jobFor(bucket, clip);
	const { child, url } = await startProcess();
	const events = putJob(url, job);
	// Its later segments are not taken for now: however fast the machine, it can't be done before it is killed.
	bucket.fault = (method, key) => (method === "PUT" && /\/[4-7]\.m4s$/.test(key) ? 503 : null);
	const read = (async () => {
		for await (const event of events) expect(event.type).not.toBe("done");
	})();
	const isUnderWay = () => storedRows() >= 2 && bucket.objects.has("media/videos/1/g1/checkpoint.json");
	while (!isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 5));
	// Asked for before it is killed: the end may come while its answer is still being read.
	const exited = once(child, "exit");
	child.kill("SIGKILL");
	await read.catch((error: Error) => expect(error.name).not.toBe("AssertionError"));
	bucket.fault = () => null;
	await exited;
	const kept = JSON.parse(bucket.objects.get("media/videos/1/g1/checkpoint.json")?.body.toString() ?? "{}") as { rowPictures: number[] };
	expect(kept.rowPictures.length).toBeGreaterThan(0);
	expect(kept.rowPictures.length).toBeLessThan(8);
	const before = bucket.objects.get("media/videos/1/g1/360p/0.m4s")?.body;
	bucket.requests.length = 0;

	const service: Service = await startService(testConfig(bucket, root), { log: () => undefined, embedder: null });
	const result = await resultOf(service.url, job);
	await service.close();
	expect(result.resumedRenditions).toEqual(["240p", "360p"]);
	expect(result.manifest).toMatchObject({ segmentCount: 8, lastSegmentSeconds: 1 });
	expect(bucket.objects.get("media/videos/1/g1/360p/0.m4s")?.body).toBe(before);
	for (let n = 0; n < kept.rowPictures.length; n++) expect(bucket.requests).not.toContain(`PUT media/videos/1/g1/360p/${n}.m4s`);
	expect(await readdir(root)).toEqual([]);

	const dir = await saveOutputs(bucket, "videos/1/g1/", join(clips.dir, "out"));
	const Packets = z.object({ packets: z.array(z.object({ pts_time: z.coerce.number() })) });
	for (const [stream, step, count] of [
		["v", 1 / 30, 450],
		["a", 1024 / 48_000, 704],
	] as const) {
		const { packets } = Packets.parse(await ffprobe(join(dir, "360p.m3u8"), "packet=pts_time", ["-select_streams", stream]));
		const times = packets.map((packet) => packet.pts_time).sort((a, b) => a - b);
		const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
		expect(Math.max(...gaps)).toBeLessThan(step * 1.1);
		expect(Math.min(...gaps)).toBeGreaterThan(step * 0.9);
		expect(Math.abs(times.length - count)).toBeLessThanOrEqual(1);
	}
	const decoded = JSON.stringify(await ffprobe(join(dir, "360p.m3u8"), "stream=nb_read_frames", ["-count_frames", "-select_streams", "v"]));
	expect(decoded).toContain('"nb_read_frames":"450"');
});

test("a job whose answer was lost is not worked for again", async () => {
	const service = await startService(testConfig(bucket, root), { log: () => undefined, embedder: null });
	bucket.requests.length = 0;
	const result = await resultOf(service.url, await jobFor(bucket, clip));
	await service.close();
	expect(result.resumedRenditions).toEqual(["240p", "360p"]);
	expect(bucket.requests.filter((request) => request.startsWith("PUT"))).toEqual([]);
});

test("SIGTERM gives the running job back, ends with 0 and leaves no file", async () => {
	const { child, url } = await startProcess();
	const events: TranscodeEvent[] = [];
	for await (const event of putJob(url, await jobFor(bucket, clip, { videoId: "2" }))) {
		events.push(event);
		if (event.type === "playable") child.kill("SIGTERM");
	}
	expect(events.at(-1)).toMatchObject({ type: "failed", code: "shutting_down" });
	if (child.exitCode === null) await once(child, "exit");
	expect(child.exitCode).toBe(0);
	expect(await readdir(root)).toEqual([]);
});

test("a write that fails at first is tried again; one that never succeeds fails the job for another attempt", async () => {
	const service = await startService(testConfig(bucket, root), { log: () => undefined, embedder: null });
	const short = await clips.make("short.mp4", [...picture("128x240", 1.2), ...MP4]);
	let failures = 0;
	bucket.fault = (method, key) => (method === "PUT" && key.endsWith("240p/0.m4s") && failures++ < 2 ? 500 : null);
	const events = await runJob(service.url, await jobFor(bucket, short, { videoId: "3" }));
	expect(events.at(-1)?.type).toBe("done");
	expect(failures).toBe(3);
	bucket.fault = (method, key) => (method === "PUT" && key.endsWith("240p/0.m4s") ? 503 : null);
	const given = await runJob(service.url, await jobFor(bucket, short, { videoId: "4" }));
	expect(given.at(-1)).toMatchObject({ type: "failed", code: "upload_failed" });
	bucket.fault = () => null;
	await service.close();
});
