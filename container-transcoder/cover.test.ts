import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { MP4 } from "./testing/clips.ts";
import { runningService } from "./testing/running-service.ts";
import { jobFor, resultOf, runJob } from "./testing/service.ts";

let file: string;

const running = runningService();
beforeAll(async () => {
	const colour = (name: string) => ["-f", "lavfi", "-i", `color=${name}:s=240x426:d=1:r=30`];
	const join3 = "[0][1][2]concat=n=3:v=1";
	file = await running.clips.make("colours.mp4", [
		...colour("red"),
		...colour("lime"),
		...colour("blue"),
		"-filter_complex",
		join3,
		...MP4,
	]);
});

/** The strongest of red, green and blue in a picture's middle. */
async function colourOf(key: string): Promise<string> {
	const { channels } = await sharp(running.bucket.objects.get(`media/${key}`)?.body).stats();
	const means = channels.map(({ mean }) => mean);
	return ["red", "green", "blue"][means.indexOf(Math.max(...means))] ?? "";
}

test("the cover of a chosen moment is written under its number, alone", async () => {
	for (const [atMs, number, colour] of [
		[300, 1, "red"],
		[1_500, 2, "green"],
		[2_999, 3, "blue"],
	] as const) {
		const job = await jobFor(running.bucket, file, { videoId: "40", only: "cover", cover: { atMs, number } });
		running.bucket.requests.length = 0;
		const events = await runJob(running.service.url, job);
		expect(events.at(-1)).toEqual({ type: "covered", blurhash: expect.stringMatching(/^.{20,}$/) });
		expect(running.bucket.requests.filter((request) => request.startsWith("PUT"))).toHaveLength(1);
		expect(await colourOf(`${job.outputPrefix}cover-${number}.jpg`)).toBe(colour);
	}
});

test("a whole job keeps the choice", async () => {
	const job = await jobFor(running.bucket, file, { videoId: "41", cover: { atMs: 1_500, number: 7 } });
	expect(await resultOf(running.service.url, job)).toMatchObject({ cover: 7 });
	expect(await colourOf(`${job.outputPrefix}cover-7.jpg`)).toBe("green");
	expect(running.bucket.objects.has(`media/${job.outputPrefix}cover.jpg`)).toBe(false);
});
