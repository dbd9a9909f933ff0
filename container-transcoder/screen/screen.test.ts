import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PictureScores, Screening } from "../../contracts/screening.ts";
import { createEmbedder, type Embedder } from "../embed/index.ts";
import { startService } from "../service/service.ts";
import { startBucket, type TestBucket } from "../testing/bucket.ts";
import { type ClipMaker, MP4, openClipMaker, picture } from "../testing/clips.ts";
import { jobFor, resultOf, testConfig } from "../testing/service.ts";
import { createRecogniser, type Recogniser } from "./recogniser.ts";

const SPEECH = fileURLToPath(new URL("../testing/speech.opus", import.meta.url));
const SAFE: PictureScores = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 };
const silent: Recogniser = { recognise: async () => [], close: async () => undefined };
const embedderThat = (look: Embedder["look"]): Embedder => ({
	look,
	embed: async () => ({ version: "test", vector: Array.from({ length: 256 }, (_, n) => (n === 0 ? 1 : 0)) }),
	warmUp: async () => undefined,
	close: async () => undefined,
});

let clips: ClipMaker;
let bucket: TestBucket;
let clip: string;

beforeAll(async () => {
	clips = await openClipMaker();
	bucket = await startBucket();
	// A test card, and for half a second in the midst of it another scene.
	const red = ["-f", "lavfi", "-i", "color=red:size=180x320:rate=30:duration=0.5"];
	const cut = "[0][1]concat=n=2[a];[a][2]concat=n=2[v]";
	clip = await clips.make("scenes.mp4", [
		...[...picture("180x320", 4), ...red, ...picture("180x320", 3.5), "-i", SPEECH],
		...["-filter_complex", cut, "-map", "[v]", "-map", "3:a", ...MP4, "-shortest"],
	]);
});
afterAll(async () => {
	await bucket.close();
	await clips.remove();
});

let made = 0;
async function screened(tools: { embedder?: Embedder; recogniser?: Recogniser }) {
	const service = await startService(testConfig(bucket, join(clips.dir, `work-${++made}`)), { log: () => undefined, ...tools });
	try {
		return await resultOf(service.url, await jobFor(bucket, clip, { videoId: String(made) }));
	} finally {
		await service.close();
	}
}

describe("a video that is transcoded", () => {
	it("is looked at and listened to by the models themselves, and found to be what it is", async () => {
		const { screening, embedding } = await screened({ embedder: createEmbedder(), recogniser: createRecogniser() });
		const { frames, transcript, sha256, unchecked } = Screening.parse(screening);
		expect(unchecked).toEqual([]);
		expect(embedding).not.toBeNull();
		expect(sha256).toBe(
			createHash("sha256")
				.update(await readFile(clip))
				.digest("hex"),
		);
		expect(frames.length).toBeGreaterThanOrEqual(10);
		expect(frames.some(({ atMs }) => atMs >= 4_000 && atMs < 4_500)).toBe(true);
		for (const { scores } of frames) {
			expect(Object.values(scores ?? {}).reduce((all, score) => all + score, 0)).toBeCloseTo(1, 2);
			expect((scores?.porn ?? 1) + (scores?.hentai ?? 1)).toBeLessThan(0.5);
		}
		expect(frames.filter(({ hashes }) => hashes.length >= 3).length).toBeGreaterThanOrEqual(8);
		expect(transcript?.stretches.map(({ text }) => text).join(" ")).toMatch(/bread goes into the oven/i);
	});

	it("is told of what fails, each by its check, and is made all the same", async () => {
		const failing = embedderThat(() => Promise.reject(new Error("out of memory")));
		const deaf: Recogniser = { ...silent, recognise: () => Promise.reject(new Error("the thread ended")) };
		const { screening, manifest } = await screened({ embedder: failing, recogniser: deaf });
		expect(manifest.renditions.length).toBeGreaterThan(0);
		expect(screening?.unchecked.map(({ check }) => check).toSorted()).toEqual(["frames", "speech"]);
		expect(screening).toMatchObject({ transcript: null });
		expect(screening?.frames.every(({ scores, hashes }) => scores === null && hashes !== undefined)).toBe(true);
	});

	it("is looked at while it is encoded: what the embedding sees is looked at before all pictures are there", async () => {
		const asked: number[] = [];
		const counting = embedderThat(async (pictures) => {
			asked.push(pictures.length);
			return pictures.map(() => SAFE);
		});
		const { screening } = await screened({ embedder: counting, recogniser: silent });
		expect(asked.slice(0, -1).every((count) => count === 1)).toBe(true);
		expect(asked.length).toBeGreaterThan(1);
		expect(asked.at(-1)).toBe(screening?.frames.length);
	});
});
