import { Refusal } from "../failures.ts";
import { codecInWords, isPictureCodec, isSoundCodec } from "./codecs.ts";
import { MAX_PICTURE_STREAMS, MAX_SOUND_STREAMS } from "./limits.ts";

/** What the choice looks at, as ffprobe tells it. */
export interface ChoosableStream {
	readonly index: number;
	readonly codec_type?: string | undefined;
	readonly codec_name?: string | undefined;
	readonly codec_tag_string?: string | undefined;
	readonly width?: number | undefined;
	readonly height?: number | undefined;
	readonly disposition?: Readonly<Record<string, number | undefined>> | undefined;
}

/** Single pictures that a file carries beside its video: album art, chapter thumbnails, a still for the file manager. */
const STILLS = ["attached_pic", "timed_thumbnails", "still_image"] as const;

const isMain = (stream: ChoosableStream) => stream.disposition?.default === 1;
/** Mixes for a few, which nobody means who does not say so. */
const isSpecial = ({ disposition }: ChoosableStream) =>
	["visual_impaired", "hearing_impaired", "comment", "dub", "descriptions"].some((name) => disposition?.[name] === 1);

/**
 * The pictures that can be read, the one that players show first: the one that is enabled in a MOV or marked as default in a
 * Matroska, else the first. Throws `Refusal` when there is none.
 */
export function choosePictures<S extends ChoosableStream>(streams: readonly S[]): S[] {
	checkCount(streams);
	const pictures = streams.filter((s) => s.codec_type === "video" && !STILLS.some((name) => s.disposition?.[name] === 1));
	const readable = pictures.filter((s) => isPictureCodec(s.codec_name));
	const sized = readable.filter((s) => (s.width ?? 0) >= 2 && (s.height ?? 0) >= 2);
	if (sized.length > 0) return [...sized.filter(isMain), ...sized.filter((s) => !isMain(s))];
	if (readable.length > 0)
		throw new Refusal("no_picture", "This video's picture can't be read. Please export it again as MP4 and upload that.");
	const [claimed] = pictures;
	if (claimed) throw unknownFormat(claimed, "picture");
	const isSound = (s: S) => s.codec_type === "audio" && s.codec_name !== undefined && s.codec_name !== "unknown";
	// A stream that FFmpeg can't place may be the picture: what it is has no name here, but it is something.
	const unplaced = streams.find((s) => s.codec_type === undefined || s.codec_type === "unknown");
	if (unplaced) throw unknownFormat(unplaced, "file");
	if (streams.some(isSound)) throw new Refusal("no_picture", "This file has sound but no moving picture. Please choose a video.");
	throw new Refusal("no_picture", "There is no moving picture in this file. Please choose a video.");
}

function unknownFormat(stream: ChoosableStream, what: "picture" | "file"): Refusal {
	const claims = codecInWords(stream.codec_name, stream.codec_tag_string);
	const named = claims === null ? "in a format we don't know" : `in a format we don't read (${claims})`;
	const subject = what === "picture" ? "This video's picture is" : "A part of this file that may be its picture is";
	return new Refusal("unsupported_codec", `${subject} ${named}. Please export it as MP4 (H.264) and upload that.`);
}

function checkCount(streams: readonly ChoosableStream[]): void {
	// Fonts, subtitles and metadata cost nothing, for nothing of them is opened.
	const count = (type: string) =>
		streams.filter((s) => s.codec_type === type && !STILLS.some((name) => s.disposition?.[name] === 1)).length;
	if (count("video") > MAX_PICTURE_STREAMS || count("audio") > MAX_SOUND_STREAMS) {
		throw new Refusal("too_many_streams", "This file holds too many pictures and sounds at once. Please export it with one of each.");
	}
}

/** The sound that players take, the one marked as default, else the first, of those that can be read; or why there is none. */
export function chooseSound<S extends ChoosableStream>(streams: readonly S[]): { sound: S | null; dropped: string | null } {
	const sounds = streams.filter((s) => s.codec_type === "audio");
	const readable = sounds.filter((s) => isSoundCodec(s.codec_name));
	const plain = readable.filter((s) => !isSpecial(s));
	const sound = plain.find(isMain) ?? plain[0] ?? readable.find(isMain) ?? readable[0] ?? null;
	const [first] = sounds;
	return { sound, dropped: sound === null && first ? unreadSound(first) : null };
}

function unreadSound(stream: ChoosableStream): string {
	const claims = codecInWords(stream.codec_name, stream.codec_tag_string);
	const named = claims === null ? "in a format we don't know" : `in a format we don't read (${claims})`;
	return `it is ${named}. Export the video with AAC sound and upload it again to have it.`;
}

/** What is said of a sound whose format is known and which could not be decoded all the same. */
export const DAMAGED_SOUND = "it is damaged. Export the video again from your camera or editor and upload that to have it.";
