import { describe, expect, it } from "vitest";
import { mayDeleteComment, mayMeet } from "./people.ts";
import { isForEveryone, mayDo, type Standing, standingOf, type VideoFacts } from "./videos.ts";

const UP: VideoFacts = { userId: "1", status: "ready", visibility: "public", liveGeneration: 1, manifest: {}, hiddenAt: null };
const STANDINGS: Readonly<Record<string, Standing>> = {
	guest: { isCreator: false, follows: false, blocked: false },
	stranger: { isCreator: false, follows: false, blocked: false },
	follower: { isCreator: false, follows: true, blocked: false },
	blocked: { isCreator: false, follows: true, blocked: true },
	owner: { isCreator: true, follows: false, blocked: false },
};
const VIDEOS: Readonly<Record<string, VideoFacts>> = {
	public: UP,
	followers: { ...UP, visibility: "followers" },
	private: { ...UP, visibility: "private" },
	processing: { ...UP, status: "processing", liveGeneration: null },
	failed: { ...UP, status: "failed", liveGeneration: null, manifest: null },
	"in review": { ...UP, status: "review" },
	blocked: { ...UP, status: "blocked" },
	deleted: { ...UP, status: "deleted" },
	"of one who leaves": { ...UP, hiddenAt: 1 },
};

/** Who may see it, and who may manage it. */
const TABLE: Readonly<Record<keyof typeof VIDEOS, readonly [see: string, manage: string]>> = {
	public: ["guest stranger follower owner", "owner"],
	followers: ["follower owner", "owner"],
	private: ["owner", "owner"],
	processing: ["", "owner"],
	failed: ["", "owner"],
	"in review": ["", "owner"],
	blocked: ["", "owner"],
	deleted: ["", ""],
	"of one who leaves": ["", "owner"],
};

describe("who may do what to a video", () => {
	const cases = Object.keys(VIDEOS).flatMap((video) => Object.keys(STANDINGS).map((who) => ({ video, who })));
	it.each(cases)("$video: $who", ({ video, who }) => {
		const [facts, standing, [see, manage] = ["", ""]] = [VIDEOS[video], STANDINGS[who], TABLE[video]];
		if (facts === undefined || standing === undefined) throw new Error("no such case");
		expect(mayDo("see", facts, standing)).toBe(see.split(" ").includes(who));
		expect(mayDo("manage", facts, standing)).toBe(manage.split(" ").includes(who));
	});

	it("only what is public and can be played comes to people who never heard of its creator", () => {
		expect(Object.keys(VIDEOS).filter((video) => isForEveryone(VIDEOS[video] ?? UP))).toEqual(["public"]);
	});

	it("a standing is told from the viewer's relations", () => {
		const relations = { following: new Set(["2"]), blocked: new Set(["3"]) };
		expect(standingOf(relations, "1", "1")).toEqual(STANDINGS.owner);
		expect(standingOf(relations, "1", "2")).toEqual(STANDINGS.follower);
		expect(standingOf(relations, "1", "3")).toEqual({ isCreator: false, follows: false, blocked: true });
		expect(standingOf(relations, null, "4")).toEqual(STANDINGS.guest);
	});
});

describe("people", () => {
	it("nobody meets who blocked the other", () => {
		expect(mayMeet({ blocked: new Set(["3"]) }, "3")).toBe(false);
		expect(mayMeet({ blocked: new Set(["3"]) }, "4")).toBe(true);
	});

	it.each([
		["its author", "1", true],
		["whose video it is under", "2", true],
		["anybody else", "3", false],
	])("a comment is deleted by %s: %s", (_, userId, may) => {
		expect(mayDeleteComment(userId, { authorId: "1", creatorId: "2" })).toBe(may);
	});
});
