import type { StoredMention } from "../../../db/schema/videos.ts";

/** What stands in the place of a name that is nobody's any more: of the same length, so that what follows stays where it is. */
const unnamed = (length: number): string => "@".padEnd(length, "…");

/** A comment's words without the name of one of those it mentions; the other mentions stay where they are. */
export function withoutMention(
	text: string,
	mentions: readonly StoredMention[],
	userId: string,
): { text: string; mentions: StoredMention[] } {
	let rest = text;
	for (const mention of mentions)
		if (mention.userId === userId) {
			rest = rest.slice(0, mention.start) + unnamed(mention.length) + rest.slice(mention.start + mention.length);
		}
	return { text: rest, mentions: mentions.filter((mention) => mention.userId !== userId) };
}
