import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { Readable } from "node:stream";
import { Refusal, TranscodeFailure } from "../failures.ts";
import { DamageCount } from "./damage.ts";

/** How FFmpeg is to talk: every line with its level, its processor time at the end, no prompt and no progress line. */
export const FFMPEG_TALK = ["-hide_banner", "-nostdin", "-nostats", "-benchmark", "-v", "level+info"] as const;

/** The same with what filters count. */
export const FFMPEG_TALK_OF_COUNTS = FFMPEG_TALK.map((word) => (word === "level+info" ? "level+verbose" : word));

export interface ChildLimits {
	/** Address space, bytes. */
	memoryBytes: number;
	/** Processor time of all threads, seconds. */
	cpuSeconds: number;
	/** Time by the clock, milliseconds. */
	wallMs: number;
}

export interface ChildOptions {
	command: string;
	args: readonly string[];
	cwd: string;
	limits: ChildLimits;
	signal: AbortSignal;
	/** Pipes beside stdout and stderr that the child writes to: file descriptors 3, 4, … */
	extraPipes?: number;
	/** Keep what FFmpeg says on level info too, where its filters report. */
	keepInfo?: boolean;
}

export interface RunningChild {
	readonly stdout: Readable;
	/** The extra pipes in order of their descriptors. */
	readonly pipes: readonly Readable[];
	/** Settles when the process has ended and its group is gone; rejects only when it could not be started or was stopped. */
	readonly ended: Promise<ChildEnd>;
}

export interface ChildEnd {
	code: number | null;
	/** What ended it from outside, such as SIGXCPU when its processor time was used up. */
	killedBy: NodeJS.Signals | null;
	/** Last lines of stderr, for the log. */
	complaint: string;
	/** From FFmpeg's `-benchmark` line; zero when it wrote none. */
	cpuSeconds: number;
	/** Pictures that left FFmpeg's `fps` filter, as it tells on level verbose; null when it did not. */
	steadyPictures: number | null;
	/** Pictures that could not be decoded, or only with parts made up. */
	damagedPictures: number;
}

const SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Room for two whole reports of a measure, which takes twenty lines. */
const COMPLAINT_LINES = 80;
/** A signalled group that still lives after this is killed, milliseconds. */
const KILL_AFTER_MS = 1_000;

/**
 * Starts a process in a group of its own, with a clean environment and the kernel's limits on memory, processor time and
 * core dumps. Aborting `signal`, or passing the wall time, ends the whole group.
 */
export function startChild(options: ChildOptions): RunningChild {
	options.signal.throwIfAborted();
	const { limits } = options;
	const shell = `ulimit -c 0; ulimit -v ${Math.floor(limits.memoryBytes / 1024)}; ulimit -t ${Math.ceil(limits.cpuSeconds)}; exec "$@"`;
	const extra = Array.from({ length: options.extraPipes ?? 0 }, () => "pipe" as const);
	const child = spawn("/bin/sh", ["-c", shell, "sh", options.command, ...options.args], {
		cwd: options.cwd,
		// FFmpeg reads FFREPORT and library paths from the environment: it gets none of ours, nor our secrets.
		// Each arena reserves address space, and by default every core brings eight of them.
		env: { PATH: SEARCH_PATH, LC_ALL: "C.UTF-8", TMPDIR: options.cwd, MALLOC_ARENA_MAX: "4" },
		detached: true,
		stdio: ["ignore", "pipe", "pipe", ...extra],
	});
	const stdout = child.stdout;
	if (!stdout) throw new TranscodeFailure("internal", "The process gave no output pipe.");
	const pipes = extra.map((_, index) => child.stdio[index + 3] as Readable);
	return { stdout, pipes, ended: end(child, options) };
}

