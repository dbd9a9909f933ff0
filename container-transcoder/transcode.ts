import { join } from "node:path";
import type { Recognised } from "../contracts/copyright-matches.ts";
import { coverName, type RungName, type StoredManifest } from "../contracts/media.ts";
import type { Screening } from "../contracts/screening.ts";
import type { MadeSound } from "../contracts/sound-files.ts";
import type { Embedding, TranscodeJob, TranscodeResult } from "../contracts/transcode.ts";
import { blurhashOf, blurhashOfPicture, jpeg, takeCover } from "./artwork/cover.ts";
import { chooseCover } from "./artwork/score.ts";
import { makeStoryboard } from "./artwork/storyboard.ts";
import type { Embedder } from "./embed/embedder.ts";
import { embed } from "./embedding.ts";
import { type Audio, encodeAudio } from "./encode/audio.ts";
import { CHECKPOINT_NAME, type Checkpoint, parseCheckpoint, resumable, settingsOf } from "./encode/checkpoint.ts";
import { encodeLadder } from "./encode/encode.ts";
import { chooseLadder, type Ladder, seconds } from "./encode/ladder.ts";
import { buildManifest } from "./encode/manifest.ts";
import { startPublisher } from "./encode/publisher.ts";
import { Rows } from "./encode/rows.ts";
import { sampleTiles, type TileSink, tileSink } from "./encode/tiles.ts";
import { hashedPictures, hear, recognise } from "./fingerprint/recognise.ts";
import { reason } from "./log.ts";
import type { ChildLimits } from "./media/child.ts";
import { DAMAGED_SOUND } from "./media/choose.ts";
import { encoderLimits } from "./media/limits.ts";
import { probeSource, type Source } from "./media/source.ts";
import { forFfmpeg } from "./media/version.ts";
import { openScreener, type Screener } from "./screen/screen.ts";
import { takeAdded } from "./sound/added.ts";
import { makeOriginal } from "./sound/original.ts";
import { downloadSource } from "./storage/download.ts";
import { type Output, openOutput } from "./storage/output.ts";
import { stageClock, type TranscodeContext, type TranscodeTools } from "./tools.ts";

/**
 * One attempt at one generation of one video, from its parts to playable renditions in the bucket. Throws `Refusal` when the
 * input is at fault, `TranscodeFailure` when another attempt may succeed.
 */
