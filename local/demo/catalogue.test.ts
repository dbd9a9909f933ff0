import { describe, expect, it } from "vitest";
import { INTERESTS } from "../../contracts/feed.ts";
import { ClientUuid } from "../../contracts/ids.ts";
import { MIN_DURATION_MS } from "../../contracts/limits.ts";
import { register, updateMe } from "../../contracts/users.ts";
import { completeUpload } from "../../contracts/videos.ts";
import { CREATORS, DEMO_CLIPS, DEMO_LOGINS, demoUuid, TOPICS } from "./catalogue.ts";
import { COMMENTS } from "./comments.ts";

describe("demo catalogue", () => {
	it("has at least 30 clips in 8 topics, by several creators", () => {
		expect(DEMO_CLIPS.length).toBeGreaterThanOrEqual(30);
		expect(new Set(DEMO_CLIPS.map((clip) => clip.scene)).size).toBe(8);
		expect(new Set(DEMO_CLIPS.map((clip) => clip.creator)).size).toBe(CREATORS.length);
	});

	it("begins with one clip of every topic", () => {
		expect(new Set(DEMO_CLIPS.slice(0, 8).map((clip) => clip.scene)).size).toBe(8);
	});

	it("begins with what is quick to make: short clips in a small picture", () => {
		const [quick, rest] = [DEMO_CLIPS.slice(0, 8), DEMO_CLIPS.slice(8)];
		expect(quick.every((clip) => clip.picture === "small")).toBe(true);
		expect(Math.max(...quick.map((clip) => clip.seconds))).toBeLessThan(Math.min(...rest.map((clip) => clip.seconds)));
	});

	it("names each clip, title and seed within a topic once", () => {
		expect(new Set(DEMO_CLIPS.map((clip) => clip.id)).size).toBe(DEMO_CLIPS.length);
		expect(new Set(DEMO_CLIPS.map((clip) => clip.title)).size).toBe(DEMO_CLIPS.length);
		expect(new Set(DEMO_CLIPS.map((clip) => `${clip.scene} ${clip.seed}`)).size).toBe(DEMO_CLIPS.length);
	});

	it("holds what the API accepts", () => {
		for (const account of [...CREATORS, ...DEMO_LOGINS]) {
			expect(register.body.safeParse(account).error, account.username).toBeUndefined();
			expect(updateMe.body.safeParse(account).error, account.username).toBeUndefined();
		}
		for (const clip of DEMO_CLIPS) {
			expect(completeUpload.body.safeParse(clip).error, clip.id).toBeUndefined();
			expect(clip.seconds * 1000).toBeGreaterThan(MIN_DURATION_MS);
			expect(CREATORS.map((creator) => creator.username)).toContain(clip.creator);
		}
	});

	it("leads from an interest of the onboarding to every topic, by hashtag", () => {
		for (const { scene, interest } of TOPICS) {
			expect(INTERESTS).toContain(interest);
			expect(DEMO_CLIPS.some((clip) => clip.scene === scene && clip.hashtags.includes(interest))).toBe(true);
			expect(COMMENTS[scene].length).toBeGreaterThan(3);
		}
	});

	it("makes one valid UUID of one name", () => {
		expect(ClientUuid.parse(demoUuid("ocean-1"))).toBe(demoUuid("ocean-1"));
		expect(demoUuid("ocean-1")).not.toBe(demoUuid("ocean-2"));
	});
});
