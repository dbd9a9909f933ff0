import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { SceneName } from "./scenes/index.ts";

/** Pictures are drawn small and scaled up by FFmpeg: four times quicker, and soft scenes look the same. Pixels; frames a second. */
export const FRAME = { width: 540, height: 960, drawnWidth: 270, drawnHeight: 480, rate: 24 } as const;

/** What a clip looks and sounds like. The same values give the same clip. */
export interface Shot {
	readonly scene: SceneName;
	/** Picks palette, motif, key and tempo: 0 to 3. */
	readonly variant: number;
	readonly seed: number;
	readonly seconds: number;
}

export interface RenderTask extends Shot {
	readonly ffmpegPath: string;
	readonly soundFile: string;
	readonly outFile: string;
}

export interface RenderOptions {
	readonly ffmpegPath: string;
	readonly signal?: AbortSignal;
}

/**
 * Makes a clip: MP4, 540 × 960, H.264 with AAC. Drawing runs in a worker thread, about two seconds for eight of video. The
 * file appears whole or not at all; throws what FFmpeg complained of, or the signal's reason.
 */
export async function renderClip(shot: Shot, outFile: string, { ffmpegPath, signal }: RenderOptions): Promise<void> {
	signal?.throwIfAborted();
	const scratch = await mkdtemp(path.join(tmpdir(), "reelay-demo-"));
	// Beside its final place, so that the last step is a rename within one file system.
	const unfinished = `${outFile}.part-${process.pid}`;
	try {
		const { scene, variant, seed, seconds } = shot;
		const task: RenderTask = { scene, variant, seed, seconds, ffmpegPath, soundFile: path.join(scratch, "sound.wav"), outFile: unfinished };
		await runWorker(task, signal);
		await rename(unfinished, outFile);
	} finally {
		await rm(scratch, { recursive: true, force: true });
		await rm(unfinished, { force: true });
	}
}

function runWorker(task: RenderTask, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL("./render-worker.ts", import.meta.url), { workerData: task });
		// Ending the thread closes FFmpeg's standard input, and with it FFmpeg.
		const stop = () => {
			void worker.terminate();
			reject(signal?.reason);
		};
		signal?.addEventListener("abort", stop, { once: true });
		worker.once("message", () => resolve());
		worker.once("error", reject);
		worker.once("exit", () => {
			signal?.removeEventListener("abort", stop);
			reject(new Error("The drawing thread ended before the clip was finished."));
		});
	});
}
