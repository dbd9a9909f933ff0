import { describe, expect, it } from "vitest";
import { SoundMix } from "./sound-files.ts";
import { SoundSummary } from "./sounds.ts";

describe("a sound in an answer", () => {
	it("needs no cover, and says how many videos use it", () => {
		const sound = { id: "1", title: "Tide", artistName: "Demo", durationMs: 30_000, isOriginal: false, coverUrl: null, videoCount: 0 };
		expect(SoundSummary.parse(sound)).toEqual(sound);
		expect(SoundSummary.safeParse({ ...sound, videoCount: 0.5 }).success).toBe(false);
	});

	it.each([
		[{ original: 0, added: 100 }, true],
		[{ original: 100.5, added: 0 }, false],
		[{ original: -1, added: 0 }, false],
		[{ original: 0, added: 101 }, false],
	])("is mixed in percent: %j", (mix, isGood) => expect(SoundMix.safeParse(mix).success).toBe(isGood));
});
