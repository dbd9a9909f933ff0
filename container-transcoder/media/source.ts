import type { Probe } from "../../contracts/transcode.ts";
import { Refusal } from "../failures.ts";
import { type Appearance, appearanceOf, isDolbyVisionAlone } from "./appearance.ts";
import { choosePictures, chooseSound } from "./choose.ts";
import { MAX_FRAMES, MAX_PIXELS, MAX_SOUND_PACKETS } from "./limits.ts";
import { decodesToNonsense } from "./nonsense.ts";
import { type PacketOptions, type PacketTimes, readPacketTimes } from "./packets.ts";
import { type ProbeOptions, readReport, type Stream } from "./report.ts";
import { type Extent, timingOf } from "./timing.ts";

/** A local file that was found to be a video within the limits. */
export interface Source {
	readonly path: string;
	/** Index of the chosen picture's stream, and of the chosen sound's or null. */
	readonly videoStream: number;
	readonly audioStream: number | null;
	/** Where the chosen picture lies in the video's time, and the chosen sound; null without one. */
	readonly picture: Extent;
	readonly sound: Extent | null;
	/** Packets of the picture, which are pictures but for a few fields and hidden ones. */
	readonly pictureCount: number;
	/** Why the file's sound can't be used, in words for its creator that follow "without its sound:"; null when none was dropped. */
	readonly droppedSound: string | null;
	/** As shown: after rotation and with square pixels. */
	readonly probe: Probe;
	/** From the picture's samples to what is meant. */
	readonly appearance: Appearance;
	/** Channels of the sound and FFmpeg's name of their layout, empty where the file names none; null without sound. */
	readonly channels: { readonly count: number; readonly layout: string } | null;
	/** Its pictures may be two fields of different moments. */
	readonly interlaced: boolean;
}

/** Reads what a file is and whether we take it. Throws `Refusal` with a sentence for the creator. */
export async function probeSource(path: string, options: ProbeOptions): Promise<Source> {
	const { report, guard } = await readReport(path, options);
	const pictures = choosePictures(report.streams);
	const { sound: audio, dropped } = chooseSound(report.streams);
	const [picture, heard] = await Promise.all([
		firstThatMoves(path, pictures, { ...options, guard }),
		audio ? readPacketTimes(path, audio.index, MAX_SOUND_PACKETS, { ...options, guard }) : null,
	]);
	const video = picture.stream;
	const sound = heard && heard.count > 0 ? heard : null;
	const { durationMs, frameRate, ...extents } = timingOf(picture.times, sound, {
		startMs: (report.format.start_time ?? 0) * 1000,
		wholeMs: milliseconds(report.format.duration),
		pictureMs: declaredMs(video),
		soundMs: audio && sound ? declaredMs(audio) : null,
	});
	return {
		...describe(path, video, sound ? audio : null, { durationMs, frameRate }),
		...extents,
		pictureCount: picture.times.count,
		droppedSound: dropped,
	};
}

/**
 * The first of `pictures` that holds more than a single one and can be decoded, else the first that holds more, else the first that
 * holds any: a still may stand before the video, and a good stream behind a damaged one.
 */
async function firstThatMoves(
	path: string,
	pictures: readonly Stream[],
	options: PacketOptions,
): Promise<{ stream: Stream; times: PacketTimes }> {
	let still: { stream: Stream; times: PacketTimes } | null = null;
	let damaged: { stream: Stream; times: PacketTimes } | null = null;
	for (const stream of pictures) {
		checkShowable(stream);
		const times = await readPacketTimes(path, stream.index, MAX_FRAMES + 1000, options);
		// Decoding for a look is worth its time only where there is another choice.
		if (times.count > 1 && pictures.length > 1 && (await decodesToNonsense(path, stream, times.count, options))) {
			damaged ??= { stream, times };
			continue;
		}
		if (times.count > 1) return { stream, times };
		if (times.count === 1) still ??= { stream, times };
	}
	if (damaged) return damaged;
	if (still) return still;
	throw new Refusal(
		"no_picture",
		"This video's picture can't be read. Please export it again from your camera or editor as MP4 and upload that.",
	);
}

function checkShowable(video: Stream): void {
	if (isDolbyVisionAlone(video)) {
		throw new Refusal(
			"unsupported_codec",
			"This video is in Dolby Vision alone, which only Dolby's own players can show. Please export it as HDR10, HLG or SDR and upload that.",
		);
	}
	const width = Math.max(video.width ?? 0, squareWidth(video));
	const height = video.height ?? 0;
	if (width * height > MAX_PIXELS) {
		throw new Refusal("too_many_pixels", `This video's picture is too large (${width} × ${height}). Please export it in 4K or smaller.`);
	}
}

const milliseconds = (seconds: number | null | undefined): number | null => (seconds == null ? null : seconds * 1000);
/** The length a stream has of its own, by its container. */
const declaredMs = (stream: Stream): number | null => milliseconds(stream.duration ?? tagSeconds(stream.tags?.DURATION));

/** Matroska's length of one stream, `00:00:04.000000000`, in seconds; null when there is none. */
function tagSeconds(text: string | undefined): number | null {
	const [, hours, minutes, rest] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text ?? "") ?? [];
	return rest === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function describe(
	path: string,
	video: Stream,
	audio: Stream | null,
	measured: { durationMs: number; frameRate: number },
): Omit<Source, "picture" | "sound" | "droppedSound" | "pictureCount"> {
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
