import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "../contracts/seeded.ts";
import { train } from "../trainer/train.ts";
import { ease } from "./baselines/ease.ts";
import { ials } from "./baselines/ials.ts";
import { itemKnn } from "./baselines/item-knn.ts";
import { gram, longViewSets } from "./baselines/long-views.ts";
import type { Baseline } from "./baselines/model.ts";
import { popularityBaselines } from "./baselines/popularity.ts";
import { withPopularity } from "./baselines/popularity-fallback.ts";
import { cold } from "./cold.ts";
import { contentVectors } from "./content.ts";
import { cost } from "./cost.ts";
import type { Data } from "./data.ts";
import { impressions } from "./impressions.ts";
import { newVideos } from "./new-videos.ts";
import type { Results } from "./report.ts";
import { Served } from "./served.ts";
import { toEvents, toFacts } from "./signals.ts";
import { warmCases } from "./split.ts";
import { warm } from "./warm.ts";

/** Dimensions of the vectors learned here; the live index has 256. */
const DIMENSIONS = 64;
const SEED = 20_260_101;

export interface EvaluateOptions {
	/** Told of each step as it begins. */
	readonly progress: (step: string) => void;
	/** Keep the slow baseline's weights between runs. */
	readonly cache: boolean;
}

/** The whole evaluation: trains every model on the training part, then measures all of them. Seeded. */
export async function evaluate(data: Data, { progress, cache }: EvaluateOptions): Promise<Results> {
	const begun = performance.now();
	const { split: of } = data;
	const random = seeded(SEED);
	const events = toEvents(of.train, of.catalogue);
	const items = of.catalogue.items.length;
	const learnedAt = events[events.length - 1]?.signal.at ?? 0;
	const now = Math.max(learnedAt, of.test[0]?.at ?? 0);

	progress("training ours");
	const trained = train(events, toFacts(of.catalogue), contentVectors(of.catalogue, DIMENSIONS), learnedAt, random);
	const served = new Served(trained);
	progress("training popularity, item-kNN");
	const sets = longViewSets(events);
	const pairs = gram(sets, items);
	const everyone = popularityBaselines(events, items);
	const popular = everyone[0].score({ items: [], long: [] });
	const baselines: Baseline[] = [...everyone, withPopularity(itemKnn(pairs, items), popular)];
	progress("training EASE");
	const path = cache ? join(tmpdir(), "reelay-eval", `ease-${data.hash}.f32`) : null;
	const learned = await ease(pairs, items, path, (share) => progress(`training EASE, ${Math.round(share * 100)} %`));
	baselines.push(withPopularity(learned, popular));
	progress("training iALS");
	baselines.push(withPopularity(ials(sets, items, random), popular));

	const cases = warmCases(of);
	progress("warm");
	const warmResults = warm(of, cases, baselines, served, now, random);
	progress("cold");
	const coldResults = cold(of, baselines, served, now, random);
	progress("pages");
	const costResults = cost(of, cases, served, now, random);
	progress("impressions");
	const ranker = impressions(of, baselines, trained, served.world, random);
	progress("new videos");
	const fresh = newVideos(of, cases, trained, now, DIMENSIONS, random);
	return {
		data: { folder: data.folder, sample: data.isSample, warmUsers: cases.length, coldUsers: of.cold.length },
		warm: warmResults,
		cold: coldResults,
		ranker,
		newVideos: fresh,
		cost: costResults,
		seconds: (performance.now() - begun) / 1000,
	};
}
