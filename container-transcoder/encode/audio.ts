import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SoundMix } from "../../contracts/sound-files.ts";
import { frameOffsets } from "../media/adts.ts";
import { blamesInput, type ChildEnd, type ChildLimits, encoderFailed, FFMPEG_TALK, runChild, wouldFailAgain } from "../media/child.ts";
import { decoderInput } from "../media/input.ts";
import { INPUT_GUARD } from "../media/limits.ts";
import type { Source } from "../media/source.ts";
import { mixdown } from "./mixdown.ts";

/** Loudness that streaming services play at, LUFS. */
const TARGET_LUFS = -14;
/** No peak of what is heard is louder, between the samples either (true peak, ITU-R BS.1770), dB below full scale. */
const PEAK_DB = -1;
/** Where the limiter begins: AAC at 128 kbit/s overshoots what it is given by about this much. */
const LIMIT_DB = PEAK_DB - 1;
/** Sound whose loudest sample stays this far below the limiter is not measured again: its overshoot can't reach the peak. */
const SAFE_DB = 4;
/** Square waves and clipped music overshoot by more: they are encoded again, so much softer. Rounds at most. */
const ROUNDS = 4;
/** A channel with no louder sample than this, and this far below the other's loudest, holds nothing but hiss, dB. */
const SILENT_CHANNEL = { peak: -45, below: 30 } as const;
/** What the same sound in both ears is louder by than in one, LU (ITU-R BS.1770 adds powers). */
const BOTH_EARS_LU = 3.01;
/** Peaks may be pressed this far into the limiter before quiet sound stays quieter, dB. */
const LIMITER_DB = 6;
const GAIN_RANGE_DB = { least: -24, most: 24 } as const;
/** Below this there is nothing to raise but noise, LUFS. */
const SILENCE_LUFS = -60;
/** Sound fades out before what is silenced, and in after it, seconds. */
const MUTE_EDGE_SECONDS = 0.05;
const SAMPLE_RATE = 48_000;
const PCM_RATE = 16_000;
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

/** A sound that goes over a video's own, or in its place: a file of ours, at the common loudness. */
export interface AddedSound {
	readonly path: string;
	readonly mix: SoundMix;
}

export interface AudioOptions extends Run {
	/** Exactly as long as the picture, seconds. */
	durationSeconds: number;
	added?: AddedSound | undefined;
	/** Stretches that are silenced. */
	muted?: readonly { readonly fromMs: number; readonly toMs: number }[];
}

/**
 * Encodes the sound once, for every rendition to copy: levelled to one loudness (EBU R 128, measured first, so that the gain
 * is one number and the dynamics stay), gaps filled, as long as the picture. Null when there is none that can be read, and none was added.
 */
export async function encodeAudio(source: Source, options: AudioOptions): Promise<Audio | null> {
	const level = await measureHeard(source, options);
	if (level === null) return null;
	let cpuSeconds = level.cpuSeconds;
	let softer = 0;
	for (let round = 1; ; round++) {
		const encoded = await encodeOnce(level, softer, options);
		cpuSeconds += encoded.cpuSeconds;
		if (encoded.sound === null) return null;
		const audio = { ...encoded.sound, pcmPath: join(options.workDir, "audio.pcm"), cpuSeconds };
		if (round === ROUNDS || level.peakDb + level.gainDb < LIMIT_DB - SAFE_DB) return audio;
		const heard = await truePeak(audio, options);
		cpuSeconds += heard.cpuSeconds;
		const over = heard.peakDb - PEAK_DB;
		if (over <= 0) return { ...audio, cpuSeconds };
		softer += over + 0.2;
	}
}

/** One round of the encoder; the first, which nothing made `softer`, also gives what the models hear. */
async function encodeOnce(
	level: Level,
	softer: number,
	options: AudioOptions,
): Promise<{ sound: Pick<Audio, "adts" | "offsets"> | null; cpuSeconds: number }> {
	const whole = `apad=whole_dur=${options.durationSeconds},atrim=end=${options.durationSeconds}`;
	const encoded = await run(options, [
		...[...level.input, "-filter:a", `${levelled(level, softer)},${whole}${silenced(options.muted)}`],
		...["-c:a", "aac", "-b:a", String(AUDIO_BITS_PER_SECOND), "-f", "adts", "audio.aac"],
		...(softer === 0 ? [...level.stream, ...pcm(level)] : []),
	]);
	if (encoded.code !== 0) throw encoderFailed(encoded);
	const adts = await readFile(join(options.workDir, "audio.aac"));
	const offsets = frameOffsets(adts);
	const primed = offsets[1];
	const { cpuSeconds } = encoded;
	if (primed === undefined || offsets.length < 3) return { sound: null, cpuSeconds };
	return { sound: { adts: adts.subarray(primed), offsets: offsets.slice(1).map((offset) => offset - primed) }, cpuSeconds };
}

