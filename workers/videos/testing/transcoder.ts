import { vi } from "vitest";
import { SOUND_PEAKS, VECTOR_DIMENSIONS } from "../../../contracts/limits.ts";
import type { StoredManifest } from "../../../contracts/media.ts";
import type { Screening } from "../../../contracts/screening.ts";
import { type TranscodeEvent, TranscodeJob, type TranscodeResult } from "../../../contracts/transcode.ts";

/** How the transcoder of a test treats one job: writes outputs, emits events; `break` cuts the connection. */
export type Script = (job: TranscodeJob, emit: (event: TranscodeEvent | "break") => Promise<void>) => Promise<void>;

export interface FakeTranscoder {
	/** Treatment of the next jobs; the last one stays. */
	script: Script;
	/** Answers instead of 200, in their order. */
	readonly declines: Response[];
	readonly started: TranscodeJob[];
	readonly cancelled: string[];
	/** Takes the service away: connections are refused. */
	down: boolean;
}

const MANIFEST: StoredManifest = {
	segmentSeconds: 2,
	lastSegmentSeconds: 1,
	segmentCount: 2,
	hasAudio: true,
	renditions: [
		{
			name: "240p",
			width: 240,
			height: 426,
			bandwidth: 400_000,
			averageBandwidth: 300_000,
			frameRate: 30,
			codecs: "avc1.64000d,mp4a.40.2",
			bytes: 90_000,
		},
		{
			name: "360p",
			width: 360,
			height: 640,
			bandwidth: 800_000,
			averageBandwidth: 600_000,
			frameRate: 30,
			codecs: "avc1.64001e,mp4a.40.2",
			bytes: 190_000,
		},
	],
};

const NEUTRAL = { drawing: 0.02, hentai: 0.01, neutral: 0.95, porn: 0.01, sexy: 0.01 };

/** What the models say of a video that nothing is wrong with: a city, from morning to evening, and nobody speaks. */
export const CLEAN: Screening = {
	version: "test",
	sha256: null,
	frames: Array.from({ length: 10 }, (_, n) => ({ atMs: n * 300, scores: NEUTRAL, hashes: [] })),
	transcript: { language: "en", stretches: [] },
	unchecked: [],
};

/** What a transcoder says of a job it finished. */
export const resultOf = (job: Pick<TranscodeJob, "videoId" | "generation">): TranscodeResult => ({
	videoId: job.videoId,
	generation: job.generation,
	probe: { durationMs: 3_000, width: 720, height: 1280, frameRate: 30, videoCodec: "h264", audioCodec: "aac", rotation: 0, hdr: false },
	manifest: MANIFEST,
	blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj",
	cover: 0,
	embedding: { version: "test", vector: Array.from({ length: VECTOR_DIMENSIONS }, (_, index) => (index === 0 ? 1 : 0)) },
	screening: CLEAN,
	sound: { durationMs: 3_000, peaks: Array.from({ length: SOUND_PEAKS }, (_, bar) => bar), fingerprint: "AQAA" },
	recognised: { fingerprint: null, pictures: [], sounds: [], videos: [] },
	bytesWritten: 1_000,
	cpuSeconds: 1,
	wallSeconds: 1,
	resumedRenditions: [],
});

/** Writes a generation's objects, reports them, and is done. */
export const succeed =
	(bucket: R2Bucket): Script =>
	async (job, emit) => {
		await emit({ type: "progress", stage: "encoding", progress: 40 });
		await writeOutputs(bucket, job.outputPrefix);
		await emit({ type: "playable", renditions: ["240p"], manifest: MANIFEST, blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj" });
		await emit({ type: "done", result: resultOf(job) });
	};

export const MASTER = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=240x426\n240p.m3u8\n";
const MEDIA_PLAYLIST = '#EXTM3U\n#EXT-X-MAP:URI="240p/init.mp4"\n#EXTINF:2,\n240p/0.m4s\n#EXT-X-ENDLIST\n';
export const SEGMENT = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251);

export async function writeOutputs(bucket: R2Bucket, prefix: string): Promise<void> {
	await bucket.put(`${prefix}master.m3u8`, MASTER);
	await bucket.put(`${prefix}240p.m3u8`, MEDIA_PLAYLIST);
	await bucket.put(`${prefix}240p/init.mp4`, new Uint8Array(100));
	await bucket.put(`${prefix}240p/0.m4s`, SEGMENT);
	await bucket.put(`${prefix}cover.jpg`, new Uint8Array(50));
}

/** Stands in for the service at `url` until `vi.restoreAllMocks()`; all other requests go through. */
export function fakeTranscoder(url: string, bucket: R2Bucket): FakeTranscoder {
	const real = globalThis.fetch;
	const fake: FakeTranscoder = { script: succeed(bucket), declines: [], started: [], cancelled: [], down: false };
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		if (!request.url.startsWith(url)) return real(request);
		if (fake.down) throw new TypeError("connection refused");
		if (request.method === "DELETE") {
			fake.cancelled.push(new URL(request.url).pathname.replace("/jobs/", ""));
			return new Response(null, { status: 204 });
		}
		const declined = fake.declines.shift();
		if (declined !== undefined) return declined;
		const job = TranscodeJob.parse(await request.json());
		fake.started.push(job);
		return new Response(eventStream(fake.script, job), { headers: { "content-type": "application/x-ndjson" } });
	});
	return fake;
}

function eventStream(script: Script, job: TranscodeJob): ReadableStream<Uint8Array> {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const writer = writable.getWriter();
	const encoder = new TextEncoder();
	let broken = false;
	const emit = async (event: TranscodeEvent | "break") => {
		if (broken) return;
		if (event === "break") {
			broken = true;
			await writer.abort(new Error("killed"));
		} else await writer.write(encoder.encode(`${JSON.stringify(event)}\n`));
	};
	const run = async () => {
		await script(job, emit);
		if (!broken) await writer.close();
	};
	// The reader may let go at any time; that is the consumer's right.
	void run().catch(() => undefined);
	return readable;
}
