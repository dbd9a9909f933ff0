import { open } from "node:fs/promises";
import * as z from "zod";
import { MAX_DURATION_MS, MIN_DURATION_MS } from "../../contracts/limits.ts";
import type { Probe } from "../../contracts/transcode.ts";
import { Refusal } from "../failures.ts";
import { APPEARANCE_ENTRIES, type Appearance, AppearanceFields, appearanceOf, isDolbyVisionAlone } from "./appearance.ts";
import { type ChildLimits, runChild } from "./child.ts";
import {
	AUDIO_CODECS,
	DURATION_TOLERANCE_MS,
	INPUT_GUARD,
	MAX_FRAME_RATE,
	MAX_FRAMES,
	MAX_MEDIA_STREAMS,
	MAX_PIXELS,
	MAX_SOUND_PACKETS,
	MAX_STREAMS,
	PROBE_BYTES,
	PROBE_MICROSECONDS,
	VIDEO_CODECS,
} from "./limits.ts";
import { looksLike } from "./look-alike.ts";
import { type PacketTimes, readPacketTimes } from "./packets.ts";

/** Where a stream lies in the video's time, which begins with the earlier of picture and sound. Milliseconds. */
export interface Extent {
	readonly startMs: number;
	/** End of the last packet. */
	readonly endMs: number;
	/** What `decoderInput` skips: from the container's start, where FFmpeg's clock begins, to the video's. */
	readonly skipMs: number;
}

/** A local file that was found to be a video within the limits. */
export interface Source {
	readonly path: string;
	/** Index of the chosen picture's stream, and of the chosen sound's or null. */
	readonly videoStream: number;
	readonly audioStream: number | null;
	/** Where the chosen picture lies in the video's time, and the chosen sound; null without one. */
	readonly picture: Extent;
	readonly sound: Extent | null;
	/** As shown: after rotation and with square pixels. */
	readonly probe: Probe;
	/** From the picture's samples to what is meant. */
	readonly appearance: Appearance;
	/** Channels of the sound and FFmpeg's name of their layout, empty where the file names none; null without sound. */
	readonly channels: { readonly count: number; readonly layout: string } | null;
	/** Its pictures may be two fields of different moments. */
	readonly interlaced: boolean;
}

const Stream = AppearanceFields.extend({
	index: z.int(),
	codec_type: z.string().optional(),
	codec_name: z.string().optional(),
	sample_aspect_ratio: z.string().optional(),
	channels: z.int().optional(),
	channel_layout: z.string().optional(),
	field_order: z.string().optional(),
	r_frame_rate: z.string().optional(),
	avg_frame_rate: z.string().optional(),
	duration: z.coerce.number().optional(),
	disposition: z.object({ default: z.int().optional(), attached_pic: z.int().optional() }).optional(),
	tags: AppearanceFields.shape.tags.unwrap().extend({ DURATION: z.string().optional() }).optional(),
});
type Stream = z.infer<typeof Stream>;
const Report = z.object({
	streams: z.array(Stream).default([]),
	format: z.object({ duration: z.coerce.number().optional(), start_time: z.coerce.number().default(0) }).default({ start_time: 0 }),
});

export interface ProbeOptions {
	ffprobe: string;
	workDir: string;
	memoryBytes: number;
	signal: AbortSignal;
}

const PROBE_LIMITS = { cpuSeconds: 30, wallMs: 45_000 } satisfies Omit<ChildLimits, "memoryBytes">;
const SENTENCE = {
	again: "Please export it again from your camera or editor as MP4 and upload that.",
} as const;

