import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Service, startService } from "./service/service.ts";
import { startBucket, type TestBucket } from "./testing/bucket.ts";
import { type ClipMaker, MP4, openClipMaker } from "./testing/clips.ts";
import { jobFor, resultOf, runJob, testConfig } from "./testing/service.ts";

let clips: ClipMaker;
let bucket: TestBucket;
let service: Service;
let file: string;

beforeAll(async () => {
	clips = await openClipMaker();
	bucket = await startBucket();
	service = await startService(testConfig(bucket, join(clips.dir, "work")), { log: () => undefined, embedder: null });
	const colour = (name: string) => ["-f", "lavfi", "-i", `color=${name}:s=240x426:d=1:r=30`];
	const join3 = "[0][1][2]concat=n=3:v=1";
	file = await clips.make("colours.mp4", [...colour("red"), ...colour("lime"), ...colour("blue"), "-filter_complex", join3, ...MP4]);
});
afterAll(async () => {
	await service.close();
	await bucket.close();
	await clips.remove();
});

/** The strongest of red, green and blue in a picture's middle. */
async function colourOf(key: string): Promise<string> {
	const { channels } = await sharp(bucket.objects.get(`media/${key}`)?.body).stats();
	const means = channels.map(({ mean }) => mean);
	return ["red", "green", "blue"][means.indexOf(Math.max(...means))] ?? "";
}

test("the cover of a chosen moment is written under its number, alone", async () => {
	for (const [atMs, number, colour] of [
		[300, 1, "red"],
		[1_500, 2, "green"],
		[2_999, 3, "blue"],
	] as const) {
		const job = await jobFor(bucket, file, { videoId: "40", only: "cover", cover: { atMs, number } });
		bucket.requests.length = 0;
		const events = await runJob(service.url, job);
		expect(events.at(-1)).toEqual({ type: "covered", blurhash: expect.stringMatching(/^.{20,}$/) });
		expect(bucket.requests.filter((request) => request.startsWith("PUT"))).toHaveLength(1);
		expect(await colourOf(`${job.outputPrefix}cover-${number}.jpg`)).toBe(colour);
	}
});

test("a whole job keeps the choice", async () => {
	const job = await jobFor(bucket, file, { videoId: "41", cover: { atMs: 1_500, number: 7 } });
	expect(await resultOf(service.url, job)).toMatchObject({ cover: 7 });
	expect(await colourOf(`${job.outputPrefix}cover-7.jpg`)).toBe("green");
	expect(bucket.objects.has(`media/${job.outputPrefix}cover.jpg`)).toBe(false);
});
