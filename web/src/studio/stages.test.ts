import { describe, expect, it } from "vitest";
import { STEPS, stageWords, stepState } from "./stages.ts";

describe("stageWords", () => {
	it("names the rendition in the making", () => {
		expect(stageWords("encoding", "480p 34 %")).toBe("Making 480p");
	});
	it("has words for a stage without detail", () => {
		expect(stageWords("encoding")).toBe("Making it play everywhere");
		expect(stageWords("publishing", "720p")).toBe("Publishing");
	});
});

describe("stepState", () => {
	it("moves through the steps in order", () => {
		expect(STEPS.map((_, step) => stepState(step, "encoding"))).toEqual(["done", "now", "next", "next"]);
	});
	it("has all steps done at the end", () => {
		expect(STEPS.every((_, step) => stepState(step, "done") === "done")).toBe(true);
	});
});
