import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setPriority } from "node:os";
import { createInterface } from "node:readline";
import { withoutGrants } from "./without-grants.ts";

export interface ChildOptions {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	/** All it prints is appended here. */
	readonly logPath: string;
	/** Each line it prints, as it comes. */
	readonly onLine?: (line: string) => void;
	/** Told when it ends by itself: its exit in words, and in how many milliseconds it is started again. */
	readonly onDeath?: (how: string, restartInMs: number) => void;
	/** Milliseconds between SIGTERM and SIGKILL. */
	readonly grace?: number;
	/** False leaves it dead once it ends. */
	readonly restart?: boolean;
	/** Gives way to the others: 0 to 19, as `nice` has it. */
	readonly niceness?: number;
}

export interface Child {
	readonly name: string;
	readonly pid: () => number | undefined;
	/** Sends a signal to the whole process group; it is started again afterwards unless stopped. */
	readonly kill: (signal: NodeJS.Signals) => void;
	/** Ends it now and starts it again, at once. */
	readonly restart: () => Promise<void>;
	/** Ends the whole process group: SIGTERM, then SIGKILL after the grace period. Never started again. */
	readonly stop: () => Promise<void>;
}

/** Of what works through a queue beside the product that people wait for. */
export const BACKGROUND_NICENESS = 10;

/** Pause before the nth start in a row that didn't last, milliseconds: doubled each time, half a minute at most. */
export const backOff = (deaths: number): number => Math.min(30_000, 500 * 2 ** Math.max(0, deaths - 1));

/** Up this long, a process counts as sound, and the next death starts counting anew; milliseconds. */
const SOUND_AFTER = 60_000;

const alive = new Set<ChildProcess>();
// Whatever ends this process, no child outlives it.
process.on("exit", () => {
	for (const child of alive) signalGroup(child, "SIGKILL");
});

function signalGroup(child: ChildProcess | undefined, signal: NodeJS.Signals): void {
	if (child?.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		// The group may have ended between the look and the signal.
		if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
	}
}

/**
 * Ends the process group when descriptor 3 closes, which it does however this process dies, and becomes the program. SIGTERM comes first.
 */
const LEASH = `(trap "" TERM; cat; kill -TERM 0; sleep 5; kill -KILL 0) <&3 >/dev/null 2>&1 & exec "$@" 3<&-`;

/** Makes a process, and what it will start, give way to others. */
export function giveWay(child: ChildProcess, niceness: number): void {
	if (child.pid === undefined) return;
	try {
		setPriority(child.pid, niceness);
	} catch (error) {
		// It may have ended already; its end is told elsewhere.
		if ((error as NodeJS.ErrnoException).code !== "ERR_SYSTEM_ERROR") throw error;
	}
}

/** Starts a process in a group of its own and keeps it running, until stopped. */
export function startChild(options: ChildOptions): Child {
	const log = createWriteStream(options.logPath, { flags: "a" });
	let current: ChildProcess | undefined;
	let exited: Promise<void> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let isRestarting = false;
	let deaths = 0;

	function start(): void {
		const startedAt = Date.now();
		log.write(`--- ${new Date(startedAt).toISOString()} starting ${options.name}\n`);
		const child = spawn("/bin/sh", ["-c", LEASH, "sh", options.command, ...options.args], {
			cwd: options.cwd,
			env: options.env,
			detached: true,
			stdio: ["ignore", "pipe", "pipe", "pipe"],
		});
		current = child;
		alive.add(child);
		if (options.niceness !== undefined) giveWay(child, options.niceness);
		for (const stream of [child.stdout, child.stderr]) {
			if (stream === null) continue;
			createInterface({ input: stream }).on("line", (line) => {
				if (!log.writableEnded) log.write(`${withoutGrants(line)}\n`);
				options.onLine?.(line);
			});
		}
		exited = new Promise((resolve) => {
			const ended = (how: string) => {
				if (!alive.delete(child)) return;
				// What it started itself must not outlive it.
				signalGroup(child, "SIGKILL");
				if (!log.writableEnded) log.write(`--- ${new Date().toISOString()} ${options.name} ${how}\n`);
				resolve();
				if (isStopped || isRestarting || options.restart === false) {
					if (!isStopped && !isRestarting) options.onDeath?.(how, Number.POSITIVE_INFINITY);
					return;
				}
				deaths = Date.now() - startedAt > SOUND_AFTER ? 1 : deaths + 1;
				const pause = backOff(deaths);
				options.onDeath?.(how, pause);
				timer = setTimeout(start, pause);
			};
			child.once("error", (error) => ended(`could not be started: ${error.message}`));
			child.once("exit", (code, signal) => ended(signal ? `was ended by ${signal}` : `ended with code ${code}`));
		});
	}

	async function end(): Promise<void> {
		clearTimeout(timer);
		signalGroup(current, "SIGTERM");
		const force = setTimeout(() => signalGroup(current, "SIGKILL"), options.grace ?? 5_000);
		await exited;
		clearTimeout(force);
	}

	start();
	return {
		name: options.name,
		pid: () => current?.pid,
		kill: (signal) => signalGroup(current, signal),
		async restart() {
			isRestarting = true;
			await end();
			isRestarting = false;
			if (!isStopped) start();
		},
		async stop() {
			if (isStopped) return exited;
			isStopped = true;
			await end();
			log.end();
		},
	};
}
