/** One typo from five letters on, two from nine: what Meilisearch found people to expect. */
const ONE_FROM = 5;
const TWO_FROM = 9;

/** How many typos a word may have been typed with. */
export const typosAllowed = (word: string): number => {
	const { length } = [...word];
	return length >= TWO_FROM ? 2 : length >= ONE_FROM ? 1 : 0;
};

/**
 * Letters to add, leave out, change or swap with their neighbour from one word to the other (optimal string alignment). Past `most` any
 * larger number may be given.
 */
export function typosBetween(a: string, b: string, most = 2): number {
	const [from, to] = [[...a], [...b]];
	if (Math.abs(from.length - to.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, at) => at);
	for (let i = 1; i <= from.length; i++) {
		const row = [i];
		for (let j = 1; j <= to.length; j++) {
			const isSame = from[i - 1] === to[j - 1];
			let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		[before, last] = [last, row];
	}
	return last[to.length] ?? 0;
}
