import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { MIX_RATE, Mix, reverb } from "./mix.ts";
import { kick, note, tone } from "./voices.ts";
import { writeWav } from "./wav.ts";

const energy = (samples: Float32Array, from: number, to: number) =>
	samples.subarray(from * MIX_RATE, to * MIX_RATE).reduce((sum, value) => sum + value * value, 0);

describe("mix", () => {
	it("puts a voice where and when it is asked for, and cuts it at the end", () => {
		const mix = new Mix(1);
		tone(mix, { start: 0.5, seconds: 2, hertz: 440, gain: 1, pan: -1 });
		expect(energy(mix.left, 0, 0.5)).toBe(0);
		expect(energy(mix.left, 0.5, 1)).toBeGreaterThan(100);
		expect(energy(mix.right, 0, 1)).toBeLessThan(1e-6);
	});

	it("begins and ends without a click, at one loudness whatever the gains", () => {
		for (const gain of [0.01, 20]) {
			const mix = new Mix(0.5);
			tone(mix, { start: 0, seconds: 0.5, hertz: 440, gain });
			const pcm = mix.toPcm16();
			expect(Math.abs(pcm[0] ?? 1)).toBeLessThan(10);
			expect(Math.abs(pcm.at(-1) ?? 1)).toBeLessThan(10);
			expect(Math.max(...pcm)).toBeGreaterThan(26_000);
			expect(Math.max(...pcm)).toBeLessThan(28_000);
		}
	});

	it("lets a hall ring on and die away", () => {
		const mix = new Mix(3);
		kick(mix, 0, 1);
		reverb(mix, 1, 1);
		expect(energy(mix.left, 0.5, 1)).toBeGreaterThan(0);
		expect(energy(mix.left, 2.5, 3)).toBeLessThan(energy(mix.left, 0.5, 1) / 100);
	});
});

describe("voices", () => {
	it("doubles the frequency every twelve semitones", () => {
		expect([note(0), note(12), note(-12)]).toEqual([440, 880, 220]);
	});

	it("sounds at the asked pitch", () => {
		const mix = new Mix(1);
		tone(mix, { start: 0, seconds: 1, hertz: 200, gain: 1 });
		let crossings = 0;
		for (let i = 1; i < mix.length; i++) if ((mix.left[i - 1] ?? 0) < 0 && (mix.left[i] ?? 0) >= 0) crossings++;
		expect(Math.abs(crossings - 200)).toBeLessThanOrEqual(1);
	});
});

describe("WAV file", () => {
	it("says its length, rate and channels truly", async () => {
		const folder = await mkdtemp(path.join(tmpdir(), "wav-test-"));
		const file = path.join(folder, "a.wav");
		await writeWav(file, Int16Array.from([1, -1, 32_767, -32_768]), 32_000);
		const bytes = await readFile(file);
		await rm(folder, { recursive: true });
		expect(bytes.length).toBe(52);
		expect([bytes.readUInt32LE(4), bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt32LE(40)]).toEqual([44, 2, 32_000, 8]);
		expect([44, 46, 48, 50].map((at) => bytes.readInt16LE(at))).toEqual([1, -1, 32_767, -32_768]);
	});
});
