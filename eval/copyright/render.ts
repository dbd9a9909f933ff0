import { spawn } from "node:child_process";
import { once } from "node:events";
import { ITEM_SECONDS, ITEM_SPAN_SECONDS, type Items, itemsOf } from "../../container-transcoder/fingerprint/items.ts";

/** Samples of one channel, -1..1. */
export type Samples = Float32Array;

/** Between two pieces that FFmpeg hears in one run, seconds. */
const GAP_SECONDS = 4;

/** Runs FFmpeg from standard input to standard output. */
export async function ffmpeg(args: readonly string[], input: Uint8Array): Promise<Buffer> {
	const child = spawn(process.env.FFMPEG_PATH ?? "ffmpeg", ["-v", "error", "-nostdin", ...args], { stdio: ["pipe", "pipe", "inherit"] });
	const chunks: Buffer[] = [];
	child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
	child.stdin.end(input);
	const [code] = (await once(child, "close")) as [number | null];
	if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${args.join(" ")}`);
	return Buffer.concat(chunks);
}

const bytesOf = (samples: Samples): Uint8Array => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
const reading = (rate: number): string[] => ["-f", "f32le", "-ar", String(rate), "-ac", "1", "-i", "pipe:0"];

/** How samples are changed on their way to the fingerprint. */
export interface Treatment {
	/** FFmpeg's audio filters. */
	readonly filter?: string;
	/** Encoded as AAC of so many bits a second, and decoded again. */
	readonly aac?: number;
	/** How much faster the result is than what went in. */
	readonly faster?: number;
}

/**
 * Fingerprints of pieces, all heard in one run: starting FFmpeg costs more than a minute of sound. Only items that look at nothing but their
 * own piece are taken, so each is what the piece alone would give, up to where its steps begin.
 */
export async function fingerprints(
	pieces: readonly Samples[],
	rate: number,
	{ filter, aac, faster = 1 }: Treatment = {},
): Promise<Items[]> {
	const gap = Math.round(GAP_SECONDS * rate);
	const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length + gap, 0));
	const starts: number[] = [];
	let at = 0;
	for (const piece of pieces) {
		starts.push(at / rate / faster);
		all.set(piece, at);
		at += piece.length + gap;
	}
	const filtered = [...reading(rate), ...(filter === undefined ? [] : ["-af", filter])];
	const raw = ["-ar", "11025", "-ac", "1", "-f", "chromaprint", "-fp_format", "raw", "pipe:1"];
	const heard =
		aac === undefined
			? await ffmpeg([...filtered, ...raw], bytesOf(all))
			: await ffmpeg(
					["-f", "aac", "-i", "pipe:0", ...raw],
					await ffmpeg([...filtered, "-ar", "44100", "-c:a", "aac", "-b:a", String(aac), "-f", "adts", "pipe:1"], bytesOf(all)),
				);
	const items = itemsOf(heard);
	return pieces.map((piece, n) => {
		const [from, seconds] = [starts[n] ?? 0, piece.length / rate / faster];
		return items.slice(Math.ceil(from / ITEM_SECONDS), Math.floor((from + seconds - ITEM_SPAN_SECONDS) / ITEM_SECONDS) + 1);
	});
}
