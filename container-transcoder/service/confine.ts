import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Config } from "../config.ts";
import { type Log, reason } from "../log.ts";
import { ffmpegVersion } from "../media/version.ts";

const run = promisify(execFile);
/** A job's directory is shared by the group of the service and FFmpeg's user. */
const JOB_DIR_MODE = 0o770;

export interface Confined {
	readonly ffmpeg: string;
	readonly ffprobe: string;
	/** Runs what draws pictures anew, which were made by strangers as well. */
	readonly node: string;
	/** Permissions of a job's directory. */
	readonly jobDirMode: number;
}

/**
 * Commands that run FFmpeg, and what draws pictures anew, as a user of its own, without any capability, so that whoever takes it over by a crafted file can
 * neither read the service's memory and keys nor signal it. Where the service may not switch users, or is not told to whom
 * (`FFMPEG_UID`), FFmpeg runs as the service does, and the log says so once.
 * @param dir of this process; it holds the two commands, and others may pass through it but not list it
 */
export async function confine(config: Pick<Config, "ffmpeg" | "ffprobe" | "ffmpegUid">, dir: string, log: Log): Promise<Confined> {
	const open: Confined = { ffmpeg: config.ffmpeg, ffprobe: config.ffprobe, node: process.execPath, jobDirMode: 0o700 };
	if (config.ffmpegUid === null) {
		log("ffmpeg.same_user", { reason: "FFMPEG_UID is not set: FFmpeg runs as the service's own user" });
		return open;
	}
	// The group stays the service's: both work in a job's directory.
	const switched = ["setpriv", `--reuid=${config.ffmpegUid}`, "--clear-groups", "--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs"];
	try {
		await chmod(dir, 0o711);
		await tryIn(dir, switched, config.ffmpegUid);
		const [ffmpeg, ffprobe, node] = await Promise.all([
			command(join(dir, "ffmpeg"), [...switched, config.ffmpeg]),
			command(join(dir, "ffprobe"), [...switched, config.ffprobe]),
			command(join(dir, "node"), [...switched, process.execPath]),
		]);
		// Its program, too, must be where that user may reach it.
		await Promise.all([ffmpegVersion(ffmpeg), ffmpegVersion(ffprobe), run(node, ["--version"], { timeout: 20_000 })]);
		log("ffmpeg.own_user", { uid: config.ffmpegUid });
		return { ffmpeg, ffprobe, node, jobDirMode: JOB_DIR_MODE };
	} catch (error) {
		log("ffmpeg.same_user", { reason: `the service may not switch to user ${config.ffmpegUid}: ${reason(error)}` });
		return open;
	}
}

/** Leaves a file where a job will, as that user. Throws what stands in the way: the right to switch, or a directory above. */
async function tryIn(dir: string, switched: readonly string[], uid: number): Promise<void> {
	const [program = "", ...words] = switched;
	const job = await mkdtemp(join(dir, "try-"));
	try {
		await chmod(job, JOB_DIR_MODE);
		const { stdout } = await run(program, [...words, "sh", "-c", 'touch "$1" && id -u', "sh", join(job, "file")], { timeout: 20_000 });
		if (Number(stdout) !== uid) throw new Error(`it ran as ${stdout.trim()}`);
	} finally {
		await rm(job, { recursive: true, force: true });
	}
}

async function command(path: string, words: readonly string[]): Promise<string> {
	const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
	await writeFile(path, `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
	return path;
}
