import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Embedding, TranscodeJob } from "../contracts/transcode.ts";
import { jpeg } from "./artwork/cover.ts";
import type { Embedder } from "./embed/embedder.ts";
import { takePcm } from "./encode/audio.ts";
import { chooseLadder, seconds } from "./encode/ladder.ts";
import { sampleTiles, type Tile, type TileSink, tileSink } from "./encode/tiles.ts";
import { TranscodeFailure } from "./failures.ts";
import { encoderLimits } from "./media/limits.ts";
import { probeSource } from "./media/source.ts";
import { forFfmpeg } from "./media/version.ts";
import { takeAdded } from "./sound/added.ts";
import { downloadSource } from "./storage/download.ts";
import { stageClock, type TranscodeContext, type TranscodeTools } from "./tools.ts";

/** Frames that the embedding sees, and sound that it hears, seconds. */
const EMBEDDING_FRAMES = 6;
const PCM_SECONDS = 120;

/** Which of so many small pictures the embedding sees. */
export function embeddingTiles(count: number): number[] {
	const step = Math.max(1, count / EMBEDDING_FRAMES);
	return Array.from({ length: EMBEDDING_FRAMES }, (_, n) => Math.floor((n + 0.5) * step)).filter((at) => at < count);
}

const pictures = new WeakMap<Tile, Promise<Buffer>>();

/** A small picture as the models are given it, made once. */
export function modelPicture(tile: Tile, size: Pick<TileSink, "width" | "height">): Promise<Buffer> {
	const made = pictures.get(tile) ?? jpeg(tile.rgb, size, 85);
	pictures.set(tile, made);
	return made;
}

/**
 * The vector of a video from its small pictures, its sound and its words.
 * @param pcmPath 16 kHz, mono, little-endian 32-bit float; null without sound
 */
export async function embed(
	text: TranscodeJob["text"],
	sink: TileSink,
	pcmPath: string | null,
	embedder: Pick<Embedder, "embed">,
): Promise<Embedding> {
	const chosen = embeddingTiles(sink.tiles.length).flatMap((at) => sink.tiles[at] ?? []);
	const frames = await Promise.all(chosen.map((tile) => modelPicture(tile, sink)));
	const raw = pcmPath === null ? null : await readFile(pcmPath);
	const heard = raw && Math.min(raw.length & ~3, PCM_SECONDS * 16_000 * 4);
	const pcm = raw && heard !== null ? new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + heard)) : null;
	return embedder.embed({ frames, text, pcm, sampleRate: 16_000 });
}

/**
 * Embeds a video that was transcoded before, from its original: decoding and scaling, no encoding, and nothing is written. The
 * vector is that which transcoding it again would give, but for pictures scaled in one step instead of rung by rung. Throws
 * `Refusal` when the input is at fault, `TranscodeFailure` when another attempt may succeed.
 */
export async function embedAgain(job: TranscodeJob, tools: Omit<TranscodeTools, "store">, context: TranscodeContext): Promise<Embedding> {
	const { signal, log, emit, workDir } = context;
	if (!tools.embedder) throw new TranscodeFailure("no_embedder", "This transcoder makes no embeddings.");
	const stage = stageClock(log);
	const path = join(workDir, "source");
	emit({ type: "progress", stage: "downloading", progress: 0 });
	await downloadSource(job.source, path, { signal, log });
	stage("download", { bytes: job.source.bytes });
	const probed = await probeSource(path, { ffprobe: tools.ffprobe, workDir, memoryBytes: tools.memoryBytes, signal });
	const source = forFfmpeg(probed, tools.ffmpegVersion);
	const ladder = chooseLadder(source.probe);
	const lengthSeconds = seconds(ladder, ladder.totalFrames);
	const child = { ffmpeg: tools.ffmpeg, workDir, signal, limits: encoderLimits(lengthSeconds, tools.memoryBytes) };
	emit({ type: "progress", stage: "embedding", progress: 20 });
	const sink = tileSink(ladder);
	const added = await takeAdded(job, context);
	const pcmPath = await takePcm(source, { ...child, durationSeconds: lengthSeconds, added });
	const cpuSeconds = await sampleTiles(source, ladder, sink, lengthSeconds, child);
	stage("sample", { tiles: sink.tiles.length, cpuSeconds });
	const embedding = await embed(job.text, sink, pcmPath, tools.embedder);
	stage("embedding", { version: embedding.version });
	return embedding;
}
