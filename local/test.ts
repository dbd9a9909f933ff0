// All checks and tests: `npm test`, or some: `npm test -- unit contract`. `test.mjs` gets here.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { chooseSteps, type Step } from "./checks/steps.ts";
import { isSuccess, type Outcome, summarise } from "./checks/summary.ts";
import { Tail } from "./checks/tail.ts";
import { ROOT } from "./supervisor/installed.mjs";

const isCi = Boolean(process.env.CI);
const ENVIRONMENT = {
	WRANGLER_LOG_PATH: join(ROOT, ".wrangler/logs"),
	...process.env,
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
};

/** Ends the step's process group when this process is told to end. */
let endCurrent: () => void = () => undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => {
		endCurrent();
		process.exit(130);
	});
}

/** What failed steps printed last, for whoever has only the end of a long log. */
const failures: { readonly name: string; readonly tail: Tail }[] = [];

function execute(step: Step, tail: Tail): Promise<string | null> {
	return new Promise((resolve) => {
		const args = ["--no-warnings", join(ROOT, step.script), ...step.args];
		// A person's terminal is handed on as it is: it can be scrolled.
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
			// At "close" all it printed has been read; what it left running may hold its output open, and isn't waited for.
			child.once("close", () => done(reason));
			setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
				done(reason);
			}, 2_000).unref();
		});
	});
}

async function run(step: Step): Promise<Outcome> {
	const startedAt = performance.now();
	const obstacle = (await step.obstacle?.(ROOT)) ?? null;
	if (obstacle !== null) {
		console.log(`\n⚠ ${step.name} IS NOT RUN: ${obstacle}\n`);
		return { name: step.name, result: "not run", reason: obstacle, seconds: 0 };
	}
	console.log(`\n── ${step.name}`);
	const tail = new Tail();
	const reason = await execute(step, tail);
	const seconds = (performance.now() - startedAt) / 1000;
	if (reason !== null) failures.push({ name: step.name, tail });
	return reason === null ? { name: step.name, result: "passed", seconds } : { name: step.name, result: "failed", reason, seconds };
}

try {
	const outcomes: Outcome[] = [];
	for (const step of chooseSteps(process.argv.slice(2))) outcomes.push(await run(step));
	for (const { name, tail } of failures) if (tail.read()) console.log(`\n── ${name} failed, its last lines again\n\n${tail.read()}`);
	console.log(`\n${summarise(outcomes, isCi)}`);
	process.exitCode = isSuccess(outcomes, isCi) ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
