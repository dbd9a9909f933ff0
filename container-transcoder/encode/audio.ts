import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { frameOffsets } from "../media/adts.ts";
import { blamesInput, type ChildLimits, encoderFailed, FFMPEG_TALK, runChild } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import type { Source } from "../media/source.ts";

/** Loudness that streaming services play at, LUFS, and the loudest sample, as a linear amplitude (−1 dB). */
const TARGET_LUFS = -14;
const CEILING = 0.891;
/** Peaks may be pressed this far into the limiter before quiet sound stays quieter, dB. */
const LIMITER_DB = 6;
const GAIN_RANGE_DB = { least: -24, most: 24 } as const;
/** Below this there is nothing to raise but noise, LUFS. */
const SILENCE_LUFS = -60;
const SAMPLE_RATE = 48_000;
const PCM_RATE = 16_000;
/** Sound that the embedding hears, seconds. */
const PCM_SECONDS = 120;
export const AUDIO_BITS_PER_SECOND = 128_000;

export interface Audio {
	/** All frames, ADTS; the encoder's priming frame is taken off, so that the first begins at time zero. */
	readonly adts: Buffer;
	/** Offsets of the frames in `adts`, and its end. */
	readonly offsets: readonly number[];
	/** 16 kHz, mono, little-endian 32-bit float. */
	readonly pcmPath: string;
	readonly cpuSeconds: number;
}

interface Run {
	ffmpeg: string;
	workDir: string;
	limits: ChildLimits;
	signal: AbortSignal;
}

export interface AudioOptions extends Run {
	/** Exactly as long as the picture, seconds. */
	durationSeconds: number;
}

/**
 * Encodes the sound once, for every rendition to copy: levelled to one loudness (EBU R 128, measured first, so that the gain
 * is one number and the dynamics stay), gaps filled, as long as the picture. Null when there is none that can be read.
 */
export async function encodeAudio(source: Source, options: AudioOptions): Promise<Audio | null> {
	const level = await measure(source, options);
	if (level === null) return null;
	const whole = `apad=whole_dur=${options.durationSeconds},atrim=end=${options.durationSeconds}`;
	const encoded = await run(options, [
		...[...level.input, "-filter:a", `${level.filter},${whole}`],
		...["-c:a", "aac", "-b:a", String(AUDIO_BITS_PER_SECOND), "-f", "adts", "audio.aac"],
		...[...level.stream, ...pcm(level)],
	]);
	if (encoded.code !== 0) throw encoderFailed(encoded);
	const adts = await readFile(join(options.workDir, "audio.aac"));
	const offsets = frameOffsets(adts);
	const primed = offsets[1];
	if (primed === undefined || offsets.length < 3) return null;
	return {
		adts: adts.subarray(primed),
		offsets: offsets.slice(1).map((offset) => offset - primed),
		pcmPath: join(options.workDir, "audio.pcm"),
		cpuSeconds: level.cpuSeconds + encoded.cpuSeconds,
	};
}

/** The sound that the embedding hears, as `encodeAudio` leaves it, without encoding. @returns its path; null when there is none that can be read */
export async function takePcm(source: Source, options: Run): Promise<string | null> {
	const level = await measure(source, options);
	if (level === null) return null;
	const taken = await run(options, [...level.input, ...pcm(level)]);
	if (taken.code !== 0) throw encoderFailed(taken);
	return join(options.workDir, "audio.pcm");
}

interface Level {
	readonly input: readonly string[];
	/** Names the stream for an output. */
	readonly stream: readonly string[];
	/** Evens the samples out and brings them to the one loudness. */
	readonly filter: string;
	readonly cpuSeconds: number;
}

async function measure(source: Source, options: Run): Promise<Level | null> {
	if (source.audioStream === null) return null;
	const stream = ["-map", `0:${source.audioStream}`, "-vn"];
	const input = [...decoderInput(source, "sound"), ...stream];
	const even = `aresample=${SAMPLE_RATE}:async=1:first_pts=0,aformat=channel_layouts=stereo`;
	const measured = await run(options, [...input, "-af", `${even},ebur128=framelog=verbose:peak=sample`, "-f", "null", "-"]);
	if (blamesInput(measured)) return null;
	if (measured.code !== 0) throw encoderFailed(measured);
	const filter = `${even},volume=${gainDb(measured.complaint).toFixed(2)}dB,alimiter=limit=${CEILING}:level=false:latency=true`;
	return { input, stream, filter, cpuSeconds: measured.cpuSeconds };
}

const pcm = ({ filter }: Level): string[] => [
	...["-t", String(PCM_SECONDS), "-filter:a", filter],
	...["-ac", "1", "-ar", String(PCM_RATE), "-f", "f32le", "audio.pcm"],
];

const run = (options: Run, args: readonly string[]) =>
	runChild({
		command: options.ffmpeg,
		args: [...FFMPEG_TALK, "-y", ...args],
		cwd: options.workDir,
		limits: options.limits,
		signal: options.signal,
		maxBytes: 0,
		keepInfo: true,
	});

/** The one gain that brings the sound to the target, read from the summary that FFmpeg's `ebur128` writes. */
export function gainDb(summary: string): number {
	const loudness = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1] ?? Number.NaN);
	const peak = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1] ?? Number.NaN);
	if (!Number.isFinite(loudness) || loudness < SILENCE_LUFS) return 0;
	const wanted = TARGET_LUFS - loudness;
	const room = Number.isFinite(peak) ? LIMITER_DB - peak : GAIN_RANGE_DB.most;
	return Math.min(Math.max(wanted, GAIN_RANGE_DB.least), GAIN_RANGE_DB.most, Math.max(room, 0));
}

/** Writes the sound from its `firstFrame`th frame on, for an encoder that resumes there. */
export async function writeAudioFrom(audio: Audio, firstFrame: number, path: string): Promise<void> {
	await writeFile(path, audio.adts.subarray(audio.offsets[Math.min(firstFrame, audio.offsets.length - 1)] ?? 0));
}
