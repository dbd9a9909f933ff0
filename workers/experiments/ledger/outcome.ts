/** What is added up per viewer. `impressions`, `longViews` and `skips` are of the For You feed; the rest of all surfaces. */
export const MEASURES = ["impressions", "watchMinutes", "longViews", "skips", "likes", "sessions"] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

/** Nothing heard for so long ends a session, milliseconds (the convention of web analytics). */
export const SESSION_GAP_MS = 30 * 60_000;

/** What one batch of events says about one viewer in one experiment. */
export interface Outcome {
	readonly experiment: string;
	readonly arm: string;
	/** Pseudonym of the viewer. */
	readonly unit: string;
	/** Set when this batch tells of the exposure. */
	readonly exposedAt: number | null;
	/** First and last impression, milliseconds; null without any. */
	readonly span: { readonly first: number; readonly last: number } | null;
	readonly sums: Measures;
}

/** A batch as the ledger takes it in: named and timed once for all. */
export interface LedgerEntry {
	readonly batchId: string;
	/** When the batch was closed, milliseconds. */
	readonly at: number;
	readonly outcomes: readonly Outcome[];
}

export const NOTHING: Measures = { impressions: 0, watchMinutes: 0, longViews: 0, skips: 0, likes: 0, sessions: 0 };

/** The sum of two parts of one viewer's record, in any order: a session that both saw a piece of is one session. */
export function joined(known: Outcome, more: Outcome): Outcome {
	const sums = { ...known.sums };
	for (const measure of MEASURES) sums[measure] += more.sums[measure];
	const [a, b] = [known.span, more.span];
	if (a !== null && b !== null) {
		const touching = b.first - a.last <= SESSION_GAP_MS && a.first - b.last <= SESSION_GAP_MS;
		if (touching) sums.sessions -= 1;
	}
	return {
		...known,
		exposedAt: earlier(known.exposedAt, more.exposedAt),
		span: a === null ? b : b === null ? a : { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) },
		sums,
	};
}

const earlier = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));
