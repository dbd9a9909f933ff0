import { describe, expect, it } from "vitest";
import { type CommentFacts, isEditable, type MayDoToComment, mayComment, mayDoToComment } from "./comments.ts";

const AT = new Date("2026-11-30T12:00:00Z");
const UP: CommentFacts = { userId: "author", createdAt: AT, heldAt: null, deletedAt: null };
const COMMENTS = { up: UP, held: { ...UP, heldAt: AT }, deleted: { ...UP, deletedAt: AT } };

/** Who may: in turn for one that is up, held, deleted. */
const TABLE: Readonly<Record<MayDoToComment, readonly [up: string, held: string, deleted: string]>> = {
	see: ["guest other author creator", "author creator", "guest other author creator"],
	answer: ["guest other author creator", "", ""],
	edit: ["author", "author", ""],
	delete: ["author creator", "author creator", ""],
	prefer: ["creator", "", ""],
	approve: ["creator", "creator", ""],
};

describe("who may do what to a comment", () => {
	it.each(Object.entries(TABLE))("%s", (act, expected) => {
		const found = Object.values(COMMENTS).map((comment) =>
			["guest", "other", "author", "creator"]
				.filter((name) => mayDoToComment(act as MayDoToComment, comment, { userId: name === "guest" ? null : name, creatorId: "creator" }))
				.join(" "),
		);
		expect(found).toEqual(expected);
	});

	it("a comment is changed for fifteen minutes", () => {
		expect(isEditable(UP, AT.getTime() + 15 * 60_000)).toBe(true);
		expect(isEditable(UP, AT.getTime() + 15 * 60_000 + 1)).toBe(false);
	});
});

describe("who may comment on a video", () => {
	const stranger = { isCreator: false, isAdult: true, follows: false, blocked: false };
	it.each([
		["everyone", [true, true, true]],
		["followers", [false, true, true]],
		["off", [false, false, true]],
	] as const)("%s", (from, expected) => {
		const standings = [stranger, { ...stranger, follows: true }, { ...stranger, isCreator: true }];
		expect(standings.map((standing) => mayComment(from, standing))).toEqual(expected);
	});
});
