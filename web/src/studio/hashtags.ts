import { HASHTAG_LENGTH_MAX, HASHTAGS_MAX } from "../../../contracts/limits.ts";

/** Letters, digits and underscores of what was typed, in lower case; empty when nothing is left. */
export const normalizeHashtag = (text: string): string =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}_]/gu, "")
		.slice(0, HASHTAG_LENGTH_MAX);

/** Adds what was typed or pasted ("#tea, #milk tea") to the chips, each once and up to the limit. */
export function addHashtags(chips: readonly string[], typed: string): string[] {
	const added = typed
		.split(/[\s,#]+/)
		.map(normalizeHashtag)
		.filter((tag) => tag !== "");
	return [...new Set([...chips, ...added])].slice(0, HASHTAGS_MAX);
}
