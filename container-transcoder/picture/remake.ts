import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PictureRefusal, type PictureSpec } from "../../contracts/pictures.ts";
import { TranscodeFailure } from "../failures.ts";
import { runChild } from "../media/child.ts";
import type { MadeLine } from "./child.ts";

const PROGRAM = fileURLToPath(new URL("./child.ts", import.meta.url));
/** Node reserves far more address space than it uses; what a picture takes is bounded by its pixels. */
const LIMITS = { memoryBytes: 64 * 1024 ** 3, cpuSeconds: 30, wallMs: 30_000 };
const OUTPUT_MAX_BYTES = 32 * 1024 * 1024;

export interface PictureTools {
	/** Command that runs Node, as the user that may read nothing of the service. */
	readonly node: string;
	/** A directory for this picture alone. */
	readonly workDir: string;
	readonly signal: AbortSignal;
}

export interface MadePicture {
	readonly picture: Buffer;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly blurhash: string;
}

/**
 * Draws a chosen picture anew, upright, as WebP, without anything of the file but its pixels.
 * @returns why not, where the file is at fault. @throws `TranscodeFailure` when another attempt may succeed
 */
export async function remakePicture(
	file: Uint8Array,
	spec: PictureSpec,
	tools: PictureTools,
): Promise<MadePicture | { readonly refused: PictureRefusal }> {
	const path = join(tools.workDir, "chosen");
	await writeFile(path, file, { mode: 0o640 });
	const { code, killedBy, complaint, output } = await runChild({
		command: tools.node,
		args: [PROGRAM, path, JSON.stringify(spec)],
		cwd: tools.workDir,
		limits: LIMITS,
		signal: tools.signal,
		maxBytes: OUTPUT_MAX_BYTES,
	});
	const end = output.indexOf("\n");
	if (code !== 0 || end < 0) {
		const cause = new Error(`it ended with ${killedBy ?? code}: ${complaint}`);
		throw new TranscodeFailure("internal", "The picture could not be drawn anew this time.", { cause });
	}
	const line = JSON.parse(output.subarray(0, end).toString()) as MadeLine;
	if ("refused" in line) return { refused: PictureRefusal.parse(line.refused) };
	return { picture: output.subarray(end + 1), ...line };
}
