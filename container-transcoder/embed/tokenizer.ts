/** Marks the beginning of a word in the vocabulary. */
const WORD_START = "\u2581";
/** First entries of the vocabulary are control tokens, never matched in text. */
const RESERVED = 6;
/** Token of characters that the vocabulary lacks. */
const UNKNOWN = 0;

export type Vocabulary = readonly (readonly [piece: string, logProbability: number])[];

/**
 * Splits text into the likeliest pieces of a unigram vocabulary (Kudo 2018, arXiv:1804.10959), as the sentence encoder was
 * trained with. Runs of unknown characters become one unknown token.
 */
export function createTokenizer(vocabulary: Vocabulary): (text: string) => number[] {
	const pieces = new Map<string, { id: number; score: number }>();
	let longest = 1;
	vocabulary.forEach(([piece, score], id) => {
		if (id < RESERVED) return;
		pieces.set(piece, { id, score });
		longest = Math.max(longest, [...piece].length);
	});

	return (text) => {
		const normal = text.normalize("NFKC");
		if (normal === "") return [];
		const symbols = [...(WORD_START + normal.replaceAll(" ", WORD_START))];
		/** Best way to reach each place: its score, the place it came from, and the token between. */
		const best: { score: number; from: number; id: number }[] = [{ score: 0, from: 0, id: UNKNOWN }];
		const offer = (at: number, way: { score: number; from: number; id: number }) => {
			const known = best[at];
			if (known === undefined || way.score > known.score) best[at] = way;
		};
		for (let start = 0; start < symbols.length; start++) {
			const reached = best[start];
			if (reached === undefined) continue;
			let matched = false;
			let piece = "";
			for (let end = start + 1; end <= Math.min(symbols.length, start + longest); end++) {
				piece += symbols[end - 1];
				const found = pieces.get(piece);
				if (found === undefined) continue;
				matched = true;
				offer(end, { score: reached.score + found.score, from: start, id: found.id });
			}
			if (!matched) offer(start + 1, { score: reached.score, from: start, id: UNKNOWN });
		}
		const tokens: number[] = [];
		for (let at = symbols.length; at > 0; at = best[at]?.from ?? 0) {
			const id = best[at]?.id ?? UNKNOWN;
			if (id !== UNKNOWN || tokens.at(-1) !== UNKNOWN) tokens.push(id);
		}
		return tokens.reverse();
	};
}
