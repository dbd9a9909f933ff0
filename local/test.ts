// All checks and tests: `npm test`, or some: `npm test -- unit contract`. `test.mjs` gets here.
import { endSteps, execute, HeldBack, type Output, SHOWN } from "./checks/execute.ts";
import { type Failed, failedIn, inALine, mayBeChance, reporting, reportPath } from "./checks/report.ts";
import { chooseSteps, type Step } from "./checks/steps.ts";
import { isSuccess, type Outcome, summarise } from "./checks/summary.ts";
import { Tail } from "./checks/tail.ts";
import { ROOT } from "./supervisor/installed.mjs";

const isCi = Boolean(process.env.CI);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => {
		endSteps();
		process.exit(130);
	});
}

/** What failed steps printed last, for whoever has only the end of a long log. */
const failures: { readonly name: string; readonly tail: Tail }[] = [];

async function run(step: Step, output: Output): Promise<Outcome> {
	const tell = (text: string) => output.write(`\n${text}\n`, "stdout");
	const startedAt = performance.now();
	const obstacle = (await step.obstacle?.(ROOT)) ?? null;
	if (obstacle !== null) {
		tell(`⚠ ${step.name} IS NOT RUN: ${obstacle}\n`);
		return { name: step.name, result: "not run", reason: obstacle, seconds: 0 };
	}
	tell(`── ${step.name}`);
	const { reason, tried } = await attempt(step, output);
	const seconds = (performance.now() - startedAt) / 1000;
	if (reason !== null) return { name: step.name, result: "failed", reason, seconds };
	return { name: step.name, result: "passed", seconds, ...(tried === undefined ? {} : { reason: `at the second try: ${tried}` }) };
}

/**
 * In CI, what depends on the machine's pace is tried once more, only the files that failed; the first failure is shown all the same.
 * @returns why it failed, and what of it passed only then
 */
async function attempt(step: Step, output: Output): Promise<{ reason: string | null; tried?: string }> {
	const tail = new Tail();
	const again = isCi && step.isTimed === true;
	const path = reportPath(step.name);
	const reason = await execute(step, again ? reporting(step.name) : [], tail, output);
	const failed = again ? await failedIn(path) : null;
	if (reason === null) return { reason };
	failures.push({ name: step.name, tail });
	if (!mayBeChance(failed)) return { reason: named(reason, failed) };
	const tried = inALine(failed) || "all of it";
	output.write(`\n⚠ ${step.name} failed (${reason}) and is tried once more: ${tried}\n\n`, "stdout");
	const still = await execute(step, [...failed.files, ...reporting(step.name)], tail, output);
	const stillFailed = await failedIn(path);
	return { reason: still === null ? null : named(still, stillFailed), tried };
}

/** Why a step failed, with its tests that did: who has only the end of a long log looks no further. */
const named = (reason: string, failed: Failed | null): string =>
	failed !== null && inALine(failed) ? `${reason}: ${inALine(failed)}` : reason;

async function runLine(steps: readonly Step[], output: () => Output, shown: (output: Output) => void): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const step of steps) {
		const its = output();
		outcomes.push(await run(step, its));
		shown(its);
	}
	return outcomes;
}

/** The main line is shown as it runs; what the side line prints is held back until a step of it ends, or the main line has. */
async function runLines(main: readonly Step[], side: readonly Step[]): Promise<Outcome[]> {
	let held: HeldBack | null = null;
	let isMixed = main.length > 0;
	const beside = runLine(
		side,
		() => {
			held = isMixed ? new HeldBack() : null;
			return held ?? SHOWN;
		},
		(output) => output instanceof HeldBack && output.show(),
	);
	const outcomes = await runLine(
		main,
		() => SHOWN,
		() => undefined,
	);
	isMixed = false;
	(held as HeldBack | null)?.show();
	return [...outcomes, ...(await beside)];
}

try {
	const startedAt = performance.now();
	const chosen = chooseSteps(process.argv.slice(2));
	const inLine = (line: Step["line"]) => chosen.filter((step) => step.line === line);
	const first = await runLine(
		inLine(undefined),
		() => SHOWN,
		() => undefined,
	);
	const outcomes = [...first, ...(await runLines(inLine("main"), inLine("side")))];
	for (const { name, tail } of failures) if (tail.read()) console.log(`\n── ${name} failed, its last lines again\n\n${tail.read()}`);
	console.log(`\n${summarise(outcomes, isCi, (performance.now() - startedAt) / 1000)}`);
	process.exitCode = isSuccess(outcomes, isCi) ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
