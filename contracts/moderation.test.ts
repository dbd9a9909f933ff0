import { expect, it } from "vitest";
import { ADVERSE, DECIDES, DECISIONS, fitsSubject, queueOf, REASON_NAMES, REASONS, reasonFacts, SUBJECT_KINDS } from "./moderation.ts";

it("each kind of subject can be reported for at least twelve reasons, sounds for eight", () => {
	const fitting = (kind: (typeof SUBJECT_KINDS)[number]) => REASON_NAMES.filter((reason) => fitsSubject(reason, kind)).length;
	for (const kind of SUBJECT_KINDS) expect(fitting(kind), kind).toBeGreaterThanOrEqual(kind === "sound" ? 8 : 12);
});

it("what concerns children goes to the cleared, and weighs the most", () => {
	for (const reason of ["minor_safety", "grooming"] as const) {
		expect([queueOf(reason), REASONS[reason].severity]).toEqual(["child_safety", 5]);
	}
	expect(queueOf("intellectual_property")).toBe("copyright");
	expect(queueOf("spam")).toBe("content");
});

it("every reason has a name to read, and every decision something to decide about", () => {
	for (const reason of REASON_NAMES) expect(reasonFacts(reason).label.length, reason).toBeGreaterThan(3);
	for (const decision of DECISIONS) expect(DECIDES[decision].length, decision).toBeGreaterThan(0);
	expect(DECISIONS.filter((decision) => !ADVERSE.has(decision))).toEqual(["approve", "escalate", "dismiss"]);
});
