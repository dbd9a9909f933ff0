import type { StoredManifest } from "../../../contracts/media.ts";
import type { Stage } from "../../../contracts/transcode.ts";
import type { Services } from "../../platform/services.ts";
import { transit } from "../state/index.ts";

/** Least time between two writes of one job's progress, milliseconds. */
const WRITE_EVERY_MS = 1_000;
/** Though nothing changed, a sign of life is written this often: the sweeper takes jobs without one for lost. Milliseconds. */
export const SIGN_OF_LIFE_MS = 15_000;

interface Progress {
	readonly stage: Stage;
	readonly progress: number;
}

/** Keeps a row's progress up to date without writing each event. Every write also finds out whether the job is still wanted. */
export interface ProgressWriter {
	/** @returns false once the video was deleted or a newer generation began */
	report(progress: Progress | null): Promise<boolean>;
	/** First renditions can be played: the creator may watch while the others are made. @returns as `report` */
	playable(manifest: StoredManifest, blurhash: string | null): Promise<boolean>;
}

export function progressWriter(services: Services, videoId: string, generation: number): ProgressWriter {
	let writtenAt = 0;
	let written: Progress | null = null;
	let latest: Progress | null = null;
	const job = { id: videoId, generation };
	const write = async (): Promise<boolean> => {
		writtenAt = services.clock();
		return (await transit(services, "progressed", job, latest ?? {})) !== null;
	};
	return {
		async report(progress) {
			if (progress !== null) latest = { stage: progress.stage, progress: Math.round(progress.progress) };
			const age = services.clock() - writtenAt;
			const changed = latest !== null && (latest.stage !== written?.stage || latest.progress !== written.progress);
			if (age < (changed ? WRITE_EVERY_MS : SIGN_OF_LIFE_MS)) return true;
			written = latest;
			return write();
		},
		async playable(manifest, blurhash) {
			// A reprocessing leaves the manifest that is served alone until it is published.
			return (await transit(services, "playable", job, { manifest, blurhash })) !== null || write();
		},
	};
}
