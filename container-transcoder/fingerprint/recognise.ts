import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HashedPicture, LibraryShard, Recognised } from "../../contracts/copyright-matches.ts";
import type { Audio } from "../encode/audio.ts";
import type { TileSink } from "../encode/tiles.ts";
import { frameHash } from "../hash/frame.ts";
import { type Log, reason } from "../log.ts";
import type { SoundRun } from "../sound/files.ts";
import type { Library } from "./library.ts";
import { listen } from "./listen.ts";
import type { Query } from "./search.ts";

const HEARD = "heard.aac";

/** Fingerprints a video's sound at all speeds; null where there is none, or too little. What fails is an error: unheard is not the same as silent. */
export async function hear(audio: Audio | null, run: SoundRun): Promise<Query[] | null> {
	if (audio === null) return null;
	await writeFile(join(run.workDir, HEARD), audio.adts, { mode: 0o640 });
	return listen(["-f", "aac", "-i", HEARD], run);
}

/** A video's pictures by their hashes; plain ones, which are like any other, left out. */
export const hashedPictures = (tiles: TileSink): HashedPicture[] =>
	tiles.tiles.flatMap(({ seconds, rgb }) => {
		const hash = frameHash(rgb, tiles.width, tiles.height);
		return hash === null ? [] : [{ atMs: Math.round(seconds * 1_000), hash: Buffer.from(hash).toString("base64") }];
	});

/** What of the library is in a video. That the library can't be asked is said, and does not fail the job. */
export async function recognise(
	queries: readonly Query[] | null,
	pictures: HashedPicture[],
	{ library, shards, log }: { readonly library: Library; readonly shards: readonly LibraryShard[]; readonly log: Log },
): Promise<Recognised> {
	const fingerprint = queries?.[0] === undefined ? null : base64Of(queries[0].items);
	try {
		const began = performance.now();
		const found = await library.find({ library: shards, queries: queries ?? [], pictures });
		log("stage.recognised", { ms: Math.round(performance.now() - began), sounds: found.sounds.length, videos: found.videos.length });
		return { fingerprint, pictures, ...found };
	} catch (error) {
		log("library.away", { error: reason(error) });
		return { fingerprint, pictures, sounds: null, videos: null };
	}
}

/** Items are written as they lie in memory: little-endian, on every machine that FFmpeg runs on here. */
const base64Of = (items: Uint32Array): string => Buffer.from(items.buffer, items.byteOffset, items.byteLength).toString("base64");
