/** Counts worth telling of: a hundred, and each power of ten above. */
const FIRST = 100;

/** The highest milestone that a count has reached; 0 when it has reached none. */
export function milestoneOf(count: number): number {
	if (count < FIRST) return 0;
	// By digits: a logarithm of 1 000 is not exactly 3 everywhere.
	return 10 ** (String(Math.floor(count)).length - 1);
}
