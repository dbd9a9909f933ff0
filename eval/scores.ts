import type { Random } from "../recommender/types.ts";
import type { Item } from "./log.ts";
import { bootstrapError, mean, type Quality } from "./metrics.ts";

/** Means over viewers, with their standard errors. */
export interface Summary {
	readonly ndcg10: number;
	readonly hr10: number;
	readonly recall20: number;
	readonly recall50: number;
	readonly recall500: number;
	readonly coverage10: number;
	/** Distinct authors and topics on a page of ten. */
	readonly authors10: number;
	readonly topics10: number;
	readonly users: number;
	readonly se: Readonly<Record<keyof Quality, number>>;
}

/** Gathers one model's rankings, viewer by viewer. */
export class Scores {
	readonly #items: readonly Item[];
	readonly qualities: Quality[] = [];
	readonly #shown = new Set<number>();
	readonly #authors: number[] = [];
	readonly #topics: number[] = [];

	constructor(items: readonly Item[]) {
		this.#items = items;
	}

	add(quality: Quality, page: readonly number[]): void {
		this.qualities.push(quality);
		const items = page.flatMap((row) => this.#items[row] ?? []);
		for (const row of page) this.#shown.add(row);
		this.#authors.push(new Set(items.map((item) => item.author)).size);
		this.#topics.push(new Set(items.flatMap((item) => item.topics.slice(0, 1))).size);
	}

	summary(random: Random): Summary {
		const of = (measure: keyof Quality) => this.qualities.map((one) => one[measure]);
		const error = (measure: keyof Quality) => bootstrapError(of(measure), random);
		return {
			ndcg10: mean(of("ndcg10")),
			hr10: mean(of("hr10")),
			recall20: mean(of("recall20")),
			recall50: mean(of("recall50")),
			recall500: mean(of("recall500")),
			coverage10: this.#items.length === 0 ? 0 : this.#shown.size / this.#items.length,
			authors10: mean(this.#authors),
			topics10: mean(this.#topics),
			users: this.qualities.length,
			se: {
				ndcg10: error("ndcg10"),
				hr10: error("hr10"),
				recall20: error("recall20"),
				recall50: error("recall50"),
				recall500: error("recall500"),
			},
		};
	}
}
