import { expect, it } from "vitest";
import { QUEUES } from "../../../contracts/moderation.ts";
import { ROLES } from "../../../contracts/operator-roles.ts";
import { isCleared, maySee, queuesOf, roleMissing } from "./rights.ts";

const who = (...roles: (typeof ROLES)[number][]) => ({ id: "1", roles });

it("each role has its queues, and an admin none", () => {
	expect(Object.fromEntries(ROLES.map((role) => [role, queuesOf(who(role))]))).toEqual({
		moderator: ["content"],
		senior: ["content", "appeals"],
		copyright: ["copyright"],
		child_safety: ["child_safety"],
		admin: [],
	});
});

it("nobody who is not cleared sees anything of child safety, whatever else they are", () => {
	const all = who("moderator", "senior", "copyright", "admin");
	for (const queue of QUEUES) expect(maySee(all, { queue, isRestricted: true }), queue).toBe(false);
	expect(isCleared(all)).toBe(false);
	expect(maySee(who("child_safety"), { queue: "child_safety", isRestricted: true })).toBe(true);
	// Appeals against what was decided there take both.
	expect(maySee(who("child_safety"), { queue: "appeals", isRestricted: true })).toBe(false);
	expect(maySee(who("child_safety", "senior"), { queue: "appeals", isRestricted: true })).toBe(true);
});

it("a suspension takes a senior", () => {
	expect([roleMissing(who("moderator"), "suspend"), roleMissing(who("senior"), "suspend")]).toEqual(["senior", null]);
	expect(roleMissing(who("moderator"), "remove")).toBeNull();
});
