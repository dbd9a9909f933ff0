/** Standard deviation of scores, within reason: equal ones still give way to what is set against them, and no outlier makes that rule. */
export function spreadOf(scores: readonly number[]): number {
	const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
	const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length);
	return Math.min(2, Math.max(0.1, Math.sqrt(variance)));
}
