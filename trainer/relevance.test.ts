import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { FEATURES } from "../recommender/features.ts";
import { shapeAt } from "../recommender/model.ts";
import { type Choice, fitRelevance, levelled } from "./relevance.ts";

const place = (feature: (typeof FEATURES)[number]): number => FEATURES.indexOf(feature);

/** Viewers who watch what has the strongest links, among candidates of chance popularity. */
function choices(count: number): Choice[] {
	const random = seeded(2);
	return Array.from({ length: count }, () => {
		const rows = Array.from({ length: 20 }, () => {
			const row = new Float64Array(FEATURES.length);
			row[place("neighbours")] = random();
			row[place("popularity")] = 10 * random();
			return row;
		});
		const best = rows.reduce((most, row, index) => ((row[0] ?? 0) > (rows[most]?.[0] ?? 0) ? index : most), 0);
		return { rows, chosen: rows.map((_, index) => index === best), standsFor: 1 };
	});
}

describe("the relevance lesson", () => {
	const lessons = choices(400);

	it("puts first what speaks for being watched next", () => {
		const { neighbours } = fitRelevance(lessons, seeded(1), new Set()).shapes;
		if (neighbours === undefined) throw new Error("the lesson gave links no shape");
		expect(shapeAt(neighbours, 0.95)).toBeGreaterThan(shapeAt(neighbours, 0.5));
	});

	it("levels what falls as evidence grows", () => {
		expect(levelled({ knots: [0, 1, 2, 3], values: [0, 3, 1, 4] }).values).toEqual([0, 2, 2, 4]);
	});
});
