import { describe, expect, it } from "vitest";
import { isSuccess, type Outcome, summarise } from "./summary.ts";

const passed: Outcome = { name: "unit", result: "passed", seconds: 3 };
const absent: Outcome = { name: "browser", result: "not run", reason: "no Chromium was found", seconds: 0 };
const failed: Outcome = { name: "lint", result: "failed", reason: "code 1", seconds: 57 };

describe("the summary of npm test", () => {
	it("forgives a step that could not run on a person's machine, not in CI", () => {
		expect(isSuccess([passed, absent], false)).toBe(true);
		expect(isSuccess([passed, absent], true)).toBe(false);
	});

	it("never forgives a failure", () => {
		expect(isSuccess([passed, failed], false)).toBe(false);
	});

	it("says loudly what did not run, and why", () => {
		const text = summarise([passed, absent, failed], false, 60);
		expect(text).toContain("⚠ browser  NOT RUN (no Chromium was found)");
		expect(text).toContain("✗ lint     failed (code 1)");
		expect(text).toMatch(/Not all passed; NOT RUN: browser, in 1\.0 min\.$/);
	});
});
