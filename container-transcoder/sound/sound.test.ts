import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { SOUND_PEAKS, TRACK_MAX_BYTES } from "../../contracts/limits.ts";
import { MadeTrackHeaders, type SoundMix } from "../../contracts/sound-files.ts";
import type { TranscodeJob } from "../../contracts/transcode.ts";
import { etagOf } from "../testing/bucket.ts";
import { ffprobe, MP4, picture, tone } from "../testing/clips.ts";
import { runningService } from "../testing/running-service.ts";
import { askService, jobFor, resultOf, runJob, saveOutputs } from "../testing/service.ts";

const running = runningService();

const run = promisify(execFile);
const sine = (hertz: number, seconds: number) => ["-f", "lavfi", "-i", `sine=frequency=${hertz}:sample_rate=48000:duration=${seconds}`];
const RATE = 8_000;

/** How loud two tones are in a file between two times, of full scale (Goertzel 1958). */
async function tones(path: string, hertz: readonly number[], from: number, seconds: number): Promise<number[]> {
	const args = ["-v", "error", "-i", path, "-vn", "-ss", String(from), "-t", String(seconds), "-ac", "1", "-ar", String(RATE)];
	const { stdout } = await run("ffmpeg", [...args, "-f", "f32le", "-"], { encoding: "buffer", maxBuffer: 1 << 24 });
	const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + (stdout.length & ~3)));
	return hertz.map((frequency) => {
		let [re, im] = [0, 0];
		for (const [n, sample] of samples.entries()) {
			re += sample * Math.cos((2 * Math.PI * frequency * n) / RATE);
			im += sample * Math.sin((2 * Math.PI * frequency * n) / RATE);
		}
		return (2 * Math.hypot(re, im)) / samples.length;
	});
}

const OWN = 440;
const ADDED = 1_000;
const AddedFormat = z.object({ format: z.object({ duration: z.coerce.number() }) });

/** What a job is told of a sound that was added: a file of ours, of two seconds. */
async function added(mix: SoundMix): Promise<TranscodeJob["sound"]> {
	const body = await readFile(await running.clips.make("added.m4a", [...sine(ADDED, 2), "-af", "volume=8dB", "-ac", "2", "-c:a", "aac"]));
	running.bucket.objects.set("media/added", { body, contentType: "", cacheControl: "" });
	return {
		source: { parts: [{ url: `${running.bucket.url}/media/added`, bytes: body.length, etag: etagOf(body) }], bytes: body.length },
		mix,
	};
}

describe("a sound that was added", () => {
	test.each([
		["over the video's own", "20", { original: 50, added: 100 }, true],
		["in its place", "21", { original: 0, added: 100 }, true],
		["to a video without sound", "22", { original: 100, added: 50 }, false],
		["and turned down to nothing", "23", { original: 100, added: 0 }, true],
	] as const)("%s is heard as loud as was chosen, from beginning to end", async (_, videoId, mix, hasOwn) => {
		const file = await running.clips.make(`${videoId}.mp4`, [...picture("64x64", 5, 10), ...(hasOwn ? tone(5, 0.1) : []), ...MP4]);
		const result = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId, sound: await added(mix) }));
		expect(result).toMatchObject({ manifest: { hasAudio: true }, sound: null });
		const dir = await saveOutputs(running.bucket, `videos/${videoId}/g1/`, join(running.clips.dir, videoId));
		// The added one has two seconds: it begins anew.
		for (const from of [0.3, 4]) {
			const [own = 0, other = 0] = await tones(join(dir, `${result.manifest.renditions[0]?.name}.m3u8`), [OWN, ADDED], from, 0.8);
			if (mix.added === 0) expect([own > 0.1, other < 0.01], `${own} ${other}`).toEqual([true, true]);
			else if (mix.original === 0 || !hasOwn) expect([own < 0.01, other > 0.1], `${own} ${other}`).toEqual([true, true]);
			else expect(own / other, `${own} ${other}`).toBeCloseTo(0.5, 0.15);
		}
		expect(running.bucket.objects.has(`media/videos/${videoId}/g1/sound.m4a`)).toBe(false);
	});

	test("is in the copy to be downloaded too, and what it was put over is not where it was turned off", async () => {
		const file = await running.clips.make("copied.mp4", [...picture("64x64", 2, 10), ...tone(2, 0.1), ...MP4]);
		const sound = await added({ original: 0, added: 100 });
		const download = { username: "ann", name: "download-1.mp4" };
		const job = await jobFor(running.bucket, file, { videoId: "24", sound, only: "download", download });
		expect((await runJob(running.service.url, job)).at(-1)).toMatchObject({ type: "copied" });
		const dir = await saveOutputs(running.bucket, "videos/24/g1/", join(running.clips.dir, "24"));
		const [own = 1, other = 0] = await tones(join(dir, "download-1.mp4"), [OWN, ADDED], 0.3, 1);
		expect([own < 0.01, other > 0.1]).toEqual([true, true]);
	});

	test("that is not what it was when it was added is refused, not left out", async () => {
		const file = await running.clips.make("pinned.mp4", [...picture("64x64", 1, 10), ...tone(1), ...MP4]);
		const sound = await added({ original: 0, added: 100 });
		const other = { ...sound, source: { bytes: 10, parts: [{ url: `${running.bucket.url}/media/added`, bytes: 10, etag: "other" }] } };
		const job = await jobFor(running.bucket, file, { videoId: "25", sound: other as NonNullable<TranscodeJob["sound"]> });
		expect((await runJob(running.service.url, job)).at(-1)).toMatchObject({ type: "refused" });
	});
});

