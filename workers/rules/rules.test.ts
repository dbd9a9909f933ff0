import { describe, expect, it } from "vitest";
import { keptFrom, mayMeet, mayReach, maySeeListsOf } from "./people.ts";
import { NO_RELATIONS } from "./relations.ts";
import {
	isForEveryone,
	isRecommendable,
	mayBeDownloaded,
	mayBeReposted,
	mayDo,
	mayWatch,
	type Standing,
	standingOf,
	type VideoFacts,
} from "./videos.ts";

const UP: VideoFacts = {
	userId: "1",
	status: "ready",
	visibility: "public",
	restriction: "none",
	liveGeneration: 1,
	manifest: {},
	hiddenAt: null,
};
const STANDINGS: Readonly<Record<string, Standing>> = {
	guest: { isCreator: false, isAdult: false, follows: false, blocked: false },
	stranger: { isCreator: false, isAdult: true, follows: false, blocked: false },
	// Who asked to follow is a stranger until they are accepted.
	requested: { isCreator: false, isAdult: true, follows: false, blocked: false },
	follower: { isCreator: false, isAdult: true, follows: true, blocked: false },
	teen: { isCreator: false, isAdult: false, follows: true, blocked: false },
	blocked: { isCreator: false, isAdult: true, follows: true, blocked: true },
	owner: { isCreator: true, isAdult: true, follows: false, blocked: false },
};
const VIDEOS: Readonly<Record<string, VideoFacts>> = {
	public: UP,
	followers: { ...UP, visibility: "followers" },
	private: { ...UP, visibility: "private" },
	"public, of a private account": { ...UP, creatorPrivate: true },
	"followers, of a private account": { ...UP, visibility: "followers", creatorPrivate: true },
	"private, of a private account": { ...UP, visibility: "private", creatorPrivate: true },
	processing: { ...UP, status: "processing", liveGeneration: null },
	failed: { ...UP, status: "failed", liveGeneration: null, manifest: null },
	"in review": { ...UP, status: "review" },
	blocked: { ...UP, status: "blocked" },
	deleted: { ...UP, status: "deleted" },
	"of one who leaves": { ...UP, hiddenAt: 1 },
	"brought to nobody": { ...UP, restriction: "no_recommend" },
	"by a teen": { ...UP, creatorTeen: true },
	"for adults": { ...UP, restriction: "age" },
};

/** Who may see it, and who may manage it. */
const TABLE: Readonly<Record<keyof typeof VIDEOS, readonly [see: string, manage: string]>> = {
	public: ["guest stranger requested follower teen owner", "owner"],
	followers: ["follower teen owner", "owner"],
	private: ["owner", "owner"],
	"public, of a private account": ["follower teen owner", "owner"],
	"followers, of a private account": ["follower teen owner", "owner"],
	"private, of a private account": ["owner", "owner"],
	processing: ["", "owner"],
	failed: ["", "owner"],
	"in review": ["", "owner"],
	blocked: ["", "owner"],
	deleted: ["", ""],
	"of one who leaves": ["", "owner"],
	"brought to nobody": ["guest stranger requested follower teen owner", "owner"],
	"by a teen": ["guest stranger requested follower teen owner", "owner"],
	"for adults": ["stranger requested follower owner", "owner"],
};

describe("who may do what to a video", () => {
	const cases = Object.keys(VIDEOS).flatMap((video) => Object.keys(STANDINGS).map((who) => ({ video, who })));
	it.each(cases)("$video: $who", ({ video, who }) => {
		const [facts, standing, [see, manage] = ["", ""]] = [VIDEOS[video], STANDINGS[who], TABLE[video]];
		if (facts === undefined || standing === undefined) throw new Error("no such case");
		expect(mayDo("see", facts, standing)).toBe(see.split(" ").includes(who));
		expect(mayDo("manage", facts, standing)).toBe(manage.split(" ").includes(who));
	});

	it("only what is public and can be played is for everyone, and comes to people unless that was forbidden", () => {
		expect(Object.keys(VIDEOS).filter((video) => isForEveryone(VIDEOS[video] ?? UP))).toEqual(["public", "brought to nobody", "by a teen"]);
		expect(Object.keys(VIDEOS).filter((video) => isRecommendable(VIDEOS[video] ?? UP))).toEqual(["public"]);
	});

	it("what a teen made is brought to nobody, passed on by nobody, and kept by nobody", () => {
		const allowed = { ...UP, allowReposts: true, allowDownload: true };
		for (const creatorTeen of [false, true]) {
			const video = { ...allowed, creatorTeen };
			expect([isRecommendable(video), mayBeReposted(video, "2"), mayBeDownloaded(video)]).toEqual([
				!creatorTeen,
				!creatorTeen,
				!creatorTeen,
			]);
		}
	});

	it("an age restriction keeps out who is not known to be an adult", () => {
		const watchers = [{ isAdult: false }, { isAdult: true }];
		expect(watchers.map((watcher) => mayWatch({ restriction: "age" }, watcher))).toEqual([false, true]);
		expect(watchers.map((watcher) => mayWatch({ restriction: "no_recommend" }, watcher))).toEqual([true, true]);
	});

	it("a standing is told from the viewer's relations", () => {
		const relations = { ...NO_RELATIONS, isAdult: true, following: new Set(["2"]), blocked: new Set(["3"]), requested: new Set(["5"]) };
		expect(standingOf(relations, "1", "1")).toEqual(STANDINGS.owner);
		expect(standingOf(relations, "1", "2")).toEqual(STANDINGS.follower);
		expect(standingOf(relations, "1", "5")).toEqual(STANDINGS.requested);
		expect(standingOf(relations, "1", "3")).toEqual({ isCreator: false, isAdult: true, follows: false, blocked: true });
		expect(standingOf(NO_RELATIONS, null, "4")).toEqual(STANDINGS.guest);
	});
});

describe("people", () => {
	it("nobody meets who blocked the other", () => {
		expect(mayMeet({ blocked: new Set(["3"]) }, "3")).toBe(false);
		expect(mayMeet({ blocked: new Set(["3"]) }, "4")).toBe(true);
	});

	it("of whom one muted nothing comes by itself, though they are still met", () => {
		const relations = { blocked: new Set(["3"]), muted: new Set(["4"]) };
		expect(["3", "4", "5"].map((id) => mayReach(relations, id))).toEqual([false, false, true]);
		expect(["3", "4", "5"].map((id) => mayMeet(relations, id))).toEqual([false, true, true]);
		expect([...keptFrom(relations)]).toEqual(["3", "4"]);
	});

	it.each([
		["a guest", null, true, false],
		["a stranger", "7", true, false],
		["who asked to follow", "5", true, false],
		["a follower", "2", true, true],
		["the owner", "1", true, true],
	])("lists are seen by %s: of a public account %j, of a private one", (_, viewerId, isSeen, isSeenPrivate) => {
		const relations = { following: new Set(viewerId === "2" ? ["1"] : []) };
		expect(maySeeListsOf({ userId: "1", isPrivate: false }, viewerId, relations)).toBe(isSeen);
		expect(maySeeListsOf({ userId: "1", isPrivate: true }, viewerId, relations)).toBe(isSeenPrivate);
	});
});
