import { ApiError } from "../api/problem.ts";
import * as feedWords from "../feed/feed.words.ts";

/** A picture of a storyboard: when it stands, milliseconds, and where on the sheet, pixels. */
export interface StoryboardFrame {
	readonly atMs: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const CUE = /^(\d+):(\d{2}):(\d{2})\.(\d{3}) --> [^\n]+\n[^\n#]*#xywh=(\d+),(\d+),(\d+),(\d+)\s*$/gm;

/** The pictures of a storyboard, in their order, from the WebVTT beside its sheet. */
export function parseStoryboard(vtt: string): StoryboardFrame[] {
	return [...vtt.replaceAll("\r\n", "\n").matchAll(CUE)].map((cue) => {
		const [hours = 0, minutes = 0, seconds = 0, ms = 0, x = 0, y = 0, width = 0, height = 0] = cue.slice(1).map(Number);
		return { atMs: ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms, x, y, width, height };
	});
}

/** Place of the frame that stands at a moment; of a moment before the first, the first. */
export function frameAt(frames: readonly StoryboardFrame[], atMs: number): number {
	return Math.max(
		0,
		frames.findLastIndex((frame) => frame.atMs <= atMs),
	);
}

/** How wide and high the whole sheet is, pixels. */
export const sheetSize = (frames: readonly StoryboardFrame[]): { width: number; height: number } => ({
	width: Math.max(0, ...frames.map(({ x, width }) => x + width)),
	height: Math.max(0, ...frames.map(({ y, height }) => y + height)),
});

/** The pictures of a video on one sheet. */
export interface Storyboard {
	/** The sheet's address. */
	readonly sheet: string;
	/** None where another service keeps the video. */
	readonly frames: readonly StoryboardFrame[];
}

/** Reads the storyboard beside a video's media. Throws {@link ApiError}. */
export async function storyboardAt({ base }: { readonly base: string }): Promise<Storyboard> {
	const answer = await fetch(`${base}storyboard.vtt`);
	if (answer.status === 404) return { sheet: "", frames: [] };
	if (!answer.ok) throw new ApiError({ code: "unavailable", status: answer.status, detail: feedWords.picturesLater() });
	return { sheet: `${base}storyboard.jpg`, frames: parseStoryboard(await answer.text()) };
}
