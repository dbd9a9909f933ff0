import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../supervisor/installed.mjs";
import type { Step } from "./steps.ts";
import type { Tail } from "./tail.ts";

const ENVIRONMENT = {
	WRANGLER_LOG_PATH: join(ROOT, ".wrangler/logs"),
	...process.env,
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
};
/** What a step left running may hold its output open: it is not waited for longer than this, milliseconds. */
const CLOSING_MS = 2_000;

let endCurrent: () => void = () => undefined;
/** Ends the running step's process group. */
export const endStep = (): void => endCurrent();

/**
 * Runs a step in a process group of its own.
 * @param more further arguments
 * @param tail is given all the step prints, unless a person's terminal is handed on as it is: that can be scrolled
 * @returns why it failed, or null
 */
export function execute(step: Step, more: readonly string[], tail: Tail): Promise<string | null> {
	return new Promise((resolve) => {
		const args = ["--no-warnings", join(ROOT, step.script), ...step.args, ...more];
		const stdio = process.stdout.isTTY ? "inherit" : "pipe";
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", stdio, stdio], env: ENVIRONMENT, detached: true });
		for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const]) {
			from?.setEncoding("utf8").on("data", (chunk: string) => {
				to.write(chunk);
				tail.add(chunk);
			});
		}
		endCurrent = () => {
			if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
		};
		let isLate = false;
		const timer = setTimeout(() => {
			isLate = true;
			endCurrent();
		}, step.minutes * 60_000);
		const done = (reason: string | null) => {
			clearTimeout(timer);
			endCurrent = () => undefined;
			resolve(isLate ? `not done after ${step.minutes} min` : reason);
		};
		child.once("error", (error) => done(error.message));
		child.once("exit", (code, signal) => {
			const reason = code === 0 ? null : signal ? `ended by ${signal}` : `code ${code}`;
			child.once("close", () => done(reason));
			setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
				done(reason);
			}, CLOSING_MS).unref();
		});
	});
}