/** The true peak of the sound as players decode it: without the frame that primes the decoder, which may overshoot all the more. */
async function truePeak(audio: Audio, options: Run): Promise<{ peakDb: number; cpuSeconds: number }> {
	const path = join(options.workDir, "audio-heard.aac");
	await writeAudioFrom(audio, 0, path);
	const heard = await run(options, ["-f", "aac", "-i", path, "-af", "ebur128=framelog=verbose:peak=true", "-f", "null", "-"]);
	if (heard.code !== 0) throw encoderFailed(heard);
	return { peakDb: peakDb(heard.complaint), cpuSeconds: heard.cpuSeconds };
}

/** The sound that the models hear, as `encodeAudio` leaves it, without encoding. @returns its path; null when there is none that can be read */
export async function takePcm(source: Source, options: AudioOptions): Promise<string | null> {
	const level = await measureHeard(source, options);
	if (level === null) return null;
	const taken = await run(options, [...level.input, ...pcm(level)]);
	if (taken.code !== 0) throw encoderFailed(taken);
	return join(options.workDir, "audio.pcm");
}

interface Level {
	/** Opens the file the sound is in. */
	readonly open: readonly string[];
	readonly input: readonly string[];
	/** Names the stream for an output. */
	readonly stream: readonly string[];
	/** Evens the samples out: two channels, one rate, no gaps. */
	readonly even: string;
	/** What brings it to the one loudness, and its loudest sample before that. */
	readonly gainDb: number;
	readonly peakDb: number;
	readonly cpuSeconds: number;
}

const measureHeard = (source: Source, options: AudioOptions): Promise<Level | null> =>
	options.added === undefined || options.added.mix.added === 0
		? measure(source, options)
		: measureMixed(source, options.added, options.durationSeconds, options);

/**
 * The video's own sound and the added one in one, each as loud as was chosen. Both are at the common loudness before that, so that half
 * of one is as loud as half of the other. The added one begins anew where it is shorter than the picture.
 */
async function measureMixed(source: Source, { path, mix }: AddedSound, durationSeconds: number, options: Run): Promise<Level> {
	const own = mix.original === 0 ? null : await measure(source, options);
	const as = (percent: number) => `volume=${(percent / 100).toFixed(2)}`;
	const whole = `apad=whole_dur=${durationSeconds},atrim=end=${durationSeconds}`;
	const added = `[${own === null ? 0 : 1}:a:0]${STEREO},aresample=${SAMPLE_RATE},atrim=end=${durationSeconds},${as(mix.added)}`;
	const both =
		own === null
			? `${added}[mix]`
			: `[${own.stream[1]}]${levelled(own)},${whole},${as(mix.original)}[own];${added}[added];[own][added]amix=inputs=2:normalize=0[mix]`;
	const made = await run(options, [
		...[...(own?.open ?? []), "-stream_loop", "-1", ...INPUT_GUARD, "-i", path, "-filter_complex", both],
		...["-map", "[mix]", "-t", String(durationSeconds), "-c:a", "pcm_f32le", "-f", "nut", MIXED],
	]);
	if (made.code !== 0) throw encoderFailed(made);
	const open = ["-f", "nut", "-i", MIXED];
	const measured = await measureInput([...open, "-map", "0:a:0"], STEREO, options);
	if (measured.code !== 0) throw encoderFailed(measured);
	return levelOf(measured, open, ["-map", "0:a:0"], STEREO, (own?.cpuSeconds ?? 0) + made.cpuSeconds + measured.cpuSeconds);
}

async function measure(source: Source, options: Run): Promise<Level | null> {
	if (source.audioStream === null || source.channels === null) return null;
	const stream = ["-map", `0:${source.audioStream}`, "-vn"];
	const open = decoderInput(source, "sound");
	const input = [...open, ...stream];
	const direct = await measureInput(input, mixdown(source.channels), options);
	if (direct.code === 0 && summaries(direct.complaint) <= 1)
		return levelOf(direct, open, stream, mixdown(source.channels), direct.cpuSeconds);
	if (direct.code !== 0 && !blamesInput(direct) && !wouldFailAgain(direct)) throw encoderFailed(direct);
	// Channels or rate change on the way: FFmpeg begins its filters anew there, at time zero and with a measure of their own.
	const made = await run(options, [...input, "-af", `${STEREO},aresample=${SAMPLE_RATE}`, "-c:a", "pcm_f32le", "-f", "nut", EVENED]);
	if (blamesInput(made) || wouldFailAgain(made)) return null;
	if (made.code !== 0) throw encoderFailed(made);
	const evened = ["-copyts", "-f", "nut", "-i", EVENED];
	const measured = await measureInput([...evened, "-map", "0:a:0"], STEREO, options);
	if (measured.code !== 0) throw encoderFailed(measured);
	return levelOf(measured, evened, ["-map", "0:a:0"], STEREO, direct.cpuSeconds + made.cpuSeconds + measured.cpuSeconds);
}

