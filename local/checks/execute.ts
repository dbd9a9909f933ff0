import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../supervisor/installed.mjs";
import type { Step } from "./steps.ts";
import type { Tail } from "./tail.ts";

const ENVIRONMENT = {
	WRANGLER_LOG_PATH: join(ROOT, ".wrangler/logs"),
	// Output is piped, so that its silence can be noticed; colours stay where a person looks at it.
	...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
	...process.env,
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
};
/** What a step left running may hold its output open: it is not waited for longer than this, milliseconds. */
const CLOSING_MS = 2_000;
/**
 * A step that prints nothing for this long hangs, milliseconds. No limit on the whole: how long a step takes is the machine's
 * matter, and a slow one at work has always something to tell (progress-reporter.ts).
 */
const SILENT_MS = 3 * 60_000;

const running = new Set<() => void>();
/** Ends the process groups of all running steps. */
export function endSteps(): void {
	for (const end of running) end();
}

/** Where a step's output goes. */
export interface Output {
	write(chunk: string, from: "stdout" | "stderr"): void;
}
/** At once, to this process's own. */
export const SHOWN: Output = { write: (chunk, from) => void process[from].write(chunk) };

/** Held back until it is asked for: of two steps side by side only one may write at a time. */
export class HeldBack implements Output {
	readonly #chunks: (readonly [string, "stdout" | "stderr"])[] = [];
	#shownBy: Output | null = null;

	write(chunk: string, from: "stdout" | "stderr"): void {
		if (this.#shownBy === null) this.#chunks.push([chunk, from]);
		else this.#shownBy.write(chunk, from);
	}

	/** From now on it is held back no more. */
	show(output: Output = SHOWN): void {
		for (const [chunk, from] of this.#chunks.splice(0)) output.write(chunk, from);
		this.#shownBy = output;
	}
}

/**
 * Runs a step in a process group of its own.
 * @param more further arguments
 * @param tail is given all the step prints
 * @param output where it is printed
 * @param silentMs silence after which it is ended as hung, milliseconds
 * @returns why it failed, or null
 */
export function execute(
	step: Pick<Step, "script" | "args">,
	more: readonly string[],
	tail: Tail,
	output: Output = SHOWN,
	silentMs = SILENT_MS,
): Promise<string | null> {
	return new Promise((resolve) => {
		const args = ["--no-warnings", join(ROOT, step.script), ...step.args, ...more];
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: ENVIRONMENT, detached: true });
		const end = () => {
			if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
		};
		running.add(end);
		let isSilent = false;
		const watch = setTimeout(() => {
			isSilent = true;
			end();
		}, silentMs);
		for (const from of ["stdout", "stderr"] as const) {
			child[from].setEncoding("utf8").on("data", (chunk: string) => {
				if (!isSilent) watch.refresh();
				output.write(chunk, from);
				tail.add(chunk);
			});
		}
		const done = (reason: string | null) => {
			clearTimeout(watch);
			running.delete(end);
			resolve(isSilent ? `it hung: nothing was printed for ${Math.round(silentMs / 1000)} s` : reason);
		};
		child.once("error", (error) => done(error.message));
		child.once("exit", (code, signal) => {
			const reason = code === 0 ? null : signal ? `ended by ${signal}` : `code ${code}`;
			child.once("close", () => done(reason));
			setTimeout(() => {
				child.stdout.destroy();
				child.stderr.destroy();
				done(reason);
			}, CLOSING_MS).unref();
		});
	});
}
