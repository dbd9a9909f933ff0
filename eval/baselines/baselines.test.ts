import { describe, expect, it } from "vitest";
import { seeded } from "../../contracts/seeded.ts";
import { largest } from "../metrics.ts";
import { ease } from "./ease.ts";
import { ials } from "./ials.ts";
import { itemKnn } from "./item-knn.ts";
import { gram } from "./long-views.ts";
import type { Baseline, Past } from "./model.ts";
import { withPopularity } from "./popularity-fallback.ts";

/** Videos 0–2 are watched together, 3 and 4 too; 5 has one long view by somebody who watched nothing else. */
const SETS = [[0, 1, 2], [0, 1, 2], [0, 1], [3, 4], [3, 4, 0], [5]];
const ITEMS = 6;
const POPULARITY = Float32Array.from({ length: ITEMS }, (_, item) => SETS.filter((set) => set.includes(item)).length);
const NOTHING_LIKED: Past = { items: [3, 5], long: [false, false] };
const ranked = (baseline: Baseline, past: Past) => largest(baseline.score(past).slice(), ITEMS);

describe("a personal baseline with popularity where it has no score", async () => {
	const plain: readonly Baseline[] = [
		itemKnn(gram(SETS, ITEMS), ITEMS),
		await ease(gram(SETS, ITEMS), ITEMS, null),
		ials(SETS, ITEMS, seeded(1)),
	];
	const popular = largest(POPULARITY, ITEMS);

	it.each(plain.map((one) => [one.name, one] as const))("%s gives the most popular to whoever liked nothing yet", (_, one) => {
		expect(one.score(NOTHING_LIKED).every((score) => score === 0)).toBe(true);
		expect(ranked(withPopularity(one, POPULARITY), NOTHING_LIKED)).toEqual(popular);
		expect(ranked(withPopularity(one, POPULARITY), { items: [], long: [] })).toEqual(popular);
	});

	it("keeps what the model recommends first, in its order, and fills the rest by popularity", () => {
		const knn = plain[0] as Baseline;
		const past = { items: [3], long: [true] };
		const own = knn.score(past).slice();
		const recommended = largest(own, ITEMS).filter((item) => (own[item] as number) > 0);
		const filled = ranked(withPopularity(knn, POPULARITY), past);
		expect(recommended).toEqual([4, 0]);
		expect(filled).toEqual([...recommended, ...popular.filter((item) => !recommended.includes(item))]);
	});

	it("leaves what a model advises against below all else", () => {
		const against: Baseline = { name: "ease", score: () => Float32Array.from([0.2, -0.1, 0, 0, 0.1, 0]) };
		expect(ranked(withPopularity(against, POPULARITY), NOTHING_LIKED)).toEqual([0, 4, 2, 3, 5, 1]);
	});
});
