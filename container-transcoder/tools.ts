import type { TranscodeEvent } from "../contracts/transcode.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Library } from "./fingerprint/library.ts";
import type { Log } from "./log.ts";
import type { Recogniser } from "./screen/recogniser.ts";
import type { ObjectStore } from "./storage/object-store.ts";

/** What every job of this process leans on. */
export interface TranscodeTools {
	ffmpeg: string;
	/** As FFmpeg tells it. */
	ffmpegVersion: string;
	ffprobe: string;
	memoryBytes: number;
	store: ObjectStore;
	/** Null transcodes without embedding. */
	embedder: Embedder | null;
	/** Known recordings and videos. */
	library: Library;
	/** Hears what is said. Null where what is transcoded is not screened: nothing of it is published unseen then. */
	recogniser: Recogniser | null;
}

/** What one job is given. */
export interface TranscodeContext {
	/** An empty directory of this job alone; the caller removes it. */
	workDir: string;
	signal: AbortSignal;
	log: Log;
	emit: (event: TranscodeEvent) => void;
}

/** Logs how long each stage took since the one before. */
export function stageClock(log: Log): (name: string, fields?: Record<string, unknown>) => void {
	let last = performance.now();
	return (name, fields = {}) => {
		const now = performance.now();
		log(`stage.${name}`, { ms: Math.round(now - last), ...fields });
		last = now;
	};
}
