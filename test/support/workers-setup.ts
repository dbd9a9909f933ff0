import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { ANSWERS_KEY } from "../../workers/gateway/testing/answered.ts";
import { unanswered } from "../../workers/gateway/testing/unanswered.ts";

/** What the workers tests lean on: a migrated database behind Neon's protocol, Redis behind Upstash's, and the vector index' code. */
interface WorkersServices {
	readonly databaseEndpoint: string;
	readonly vectorEndpoint: string;
	readonly redisUrl: string;
	readonly redisToken: string;
	readonly vectorizeScript: string;
}

declare module "vitest" {
	interface ProvidedContext {
		fuzz: { readonly requests: number; readonly seed: number };
		/** One for each workerd that runs at the same time: files side by side must not read each other's rows and lists. */
		workersServices: readonly WorkersServices[];
	}
}

// This file is loaded under the Workers' resolve conditions, which would load a browser's build of some packages: hence other processes.
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// The Worker's assets folder has to exist, built or not.
	await mkdir(join(ROOT, "web/dist"), { recursive: true });
	// What the command line asks for, as the runner keeps it for itself; without it, as many as can run at the same time are started.
	const { filenamePattern } = project.vitest as unknown as { filenamePattern?: string[] };
	const { testFiles } = await project.globTestFiles(filenamePattern);
	const count = Math.max(1, Math.min(project.config.maxWorkers, testFiles.length));
	const started = Array.from({ length: count }, start);
	project.provide("workersServices", await Promise.all(started.map(({ services }) => services)));
	const isWhole = filenamePattern === undefined || filenamePattern.length === 0;
	return async () => {
		const answers = isWhole ? await Promise.all(started.map(async ({ services }) => answersIn(await services))) : null;
		await Promise.all(started.map(({ stop }) => stop()));
		const missing = answers === null ? [] : unanswered(new Set(answers.flat()));
		if (missing.length > 0) throw new Error(`No test was answered what the contract promises:\n${missing.join("\n")}`);
	};
}

/** What the tests of a place were answered, as `answers.ts` left it. */
async function answersIn({ redisUrl, redisToken }: WorkersServices): Promise<string[]> {
	const body = JSON.stringify(["SMEMBERS", ANSWERS_KEY]);
	const answer = await fetch(redisUrl, { method: "POST", headers: { authorization: `Bearer ${redisToken}` }, body });
	return ((await answer.json()) as { result: string[] }).result;
}

/** A process with services of its own. */
function start(): { services: Promise<WorkersServices>; stop: () => Promise<unknown> } {
	const child = spawn(process.execPath, ["--no-warnings", join(ROOT, "test/support/workers-services.ts")], {
		cwd: ROOT,
		stdio: ["pipe", "pipe", "inherit"],
	});
	const exited = once(child, "exit");
	const services = Promise.race([
		once(createInterface({ input: child.stdout }), "line").then(([text]) => JSON.parse(String(text)) as WorkersServices),
		exited.then(([code]) => Promise.reject(new Error(`The services of the workers tests ended with code ${code}.`))),
	]);
	const stop = () => {
		child.stdin.end();
		return exited;
	};
	return { services, stop };
}
