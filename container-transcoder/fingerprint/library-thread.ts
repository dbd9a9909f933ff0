import { parentPort } from "node:worker_threads";
import type { LibraryShard } from "../../contracts/copyright-matches.ts";
import { readShard, type ShardEntry } from "../../contracts/copyright-shards.ts";
import { Ballot } from "./candidates.ts";
import { type FingerprintIndex, indexOf } from "./index-of.ts";
import { itemsOf } from "./items.ts";
import type { LibraryAnswer, LibraryRequest } from "./library.ts";
import { soundMatches } from "./match.ts";
import { type KnownVideo, pictureMatches } from "./pictures.ts";

/** Keeps the library in memory and searches it, beside the thread that serves. */

/** A shard is fetched within this, milliseconds. */
const FETCH_MS = 20_000;

interface Part {
	readonly names: string;
	readonly index: FingerprintIndex;
	readonly videos: readonly KnownVideo[];
}

const ballot = new Ballot();
const shards = new Map<string, ShardEntry[]>();
/** What is sealed is indexed once; what still grows is small, and indexed again with each change. */
const parts = new Map<"sealed" | "open", Part>();

async function entriesOf({ name, url, bytes }: LibraryShard): Promise<ShardEntry[]> {
	const known = shards.get(name);
	if (known !== undefined) return known;
	const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
	if (!answer.ok) throw new Error(`A shard of the library was answered ${answer.status}.`);
	const file = new Uint8Array(await answer.arrayBuffer());
	if (file.length !== bytes) throw new Error(`A shard of the library has ${file.length} bytes instead of ${bytes}.`);
	const entries = readShard(file);
	shards.set(name, entries);
	return entries;
}

async function partOf(kind: "sealed" | "open", wanted: readonly LibraryShard[]): Promise<Part> {
	const names = wanted.map(({ name }) => name).join();
	const known = parts.get(kind);
	if (known?.names === names) return known;
	const entries = (await Promise.all(wanted.map(entriesOf))).flat();
	const heard = entries.filter(({ items }) => items.length > 0).map(({ id, items }) => ({ id, items: itemsOf(items) }));
	const part = { names, index: indexOf(heard), videos: entries.filter(({ pictures }) => pictures.length > 0) };
	parts.set(kind, part);
	return part;
}

async function answer({
	library,
	queries,
	pictures,
}: LibraryRequest["question"]): Promise<Extract<LibraryAnswer, { sounds: unknown }>["sounds"]> {
	const asked = await Promise.all([
		partOf(
			"sealed",
			library.filter(({ sealed }) => sealed),
		),
		partOf(
			"open",
			library.filter(({ sealed }) => !sealed),
		),
	]);
	const wanted = new Set(library.map(({ name }) => name));
	for (const name of shards.keys()) if (!wanted.has(name)) shards.delete(name);
	return {
		sounds: soundMatches(
			asked.map(({ index }) => index),
			queries,
			ballot,
		),
		videos: pictureMatches(
			asked.flatMap(({ videos }) => videos),
			pictures,
		),
	};
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on("message", ({ id, question }: LibraryRequest) => {
	// One after another: they share the ballot, and the library while it is read.
	last = last.then(async () => {
		try {
			parentPort?.postMessage({ id, sounds: await answer(question) } satisfies LibraryAnswer);
		} catch (error) {
			parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies LibraryAnswer);
		}
	});
});
