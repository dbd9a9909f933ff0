import { quantise, toBase64 } from "../../../../recommender/vectors.ts";
import { meaningOf } from "../meaning/embed.ts";
import { cellsOfDocument, sketchOf } from "../meaning/sketch.ts";
import type { WordTable } from "../meaning/table.ts";
import { lexemesOf, wordsIn } from "../words.ts";
import { type Language, languageOf } from "./language.ts";

/** What a video is found by. */
export interface Source {
	readonly videoId: string;
	readonly title: string;
	readonly hashtags: readonly string[];
	readonly description: string;
	/** What is said and to be seen in it, in words. */
	readonly captions: string;
	readonly longViews: number;
}

/** A word at a place, with the weight of the field it stands in, as Postgres names them. */
interface Placed {
	readonly word: string;
	readonly at: number;
	readonly weight: "A" | "B" | "C" | "D";
}

export interface SearchDocument {
	readonly videoId: string;
	readonly language: Language;
	readonly placed: readonly Placed[];
	/** Each once, as they are completed and corrected. */
	readonly terms: readonly string[];
	readonly vector: string | null;
	readonly vectorVersion: string | null;
	readonly cells: readonly number[];
	readonly sketch: string | null;
	readonly reach: number;
}

/** Words of a document at most: the rest of very long captions says nothing new. */
const WORDS_MAX = 1_500;
/** Longer ones are no words. */
const WORD_LENGTH_MAX = 40;
/** How much a field says of what it is about. */
const SHARES = { title: 1, hashtags: 0.8, description: 0.5, captions: 0.2 } as const;

/** Makes what is stored of a video. Pure: the same video and table give the same document. */
export function documentOf(source: Source, table: WordTable): SearchDocument {
	const tags = source.hashtags.map((tag) => tag.replaceAll("_", " ")).join(" ");
	const joinedTags = source.hashtags.filter((tag) => tag.includes("_")).map((tag) => tag.replaceAll("_", ""));
	const fields = [
		["A", source.title],
		["B", [tags, ...joinedTags].join(" ")],
		["C", source.description],
		["D", source.captions],
	] as const;
	const placed: Placed[] = [];
	const terms = new Set<string>();
	let at = 0;
	for (const [weight, text] of fields) {
		for (const word of wordsIn(text)) {
			if (at >= WORDS_MAX) break;
			at++;
			if (word.text.length <= WORD_LENGTH_MAX && word.text.length > 1) terms.add(word.text);
			for (const part of word.parts) if (part.length > 1) terms.add(part);
			for (const lexeme of lexemesOf(word)) {
				placed.push({
					word: lexeme.slice(0, WORD_LENGTH_MAX),
					at,
					weight,
				});
			}
		}
	}
	for (const tag of source.hashtags) if (tag.length <= WORD_LENGTH_MAX) terms.add(tag);
	const meaning = meaningOf(table, [
		{ text: source.title, weight: SHARES.title },
		{ text: tags, weight: SHARES.hashtags },
		{ text: source.description, weight: SHARES.description },
		{ text: source.captions, weight: SHARES.captions },
	]);
	return {
		videoId: source.videoId,
		language: languageOf(placed.map(({ word }) => word)),
		placed,
		terms: [...terms],
		vector: meaning === null ? null : toBase64(quantise(meaning)),
		vectorVersion: meaning === null ? null : table.version,
		cells: meaning === null ? [] : cellsOfDocument(table, meaning),
		sketch: meaning === null ? null : sketchOf(meaning),
		reach: reachOf(source.longViews),
	};
}

/** How far a video reached, for order among equals: each tenfold counts as much as the one before. */
const reachOf = (longViews: number): number => Math.log10(1 + Math.max(0, longViews));
