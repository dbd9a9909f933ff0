import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Source } from "./source.ts";

/** First line of what the program says of its version; throws when it can't be run. */
export async function ffmpegVersion(command: string): Promise<string> {
	const { stdout } = await promisify(execFile)(command, ["-version"], { timeout: 20_000 });
	return /version (\S+)/.exec(stdout)?.[1] ?? "unknown";
}

/**
 * The source as this FFmpeg is to be told of it. Filters refuse pictures of a reserved colour matrix from version 7 on, and that one
 * can take it out before it decodes; earlier ones can't, and need not. Builds from git count as newer.
 */
export function forFfmpeg(source: Source, version: string): Source {
	const major = /^n?(\d+)\./.exec(version)?.[1];
	const refuses = major === undefined || Number(major) >= 7;
	return refuses ? source : { ...source, appearance: { ...source.appearance, reservedMatrix: false } };
}