export async function transcode(job: TranscodeJob, tools: TranscodeTools, context: TranscodeContext): Promise<TranscodeResult> {
	const { signal, log, emit, workDir } = context;
	const began = performance.now();
	const stage = stageClock(log);
	const output = openOutput(tools.store, job.outputPrefix, { signal, log });

	emit({ type: "progress", stage: "downloading", progress: 0 });
	const earlier = parseCheckpoint(await output.read(CHECKPOINT_NAME));
	if (earlier?.result) {
		log("resume.finished");
		return { ...earlier.result, resumedRenditions: earlier.result.manifest.renditions.map((rendition) => rendition.name) };
	}
	const path = join(workDir, "source");
	await downloadSource(job.source, path, {
		signal,
		log,
		onBytes: (bytes) => emit({ type: "progress", stage: "downloading", progress: Math.round((5 * bytes) / job.source.bytes) }),
	});
	stage("download", { bytes: job.source.bytes });

	emit({ type: "progress", stage: "checking", progress: 6 });
	const probed = await probeSource(path, { ffprobe: tools.ffprobe, workDir, memoryBytes: tools.memoryBytes, signal });
	const source = forFfmpeg(probed, tools.ffmpegVersion);
	stage("probe", { ...source.probe });
	const ladder = chooseLadder(source.probe);
	const lengthSeconds = seconds(ladder, ladder.totalFrames);
	const child = { ffmpeg: tools.ffmpeg, workDir, signal, limits: encoderLimits(lengthSeconds, tools.memoryBytes) };

	emit({ type: "progress", stage: "encoding", progress: 8, detail: "sound" });
	const added = await takeAdded(job, context);
	const audio = await encodeAudio(source, { ...child, durationSeconds: lengthSeconds, added, muted: job.muted });
	const droppedSound = audio === null && source.audioStream !== null ? DAMAGED_SOUND : source.droppedSound;
	stage("audio", { present: audio !== null, dropped: droppedSound ?? undefined });

	// Beside the encoder: what is heard is complete already. That it failed is told where it is awaited.
	const heard = hear(audio, child);
	heard.catch(() => undefined);
	const kept = resumable(earlier, settingsOf(ladder, job.source.bytes, audio !== null), ladder);
	// Loading the networks takes seconds of a core: beside the encoder, but not before the video can be played.
	const tiles = tileSink(ladder);
	const screener = screenerOf(path, ladder, tiles, audio, tools, context);
	const onPlayable = () => {
		tools.embedder?.warmUp().catch((error: unknown) => log("embedding.cold", { error: reason(error) }));
		screener?.begin();
	};
	const encoded = await encodeRenditions({ source, ladder, audio, kept, output, child, context, tiles, onPlayable });
	stage("encode", { rungs: ladder.rungs.length, resumedRows: encoded.rows.from, cpuSeconds: encoded.cpuSeconds });

	const recognising = recogniseVideo(job, heard, tiles, tools, context);
	const [artwork, embedding, screening, sound, recognised] = await Promise.all([
		makeArtwork(source, ladder, tiles, lengthSeconds, output, child, emit, job.cover),
		makeEmbedding(job, tiles, audio, tools.embedder, context),
		screen(screener, context),
		makeSound(added === undefined ? audio : null, lengthSeconds, output, child, context),
		recognising,
	]);
	stage("artwork");

	emit({ type: "progress", stage: "uploading", progress: 98 });
	const result: TranscodeResult = {
		videoId: job.videoId,
		generation: job.generation,
		probe: droppedSound === null ? source.probe : { ...source.probe, audioCodec: null, droppedSound },
		manifest: encoded.manifest,
		blurhash: artwork.blurhash,
		cover: job.cover?.number ?? 0,
		embedding,
		screening,
		sound,
		recognised,
		bytesWritten: output.bytesWritten,
		cpuSeconds: Math.round((encoded.cpuSeconds + (audio?.cpuSeconds ?? 0) + artwork.cpuSeconds) * 100) / 100,
		wallSeconds: Math.round(performance.now() - began) / 1000,
		resumedRenditions: encoded.rows.from > 0 ? ladder.rungs.map((rung) => rung.name) : [],
	};
	await output.putGrowing(CHECKPOINT_NAME, JSON.stringify({ ...encoded.rows.checkpoint(), result } satisfies Checkpoint));
	stage("finish", { bytesWritten: output.bytesWritten });
	return result;
}

interface Encoding {
	source: Source;
	ladder: Ladder;
	audio: Audio | null;
	kept: Checkpoint;
	output: Output;
	child: { ffmpeg: string; workDir: string; signal: AbortSignal; limits: ChildLimits };
	context: TranscodeContext;
	tiles: TileSink;
	onPlayable: () => void;
}

/** Encodes what is missing, keeps the playlists current meanwhile and finishes them. */
async function encodeRenditions(encoding: Encoding): Promise<{ rows: Rows; manifest: StoredManifest; cpuSeconds: number }> {
	const { ladder, kept, source, child, tiles } = encoding;
	const { emit } = encoding.context;
	const names: RungName[] = ladder.rungs.map((rung) => rung.name);
	const rows = new Rows(names, kept);
	const wanted = Math.ceil(ladder.totalFrames / ladder.segmentFrames);
	const publisher = startPublisher({
		rows,
		ladder,
		output: encoding.output,
		hasAudio: encoding.audio !== null,
		signal: child.signal,
		onPlayable: (manifest) => {
			emit({ type: "playable", renditions: manifest.renditions.map(({ name }) => name), manifest });
			encoding.onPlayable();
		},
	});
	let cpuSeconds = 0;
	try {
		if (rows.from > 0) {
			publisher.changed();
			const until = seconds(ladder, rows.from * ladder.segmentFrames);
			cpuSeconds += await sampleTiles(source, ladder, tiles, until, child);
		}
		if (rows.from < wanted) {
			cpuSeconds += await encodeLadder({
				...child,
				source,
				ladder,
				audio: encoding.audio,
				earlier: kept,
				rows,
				output: encoding.output,
				tiles,
				onStored: () => {
					publisher.changed();
					emit({ type: "progress", stage: "encoding", progress: Math.min(90, Math.round(8 + (82 * rows.count()) / wanted)) });
				},
			});
		}
	} finally {
		await publisher.stop();
	}
	const manifest = buildManifest(rows, ladder, encoding.audio !== null);
	await publisher.finish(manifest);
	return { rows, manifest, cpuSeconds };
}

