import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";
import { FEATURES } from "./features.ts";

describe("why this video", () => {
	const parts = { bias: 2, topic: 1.5, popularity: 0.5, dislike: -1, viewer: 0.9, age: 0.2 };

	it("names what spoke for it, strongest first, with its share of all that did", () => {
		const reasons = explain({ parts }, { topic: "cooking" });
		expect(reasons.map((one) => [one.code, one.share])).toEqual([
			["topic", 0.75],
			["popular", 0.25],
		]);
		expect(reasons[0]?.text).toBe("You often watch #cooking");
	});

	it("leaves unsaid what hardly counted", () => {
		expect(explain({ parts: { topic: 10, popularity: 0.1 } }).map((one) => one.code)).toEqual(["topic"]);
	});

	it("says first that chance gave the slot, when it did", () => {
		expect(explain({ parts }, {}, "explore")[0]?.code).toBe("explore");
		expect(explain({ parts }, {}, "fresh")[0]?.code).toBe("fresh");
	});

	it("is never empty, and its shares add up to no more than one", () => {
		for (const given of [{}, { dislike: -3 }, Object.fromEntries(FEATURES.map((feature) => [feature, 1]))]) {
			const reasons = explain({ parts: given });
			expect(reasons.length).toBeGreaterThan(0);
			expect(reasons.reduce((sum, one) => sum + one.share, 0)).toBeLessThanOrEqual(1 + 1e-9);
			for (const { text } of reasons) expect(text).toMatch(/^[A-Z].*[a-z]$/);
		}
	});

	it("speaks in general where it has no names", () => {
		expect(explain({ parts: { creator: 1 } })[0]?.text).toBe("You liked other videos by this creator");
	});
});
