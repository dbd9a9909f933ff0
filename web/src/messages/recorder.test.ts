import { describe, expect, it } from "vitest";
import { VOICE_PEAKS } from "../../../contracts/limits.ts";
import { peaksOf } from "./recorder.ts";
import { recordingFault } from "./VoiceRecorder.tsx";

describe("a recorded voice", () => {
	it.each([0, 1, 7, 48, 1_000])("of %i looks at its loudness has as many bars as a waveform, each within 0 and 100", (looks) => {
		const peaks = peaksOf(Array.from({ length: looks }, (_, place) => (place % 10) / 20));
		expect(peaks).toHaveLength(VOICE_PEAKS);
		expect(peaks.every((peak) => Number.isInteger(peak) && peak >= 0 && peak <= 100)).toBe(true);
	});
	it("is as high as its loudest moment; silence stays low", () => {
		expect(Math.max(...peaksOf([0.1, 0.4, 0.2]))).toBe(100);
		expect(Math.max(...peaksOf([0.001, 0.002]))).toBeLessThan(10);
	});
	it.each([
		["NotAllowedError", /may not use your microphone\. Allow it/],
		["NotFoundError", /No microphone was found/],
		["NotReadableError", /Another app/],
		["AnythingElse", /can't record/],
	])("that could not begin (%s) says why and what to do", (name, words) => {
		expect(recordingFault(new DOMException("", name))).toMatch(words);
	});
});
