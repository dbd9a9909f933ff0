import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Embedder } from "./embed/embedder.ts";
import type { EmbedInput } from "./embed/index.ts";
import { type Service, startService } from "./service/service.ts";
import { startBucket, type TestBucket } from "./testing/bucket.ts";
import { type ClipMaker, MP4, openClipMaker, picture, tone } from "./testing/clips.ts";
import { jobFor, resultOf, runJob, testConfig } from "./testing/service.ts";

let clips: ClipMaker;
let bucket: TestBucket;
let service: Service;
const seen: EmbedInput[] = [];
const embedding = { version: "later", vector: Array.from({ length: 256 }, (_, n) => (n === 7 ? 1 : 0)) };
const embedder: Embedder = {
	embed: async (input) => {
		seen.push(input);
		return embedding;
	},
	look: async (pictures) => pictures.map(() => ({ drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 })),
	warmUp: async () => undefined,
	close: async () => undefined,
};

beforeAll(async () => {
	clips = await openClipMaker();
	bucket = await startBucket();
	service = await startService(testConfig(bucket, join(clips.dir, "work")), { log: () => undefined, embedder });
});
afterAll(async () => {
	await service.close();
	await bucket.close();
	await clips.remove();
});
beforeEach(() => {
	seen.length = 0;
	bucket.requests.length = 0;
});

/** Mean difference of two pictures, of 255. */
async function difference(one: Uint8Array | undefined, other: Uint8Array | undefined): Promise<number> {
	const [a, b] = await Promise.all([one, other].map((picture) => sharp(picture).raw().toBuffer()));
	if (a === undefined || b === undefined || a.length !== b.length) throw new Error("The pictures are of different sizes.");
	return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

const written = () => bucket.requests.filter((request) => !request.startsWith("GET") && !request.startsWith("HEAD"));

test("what is embedded again sees and hears what the transcoder saw and heard, and nothing is written", async () => {
	const file = await clips.make("topic.mp4", [...picture("360x640", 4), ...tone(4, 0.4), ...MP4, "-shortest"]);
	await resultOf(service.url, await jobFor(bucket, file, { videoId: "20" }));
	bucket.requests.length = 0;
	const text = { title: "Another title", description: "", hashtags: ["new"] };
	// Under another id: this process still remembers how the first job ended.
	const events = await runJob(service.url, await jobFor(bucket, file, { videoId: "21", only: "embedding", text }));
	expect(events.at(-1)).toEqual({ type: "embedded", embedding });
	expect(written()).toEqual([]);
	const [first, again] = seen;
	expect(first?.frames).toHaveLength(6);
	expect(again?.pcm?.length).toBeGreaterThan(16_000);
	expect(again).toMatchObject({ text, pcm: first?.pcm });
	// Scaled another way: the same pictures, not the same bytes.
	for (const [n, frame] of (first?.frames ?? []).entries()) expect(await difference(frame, again?.frames[n])).toBeLessThan(3);
	expect(await difference(first?.frames[0], first?.frames[5])).toBeGreaterThan(6);
});

test("a silent video is embedded without sound", async () => {
	const file = await clips.make("silent.mp4", [...picture("320x240", 2), ...MP4]);
	const events = await runJob(service.url, await jobFor(bucket, file, { videoId: "22", only: "embedding" }));
	expect(events.at(-1)).toEqual({ type: "embedded", embedding });
	expect(seen[0]?.pcm).toBeNull();
});

test("what is no video is refused, and a transcoder without networks says that it can't", async () => {
	const path = join(clips.dir, "text.mp4");
	await writeFile(path, "not a video at all\n".repeat(200));
	const events = await runJob(service.url, await jobFor(bucket, path, { videoId: "23", only: "embedding" }));
	expect(events.at(-1)).toMatchObject({ type: "refused" });

	const blind = await startService(testConfig(bucket, join(clips.dir, "blind")), { log: () => undefined, embedder: null });
	const said = await runJob(blind.url, await jobFor(bucket, path, { videoId: "24", only: "embedding" }));
	await blind.close();
	expect(said.at(-1)).toMatchObject({ type: "failed", code: "no_embedder" });
});
