import { describe, expect, test } from "vitest";
import { type Declaration, declare, isRunning, stateOf } from "./declaration.ts";
import { EXPERIMENTS } from "./declared.ts";

const sound: Declaration = {
	id: "more-variety",
	hypothesis: "A dearer repetition keeps viewers for longer.",
	start: "2026-01-01T00:00:00Z",
	end: "2026-02-01T00:00:00Z",
	metric: "watch_minutes",
	guardrails: ["skip_rate"],
	arms: [
		{ id: "control", share: 0.5 },
		{ id: "dearer", share: 0.5, parameters: { diversity: 1.5 } },
	],
};
const [control, dearer] = sound.arms;
if (control === undefined || dearer === undefined) throw new Error("two arms");
const faultOf = (...declarations: Declaration[]): string => {
	try {
		declare(declarations);
		return "";
	} catch (error) {
		return String(error);
	}
};

test("what is declared in the product is sound, and the demonstration runs", () => {
	expect(EXPERIMENTS.map(({ id }) => id)).toContain("exploration-share");
	expect(faultOf(sound)).toBe("");
});

describe("a wrong declaration keeps the Worker from starting, and says what is wrong", () => {
	test.each([
		["start must be before end", { ...sound, end: sound.start }],
		["add up to 1.1, more than 1", { ...sound, arms: [control, { ...dearer, share: 0.6 }] }],
		["there is no parameter colour", { ...sound, arms: [control, { ...dearer, parameters: { colour: 1 } }] }],
		["exploration must be from 0 to 0.5", { ...sound, arms: [control, { ...dearer, parameters: { exploration: 0.9 } }] }],
		["arm dearer changes nothing", { ...sound, arms: [control, { ...dearer, parameters: {} }] }],
		["control changes nothing", { ...sound, arms: [{ ...control, parameters: { jitter: 0 } }, dearer] }],
		["an arm must be named control", { ...sound, arms: [{ ...dearer, id: "other" }, dearer] }],
		["arm dearer is there twice", { ...sound, arms: [control, { ...dearer, share: 0.2 }, { ...dearer, share: 0.2 }] }],
		["can't be both the metric and a guardrail", { ...sound, guardrails: ["watch_minutes" as const] }],
		["metric", { ...sound, metric: "money" } as unknown as Declaration],
		["id", { ...sound, id: "More Variety" }],
		["start", { ...sound, start: "next Tuesday" }],
		["arms", { ...sound, arms: [control] }],
	])("%s", (words, declaration) => {
		const fault = faultOf(declaration);
		expect(fault).toContain(words);
		expect(fault).toContain(declaration.id);
	});

	test("ids are unique", () => {
		expect(faultOf(sound, { ...sound, start: "2026-03-01T00:00:00Z", end: "2026-04-01T00:00:00Z" })).toContain(
			"more-variety: declared twice",
		);
	});

	test("two that overlap in time don't change the same parameter; one after the other they may", () => {
		const next = { ...sound, id: "again", start: "2026-01-15T00:00:00Z", end: "2026-03-01T00:00:00Z" };
		expect(faultOf(sound, next)).toContain("more-variety and again both change diversity at the same time");
		expect(faultOf(sound, { ...next, start: sound.end })).toBe("");
		expect(faultOf(sound, { ...next, arms: [control, { ...dearer, parameters: { jitter: 0 } }] })).toBe("");
	});

	test("all faults are told at once", () => {
		const fault = faultOf({ ...sound, end: sound.start, arms: [control, { ...dearer, parameters: { colour: 1 } }] });
		expect(fault).toContain("start must be before end");
		expect(fault).toContain("there is no parameter colour");
	});
});

test("runs from its start until just before its end", () => {
	const [experiment] = declare([sound]);
	if (experiment === undefined) throw new Error("declared");
	const at = (time: string) => stateOf(experiment, Date.parse(time));
	expect(at("2025-12-31T23:59:59.999Z")).toBe("scheduled");
	expect(at("2026-01-01T00:00:00Z")).toBe("running");
	expect(at("2026-01-31T23:59:59.999Z")).toBe("running");
	expect(at("2026-02-01T00:00:00Z")).toBe("ended");
	expect(isRunning(experiment, Number.NaN)).toBe(false);
});
