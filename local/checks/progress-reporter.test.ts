import { expect, it } from "vitest";
import type { TestProject } from "vitest/node";
import ProgressReporter from "./progress-reporter.ts";

it("tells of tests that ended, at most every 15 seconds, and of nothing while none ends", () => {
	let now = 0;
	const printed: string[] = [];
	const reporter = new ProgressReporter({ now: () => now, print: (line) => printed.push(line) });
	const end = (name: string) => reporter.onTestCaseResult({ name, project: { name: "browser" } as TestProject });
	end("plays");
	now = 14_999;
	end("swipes");
	expect(printed).toEqual([]);
	now = 15_000;
	end("likes");
	expect(printed).toEqual(["  … browser: 3 ended, the last “likes”"]);
	now = 200_000;
	expect(printed).toHaveLength(1);
	reporter.onHookEnd();
	expect(printed[1]).toContain("3 ended");
});
