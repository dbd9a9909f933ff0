import { Ballot } from "../../container-transcoder/fingerprint/candidates.ts";
import { type FingerprintIndex, indexOf } from "../../container-transcoder/fingerprint/index-of.ts";
import { ITEM_SECONDS, ITEM_SPAN_SECONDS, type Items } from "../../container-transcoder/fingerprint/items.ts";
import { playedAt, SPEEDS } from "../../container-transcoder/fingerprint/listen.ts";
import { soundMatches } from "../../container-transcoder/fingerprint/match.ts";
import type { Query } from "../../container-transcoder/fingerprint/search.ts";
import { seeded } from "../../contracts/seeded.ts";
import { DEGRADATIONS, type Degradation, RATE } from "./degrade.ts";
import type { Music } from "./music.ts";
import { fingerprints, type Samples } from "./render.ts";

/** Lengths of what is borrowed, seconds; the longest is rendered, the others are its beginning. */
export const LENGTHS = [5, 10, 15, 30];
/** Below it nothing is certain, and nothing is tried at other speeds for it. */
const RETRIED_FROM = 10;
const LONGEST = 30;
const FIRST = { speed: 1 };

interface Recalled {
	readonly degradation: Degradation;
	/** Part of the excerpts that is found for certain, by length. */
	readonly certain: readonly number[];
	/** The same, with what a person is asked to hear. */
	readonly likely: readonly number[];
	/** Excerpts in which something else was certain. */
	readonly others: number;
}

/** Fingerprints of whole tracks, and an excerpt of each at a random moment. */
export async function borrowed(music: Music): Promise<{ library: Items[]; excerpts: Samples[] }> {
	const random = seeded(12);
	const library: Items[] = [];
	const excerpts: Samples[] = [];
	for (const load of music) {
		const track = await load();
		library.push(...(await fingerprints([track], RATE)));
		const from = Math.floor(random() * Math.max(0, track.length - LONGEST * RATE));
		excerpts.push(track.slice(from, from + LONGEST * RATE));
	}
	return { library, excerpts };
}

/** What of each excerpt is found, degraded in every way. @param filled the library: the tracks themselves first, then others */
export async function recall(
	filled: readonly Items[],
	excerpts: readonly Samples[],
	progress: (step: string) => void,
	tell: (recalled: Recalled) => void,
): Promise<void> {
	const index = indexOf(filled.map((items, n) => ({ id: String(n), items })));
	for (const degradation of DEGRADATIONS) {
		progress(`recall: ${degradation.name}`);
		tell(await recallOf(degradation, index, excerpts));
	}
}

async function recallOf(degradation: Degradation, index: FingerprintIndex, excerpts: readonly Samples[]): Promise<Recalled> {
	const { add, treatment = {} } = degradation;
	const pieces = excerpts.map((one, n) => add?.(one, n, excerpts[(n + 1) % excerpts.length] ?? one) ?? one);
	const ballot = new Ballot();
	const at = async (speed: number, of: readonly Samples[]) =>
		fingerprints(of, RATE, {
			...treatment,
			filter: [treatment.filter, speed === 1 ? undefined : playedAt(speed, RATE)].filter((one) => one !== undefined).join() || undefined,
			faster: (treatment.faster ?? 1) * speed,
		});
	const base = await at(FIRST.speed, pieces);
	const queries = base.map((items): Query[] => [{ speed: 1, items }]);
	// Other speeds are rendered only of what is not found plainly without them at some length: the search would not look at them.
	const hard = queries.flatMap((query, n) =>
		LENGTHS.every((seconds) => seconds < RETRIED_FROM || isFound(index, cut(query, seconds), n, ballot)) ? [] : [n],
	);
	if (hard.length > 0)
		for (const speed of SPEEDS.slice(1)) {
			const made = await at(
				speed,
				hard.map((n) => pieces[n] ?? new Float32Array()),
			);
			for (const [k, items] of made.entries()) queries[hard[k] ?? 0]?.push({ speed, items });
		}
	let others = 0;
	const found = LENGTHS.map((seconds) =>
		queries.map((query, n) => {
			const matches = soundMatches([index], cut(query, seconds), ballot);
			// Two songs at once: either may be found.
			const mine = matches.filter(
				({ trackId }) => trackId === String(n) || (degradation.name === "two songs" && trackId === String((n + 1) % excerpts.length)),
			);
			if (seconds === LONGEST) others += matches.some((one) => one.certain && !mine.includes(one)) ? 1 : 0;
			return mine.some(({ certain }) => certain) ? "certain" : mine.length > 0 ? "likely" : null;
		}),
	);
	const part = (one: readonly (string | null)[], wanted: (what: string | null) => boolean) => one.filter(wanted).length / one.length;
	return {
		degradation,
		certain: found.map((one) => part(one, (what) => what === "certain")),
		likely: found.map((one) => part(one, (what) => what !== null)),
		others,
	};
}

const isFound = (index: FingerprintIndex, query: readonly Query[], n: number, ballot: Ballot): boolean =>
	soundMatches([index], query, ballot).some(({ trackId, certain }) => certain && trackId === String(n));

/** What the first seconds of an upload give. */
const cut = (query: readonly Query[], seconds: number): Query[] =>
	query.map(({ speed, items }) => ({
		speed,
		items: items.subarray(0, Math.max(0, Math.floor((seconds / speed - ITEM_SPAN_SECONDS) / ITEM_SECONDS) + 1)),
	}));
