import { describe, expect, it } from "vitest";
import { isLicensedIn, maySeeSound, mayUseSound, type SoundFacts } from "./sounds.ts";
import type { Standing, VideoFacts } from "./videos.ts";

const track: SoundFacts = { creatorId: null, licenseType: "free", territories: null, offeredAt: 1, offAt: null };
const original: SoundFacts = { ...track, creatorId: "1" };
const up: VideoFacts = {
	userId: "1",
	status: "ready",
	visibility: "public",
	restriction: "none",
	liveGeneration: 1,
	manifest: {},
	hiddenAt: null,
};
const STANDINGS: Readonly<Record<string, Standing>> = {
	stranger: { isCreator: false, isAdult: true, follows: false, blocked: false },
	follower: { isCreator: false, isAdult: true, follows: true, blocked: false },
	blocked: { isCreator: false, isAdult: true, follows: true, blocked: true },
	owner: { isCreator: true, isAdult: true, follows: false, blocked: false },
};
const whoMay = (may: (standing: Standing) => boolean) =>
	Object.keys(STANDINGS)
		.filter((who) => may(STANDINGS[who] as Standing))
		.join(" ");

describe("a licence", () => {
	it.each([
		["free", null, "DE", true],
		["free", ["US"], null, true],
		["licensed", null, "DE", true],
		["licensed", null, null, true],
		["licensed", ["DE", "AT"], "AT", true],
		["licensed", ["DE", "AT"], "US", false],
		["licensed", ["DE", "AT"], null, false],
		["licensed", [], "DE", false],
		["restricted", ["DE"], "DE", true],
		["restricted", ["DE"], "FR", false],
		["restricted", ["DE"], null, false],
		["restricted", null, "DE", false],
	] as const)("%s, for %j, in %s: %s", (licenseType, territories, country, holds) => {
		expect(isLicensedIn({ licenseType, territories }, country)).toBe(holds);
	});
});

describe("a track of the library", () => {
	it("can be used where it is licensed, and seen everywhere", () => {
		const restricted = { ...track, licenseType: "restricted", territories: ["DE"] } as const;
		expect([maySeeSound(restricted, undefined), mayUseSound(restricted, undefined, "FR")]).toEqual([true, false]);
		expect(mayUseSound(restricted, undefined, "DE")).toBe(true);
	});

	it("is nobody's while its batch is not complete", () => {
		const staged = { ...track, offeredAt: null };
		expect([maySeeSound(staged, undefined), mayUseSound(staged, undefined, "DE")]).toEqual([false, false]);
	});
});

describe("an original sound", () => {
	it.each([
		["of a public video", up, original, "stranger follower owner", "stranger follower owner"],
		["of one for followers", { ...up, visibility: "followers" }, original, "follower owner", "owner"],
		["of a private account", { ...up, creatorPrivate: true }, original, "follower owner", "owner"],
		["of a private one", { ...up, visibility: "private" }, original, "owner", "owner"],
		["of a deleted one", { ...up, status: "deleted" }, original, "", ""],
		["of one in review", { ...up, status: "review" }, original, "", ""],
		["of one who leaves", { ...up, hiddenAt: 1 }, original, "", ""],
		["that was turned off", up, { ...original, offAt: 1 }, "owner", "owner"],
	] as const)("%s", (_, video, sound, see, use) => {
		expect(whoMay((standing) => maySeeSound(sound, { video, standing }))).toBe(see);
		expect(whoMay((standing) => mayUseSound(sound, { video, standing }, null))).toBe(use);
	});

	it("of which nothing is left is nobody's", () => {
		expect([maySeeSound(original, undefined), mayUseSound(original, undefined, "DE")]).toEqual([false, false]);
	});
});