describe("the sound of an upload", () => {
	test("is kept as files for others, with its waveform and fingerprint", async () => {
		const loud = "if(lt(t,16),0.02,0.5)*sin(880*PI*t)";
		const file = await running.clips.make("original.mp4", [
			...[...picture("64x64", 32, 5), "-f", "lavfi", "-i", `aevalsrc='${loud}':s=48000:d=32`, ...MP4, "-shortest"],
		]);
		const { sound } = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "30" }));
		expect(sound?.durationMs).toBe(32_000);
		expect(Math.max(...(sound?.peaks.slice(0, SOUND_PEAKS / 2 - 1) ?? [100]))).toBeLessThan(10);
		expect(Math.min(...(sound?.peaks.slice(SOUND_PEAKS / 2 + 1, -1) ?? [0]))).toBeGreaterThan(90);
		expect(sound?.fingerprint).toMatch(/^[\w-]{20,}=*$/);
		expect(running.bucket.objects.get("media/videos/30/g1/sound.m4a")?.contentType).toBe("audio/mp4");
		const dir = await saveOutputs(running.bucket, "videos/30/g1/", join(running.clips.dir, "30"));
		for (const [name, seconds] of [
			["sound.m4a", 32],
			["preview.m4a", 30],
		] as const) {
			const { format } = AddedFormat.parse(await ffprobe(join(dir, name), "format=duration"));
			expect(Math.abs(format.duration - seconds), name).toBeLessThan(0.1);
		}
	});

	test("is none where nothing can be heard", async () => {
		const silence = ["-f", "lavfi", "-i", "anullsrc=d=1", ...MP4, "-shortest"];
		const file = await running.clips.make("silent.mp4", [...picture("64x64", 1, 10), ...silence]);
		const { sound, manifest } = await resultOf(running.service.url, await jobFor(running.bucket, file, { videoId: "31" }));
		expect([manifest.hasAudio, sound]).toEqual([true, null]);
	});
});

describe("a track of the library", () => {
	const send = (body: Uint8Array) => askService(`${running.service.url}/sounds`, "POST", body);

	test.each([
		["track.wav", []],
		["track.flac", []],
		["track.mp3", ["-metadata", "title=Secret demo"]],
		["track.m4a", ["-c:a", "aac"]],
	] as const)("becomes M4A at the common loudness, with a preview of half a minute: %s", async (name, args) => {
		const answer = await send(await readFile(await running.clips.make(name, [...sine(OWN, 34), "-af", "volume=-20dB", ...args])));
		expect(answer.status, await answer.clone().text()).toBe(200);
		const said = MadeTrackHeaders.parse(Object.fromEntries(answer.headers));
		expect(said["x-sound-duration-ms"] / 1_000).toBeCloseTo(34, 0);
		expect(said["x-sound-fingerprint"].length).toBeGreaterThan(20);
		const body = Buffer.from(await answer.arrayBuffer());
		const parts = { whole: body.subarray(0, said["x-sound-whole-bytes"]), preview: body.subarray(said["x-sound-whole-bytes"]) };
		for (const [part, seconds] of [
			["whole", 34],
			["preview", 30],
		] as const) {
			const path = join(running.clips.dir, `${part}.m4a`);
			await writeFile(path, parts[part]);
			const { format } = AddedFormat.parse(await ffprobe(path, "format=duration"));
			expect(Math.abs(format.duration - seconds), part).toBeLessThan(0.2);
		}
		expect(body.includes("Secret demo")).toBe(false);
		const [level = 0] = await tones(join(running.clips.dir, "whole.m4a"), [OWN], 2, 1);
		expect(20 * Math.log10(level)).toBeGreaterThan(-15);
	});

	test("is refused in words when it is none", async () => {
		const silent = await readFile(await running.clips.make("nothing.wav", ["-f", "lavfi", "-i", "anullsrc=d=2"]));
		const short = await readFile(await running.clips.make("blip.wav", sine(OWN, 0.2)));
		const list = Buffer.from(`#EXTM3U\n#EXTINF:4,\n${join(running.clips.dir, "track.wav")}\n#EXT-X-ENDLIST\n`);
		const cases = [
			[Buffer.from("a letter"), "not_sound"],
			[Buffer.alloc(0), "not_sound"],
			[list, "not_sound"],
			[silent, "silent"],
			[short, "too_short"],
			[Buffer.alloc(TRACK_MAX_BYTES + 1), "too_large"],
		] as const;
		for (const [body, code] of cases) {
			const answer = await send(body);
			expect([answer.status, await answer.json()]).toMatchObject([422, { code }]);
		}
	});
});