async function makeArtwork(
	source: Source,
	ladder: Ladder,
	tiles: TileSink,
	lengthSeconds: number,
	output: Output,
	child: Encoding["child"],
	emit: TranscodeContext["emit"],
	chosen: TranscodeJob["cover"],
): Promise<{ blurhash: string; cpuSeconds: number }> {
	emit({ type: "progress", stage: "artwork", progress: 92 });
	const best = chooseCover(tiles.tiles, tiles.width, tiles.height);
	if (!best) throw new Error("The encoder gave no pictures for artwork.");
	const [cover, storyboard] = await Promise.all([
		takeCover(source, ladder, chosen === undefined ? best.seconds : chosen.atMs / 1000, child),
		makeStoryboard(tiles, lengthSeconds),
	]);
	const blurhash = chosen !== undefined && cover.picture !== null ? await blurhashOfPicture(cover.picture) : await blurhashOf(best, tiles);
	await Promise.all([
		output.putFinal(coverName(chosen?.number ?? 0), cover.picture ?? (await jpeg(best.rgb, tiles, 82))),
		output.putFinal("storyboard.jpg", storyboard.sheet),
		output.putFinal("storyboard.vtt", storyboard.vtt),
	]);
	return { blurhash, cpuSeconds: cover.cpuSeconds };
}

/** The vector, or null when it can't be made: that does not hold the video back. */
async function makeEmbedding(
	job: TranscodeJob,
	tiles: TileSink,
	audio: Audio | null,
	embedder: Embedder | null,
	{ log, signal, emit }: TranscodeContext,
): Promise<Embedding | null> {
	if (!embedder) return null;
	emit({ type: "progress", stage: "embedding", progress: 94 });
	const began = performance.now();
	try {
		const embedding = await embed(job.text, tiles, audio?.pcmPath ?? null, embedder);
		log("stage.embedding", { ms: Math.round(performance.now() - began), version: embedding.version });
		return embedding;
	} catch (error) {
		signal.throwIfAborted();
		log("embedding.failed", { error: reason(error) });
		return null;
	}
}

/** What of the library is in the video; null when it could not be heard: a person looks at it then. */
async function recogniseVideo(
	job: TranscodeJob,
	heard: ReturnType<typeof hear>,
	tiles: TileSink,
	{ library }: TranscodeTools,
	{ log, signal }: TranscodeContext,
): Promise<Recognised | null> {
	try {
		return await recognise(await heard, hashedPictures(tiles), { library, shards: job.library ?? [], log });
	} catch (error) {
		signal.throwIfAborted();
		log("recognition.failed", { error: reason(error) });
		return null;
	}
}

/** Looks at and listens to it beside the encoder; null where what is transcoded is not screened. */
function screenerOf(
	path: string,
	ladder: Ladder,
	sink: TileSink,
	audio: Audio | null,
	{ embedder, recogniser }: TranscodeTools,
	{ signal, log }: TranscodeContext,
): Screener | null {
	if (recogniser === null) return null;
	const tilesWanted = Math.ceil(ladder.totalFrames / sink.every);
	return openScreener({ path, pcmPath: audio?.pcmPath ?? null, sink, tilesWanted, signal, log }, { embedder, recogniser });
}

async function screen(screener: Screener | null, { log, signal }: TranscodeContext): Promise<Screening | null> {
	if (screener === null) return null;
	const began = performance.now();
	const screening = await screener.finish();
	signal.throwIfAborted();
	const { frames, transcript, unchecked } = screening;
	const spoken = transcript?.stretches.length ?? 0;
	log("stage.screening", { ms: Math.round(performance.now() - began), frames: frames.length, spoken, unchecked: unchecked.length });
	return screening;
}

/** The video's own sound as files for others to use; null where it has none, and when they can't be made: that does not hold the video back. */
async function makeSound(
	audio: Audio | null,
	lengthSeconds: number,
	output: Output,
	child: Encoding["child"],
	{ log, signal }: TranscodeContext,
): Promise<MadeSound | null> {
	if (audio === null) return null;
	try {
		return await makeOriginal(audio, lengthSeconds, output, child);
	} catch (error) {
		signal.throwIfAborted();
		log("sound.failed", { error: reason(error) });
		return null;
	}
}
