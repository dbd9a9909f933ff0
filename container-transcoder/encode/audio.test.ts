import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encoderLimits } from "../media/limits.ts";
import { probeSource } from "../media/source.ts";
import { type ClipMaker, MP4, openClipMaker, picture, tone } from "../testing/clips.ts";
import { encodeAudio } from "./audio.ts";

let clips: ClipMaker;
beforeAll(async () => {
	clips = await openClipMaker();
});
afterAll(() => clips.remove());

/** What is heard of a file's sound: both channels' samples at 48 kHz, and the true peak in dB below full scale. */
async function heard(path: string, durationSeconds: number) {
	const memoryBytes = 4 * 1024 ** 3;
	const run = { workDir: clips.dir, signal: new AbortController().signal };
	const source = await probeSource(path, { ...run, ffprobe: "ffprobe", memoryBytes });
	const audio = await encodeAudio(source, {
		...run,
		ffmpeg: "ffmpeg",
		limits: encoderLimits(durationSeconds, memoryBytes),
		durationSeconds,
	});
	if (audio === null) throw new Error("There was no sound.");
	const file = join(clips.dir, "heard.aac");
	await writeFile(file, audio.adts);
	const args = ["-hide_banner", "-nostats", "-i", file, "-af", "ebur128=peak=true", "-f", "f32le", "-ac", "2", "-ar", "48000", "-"];
	const decoded = spawnSync("ffmpeg", args, { maxBuffer: 1 << 26 });
	const bytes = decoded.stdout;
	const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~7)));
	return { samples, peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(decoded.stderr.toString())?.[1]) };
}

/** Loudness of one channel between two times, dB. */
function level(samples: Float32Array, channel: 0 | 1, from: number, to: number): number {
	let sum = 0;
	for (let n = Math.round(from * 48_000); n < Math.round(to * 48_000); n++) sum += (samples[2 * n + channel] ?? 0) ** 2;
	return 10 * Math.log10(sum / ((to - from) * 48_000));
}

test.each([
	["mono, then stereo", ["-ac", "1"], ["-ac", "2"]],
	["stereo, then mono", ["-ac", "2"], ["-ac", "1"]],
	["5.1, then stereo", ["-af", "pan=5.1|FL=c0|FR=c0"], ["-ac", "2"]],
	["44.1 kHz, then 48 kHz", ["-ar", "44100"], ["-ar", "48000"]],
])("a sound that changes on the way is heard to its end and in both ears: %s", async (_, first, second) => {
	const parts = await Promise.all(
		[first, second].map((args, n) => clips.make(`part${n}.ac3`, [...tone(1.5), ...args, "-c:a", "ac3"]).then((path) => readFile(path))),
	);
	const both = join(clips.dir, "both.ac3");
	await writeFile(both, Buffer.concat(parts));
	const clip = await clips.make("changes.mkv", [...picture("64x64", 3, 10), "-i", both, ...MP4, "-c:a", "copy"]);
	const { samples } = await heard(clip, 3);
	for (const channel of [0, 1] as const) {
		for (const from of [0.3, 1.7, 2.4])
			expect(Math.abs(level(samples, channel, from, from + 0.4) + 17), `${channel} ${from}`).toBeLessThan(6);
	}
});

test("a sound that changes on the way keeps its place behind the picture's beginning", async () => {
	const parts = await Promise.all(
		["1", "2"].map((count) => clips.make(`late${count}.ac3`, [...tone(1), "-ac", count, "-c:a", "ac3"]).then((path) => readFile(path))),
	);
	const both = join(clips.dir, "late.ac3");
	await writeFile(both, Buffer.concat(parts));
	const clip = await clips.make("late.mkv", [...picture("64x64", 3, 10), "-itsoffset", "0.5", "-i", both, ...MP4, "-c:a", "copy"]);
	const { samples } = await heard(clip, 3);
	const begins = samples.findIndex((sample) => Math.abs(sample) > 0.02) / 2 / 48_000;
	expect(Math.abs(begins - 0.5)).toBeLessThan(0.026);
});

test.each([
	["a square wave", "if(gt(sin(2*PI*997*t)\\,0)\\,0.99\\,-0.99)"],
	["clicks", "0.98*(random(0)*2-1)*lt(mod(t\\,0.5)\\,0.02)"],
	["music that was clipped", "clip(4*sin(2*PI*11000*t+0.7)\\,-1\\,1)+0.5*sin(2*PI*60*t)"],
	["quiet speech with a bang in it", "0.02*sin(2*PI*300*t)+lt(abs(t-1)\\,0.01)*(random(1)*2-1)"],
])("no peak of %s is above -1 dBFS once it is AAC, between the samples either", async (_, wave) => {
	const clip = await clips.make("peaks.mov", [
		...[...picture("64x64", 2, 10), "-f", "lavfi", "-i", `aevalsrc=${wave}:s=48000:d=2`, ...MP4, "-c:a", "pcm_s16le"],
	]);
	const { peak } = await heard(clip, 2);
	expect(peak).toBeLessThanOrEqual(-1);
	expect(peak).toBeGreaterThan(-30);
});
