import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encryptHevc, ffprobe, MP4, picture, seeded, tone } from "./testing/clips.ts";
import { runningService } from "./testing/running-service.ts";
import { jobFor, runJob } from "./testing/service.ts";

const running = runningService();

/** Changes the bytes of pictures, and of nothing else, so that their number stays right. @param change gives each byte anew */
async function damaged(name: string, clip: string, chosen: (n: number) => boolean, change: (byte: number) => number): Promise<string> {
	const file = await readFile(clip);
	const { packets } = (await ffprobe(clip, "packet=pos,size", ["-select_streams", "v:0"])) as { packets: { pos: string; size: string }[] };
	for (const [n, { pos, size }] of packets.entries()) {
		if (!chosen(n)) continue;
		for (let at = Number(pos); at < Number(pos) + Number(size); at++) file[at] = change(file[at] ?? 0);
	}
	const path = join(running.clips.dir, name);
	await writeFile(path, file);
	return path;
}

let videos = 0;

/** Each as a video of its own: the service keeps the outcome of one that it had before. */
async function outcome(path: string) {
	videos++;
	return (await runJob(running.service.url, await jobFor(running.bucket, path, { videoId: String(videos) }))).at(-1);
}

const CODECS: readonly (readonly [name: string, args: readonly string[]])[] = [
	["h264", MP4],
	["hevc", ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-pix_fmt", "yuv420p", "-c:a", "aac"]],
	["mpeg4", ["-c:v", "mpeg4", "-q:v", "6", "-c:a", "aac"]],
];

test.each(CODECS)(
	"%s: with one bit of a hundred flipped, or half of it encrypted, it is refused as damaged; a few damaged pictures are not",
	async (name, args) => {
		const clip = await running.clips.make(`${name}.mp4`, [...picture("160x120", 3), ...tone(3), ...args]);
		const random = seeded();
		const flip = (byte: number) => [0, 1, 2, 3, 4, 5, 6, 7].reduce((value, bit) => (random() < 0.01 ? value ^ (1 << bit) : value), byte);
		const flipped = await damaged(`${name}-flipped.mp4`, clip, () => true, flip);
		expect(await outcome(flipped)).toMatchObject({ type: "refused", message: expect.stringContaining("damaged") });
		const encrypted = await damaged(
			`${name}-half.mp4`,
			clip,
			(n) => n >= 45,
			() => Math.floor(random() * 256),
		);
		expect(await outcome(encrypted)).toMatchObject({ type: "refused", message: expect.stringContaining("damaged") });
		const few = await damaged(`${name}-few.mp4`, clip, (n) => n === 40 || n === 60, flip);
		expect((await outcome(few))?.type).toBe("done");
	},
);

test("hevc: with half of it encrypted behind intact headers, over which no decoder complains, it is refused as damaged", async () => {
	const made = ["-f", "lavfi", "-i", "mandelbrot=s=1280x720:r=30", "-frames:v", "40", "-c:v", "libx265", "-preset", "ultrafast"];
	const clip = await running.clips.make("headers.mp4", [...made, "-x265-params", "log-level=none", "-pix_fmt", "yuv420p"]);
	const encrypted = await encryptHevc(clip, join(running.clips.dir, "headers-half.mp4"), (n) => n >= 20);
	expect(await outcome(encrypted)).toMatchObject({ type: "refused", message: expect.stringContaining("damaged") });
	expect(await outcome(clip)).toMatchObject({ type: "done" });
});
