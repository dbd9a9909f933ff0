import { HASHTAG_LENGTH_MAX } from "./limits.ts";
import { HASHTAG, hashtagKey, isHashtag, LETTER, lengthOf, MARK, writtenHashtag } from "./words.ts";

/** Where a text has hashtags. Apart from what says what one is, so that the client loads it only for a text with a #. */

/** A piece of a text: a hashtag as it stands there with its #, and by what it is looked up; or what is between. */
export interface TagPiece {
	readonly text: string;
	readonly tag: string | null;
}

/** An address of the web is one whole, what follows its # included. */
const ADDRESS = "(?:https?:\\/\\/|www\\.)[^\\s<>\"'`]+";
/** Marks of direction may stand between the sign and the word. */
const TAG_IN_TEXT = new RegExp(`${ADDRESS}|[#＃][\\u061c\\u200e\\u200f]*(${HASHTAG})`, "giu");
/** Right behind one of these a # begins no hashtag: it is part of a word, an address or a sign's code (&#39;). */
const NO_BEGINNING = new RegExp(`(?:[${LETTER}][${MARK}]*|[/&#＃])$`, "u");
/** Scripts without spaces between words: there a hashtag may follow a word at once. */
const SPACELESS_END =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*$/u;

/** A text cut where its hashtags begin and end; joined again it is the same. What is too long to be looked up is none. */
export function cutAtHashtags(text: string): TagPiece[] {
	const pieces: TagPiece[] = [];
	/** Up to where pieces were cut, and where the last hashtag ended: another may follow it at once. */
	let from = 0;
	let tagEnd = -1;
	for (const match of text.matchAll(TAG_IN_TEXT)) {
		const name = (match[1] ?? "").replace(/[\u200c\u200d]+$/u, "");
		const before = text.slice(Math.max(0, match.index - 8), match.index);
		const begins = match.index === tagEnd || !NO_BEGINNING.test(before) || SPACELESS_END.test(before);
		const spelled = writtenHashtag(name);
		if (name === "" || !begins || !isHashtag(spelled) || lengthOf(spelled) > HASHTAG_LENGTH_MAX) continue;
		const end = match.index + match[0].length - (match[1] ?? "").length + name.length;
		if (match.index > from) pieces.push({ text: text.slice(from, match.index), tag: null });
		pieces.push({ text: text.slice(match.index, end), tag: hashtagKey(spelled) });
		from = end;
		tagEnd = end;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), tag: null });
	return pieces;
}
