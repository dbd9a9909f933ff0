import type { Database } from "../../../../db/client.ts";
import { meaningOf } from "../meaning/embed.ts";
import { cellsOfQuery, sketchOf } from "../meaning/sketch.ts";
import type { WordTable } from "../meaning/table.ts";
import { candidatesFor, type Place, planOf } from "./candidates.ts";
import { type Circumstances, fuse, type Scored } from "./fuse.ts";
import { parseQuery, type Query } from "./parse.ts";
import { lookUp, meantBy, type Vocabulary } from "./vocabulary.ts";

/** Which ways of finding are used: both, but where one is measured alone. */
export type Ways = { readonly words: boolean; readonly meaning: boolean };

export interface Found {
	readonly videos: readonly Scored[];
	/** The query with every word replaced that no video has by the one that was likely meant; null where all are known. */
	readonly didYouMean: string | null;
}

/** Videos that a text finds, the best first: two statements per database, one after the other. @param text not empty */
export async function searchVideos(
	databases: readonly Database[],
	table: WordTable,
	text: string,
	circumstances: Circumstances,
	ways: Ways = { words: true, meaning: true },
): Promise<Found> {
	const query = parseQuery(text);
	if (query.tokens.length === 0) return { videos: [], didYouMean: null };
	const vocabulary = await lookUp(databases, query.tokens, (word) => table.rowOf(word) !== undefined);
	const corrected = correctedText(query, vocabulary);
	const meaning = ways.meaning ? meaningOf(table, [{ text: corrected ?? query.text, weight: 1 }]) : null;
	const plan = ways.words ? planOf(query, vocabulary) : null;
	// One word that many documents have fills every page: meaning only orders what it finds.
	const place = plan !== null && isPlentyAlone(vocabulary) ? null : placeOf(table, meaning);
	const candidates = await candidatesFor(databases, plan, place);
	return { videos: fuse(candidates, plan, vocabulary, meaning, circumstances), didYouMean: corrected };
}

/** Documents of one word, from which on they are as many as are ever ranked. */
const PLENTY = 150;
const isPlentyAlone = ({ known: [first, second] }: Vocabulary): boolean =>
	first !== undefined && second === undefined && first.documents >= PLENTY;

function placeOf(table: WordTable, meaning: Float32Array | null): Place | null {
	if (meaning === null) return null;
	return {
		version: table.version,
		cells: cellsOfQuery(table, meaning),
		sketch: sketchOf(meaning),
	};
}

/** The query as it was likely meant; null where every word is known. */
function correctedText({ tokens }: Query, { known }: Vocabulary): string | null {
	const meant = known.map(meantBy);
	if (meant.every((word) => word === null) || tokens.some(({ isRun }) => isRun)) return null;
	return tokens.map(({ text }, at) => meant[at] ?? text).join(" ");
}
