import { describe, expect, it } from "vitest";
import { fitsSubject, REASON_NAMES, SUBJECT_KINDS } from "../../../contracts/moderation.ts";
import { reasonsFor } from "./reasons.ts";

describe("reasons to report", () => {
	it.each(SUBJECT_KINDS)("of a %s are those the contract takes, twelve at least but for a sound", (kind) => {
		const offered = reasonsFor(kind);
		expect([...offered].sort()).toEqual(REASON_NAMES.filter((reason) => fitsSubject(reason, kind)).sort());
		expect(offered.at(-1)).toBe("other");
		expect(offered.length).toBeGreaterThanOrEqual(kind === "sound" ? 9 : 12);
	});
});
