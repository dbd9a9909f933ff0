import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { type Library, offerBatch, sendTrack } from "../../sounds/add.ts";
import { demoUuid } from "../catalogue.ts";
import { openRecord } from "../record.ts";
import { compose } from "./compose.ts";
import { LIBRARY_TRACKS, type LibraryTrack } from "./tracks.ts";

/** Names the starter library among batches of tracks. */
const BATCH = demoUuid("library");
const DONE = "library";

export interface LibraryOptions {
	readonly baseUrl: string;
	readonly adminToken: string;
	/** What is done is kept in its folder `demo`, beside the clips' record. */
	readonly stateDir: string;
	readonly signal: AbortSignal;
	readonly onTrack?: (made: number, total: number) => void;
	/** For tests. */
	readonly tracks?: readonly LibraryTrack[];
	readonly compose?: (track: LibraryTrack, outFile: string, signal: AbortSignal) => Promise<void>;
	readonly wait?: (ms: number) => Promise<void>;
}

/**
 * Makes the starter library, one track after the other and behind everything else: the feed does not wait for it. Broken off it goes on
 * where it was; done, it asks nothing. @throws when a track can't be made, or the signal's reason
 */
export async function seedLibrary({ signal, stateDir, ...options }: LibraryOptions): Promise<void> {
	const { tracks = LIBRARY_TRACKS, compose: make = compose, onTrack = () => undefined, baseUrl, adminToken, wait } = options;
	const folder = path.join(stateDir, "demo");
	const record = await openRecord(folder);
	if (record.isDone(DONE)) return;
	const library: Library = { baseUrl, adminToken, signal, ...(wait === undefined ? {} : { wait }) };
	for (const [place, track] of tracks.entries()) {
		signal.throwIfAborted();
		onTrack(place, tracks.length);
		const file = path.join(folder, `track-${track.seed}.wav`);
		try {
			await make(track, file, signal);
			await sendTrack(library, BATCH, lineOf(track), await readFile(file));
		} finally {
			await rm(file, { force: true });
		}
	}
	await offerBatch(library, BATCH);
	await record.markDone(DONE);
	onTrack(tracks.length, tracks.length);
}

const lineOf = ({ title, artist, genre, mood, seed }: LibraryTrack) => ({
	file: `track-${seed}.wav`,
	rights: { title, artist, genre, mood, license: "free", copyrighted: "false", territories: "" },
});
