import { expect, it } from "vitest";
import { chooseSteps } from "./steps.ts";

it("runs all steps, lint first and browser last, each by its own name", () => {
	const names = chooseSteps([]).map((step) => step.name);
	expect(names[0]).toBe("lint");
	expect(names.at(-1)).toBe("browser");
	expect(new Set(names).size).toBe(names.length);
});

it("runs the steps named, in their usual order", () => {
	expect(chooseSteps(["contract", "unit"]).map((step) => step.name)).toEqual(["unit", "contract"]);
});

it("names what there is when asked for something else", () => {
	expect(() => chooseSteps(["units"])).toThrow(/no step "units".*unit, contract/);
});
