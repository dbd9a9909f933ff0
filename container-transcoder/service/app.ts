import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { stream } from "hono/streaming";
import * as z from "zod";
import { Id } from "../../contracts/ids.ts";
import { type TranscodeEvent, TranscodeJob } from "../../contracts/transcode.ts";
import type { Job } from "./job.ts";
import { type PictureOptions, pictureRoutes } from "./pictures.ts";
import type { Registry } from "./registry.ts";
import { signedWith } from "./signed.ts";
import { type SoundOptions, soundRoutes } from "./sounds.ts";
import { type VoiceOptions, voiceRoutes } from "./voices.ts";

export interface AppOptions {
	registry: Registry;
	/** What calls are signed with. */
	key: string;
	/** Milliseconds; the machine's when left out. */
	clock?: () => number;
	ffmpegVersion: string;
	pictures: PictureOptions;
	voices: VoiceOptions;
	sounds: SoundOptions;
	/** Between two signs of life on a silent connection, milliseconds. */
	heartbeatMs?: number;
}

const HEARTBEAT_MS = 5_000;
/** When to ask again after having been turned away, seconds. */
const RETRY_AFTER_S = 10;
const JOB_BYTES_MOST = 1024 * 1024;

/** The service's HTTP interface. */
export function transcoderApp(options: AppOptions): Hono {
	const { registry } = options;
	const app = new Hono();

	app.get("/health", (c) =>
		c.json({ ok: true, running: registry.runningCount, capacity: registry.capacity, ffmpeg: options.ffmpegVersion }),
	);
	const signed = signedWith(options.key, options.clock);
	pictureRoutes(app, signed, options.pictures);
	voiceRoutes(app, signed, options.voices);
	soundRoutes(app, signed, options.sounds);
	const bounded = bodyLimit({ maxSize: JOB_BYTES_MOST, onError: (c) => problem(c, 413, "This job is too long.") });
	app.put("/jobs/:videoId", bounded, signed, async (c) => {
		const parsed = TranscodeJob.safeParse(json(await c.req.text()));
		if (!parsed.success) return problem(c, 400, z.prettifyError(parsed.error));
		if (parsed.data.videoId !== c.req.param("videoId")) return problem(c, 400, "The job is for another video than its address says.");
		const admission = await registry.admit(parsed.data);
		if (admission.kind === "outdated") return problem(c, 409, `Generation ${admission.generation} of this video is newer.`);
		if (admission.kind === "full") {
			c.header("retry-after", String(RETRY_AFTER_S));
			return problem(c, 503, "All places are taken. Try again soon.");
		}
		return events(c, admission.job, options.heartbeatMs ?? HEARTBEAT_MS);
	});
	app.delete("/jobs/:videoId", bounded, signed, async (c) => {
		const id = Id.safeParse(c.req.param("videoId"));
		if (!id.success) return problem(c, 400, "A video's id is a decimal number.");
		await registry.cancel(id.data);
		return c.body(null, 204);
	});
	app.notFound((c) => problem(c, 404, "There is nothing at this address."));
	return app;
}

/** The job's events as lines of JSON until the last. Whoever goes away leaves the job running. */
function events(c: Context, job: Job, heartbeatMs: number): Response {
	c.header("content-type", "application/x-ndjson");
	c.header("cache-control", "no-store");
	return stream(c, async (out) => {
		let wake = () => {};
		const waiting: TranscodeEvent[] = [];
		const unsubscribe = job.subscribe((event) => {
			// A slow reader is told the newest progress, not all of it.
			if (event.type === "progress" && waiting.at(-1)?.type === "progress") waiting.pop();
			waiting.push(event);
			wake();
		});
		out.onAbort(() => wake());
		try {
			while (!out.aborted) {
				const event = waiting.shift();
				if (event) {
					await out.write(`${JSON.stringify(event)}\n`);
					if (job.last === event) break;
					continue;
				}
				const woken = new Promise<"event">((resolve) => {
					wake = () => resolve("event");
				});
				let timer: NodeJS.Timeout | undefined;
				const silence = new Promise<"silence">((resolve) => {
					timer = setTimeout(() => resolve("silence"), heartbeatMs);
				});
				if ((await Promise.race([woken, silence])) === "silence") waiting.push({ type: "heartbeat" });
				clearTimeout(timer);
			}
		} finally {
			unsubscribe();
		}
	});
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // the schema says what is wrong with it
	}
}

function problem(c: Context, status: 400 | 404 | 409 | 413 | 503, detail: string): Response {
	return c.json({ status, detail }, status, { "content-type": "application/problem+json" });
}
