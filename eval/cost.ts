import { composeQueue } from "../recommender/page.ts";
import type { Random } from "../recommender/types.ts";
import { quality } from "./metrics.ts";
import { Scores, type Summary } from "./scores.ts";
import type { Served } from "./served.ts";
import { toEvents } from "./signals.ts";
import type { Split, WarmCase } from "./split.ts";

export interface CostResult {
	/** Quality of the page as laid out, by what is switched on. */
	readonly pages: Record<
		"plain" | "diversity" | "exploration" | "both",
		Pick<Summary, "ndcg10" | "hr10" | "coverage10" | "authors10" | "topics10">
	>;
	/** Milliseconds: a taste update by one event; retrieval for one page; ranking of its 500 candidates. Means. */
	readonly updateMs: number;
	readonly retrieveMs: number;
	readonly rankMs: number;
}

/** Every n-th viewer is enough to tell what pages cost. */
const SAMPLE = 3;

/** What exploration and diversification cost on the page, and what the steps cost in time. */
export function cost(of: Split, cases: readonly WarmCase[], served: Served, now: number, random: Random): CostResult {
	const kinds = {
		plain: { exploration: 0, diversity: false },
		diversity: { exploration: 0, diversity: true },
		exploration: { exploration: 0.2, diversity: false },
		both: { exploration: 0.2, diversity: true },
	};
	const scores = { plain: newScores(of), diversity: newScores(of), exploration: newScores(of), both: newScores(of) };
	for (const one of cases.filter((_, index) => index % SAMPLE === 0)) {
		const ranked = served.recommend(served.taste(toEvents(one.past, of.catalogue)), one.masked, now);
		const recent = one.past.slice(-10).flatMap((exposure) => served.world.videos[exposure.item] ?? []);
		for (const [kind, options] of Object.entries(kinds) as [keyof typeof kinds, (typeof kinds)["plain"]][]) {
			const jitter = kind === "plain" ? 0 : undefined;
			const slots = composeQueue(ranked, { size: 10, recent, seen: () => false, random, ...options, jitter });
			const page = slots.map((slot) => served.row(slot.ranked.candidate.video.id));
			scores[kind].add(quality(page, one.targets), page);
		}
	}
	const { spent } = served;
	const short = (of: Scores) => {
		const { ndcg10, hr10, coverage10, authors10, topics10 } = of.summary(random);
		return { ndcg10, hr10, coverage10, authors10, topics10 };
	};
	return {
		pages: {
			plain: short(scores.plain),
			diversity: short(scores.diversity),
			exploration: short(scores.exploration),
			both: short(scores.both),
		},
		updateMs: spent.update / Math.max(1, spent.updates),
		retrieveMs: spent.retrieve / Math.max(1, spent.pages),
		rankMs: spent.rank / Math.max(1, spent.pages),
	};
}

const newScores = (of: Split): Scores => new Scores(of.catalogue.items);