/** Sound that had to be made of one kind before it is measured. */
const EVENED = "audio-evened.nut";
const MIXED = "audio-mixed.nut";
const STEREO = mixdown({ count: 2, layout: "stereo" });
/** Two channels, one rate, no gaps. */
const even = (mixed: string): string => `${mixed},aresample=${SAMPLE_RATE}:async=1:first_pts=0`;

function measureInput(input: readonly string[], mixed: string, options: Run) {
	const measures = "astats=measure_perchannel=Peak_level:measure_overall=none,ebur128=framelog=verbose:peak=sample";
	return run(options, [...input, "-af", `${even(mixed)},${measures}`, "-f", "null", "-"]);
}

/** How many measures FFmpeg's `ebur128` wrote: one for each time that the filters were begun. */
const summaries = (said: string): number => said.match(/Summary:/g)?.length ?? 0;

function levelOf(measured: ChildEnd, open: readonly string[], stream: readonly string[], mixed: string, cpuSeconds: number): Level {
	const said = measured.complaint;
	const only = onlyChannel(said);
	return {
		open,
		input: [...open, ...stream],
		stream,
		even: only === null ? even(mixed) : `${even(mixed)},pan=stereo|c0=c${only}|c1=c${only}`,
		gainDb: gainDb(said, only === null ? 0 : BOTH_EARS_LU),
		peakDb: peakDb(said),
		cpuSeconds,
	};
}

/** To the one loudness, no peak above the limiter; quieter by `softer` dB. */
const levelled = (level: Level, softer = 0): string => {
	const limit = (10 ** (LIMIT_DB / 20)).toFixed(4);
	const gain = `volume=${level.gainDb.toFixed(2)}dB,alimiter=limit=${limit}:level=false:latency=true`;
	return `${level.even},${gain}${softer > 0 ? `,volume=${(-softer).toFixed(2)}dB` : ""}`;
};

/** Silences stretches, with edges that don't click. */
const silenced = (muted: AudioOptions["muted"] = []): string =>
	muted
		.map(({ fromMs, toMs }) => {
			const [from, to, edge] = [fromMs / 1_000, toMs / 1_000, MUTE_EDGE_SECONDS];
			return `,volume='1-min(1,max(0,(t-${from}+${edge})/${edge}))*min(1,max(0,(${to}+${edge}-t)/${edge}))':eval=frame`;
		})
		.join("");

const pcm = (level: Level): string[] => [
	...["-filter:a", levelled(level), "-ac", "1", "-ar", String(PCM_RATE), "-f", "f32le", "audio.pcm"],
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

/**
 * The one gain that brings the sound to the target, read from the summary that FFmpeg's `ebur128` writes.
 * @param louder what the sound will be louder by than it was measured, LU
 */
function gainDb(summary: string, louder = 0): number {
	const loudness = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1] ?? Number.NaN) + louder;
	const peak = peakDb(summary);
	if (!Number.isFinite(loudness) || loudness < SILENCE_LUFS) return 0;
	const wanted = TARGET_LUFS - loudness;
	const room = Number.isFinite(peak) ? LIMITER_DB - peak : GAIN_RANGE_DB.most;
	return Math.min(Math.max(wanted, GAIN_RANGE_DB.least), GAIN_RANGE_DB.most, Math.max(room, 0));
}

/** What brings a file of ours to the common loudness, read from what FFmpeg's `ebur128` writes of it, dB. */
export const loudnessGainDb = (summary: string): number => gainDb(summary);

/** The loudest sample of the same summary; minus infinity where all is silent. */
function peakDb(summary: string): number {
	return Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1] ?? Number.NEGATIVE_INFINITY);
}

/**
 * The one channel of two that holds sound, when the other is silent from beginning to end: a microphone plugged in on one side.
 * Read from what FFmpeg's `astats` writes; null where both sound, or neither.
 */
export function onlyChannel(summary: string): 0 | 1 | null {
	const peaks = [...summary.matchAll(/Peak level dB: (\S+)/g)].map((match) =>
		match[1] === "-inf" ? Number.NEGATIVE_INFINITY : Number(match[1]),
	);
	const [left, right] = peaks;
	if (peaks.length !== 2 || left === undefined || right === undefined) return null;
	const silent = (one: number, other: number) =>
		one <= SILENT_CHANNEL.peak && other > SILENT_CHANNEL.peak && one <= other - SILENT_CHANNEL.below;
	return silent(left, right) ? 1 : silent(right, left) ? 0 : null;
}

/** Writes the sound from its `firstFrame`th frame on, for an encoder that resumes there. */
export async function writeAudioFrom(audio: Audio, firstFrame: number, path: string): Promise<void> {
	await writeFile(path, audio.adts.subarray(audio.offsets[Math.min(firstFrame, audio.offsets.length - 1)] ?? 0));
}