function end(child: ChildProcess, options: ChildOptions): Promise<ChildEnd> {
	const complaint: string[] = [];
	let cpuSeconds = 0;
	let steadyPictures: number | null = null;
	const damage = new DamageCount();
	let rest = "";
	child.stderr?.setEncoding("utf8").on("data", (text: string) => {
		const lines = (rest + text).split(/[\r\n]+/);
		rest = (lines.pop() ?? "").slice(-4096);
		for (const line of lines) {
			damage.take(line);
			const bench = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(line);
			const rate = /(\d+) frames in, (\d+) frames out; \d+ frames dropped/.exec(line);
			if (bench) cpuSeconds = Number(bench[1]) + Number(bench[2]);
			else if (rate) steadyPictures = Number(rate[2]);
			else if (line.trim() && (options.keepInfo || !/\[(verbose|info|warning)\]/.test(line))) {
				complaint.push(line.slice(0, 400));
				if (complaint.length > COMPLAINT_LINES) complaint.shift();
			}
		}
	});
	return new Promise((resolve, reject) => {
		let stopped: unknown = null;
		let killer: NodeJS.Timeout | undefined;
		const stop = (why: unknown) => {
			if (stopped) return;
			stopped = why;
			signalGroup(child, constants.signals.SIGTERM);
			killer = setTimeout(() => signalGroup(child, constants.signals.SIGKILL), KILL_AFTER_MS);
		};
		const onAbort = () => stop(options.signal.reason);
		const watch = setTimeout(
			() => stop(new TranscodeFailure("timed_out", "The encoder took longer than this video should need.")),
			options.limits.wallMs,
		);
		const settle = () => {
			clearTimeout(watch);
			clearTimeout(killer);
			options.signal.removeEventListener("abort", onAbort);
		};
		options.signal.addEventListener("abort", onAbort, { once: true });
		child.once("error", (error) => {
			settle();
			reject(new TranscodeFailure("internal", `Could not start ${options.command}.`, { cause: error }));
		});
		child.once("close", (code, killedBy) => {
			settle();
			signalGroup(child, constants.signals.SIGKILL);
			if (stopped) reject(stopped);
			else resolve({ code, killedBy, complaint: complaint.join("\n"), cpuSeconds, steadyPictures, damagedPictures: damage.pictures });
		});
	});
}

function signalGroup(child: ChildProcess, signal: number): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		// ESRCH: the group is gone, which is what was wanted.
		if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
	}
}

/** Runs a process to its end and gives all of its stdout, at most `maxBytes` of it. */
export async function runChild(options: ChildOptions & { maxBytes: number }): Promise<ChildEnd & { output: Buffer }> {
	const child = startChild(options);
	const chunks: Buffer[] = [];
	let size = 0;
	child.stdout.on("data", (chunk: Buffer) => {
		size += chunk.length;
		if (size <= options.maxBytes) chunks.push(chunk);
	});
	const ended = await child.ended;
	if (size > options.maxBytes) throw new TranscodeFailure("internal", `${options.command} wrote more than was expected of it.`);
	return { ...ended, output: Buffer.concat(chunks) };
}

/**
 * What FFmpeg and its libraries say when it is the machine that lacks something, not the input. Matched in any case of letters.
 */
const OUR_LACK =
	/cannot allocate memory|out of memory|malloc|no space left|resource temporarily unavailable|too many open files|input\/output error|broken pipe|permission denied|pthread_create|generic error in an external library|shared librar/i;
/** Exit codes from here on are the shell's: a program that is missing, or was ended by a signal. */
const SHELL_CODES = 126;

/** Whether FFmpeg would end badly the same way again: it gave up by itself, over the input it was given. */
export function wouldFailAgain(ended: ChildEnd): boolean {
	const gaveUp = ended.killedBy === null && ended.code !== null && ended.code > 0 && ended.code < SHELL_CODES;
	return gaveUp && !OUR_LACK.test(ended.complaint);
}

/**
 * What an encoder that ended badly is to the job: worth another attempt, or a refusal where that could not mend it. What FFmpeg
 * said goes to the log.
 */
export function encoderFailed(ended: ChildEnd): Refusal | TranscodeFailure {
	const cause = new Error(`FFmpeg ended with ${ended.killedBy ?? ended.code}: ${ended.complaint}`);
	if (wouldFailAgain(ended)) {
		const words = "We can't process this video as it is, and trying again would not change that.";
		return new Refusal("unprocessable", `${words} Please export it again from your camera or editor as MP4 (H.264) and upload that.`, {
			cause,
		});
	}
	return ended.killedBy === "SIGXCPU"
		? new TranscodeFailure("timed_out", "This video took longer to process than it should.", { cause })
		: new TranscodeFailure("encoder_failed", "This video could not be processed this time.", { cause });
}

/** FFmpeg's exit code when most packets could not be decoded. */
const DECODE_ERRORS = 69;

/** Whether FFmpeg ended badly because of what it read, rather than for want of memory or the like. */
export function blamesInput(ended: ChildEnd): boolean {
	if (ended.code === 0 || ended.killedBy !== null) return false;
	return ended.code === DECODE_ERRORS || /Invalid data found|Error while opening decoder|Error while decoding stream/.test(ended.complaint);
}
