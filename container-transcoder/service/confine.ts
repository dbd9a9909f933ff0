import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Config } from "../config.ts";
import { type Log, reason } from "../log.ts";

const run = promisify(execFile);

export interface Confined {
	readonly ffmpeg: string;
	readonly ffprobe: string;
	/** Permissions of a job's directory. */
	readonly jobDirMode: number;
}

/**
 * Commands that run FFmpeg as a user of its own, without any capability, so that whoever takes it over by a crafted file can
 * neither read the service's memory and keys nor signal it. Where the service may not switch users, or is not told to whom
 * (`FFMPEG_UID`), FFmpeg runs as the service does, and the log says so once.
 * @param dir of this process; it holds the two commands, and others may pass through it but not list it
 */
export async function confine(config: Pick<Config, "ffmpeg" | "ffprobe" | "ffmpegUid">, dir: string, log: Log): Promise<Confined> {
	const open: Confined = { ffmpeg: config.ffmpeg, ffprobe: config.ffprobe, jobDirMode: 0o700 };
	if (config.ffmpegUid === null) {
		log("ffmpeg.same_user", { reason: "FFMPEG_UID is not set: FFmpeg runs as the service's own user" });
		return open;
	}
	// The group stays the service's: both work in a job's directory.
	const switched = ["setpriv", `--reuid=${config.ffmpegUid}`, "--clear-groups", "--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs"];
	try {
		const { stdout } = await run("setpriv", [...switched.slice(1), "id", "-u"], { timeout: 20_000 });
		if (Number(stdout) !== config.ffmpegUid) throw new Error(`it ran as ${stdout.trim()}`);
		const [ffmpeg, ffprobe] = await Promise.all([
			command(join(dir, "ffmpeg"), [...switched, config.ffmpeg]),
			command(join(dir, "ffprobe"), [...switched, config.ffprobe]),
		]);
		await chmod(dir, 0o711);
		log("ffmpeg.own_user", { uid: config.ffmpegUid });
		return { ffmpeg, ffprobe, jobDirMode: 0o770 };
	} catch (error) {
		log("ffmpeg.same_user", { reason: `the service may not switch to user ${config.ffmpegUid}: ${reason(error)}` });
		return open;
	}
}

async function command(path: string, words: readonly string[]): Promise<string> {
	const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
	await writeFile(path, `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
	return path;
}
