import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TranscodeFailure } from "../failures.ts";
import { runChild } from "../media/child.ts";
import type { MarkLine } from "./child.ts";

const PROGRAM = fileURLToPath(new URL("./child.ts", import.meta.url));
/** Node reserves far more address space than it uses. */
const LIMITS = { memoryBytes: 64 * 1024 ** 3, cpuSeconds: 30, wallMs: 30_000 };
const OUTPUT_MAX_BYTES = 16 * 1024 * 1024;
/** Of the picture's short side, and at least so many pixels: letters any smaller can't be read. */
const SHARE = 0.07;
const LEAST = 20;
const MARGIN_SHARE = 0.03;
/** The mark stands so long in one corner, seconds, and then as long in the opposite one: cropping one of them away does not take it off. */
const STANDS_S = 3;

interface Tools {
	/** Command that runs Node, as the user that may read nothing of the service. */
	readonly node: string;
	readonly workDir: string;
	readonly signal: AbortSignal;
}
interface Size {
	readonly width: number;
	readonly height: number;
}

/** How FFmpeg reads a mark, and lays it over a picture. */
export interface Mark {
	readonly input: readonly string[];
	/** Filter graph from the labels of picture and mark to that of the marked picture. */
	over(picture: string, mark: string, marked: string): string;
}

/** Draws the mark for pictures of this size. @throws `TranscodeFailure` when another attempt may succeed */
export async function drawMark(username: string, picture: Size, tools: Tools): Promise<Mark> {
	const short = Math.min(picture.width, picture.height);
	const { code, killedBy, complaint, output } = await runChild({
		command: tools.node,
		args: [PROGRAM, username, String(Math.max(LEAST, Math.round(short * SHARE)))],
		cwd: tools.workDir,
		limits: LIMITS,
		signal: tools.signal,
		maxBytes: OUTPUT_MAX_BYTES,
	});
	const end = output.indexOf("\n");
	if (code !== 0 || end < 0) {
		const cause = new Error(`it ended with ${killedBy ?? code}: ${complaint}`);
		throw new TranscodeFailure("internal", "The watermark could not be drawn this time.", { cause });
	}
	const { width, height } = JSON.parse(output.subarray(0, end).toString()) as MarkLine;
	await writeFile(join(tools.workDir, "mark.rgba"), output.subarray(end + 1), { mode: 0o640 });
	const margin = Math.max(2, Math.round(short * MARGIN_SHARE));
	// A long name on a small picture: smaller, and whole.
	const shown = Math.min(width, picture.width - 2 * margin);
	const first = `lt(mod(t,${2 * STANDS_S}),${STANDS_S})`;
	return {
		input: ["-f", "rawvideo", "-pixel_format", "rgba", "-video_size", `${width}x${height}`, "-framerate", "1", "-i", "mark.rgba"],
		over: (from, mark, marked) =>
			`${mark}scale=${shown}:-1:out_color_matrix=bt709:out_range=tv,format=yuva420p[mark];` +
			`${from}[mark]overlay=x='if(${first},${margin},W-w-${margin})':y='if(${first},${margin},H-h-${margin})':eval=frame,format=yuv420p${marked}`,
	};
}
