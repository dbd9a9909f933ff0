// All checks and tests: `npm test`, or some: `npm test -- unit contract`. `test.mjs` gets here.
import { endStep, execute } from "./checks/execute.ts";
import { failedIn, reporting, reportPath } from "./checks/report.ts";
import { chooseSteps, type Step } from "./checks/steps.ts";
import { isSuccess, type Outcome, summarise } from "./checks/summary.ts";
import { Tail } from "./checks/tail.ts";
import { ROOT } from "./supervisor/installed.mjs";

const isCi = Boolean(process.env.CI);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => {
		endStep();
		process.exit(130);
	});
}

/** What failed steps printed last, for whoever has only the end of a long log. */
const failures: { readonly name: string; readonly tail: Tail }[] = [];

async function run(step: Step): Promise<Outcome> {
	const startedAt = performance.now();
	const obstacle = (await step.obstacle?.(ROOT)) ?? null;
	if (obstacle !== null) {
		console.log(`\n⚠ ${step.name} IS NOT RUN: ${obstacle}\n`);
		return { name: step.name, result: "not run", reason: obstacle, seconds: 0 };
	}
	console.log(`\n── ${step.name}`);
	const { reason, tried } = await attempt(step);
	const seconds = (performance.now() - startedAt) / 1000;
	if (reason !== null) return { name: step.name, result: "failed", reason, seconds };
	return { name: step.name, result: "passed", seconds, ...(tried === undefined ? {} : { reason: `at the second try: ${tried}` }) };
}

/**
 * In CI, what depends on the machine's pace is tried once more, only the files that failed; the first failure is shown all the same.
 * @returns why it failed, and what of it passed only then
 */
async function attempt(step: Step): Promise<{ reason: string | null; tried?: string }> {
	const tail = new Tail();
	const again = isCi && step.isTimed === true;
	const reason = await execute(step, again ? reporting(step.name) : [], tail);
	const failed = again ? await failedIn(reportPath(step.name)) : null;
	if (reason === null) return { reason };
	failures.push({ name: step.name, tail });
	if (failed === null) return { reason };
	const tried = failed.tests.join("; ") || "all of it";
	console.log(`\n⚠ ${step.name} failed (${reason}) and is tried once more: ${tried}\n`);
	return { reason: await execute(step, failed.files, tail), tried };
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
