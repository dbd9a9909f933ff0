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

let endCurrent: () => void = () => undefined;
/** Ends the running step's process group. */
export const endStep = (): void => endCurrent();

/**
 * Runs a step in a process group of its own.
 * @param more further arguments
 * @param tail is given all the step prints
 * @param silentMs silence after which it is ended as hung, milliseconds
 * @returns why it failed, or null
 */
export function execute(
	step: Pick<Step, "script" | "args">,
	more: readonly string[],
	tail: Tail,
	silentMs = SILENT_MS,
): Promise<string | null> {
	return new Promise((resolve) => {
		const args = ["--no-warnings", join(ROOT, step.script), ...step.args, ...more];
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: ENVIRONMENT, detached: true });
		const end = () => {
			if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
		};
		endCurrent = end;
		let isSilent = false;
		const watch = setTimeout(() => {
			isSilent = true;
			end();
		}, silentMs);
		for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const]) {
			from.setEncoding("utf8").on("data", (chunk: string) => {
				if (!isSilent) watch.refresh();
				to.write(chunk);
				tail.add(chunk);
			});
		}
		const done = (reason: string | null) => {
			clearTimeout(watch);
			// The next step may be running by the time an output left open is given up.
			if (endCurrent === end) endCurrent = () => undefined;
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
