import type { SoundMatch } from "../../contracts/copyright-matches.ts";
import type { Ballot } from "./candidates.ts";
import type { FingerprintIndex } from "./index-of.ts";
import { ITEM_SPAN_SECONDS, itemMs } from "./items.ts";
import { type Hit, type Query, searchAt } from "./search.ts";

/**
 * A score is bits fewer wrong than eleven an item: a minute of unrelated music against ten thousand tracks scored at most what `npm run eval
 * -- copyright` prints. From `CERTAIN` on rights are enforced, from `LIKELY` on a person listens.
 */
export const CERTAIN = 360;
export const LIKELY = 300;
/** Sound shorter than this is never certain, milliseconds: of five seconds one in thirteen was taken for another. */
const CERTAIN_LEAST_MS = 6_000;
/** The recording, once found this surely, is not looked for at other speeds. */
const PLAIN = 500;

/**
 * What of a library is in an upload's sound, each recording once. Other speeds are tried where the upload as it is shows nothing plainly.
 * @param indices the library, in parts
 * @param queries the upload as it is first, then at other speeds
 */
export function soundMatches(indices: readonly FingerprintIndex[], queries: readonly Query[], ballot: Ballot): SoundMatch[] {
	const best = new Map<string, Hit>();
	for (const query of queries) {
		if (query.speed !== 1 && [...best.values()].some(({ score }) => score >= PLAIN)) break;
		for (const index of indices)
			for (const hit of searchAt(index, query, ballot)) {
				const id = index.ids[hit.track] ?? "";
				if (hit.score > (best.get(id)?.score ?? 0)) best.set(id, { ...hit, place: hit.place - (index.starts[hit.track] ?? 0) });
			}
	}
	return [...best]
		.filter(([, { score }]) => score >= LIKELY)
		.toSorted(([, one], [, other]) => other.score - one.score)
		.map(([trackId, hit]) => matchOf(trackId, hit));
}

/** Items that look half at the recording and half at what is beside it are still like it: a stretch begins and ends so much inside them. */
const EDGE_MS = (ITEM_SPAN_SECONDS * 1_000) / 4;

function matchOf(trackId: string, { from, to, place, errorRate, score, pace, speed }: Hit): SoundMatch {
	// The fingerprint at another speed runs at that speed: its times are put back into the upload's own.
	const fromMs = Math.round((itemMs(from) + EDGE_MS) * speed);
	const toMs = Math.round((itemMs(to - 1) + ITEM_SPAN_SECONDS * 1_000 - EDGE_MS) * speed);
	return {
		trackId,
		fromMs,
		toMs,
		trackFromMs: Math.round(itemMs(place) + EDGE_MS),
		bitErrorRate: Math.round(errorRate * 1_000) / 1_000,
		speed: Math.round((pace / speed) * 1_000) / 1_000,
		certain: score >= CERTAIN && toMs - fromMs >= CERTAIN_LEAST_MS,
	};
}
