import { describe, expect, it } from "vitest";
import { AUDIO_DIMENSIONS, audioFeatures, SAMPLE_RATE } from "./audio.ts";

const seconds = (length: number, sample: (t: number, i: number) => number) =>
	Float32Array.from({ length: length * SAMPLE_RATE }, (_, i) => sample(i / SAMPLE_RATE, i));
const tone = (hertz: number, gain = 0.5) => seconds(3, (t) => gain * Math.sin(2 * Math.PI * hertz * t));
const noise = seconds(3, (_, i) => ((Math.imul(i, 2_654_435_761) >>> 8) % 2000) / 2000 - 0.5);
const clicks = (perMinute: number) => seconds(8, (t) => (((t * perMinute) / 60) % 1 < 0.02 ? Math.sin(t * 9000) : 0));

/** The last twelve features by name. */
function whole(pcm: Float32Array) {
	const features = audioFeatures(pcm);
	if (features === null) throw new Error("silent");
	const [centroid, , , flatness, loudness, , , strikes, tempo, clarity] = features.subarray(AUDIO_DIMENSIONS - 12);
	return { centroid, flatness, loudness, strikes, tempo, clarity };
}

describe("audio features", () => {
	it("hears nothing in silence, in no track, or in an instant", () => {
		expect(audioFeatures(null)).toBeNull();
		expect(audioFeatures(new Float32Array(SAMPLE_RATE))).toBeNull();
		expect(audioFeatures(tone(440).subarray(0, 100))).toBeNull();
	});

	it("has one length and finite numbers whatever the sound", () => {
		for (const pcm of [tone(60), tone(7900), noise, clicks(120), seconds(1, () => 1)]) {
			const features = audioFeatures(pcm) ?? new Float32Array();
			expect(features).toHaveLength(AUDIO_DIMENSIONS);
			expect(features.every(Number.isFinite)).toBe(true);
		}
	});

	it("finds a tone's pitch as brightness, in octaves", () => {
		expect(whole(tone(440)).centroid).toBeCloseTo(Math.log2(440), 0);
		expect(whole(tone(3520)).centroid).toBeCloseTo(Math.log2(3520), 0);
	});

	it("tells noise from tone", () => {
		expect(whole(noise).flatness).toBeGreaterThan(10 * (whole(tone(440)).flatness ?? 1));
	});

	it("hears ten times the amplitude as a hundred times the power", () => {
		expect((whole(tone(440, 0.5)).loudness ?? 0) - (whole(tone(440, 0.05)).loudness ?? 0)).toBeCloseTo(2, 1);
	});

	it.each([90, 120, 150])("counts a pulse of %i beats a minute, or its double or half", (perMinute) => {
		const { tempo, strikes } = whole(clicks(perMinute));
		const octaves = (tempo ?? 0) - Math.log2(perMinute / 100);
		expect(Math.abs(octaves - Math.round(octaves))).toBeLessThan(0.1);
		expect(strikes).toBeCloseTo(perMinute / 60, 0);
	});
});
