import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Makes clips with FFmpeg in a directory of their own. */
export interface ClipMaker {
	readonly dir: string;
	/** Runs FFmpeg with these arguments and gives the path of the file it made. */
	make(name: string, args: readonly string[]): Promise<string>;
	remove(): Promise<void>;
}

export async function openClipMaker(): Promise<ClipMaker> {
	const dir = await mkdtemp(join(tmpdir(), "reelay-clips-"));
	return {
		dir,
		async make(name, args) {
			const path = join(dir, name);
			await run("ffmpeg", ["-v", "error", "-y", ...args, path], { maxBuffer: 1 << 24 });
			return path;
		},
		remove: () => rm(dir, { recursive: true, force: true }),
	};
}

/** A moving test picture; `size` as `WIDTHxHEIGHT`. */
export function picture(size: string, seconds: number, rate = 30): string[] {
	return ["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`];
}

/** A tone, far too loud or too quiet as `volume` tells, 1 being full scale. */
export function tone(seconds: number, volume = 0.5): string[] {
	return ["-f", "lavfi", "-i", `sine=frequency=440:sample_rate=48000:duration=${seconds},volume=${volume}`];
}

/** The cheapest settings that give an ordinary MP4. */
export const MP4 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"] as const;

/** What ffprobe finds, as JSON of the given entries. */
export async function ffprobe(path: string, entries: string, more: readonly string[] = []): Promise<unknown> {
	const { stdout } = await run("ffprobe", ["-v", "error", ...more, "-of", "json", "-show_entries", entries, path], { maxBuffer: 1 << 24 });
	return JSON.parse(stdout);
}
