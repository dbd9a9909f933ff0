import { HASHTAGS_MAX } from "../../../contracts/limits.ts";
import { distinctHashtags, nearestHashtag } from "../../../contracts/words.ts";

/** Adds what was typed or pasted ("#tea, #milk tea") to the chips as it was written, each once and up to the limit. */
export function addHashtags(chips: readonly string[], typed: string): string[] {
	const added = typed
		.split(/[\s,、，،;#＃﹟]+/u)
		.map(nearestHashtag)
		.filter((tag) => tag !== "");
	return distinctHashtags([...chips, ...added]).slice(0, HASHTAGS_MAX);
}
