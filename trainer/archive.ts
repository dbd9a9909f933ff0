import { gunzipSync } from "node:zlib";
import type * as z from "zod";
import { ARCHIVE_PREFIX, ArchivedEvent, CATALOGUE_KEY, CatalogueLine } from "../contracts/archive.ts";
import { fromBase64 } from "../recommender/vectors.ts";
import type { VideoFacts } from "./replay.ts";
import type { Store } from "./store.ts";
import type { TrainingEvent } from "./training-event.ts";

/** How far ahead of the trainer's clock an event may be and still count, milliseconds. */
const AHEAD_MAX_MS = 300_000;

export interface Archive {
	/** Time order, each event once. */
	readonly events: readonly TrainingEvent[];
	readonly facts: readonly VideoFacts[];
	/** Space the catalogue's vectors are in; null where it names none. */
	readonly space: string | null;
	/** What was left out, by reason: told, not hidden. */
	readonly leftOut: {
		readonly unreadableFiles: number;
		readonly badLines: number;
		readonly repeated: number;
		readonly unknownVideos: number;
		readonly ahead: number;
	};
}

/** Reads the archive since a moment. A file or line that can't be read is left out and counted. Throws without a catalogue. */
export async function readArchive(store: Store, since: number, now: number): Promise<Archive> {
	const leftOut = { unreadableFiles: 0, badLines: 0, repeated: 0, unknownVideos: 0, ahead: 0 };
	const catalogue = await store.get(CATALOGUE_KEY);
	if (catalogue === null) throw new Error(`There is no ${CATALOGUE_KEY}: nothing is known of any video.`);
	const videos = [...lines(catalogue, CatalogueLine, leftOut)];
	const facts = videos.map(toFacts);
	const space = videos[0]?.space ?? null;
	const rowOf = new Map(facts.map((fact, row) => [fact.id, row]));
	const events: TrainingEvent[] = [];
	const met = new Set<string>();
	for (const key of await store.list(ARCHIVE_PREFIX)) {
		if (hourOf(key) + 3_600_000 <= since) continue;
		const bytes = await store.get(key);
		if (bytes === null) continue;
		for (const line of lines(bytes, ArchivedEvent, leftOut)) {
			const item = rowOf.get(line.videoId);
			if (met.has(line.eventId)) leftOut.repeated++;
			else if (item === undefined) leftOut.unknownVideos++;
			else if (line.at > now + AHEAD_MAX_MS) leftOut.ahead++;
			else if (line.at >= since) events.push(toEvent(line, item));
			met.add(line.eventId);
		}
	}
	events.sort((a, b) => a.signal.at - b.signal.at);
	return { events, facts, space, leftOut };
}

/** Start of the hour a key's folder names; the epoch's end when it names none, so that it is read. */
function hourOf(key: string): number {
	const parts = /(\d{4})\/(\d{2})\/(\d{2})\/(\d{2})\//.exec(key);
	if (parts === null) return Number.MAX_SAFE_INTEGER;
	const [, year, month, day, hour] = parts;
	return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour));
}

function* lines<S extends z.ZodType>(
	bytes: Uint8Array,
	schema: S,
	leftOut: { unreadableFiles: number; badLines: number },
): Generator<z.output<S>> {
	let text: string;
	try {
		text = gunzipSync(bytes).toString("utf8");
	} catch {
		leftOut.unreadableFiles++;
		return;
	}
	for (const line of text.split("\n")) {
		if (line === "") continue;
		let value: unknown;
		try {
			value = JSON.parse(line);
		} catch {
			leftOut.badLines++;
			continue;
		}
		const parsed = schema.safeParse(value);
		if (parsed.success) yield parsed.data;
		else leftOut.badLines++;
	}
}

function toFacts(line: CatalogueLine): VideoFacts {
	const { videoId, creatorId, topics, soundId, durationMs, createdAt, country, vector } = line;
	return { id: videoId, creatorId, topics, soundId, durationMs, createdAt, country, vector: vector === null ? null : fromBase64(vector) };
}

function toEvent(line: ArchivedEvent, item: number): TrainingEvent {
	const {
		viewer,
		videoId,
		at,
		watchMs,
		durationMs,
		liked,
		commented,
		shared,
		followed,
		saved = false,
		profileVisited = false,
		source,
	} = line;
	const acts = { liked, commented, shared, followed, saved, profileVisited, notInterested: null };
	const { device = null, hour = null } = line;
	return { viewer, item, surface: source, watchKnown: true, device, hour, signal: { videoId, at, watchMs, durationMs, ...acts } };
}