/** Reads what a file is and whether we take it. Throws `Refusal` with a sentence for the creator. */
export async function probeSource(path: string, options: ProbeOptions): Promise<Source> {
	const report = await readReport(path, options);
	const video = pictureOf(report.streams);
	const audio = soundOf(report.streams);
	const width = Math.max(video.width ?? 0, squareWidth(video));
	const height = video.height ?? 0;
	if ((video.width ?? 0) < 2 || height < 2) throw new Refusal("no_picture", `This video's picture can't be read. ${SENTENCE.again}`);
	if (width * height > MAX_PIXELS) {
		throw new Refusal("too_many_pixels", `This video's picture is too large (${width} × ${height}). Please export it in 4K or smaller.`);
	}
	// The picture's own length first: sound may run on far behind the last picture, and is cut there.
	const own = video.duration ?? tagSeconds(video.tags?.DURATION);
	const declared = own ?? report.format.duration ?? null;
	if (declared !== null) checkDuration(declared * 1000);
	const start = report.format.start_time;
	const packets = await readPacketTimes(path, video.index, { start, most: MAX_FRAMES + 1000 }, options);
	const heard = audio ? await readPacketTimes(path, audio.index, { start, most: MAX_SOUND_PACKETS }, options) : null;
	const durationMs = trueDuration(declared, packets, own === null && audio !== undefined);
	checkDuration(durationMs);
	const frameRate = packets.count / (packets.spanMs / 1000);
	if (packets.count > MAX_FRAMES || frameRate > MAX_FRAME_RATE * 1.02) {
		throw new Refusal(
			"too_many_frames",
			`This video has too many frames (${Math.round(frameRate)} a second). Please export it at ${MAX_FRAME_RATE} a second or fewer.`,
		);
	}
	return {
		...describe(path, video, audio, { durationMs, frameRate: packets.typicalGapMs === null ? frameRate : 1000 / packets.typicalGapMs }),
		picture: extent(packets),
		sound: heard && heard.count > 0 ? extent(heard) : null,
	};
}

async function readReport(path: string, options: ProbeOptions) {
	const args = ["-v", "error", ...INPUT_GUARD, "-probesize", String(PROBE_BYTES), "-analyzeduration", String(PROBE_MICROSECONDS)];
	const entries =
		"format=duration,start_time:stream=index,codec_type,codec_name,sample_aspect_ratio,channels,channel_layout,field_order,r_frame_rate,avg_frame_rate,duration," +
		`${APPEARANCE_ENTRIES.stream}:stream_disposition=default,attached_pic:stream_side_data=${APPEARANCE_ENTRIES.sideData}:stream_tags=${APPEARANCE_ENTRIES.tags},DURATION`;
	const run = await runChild({
		command: options.ffprobe,
		args: [...args, "-of", "json", "-show_entries", entries, path],
		cwd: options.workDir,
		limits: { ...PROBE_LIMITS, memoryBytes: options.memoryBytes },
		signal: options.signal,
		maxBytes: 4 * 1024 * 1024,
	});
	const report = run.code === 0 ? Report.safeParse(parseJson(run.output.toString("utf8"))) : null;
	if (report?.success && report.data.streams.length > 0) return report.data;
	throw await unreadable(path, run.complaint);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// ffprobe was cut off in the middle: the file is then as unreadable as with no answer.
		return null;
	}
}

async function unreadable(path: string, complaint: string): Promise<Refusal> {
	const file = await open(path);
	const head = Buffer.alloc(512);
	const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
	// FFmpeg misses the index in anything named .mp4; only what begins like a QuickTime file ever had one.
	if (/moov atom not found/i.test(complaint) && /^(ftyp|mdat|wide|free|skip)$/.test(head.toString("latin1", 4, 8))) {
		return new Refusal("truncated", "This video is incomplete: its end is missing. Please upload the original file again.");
	}
	const seems = looksLike(head.subarray(0, bytesRead));
	const hint = seems ? ` (it looks like ${seems})` : "";
	return new Refusal("not_a_video", `This file isn't a video we can read${hint}. Please choose an MP4, MOV or WebM video.`);
}

function pictureOf(streams: readonly Stream[]): Stream {
	const media = streams.filter((stream) => stream.codec_type === "video" || stream.codec_type === "audio");
	if (streams.length > MAX_STREAMS || media.length > MAX_MEDIA_STREAMS) {
		throw new Refusal("too_many_streams", "This file holds too many pictures and sounds at once. Please export it with one of each.");
	}
	const video = media.find((stream) => stream.codec_type === "video" && stream.disposition?.attached_pic !== 1);
	if (!video) throw new Refusal("no_picture", "This file has sound but no moving picture. Please choose a video.");
	if (!VIDEO_CODECS.has(video.codec_name ?? "")) {
		throw new Refusal("unsupported_codec", "This video uses a format we don't read. Please export it as MP4 (H.264) and upload that.");
	}
	if (isDolbyVisionAlone(video)) {
		throw new Refusal(
			"unsupported_codec",
			"This video is in Dolby Vision alone, which only Dolby's own players can show. Please export it as HDR10, HLG or SDR and upload that.",
		);
	}
	return video;
}

/** The sound that players take: the one marked as default, else the first that can be read. */
function soundOf(streams: readonly Stream[]): Stream | undefined {
	const readable = streams.filter((stream) => stream.codec_type === "audio" && AUDIO_CODECS.has(stream.codec_name ?? ""));
	return readable.find((stream) => stream.disposition?.default === 1) ?? readable[0];
}

