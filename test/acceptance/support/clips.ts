import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const FFMPEG = process.env.FFMPEG_PATH ?? "ffmpeg";

/** Runs FFmpeg with these arguments and returns the file it wrote. @param name its ending decides the container */
export async function make(args: readonly string[], name = "clip.mp4"): Promise<Buffer> {
	const folder = await mkdtemp(join(tmpdir(), "reelay-clip-"));
	try {
		const file = join(folder, name);
		await run(FFMPEG, ["-nostdin", "-v", "error", "-y", ...args, file], { timeout: 60_000 });
		return await readFile(file);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export interface ClipOptions {
	readonly seconds?: number;
	readonly width?: number;
	readonly height?: number;
	readonly rate?: number;
	/** Colour of the picture and pitch of the tone, so that clips differ. */
	readonly hue?: number;
	readonly silent?: boolean;
}

/** A small moving picture with a tone, like a phone would make it: H.264 and AAC in MP4. */
export function clip({ seconds = 3, width = 360, height = 640, rate = 30, hue = 0, silent = false }: ClipOptions = {}): Promise<Buffer> {
	const picture = ["-f", "lavfi", "-i", `testsrc2=s=${width}x${height}:r=${rate}:d=${seconds},hue=h=${hue}`];
	const sound = silent ? [] : ["-f", "lavfi", "-i", `sine=f=${220 + hue * 2}:d=${seconds}`];
	const codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", ...(silent ? [] : ["-c:a", "aac", "-shortest"])];
	return make([...picture, ...sound, ...codecs, "-movflags", "+faststart"]);
}
