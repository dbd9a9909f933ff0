import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../local/supervisor/installed.mjs";

/** What the workers tests lean on: a migrated database behind Neon's protocol, Redis behind Upstash's, and the vector index' code. */
interface WorkersServices {
	readonly databaseEndpoint: string;
	readonly vectorEndpoint: string;
	readonly redisUrl: string;
	readonly redisToken: string;
	readonly vectorizeScript: string;
}

declare module "vitest" {
	interface ProvidedContext extends WorkersServices {}
}

// This file is loaded under the Workers' resolve conditions, which would load a browser's build of some packages: hence another process.
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// The Worker's assets folder has to exist, built or not.
	await mkdir(join(ROOT, "web/dist"), { recursive: true });
	const child = spawn(process.execPath, ["--no-warnings", join(ROOT, "test/support/workers-services.ts")], {
		cwd: ROOT,
		stdio: ["pipe", "pipe", "inherit"],
	});
	const exited = once(child, "exit");
	const line = await Promise.race([
		once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text)),
		exited.then(([code]) => Promise.reject(new Error(`The services of the workers tests ended with code ${code}.`))),
	]);
	for (const [name, value] of Object.entries(JSON.parse(line) as WorkersServices)) {
		project.provide(name as keyof WorkersServices, value as string);
	}
	return async () => {
		child.stdin.end();
		await exited;
	};
}