/** Matroska's length of one stream, `00:00:04.000000000`, in seconds; null when there is none. */
function tagSeconds(text: string | undefined): number | null {
	const [, hours, minutes, rest] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text ?? "") ?? [];
	return rest === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function checkDuration(durationMs: number): void {
	if (durationMs < MIN_DURATION_MS - DURATION_TOLERANCE_MS) {
		throw new Refusal("too_short", "This video is shorter than one second. Please choose a longer one.");
	}
	if (durationMs > MAX_DURATION_MS + DURATION_TOLERANCE_MS) {
		throw new Refusal("too_long", "This video is longer than ten minutes. Please cut it and upload the part you want.");
	}
}

/**
 * The picture's duration. Browsers' recordings declare none, and a file cut off behind its index declares more than it has:
 * the packets tell.
 */
function trueDuration(declared: number | null, packets: PacketTimes, mayBeSound: boolean): number {
	if (packets.count === 0) throw new Refusal("no_picture", `This video's picture can't be read. ${SENTENCE.again}`);
	if (declared !== null) {
		// Containers count from time zero, from their first packet or from the stream's: the kindest reading is the true one.
		const missing = declared * 1000 - Math.max(packets.spanMs, packets.endMs, packets.absoluteEndMs);
		// Where only the whole is declared it may be the sound that runs on.
		const allowed = Math.max(mayBeSound ? 2_000 : 1_000, declared * 1000 * 0.1);
		if ((packets.damaged && missing > 500) || missing > allowed) {
			throw new Refusal("truncated", "This video is incomplete: its end is missing. Please upload the original file again.");
		}
	}
	return Math.round(packets.endMs);
}

const extent = ({ startMs, endMs }: PacketTimes): Extent => ({ startMs: Math.round(startMs), endMs: Math.round(endMs), skipMs: 0 });

function describe(
	path: string,
	video: Stream,
	audio: Stream | undefined,
	measured: { durationMs: number; frameRate: number },
): Omit<Source, "picture" | "sound"> {
	const rotation = rotationOf(video);
	const square = { width: squareWidth(video), height: video.height ?? 0 };
	const appearance = appearanceOf(video);
	const turned = appearance.sidesExchanged;
	return {
		path,
		videoStream: video.index,
		audioStream: audio?.index ?? null,
		appearance,
		channels: audio ? { count: audio.channels ?? 0, layout: audio.channel_layout ?? "" } : null,
		interlaced: /^(tt|bb|tb|bt)$/.test(video.field_order ?? ""),
		probe: {
			durationMs: measured.durationMs,
			width: turned ? square.height : square.width,
			height: turned ? square.width : square.height,
			frameRate: Math.round(steadyRate(video, measured.frameRate) * 1000) / 1000,
			videoCodec: video.codec_name ?? "",
			audioCodec: audio?.codec_name ?? null,
			rotation,
			hdr: appearance.transfer !== null,
		},
	};
}

/** Pixels wider or narrower than this are a mistake in the file, not a lens: they count as square. */
const PIXEL_ASPECT_MOST = 4;

/** Width with square pixels. */
function squareWidth(video: Stream): number {
	const aspect = ratio(video.sample_aspect_ratio?.replace(":", "/")) ?? 1;
	const plausible = aspect <= PIXEL_ASPECT_MOST && aspect >= 1 / PIXEL_ASPECT_MOST;
	return Math.max(2, Math.round((video.width ?? 0) * (plausible ? aspect : 1)));
}

/** The container's own rate where the packets bear it out, for it is exact; else the measured one. */
function steadyRate(video: Stream, measured: number): number {
	const declared = ratio(video.r_frame_rate);
	return declared !== null && Math.abs(declared - measured) < measured * 0.02 ? declared : measured;
}

/** Quarter turns in degrees, 0 to 270. By any other angle FFmpeg turns a picture within its own frame: its shape stays. */
function rotationOf(video: Stream): number {
	const angle = video.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? video.tags?.rotate ?? 0;
	const quarter = Math.round(angle / 90) * 90;
	return Math.abs(angle - quarter) > 1 ? 0 : ((quarter % 360) + 360) % 360;
}

function ratio(text: string | undefined): number | null {
	const [top, bottom] = (text ?? "").split("/").map(Number);
	return top && bottom && top > 0 && bottom > 0 ? top / bottom : null;
}
