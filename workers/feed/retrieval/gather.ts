import { CANDIDATE_TARGET, VECTOR_TOP_K } from "../../../contracts/limits.ts";
import { type Found, mergeCandidates, planRetrieval, type SourceAnswer } from "../../../recommender/retrieval.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Candidate, RankContext, SourceKind } from "../../../recommender/types.ts";
import { CircuitOpenError } from "../../platform/breaker.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { isRecommendable } from "../../rules/videos.ts";
import { loadVideos, type VideoRecord } from "../../videos/cards/index.ts";
import { featureReader } from "./features.ts";
import { modelsOf } from "./models.ts";
import { ask } from "./sources.ts";

/** Sources that know the viewer. Without an answer from one that was asked, the page is a fallback. */
const PERSONAL: ReadonlySet<SourceKind> = new Set(["vector", "neighbours", "topic", "sound", "creators"]);

export interface Gathered {
	readonly candidates: Candidate[];
	/** Sources that were asked and did not answer, not even to one of several queries. */
	readonly failed: readonly SourceKind[];
	readonly isFallback: boolean;
}

/**
 * Candidates for one viewer: asks all sources the taste calls for, side by side, each within its own time; a source that fails is left out.
 * @param shownAmong which of these the viewer was shown already
 * @param target distinct candidates wanted
 * @param keepsOut what the viewer filters by its words
 */
export async function gather(
	services: Services,
	taste: Taste,
	context: RankContext,
	shownAmong: (videoIds: readonly string[]) => ReadonlySet<string>,
	target: number = CANDIDATE_TARGET,
	keepsOut: (record: VideoRecord) => boolean = () => false,
): Promise<Gathered> {
	const plan = planRetrieval(taste, context, { vectorTopK: VECTOR_TOP_K, candidates: target });
	const answered = new Set<SourceKind>();
	const answers = await Promise.all(
		plan.map(async (query): Promise<SourceAnswer> => {
			try {
				const found = await ask(services, query);
				answered.add(query.kind);
				return { query, found };
			} catch (error) {
				// One that rests was told of when it failed; which were missing stands with the queue that is laid out.
				if (!(error instanceof CircuitOpenError))
					services.log.warn("retrieval_source_failed", { source: query.kind, ...errorFields(error), stack: undefined });
				return { query, found: [] };
			}
		}),
	);
	const failed = [...new Set(plan.map(({ kind }) => kind))].filter((kind) => !answered.has(kind));
	const shown = shownAmong(answers.flatMap((answer) => answer.found.map(({ videoId }) => videoId)));
	const found = mergeCandidates(answers, target, (videoId) => shown.has(videoId));
	return {
		candidates: await toCandidates(services, found, keepsOut),
		failed,
		isFallback: failed.some((kind) => PERSONAL.has(kind)),
	};
}

/** Looks up what was found; what is not to be brought to people, or kept out by the viewer, falls out. */
export async function toCandidates(
	services: Services,
	found: readonly Found[],
	keepsOut: (record: VideoRecord) => boolean = () => false,
): Promise<Candidate[]> {
	const ids = found.map(({ videoId }) => videoId);
	const [records, features] = await Promise.all([
		loadVideos(services, ids),
		modelsOf(services).then((models) => featureReader(services, models)),
	]);
	return found.flatMap(({ videoId, sources }) => {
		const record = records.get(videoId);
		if (record === undefined || !isRecommendable(record) || keepsOut(record)) return [];
		return [{ video: features(record), sources }];
	});
}
