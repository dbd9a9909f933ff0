import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

/** Bytes at the beginning of a slice that hold its headers. */
const SLICE_HEADERS = 16;

/** Copies an MP4 of HEVC with noise in place of what the chosen pictures hold behind their slices' headers, as encryption leaves it. */
export async function encryptHevc(clip: string, path: string, chosen: (n: number) => boolean): Promise<string> {
	const file = await readFile(clip);
	const { packets } = (await ffprobe(clip, "packet=pos,size", ["-select_streams", "v:0"])) as { packets: { pos: string; size: string }[] };
	const random = seeded();
	for (const [n, { pos, size }] of packets.entries()) {
		const end = Number(pos) + Number(size);
		for (let unit = Number(pos); chosen(n) && unit < end; unit += 4 + file.readUInt32BE(unit)) {
			// Types from 32 on are parameter sets and messages (ITU-T H.265, table 7-1).
			const isSlice = ((file[unit + 4] ?? 0) >> 1) % 64 < 32;
			for (let at = unit + 4 + SLICE_HEADERS; isSlice && at < unit + 4 + file.readUInt32BE(unit); at++)
				file[at] = Math.floor(random() * 256);
		}
	}
	await writeFile(path, file);
	return path;
}

/** A linear congruential generator (Numerical Recipes), 0 to 1: the same damage in each run. */
export function seeded(): () => number {
	let state = 1;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}
