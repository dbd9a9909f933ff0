import { fileKind } from "../../../contracts/file-kind.ts";
import { MAX_DURATION_MS, MAX_UPLOAD_BYTES, MIN_DURATION_MS, VIDEO_EXTENSIONS } from "../../../contracts/limits.ts";
import { clock, fileSize } from "../ui/format.ts";
import * as studioWords from "./studio.words.ts";

/** What is known of a file before it is sent. */
export interface FileFacts {
	durationMs: number;
	width: number;
	height: number;
	/** The browser can't show it; the transcoder may still read it. */
	isPreviewable: boolean;
}
/** Assumed for a file this browser can't measure, milliseconds; the truth is found when it is processed. */
const UNMEASURED_MS = 30_000;
/** A file that tells nothing in this time is taken as not previewable, milliseconds. */
const PATIENCE_MS = 8000;

/** Why a file can't be uploaded, in words that say what to do; null when nothing speaks against it. */
export function refusal(file: { name: string; size: number }, head: Uint8Array): string | null {
	if (file.size === 0) return studioWords.fileEmpty();
	const kind = fileKind(head);
	if (!kind.video) return studioWords.looksLike({ looksLike: kind.looksLike });
	const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
	if (!VIDEO_EXTENSIONS.some((known) => known === extension)) {
		return extension ? studioWords.cannotReadFiles({ extension }) : studioWords.cannotReadFile();
	}
	if (file.size > MAX_UPLOAD_BYTES) {
		return studioWords.tooLarge({ size: fileSize(file.size), maxUploadBytes: fileSize(MAX_UPLOAD_BYTES) });
	}
	return null;
}

/** Why a duration is refused, in words; null when it fits. */
export function durationRefusal(durationMs: number): string | null {
	if (durationMs < MIN_DURATION_MS) return studioWords.tooShort();
	if (durationMs > MAX_DURATION_MS) return studioWords.tooLong({ durationMs: clock(durationMs), maxDurationMs: clock(MAX_DURATION_MS) });
	return null;
}

/** Duration and size of the picture, as far as this browser can tell. */
export function measure(url: string): Promise<FileFacts> {
	const video = document.createElement("video");
	video.preload = "metadata";
	video.muted = true;
	return new Promise((resolve) => {
		const unknown = { durationMs: UNMEASURED_MS, width: 0, height: 0, isPreviewable: false };
		const timer = setTimeout(() => resolve(unknown), PATIENCE_MS);
		const finish = (facts: FileFacts) => {
			clearTimeout(timer);
			video.removeAttribute("src");
			video.load();
			resolve(facts);
		};
		video.addEventListener("error", () => finish(unknown), { once: true });
		video.addEventListener(
			"loadedmetadata",
			() => {
				const { duration, videoWidth, videoHeight } = video;
				if (!Number.isFinite(duration)) return finish({ ...unknown, isPreviewable: videoWidth > 0 });
				finish({ durationMs: Math.round(duration * 1000), width: videoWidth, height: videoHeight, isPreviewable: videoWidth > 0 });
			},
			{ once: true },
		);
		video.src = url;
	});
}
