import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createRecogniser } from "./recogniser.ts";
import { stretchesOf } from "./voice-activity.ts";

/** Two sentences of a synthetic voice, two seconds of silence between them. */
const SPEECH = fileURLToPath(new URL("../testing/speech.opus", import.meta.url));

function heard(path: string): Float32Array {
	const raw = execFileSync("ffmpeg", ["-v", "error", "-i", path, "-ac", "1", "-ar", "16000", "-f", "f32le", "-"], { maxBuffer: 1 << 26 });
	return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
}

describe("speech", () => {
	const recogniser = createRecogniser();
	afterAll(() => recogniser.close());

	it("is written down where it is said", async () => {
		const [first, second, ...others] = await recogniser.recognise(heard(SPEECH));
		expect(others).toEqual([]);
		expect(first?.text.toLowerCase()).toContain("water in");
		expect(second?.text.toLowerCase()).toContain("after two hours the bread goes into the oven");
		expect(first?.fromMs).toBeLessThan(600);
		expect(second?.fromMs).toBeGreaterThan((first?.toMs ?? 0) + 1_000);
	});

	it("is not invented in silence, noise or music", async () => {
		const silence = new Float32Array(16_000 * 3);
		let state = 7;
		const noise = silence.map(() => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return (state / 2_147_483_648 - 0.5) * 0.4;
		});
		const chord = silence.map((_, n) => 0.2 * (Math.sin(n * 0.1728) + Math.sin(n * 0.2177) + Math.sin(n * 0.2588)));
		for (const sound of [silence, noise, chord, new Float32Array(0)]) expect(await recogniser.recognise(sound)).toEqual([]);
	});
});

describe("stretches of speech", () => {
	const frames = (...runs: [probability: number, count: number][]) =>
		Float32Array.from(runs.flatMap(([probability, count]) => new Array<number>(count).fill(probability)));

	it("go on over short pauses and end at long ones", () => {
		expect(stretchesOf(frames([0, 20], [0.9, 30], [0, 8], [0.9, 30], [0, 40], [0.9, 20], [0, 20]), 5_376)).toEqual([
			{ fromMs: 520, toMs: 2_936 },
			{ fromMs: 3_976, toMs: 4_856 },
		]);
	});

	it("leave out what is too short to be speech", () => {
		expect(stretchesOf(frames([0, 20], [0.9, 3], [0, 40]), 2_016)).toEqual([]);
	});

	it("are cut at their quietest moment where nobody pauses, and never longer than ten seconds and a bit", () => {
		const speech = frames([0.9, 250], [0.5, 1], [0.9, 400]);
		const stretches = stretchesOf(speech, 651 * 32);
		expect(stretches[0]?.toMs).toBe(250 * 32 + 120);
		expect(Math.max(...stretches.map(({ fromMs, toMs }) => toMs - fromMs))).toBeLessThanOrEqual(10_240);
	});
});
