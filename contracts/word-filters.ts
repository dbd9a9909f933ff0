import { fold } from "./words.ts";

/**
 * What a viewer's word filters match. A part of the contract: the Worker keeps such videos out of every list it feeds, and the
 * client takes those it already holds off the stage by the same rule.
 */

/** Words and hashtags a viewer never wants to see. */
export interface WordFilters {
	readonly keywords: readonly string[];
	readonly hashtags: readonly string[];
}

/** The words of a video; a card and a record are both one. */
export interface Worded {
	readonly title: string;
	readonly description: string;
	readonly hashtags: readonly string[];
}

const TOKENS = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;
/** Scripts that put no space between words: there a keyword is found anywhere. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HASHTAGS = /#([\p{L}\p{N}\p{M}_]+)/gu;

const tokensOf = (folded: string): readonly string[] => folded.match(TOKENS) ?? [];

/** A keyword as it is compared; empty when there is no word in it. */
export const foldKeyword = (keyword: string): string => tokensOf(fold(keyword)).join(" ");

interface Folded {
	readonly words: ReadonlySet<string>;
	/** All words in a row, one space between and around. */
	readonly text: string;
	readonly hashtags: readonly string[];
}
const known = new WeakMap<Worded, Folded>();

/** Done once per copy of a video: of a candidate for many viewers, the folding is nearly all the work. */
function foldedOf(video: Worded): Folded {
	let folded = known.get(video);
	if (folded === undefined) {
		const written = fold(`${video.title}\n${video.description}`);
		const tags = video.hashtags.map(fold);
		const tokens = [...tokensOf(written), ...tags.flatMap((tag) => tokensOf(tag))];
		folded = {
			words: new Set(tokens),
			text: ` ${tokens.join(" ")} `,
			hashtags: [...tags, ...[...written.matchAll(HASHTAGS)].map(([, tag = ""]) => tag)],
		};
		known.set(video, folded);
	}
	return folded;
}

/**
 * True for videos the filters keep out, built once for many. A keyword (or phrase) matches whole words of title, description
 * and hashtags; a hashtag matches one given to the video or written in its text. Case and accents don't matter.
 */
export function wordFilter({ keywords, hashtags }: WordFilters): (video: Worded) => boolean {
	const words = new Set<string>();
	const phrases: string[] = [];
	for (const keyword of keywords.map(foldKeyword)) {
		if (keyword === "") continue;
		if (SPACELESS.test(keyword)) phrases.push(keyword);
		else if (keyword.includes(" ")) phrases.push(` ${keyword} `);
		else words.add(keyword);
	}
	const tags = new Set(hashtags.map(fold));
	if (words.size === 0 && phrases.length === 0 && tags.size === 0) return () => false;
	return (video) => {
		const folded = foldedOf(video);
		for (const tag of folded.hashtags) if (tags.has(tag)) return true;
		if (words.size > 0) for (const word of folded.words) if (words.has(word)) return true;
		return phrases.some((phrase) => folded.text.includes(phrase));
	};
}
