import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Why Stream gave a video up, under its own error codes. */
export class StreamRefusal extends Error {
	override readonly name = "StreamRefusal";
	readonly code: string;
	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

export interface Encoded {
	readonly bytes: number;
	/** Seconds. */
	readonly duration: number;
	readonly width: number;
	readonly height: number;
}

const LIMITS = { timeout: 120_000, maxBuffer: 1024 * 1024 } as const;

async function probe(ffprobePath: string, file: string): Promise<Omit<Encoded, "bytes">> {
	const args = ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height:format=duration", "-of", "json", file];
	const { stdout } = await run(ffprobePath, args, LIMITS).catch(() => ({ stdout: "{}" }));
	const found = JSON.parse(stdout) as { streams?: { width?: number; height?: number }[]; format?: { duration?: string } };
	const picture = found.streams?.[0];
	if (!picture?.width || !picture.height) throw new StreamRefusal("ERR_NON_VIDEO", "The file was not recognized as a valid video file.");
	return { width: picture.width, height: picture.height, duration: Number(found.format?.duration ?? -1) };
}

/** Fetches the address and makes one HLS rendition with a thumbnail in `folder`. Throws StreamRefusal for what Stream would refuse. */
export async function copyAndEncode(
	url: string,
	folder: string,
	tools: { ffmpegPath: string; ffprobePath: string },
	signal: AbortSignal,
): Promise<Encoded> {
	const response = await fetch(url, { signal }).catch((error: unknown) => {
		throw new StreamRefusal("ERR_FETCH_ORIGIN_ERROR", `The video could not be downloaded: ${String(error)}`);
	});
	if (!response.ok) throw new StreamRefusal("ERR_FETCH_ORIGIN_ERROR", `The origin answered ${response.status}.`);
	const bytes = Buffer.from(await response.arrayBuffer());
	const source = join(folder, "source");
	await writeFile(source, bytes);
	const found = await probe(tools.ffprobePath, source);
	const picture = ["-vf", "scale=-2:'min(480,ih)'", "-c:v", "libx264", "-preset", "ultrafast", "-g", "60", "-c:a", "aac", "-ac", "2"];
	const playlist = ["-f", "hls", "-hls_time", "2", "-hls_playlist_type", "vod", "-hls_segment_filename", join(folder, "%d.ts")];
	try {
		await run(tools.ffmpegPath, ["-v", "error", "-y", "-i", source, ...picture, ...playlist, join(folder, "480p.m3u8")], {
			...LIMITS,
			signal,
		});
		await run(tools.ffmpegPath, ["-v", "error", "-y", "-i", source, "-frames:v", "1", join(folder, "thumbnail.jpg")], {
			...LIMITS,
			signal,
		});
	} catch (error) {
		throw new StreamRefusal("ERR_MALFORMED_VIDEO", error instanceof Error ? error.message : String(error));
	}
	const bandwidth = 1_500_000;
	await writeFile(join(folder, "video.m3u8"), `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth}\n480p.m3u8\n`);
	return { bytes: bytes.length, ...found };
}
