import { distinctHashtags, hashtagKey } from "../../contracts/words.ts";

/** A video's hashtags as its row holds them: by what they are looked up, and as they were typed where that differs. */
export function hashtagColumns(tags: readonly string[]): { hashtags: string[]; hashtagsWritten: string[] | null } {
	const hashtagsWritten = distinctHashtags(tags);
	const hashtags = hashtagsWritten.map(hashtagKey);
	return { hashtags, hashtagsWritten: hashtags.every((key, place) => key === hashtagsWritten[place]) ? null : hashtagsWritten };
}
