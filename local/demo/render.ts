import { spawn } from "node:child_process";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { BACKGROUND_NICENESS, giveWay } from "../supervisor/child.ts";
import type { SceneName } from "./scenes/index.ts";

/** Pictures are drawn small and scaled up by FFmpeg: four times quicker, and soft scenes look the same. Pixels; frames a second. */
export const FRAME = { drawnWidth: 270, drawnHeight: 480, rate: 24 } as const;
/** What they are scaled up to. A small picture has a rendition less to be encoded, for clips that somebody waits for. Pixels. */
export const PICTURES = { small: { width: 360, height: 640 }, full: { width: 540, height: 960 } } as const;

/** What a clip looks and sounds like. The same values give the same clip. */
export interface Shot {
	readonly scene: SceneName;
	/** Picks palette, motif, key and tempo: 0 to 3. */
	readonly variant: number;
	readonly seed: number;
	readonly seconds: number;
	readonly picture: keyof typeof PICTURES;
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
 * Makes a clip: MP4, H.264 with AAC. Drawing runs in a process of its own that gives way to others, about two seconds for eight
 * of video. The file appears whole or not at all; throws what FFmpeg complained of, or the signal's reason.
 */
export async function renderClip(shot: Shot, outFile: string, { ffmpegPath, signal }: RenderOptions): Promise<void> {
	signal?.throwIfAborted();
	const scratch = await mkdtemp(path.join(tmpdir(), "reelay-demo-"));
	// Beside its final place, so that the last step is a rename within one file system.
	const unfinished = `${outFile}.part-${process.pid}`;
	try {
		const { scene, variant, seed, seconds, picture } = shot;
		const soundFile = path.join(scratch, "sound.wav");
		await draw({ scene, variant, seed, seconds, picture, ffmpegPath, soundFile, outFile: unfinished }, signal);
		await rename(unfinished, outFile);
	} finally {
		await rm(scratch, { recursive: true, force: true });
		await rm(unfinished, { force: true });
	}
}

const DRAWING = fileURLToPath(new URL("./render-process.ts", import.meta.url));

function draw(task: RenderTask, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--no-warnings", DRAWING, JSON.stringify(task)], { stdio: ["ignore", "ignore", "pipe"] });
		giveWay(child, BACKGROUND_NICENESS);
		let complaint = "";
		child.stderr.on("data", (chunk: Buffer) => {
			complaint = (complaint + chunk.toString()).slice(-2000);
		});
		// Its end closes FFmpeg's standard input, and with it FFmpeg.
		const stop = () => child.kill("SIGKILL");
		signal?.addEventListener("abort", stop, { once: true });
		child.once("error", reject);
		child.once("close", (code) => {
			signal?.removeEventListener("abort", stop);
			if (code === 0) resolve();
			else reject(signal?.aborted ? signal.reason : new Error(complaint.trim() || `The clip could not be drawn: exit code ${code}.`));
		});
	});
}
