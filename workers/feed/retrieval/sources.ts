import type { RetrievalQuery, Retrieved, SourceKind } from "../../../recommender/types.ts";
import { type Breaker, breaker } from "../../platform/breaker.ts";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import { videoIdOf } from "../vectors/ids.ts";
import { countryList, creatorsList, freshList, popularList, risingList, soundList, topicList } from "./lists.ts";
import { modelsOf } from "./models.ts";
import { momentList } from "./moments.ts";
import { neighboursOf } from "./neighbours.ts";

/**
 * How long a source may take, milliseconds: a page is worth more than its best candidate. What every viewer's feed rests on
 * is waited for longer, for without it there is no page at all.
 */
const PATIENCE_MS: Record<SourceKind, number> = {
	vector: 300,
	neighbours: 200,
	popular: 1_200,
	rising: 400,
	topic: 400,
	country: 400,
	sound: 400,
	creators: 400,
	fresh: 1_200,
	moment: 300,
};
const FAILURES_TO_OPEN = 3;
const REST_MS = 2_000;

const breakers = perIsolate((services) => {
	const made = new Map<SourceKind, Breaker>();
	return (kind: SourceKind): Breaker => {
		const known = made.get(kind);
		if (known !== undefined) return known;
		const patienceMs = PATIENCE_MS[kind] * services.config.PATIENCE_FACTOR;
		const circuit = breaker(kind, { patienceMs, failures: FAILURES_TO_OPEN, restMs: REST_MS }, services.clock);
		made.set(kind, circuit);
		return circuit;
	};
});

/** What a source has to say to one query: best first. @throws when it is down or slow; after a few times at once. */
export function ask(services: Services, query: RetrievalQuery): Promise<readonly Retrieved[]> {
	return breakers(services)(query.kind).run(() => answer(services, query));
}

async function answer(services: Services, query: RetrievalQuery): Promise<readonly Retrieved[]> {
	switch (query.kind) {
		case "vector": {
			const { space } = await modelsOf(services);
			const of = {
				topK: query.topK,
				returnValues: false,
				returnMetadata: "none",
				...(space === null ? {} : { namespace: space }),
			} as const;
			const { matches } = await services.vectors.query(query.vector, of);
			return matches.map(({ id, score }) => ({ videoId: videoIdOf(id), score }));
		}
		case "neighbours":
			return neighboursOf(services, query.seeds, query.limit);
		case "popular":
			return (await popularList(services)).slice(0, query.limit);
		case "rising":
			return (await risingList(services)).slice(0, query.limit);
		case "fresh":
			// All of it: who was shown the first hundred can still give the others their impressions.
			return freshList(services);
		case "moment":
			return momentList(services, query.moment, query.limit);
		case "topic":
			return (await topicList(services, query.topic)).slice(0, query.limit);
		case "country":
			return (await countryList(services, query.country)).slice(0, query.limit);
		case "sound":
			return (await soundList(services, query.soundId)).slice(0, query.limit);
		case "creators":
			return creatorsList(services, query.creatorIds, query.limit);
	}
}
