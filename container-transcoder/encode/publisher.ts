import { setTimeout as sleep } from "node:timers/promises";
import type { RungName, StoredManifest } from "../../contracts/media.ts";
import type { Output } from "../storage/output.ts";
import { CHECKPOINT_NAME } from "./checkpoint.ts";
import { type Ladder, seconds } from "./ladder.ts";
import { expectedManifest } from "./manifest.ts";
import { masterPlaylist, mediaPlaylist } from "./playlists.ts";
import type { Rows } from "./rows.ts";

export interface PublisherOptions {
	rows: Rows;
	ladder: Ladder;
	output: Output;
	hasAudio: boolean;
	signal: AbortSignal;
	/** Called once, when the playlists in the bucket let a player start. */
	onPlayable: (manifest: StoredManifest) => void;
	/** Wait between two rewritings, milliseconds. */
	intervalMs?: number;
}

export interface Publisher {
	/** Something new is stored: playlists and checkpoint are to follow. */
	changed(): void;
	/** Waits for what is under way and ends; throws what went wrong. */
	stop(): Promise<void>;
	/** Writes the finished playlists. */
	finish(manifest: StoredManifest): Promise<void>;
}

/** A video counts as playable with this many renditions, or all it has. */
const PLAYABLE_RENDITIONS = 2;

/** Keeps the growing playlists and the checkpoint in the bucket behind the segments, several segments at a time. */
export function startPublisher(options: PublisherOptions): Publisher {
	const { rows, ladder, output } = options;
	const interval = options.intervalMs ?? 1_500;
	let dirty = false;
	let playable = false;
	let stopping = false;
	let running: Promise<void> | null = null;
	const pause = new AbortController();
	let failed: { error: unknown } | null = null;

	const write = async () => {
		const started = rows.started();
		if (started.length < Math.min(PLAYABLE_RENDITIONS, ladder.rungs.length)) return;
		await Promise.all(started.map((rung) => output.putGrowing(`${rung}.m3u8`, growing(rung, rows, ladder))));
		const expected = expectedManifest(started, rows, ladder, options.hasAudio);
		await output.putGrowing("master.m3u8", masterPlaylist(expected.renditions));
		if (!playable) {
			playable = true;
			options.onPlayable(expected);
		}
		// Only behind the segments it names, so that it never promises what is not there.
		if (rows.count() > 0) await output.putGrowing(CHECKPOINT_NAME, JSON.stringify(rows.checkpoint()));
	};
	const loop = async () => {
		while (dirty && !stopping) {
			dirty = false;
			await write();
			// Until a player can start, every segment may be the one that was missing: someone is waiting.
			if (!playable) continue;
			if (!stopping) await sleep(interval, undefined, { signal: pause.signal }).catch(() => undefined); // rejects only when `stop` cuts it short
		}
	};
	return {
		changed() {
			dirty = true;
			if (running || failed || stopping) return;
			running = loop()
				.catch((error: unknown) => {
					failed = { error };
				})
				.finally(() => {
					running = null;
				});
		},
		async stop() {
			stopping = true;
			pause.abort();
			await running;
			options.signal.throwIfAborted();
			if (failed) throw failed.error;
		},
		async finish(manifest) {
			await Promise.all(
				manifest.renditions.map(({ name }) =>
					output.putFinal(
						`${name}.m3u8`,
						mediaPlaylist({
							rung: name,
							durations: rows.pictures(name).map((count) => seconds(ladder, count)),
							segmentSeconds: manifest.segmentSeconds,
							finished: true,
						}),
					),
				),
			);
			await output.putFinal("master.m3u8", masterPlaylist(manifest.renditions));
			if (!playable) options.onPlayable(manifest);
		},
	};
}

function growing(rung: RungName, rows: Rows, ladder: Ladder): string {
	return mediaPlaylist({
		rung,
		durations: rows.pictures(rung).map((count) => seconds(ladder, count)),
		segmentSeconds: seconds(ladder, ladder.segmentFrames),
		finished: false,
	});
}
