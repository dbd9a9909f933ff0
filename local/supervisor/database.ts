import { join } from "node:path";
import { openBackend } from "../neon/backend.ts";
import { startNeon } from "../neon/server.ts";
import type { GateMode } from "../serve.ts";
import { type ChildOptions, startChild } from "./child.ts";
import { anyFreePort } from "./ports.ts";
import { untilReady } from "./ready.ts";

export interface DatabaseService {
	/** What the Neon driver is pointed at. */
	readonly endpoint: string;
	/** The same database by an address of its own, for the vector index. */
	readonly vectorEndpoint: string;
	/** Fault injection; only for a database in this process. */
	readonly gate: (mode: GateMode) => void;
	readonly vectorGate: (mode: GateMode) => void;
	readonly stop: () => Promise<void>;
}

/** The database as a child process: its work is kept off this one. */
export async function startDatabaseProcess(options: {
	root: string;
	stateDir: string;
	databaseUrl?: string | undefined;
	watch: Pick<ChildOptions, "onLine" | "onDeath">;
}): Promise<DatabaseService> {
	const port = await anyFreePort();
	const child = startChild({
		name: "database",
		command: process.execPath,
		args: ["--no-warnings", join(options.root, "local/neon/main.ts")],
		cwd: options.root,
		env: {
			...process.env,
			PORT: String(port),
			DATA_DIR: options.databaseUrl ? "" : join(options.stateDir, "database"),
			DATABASE_URL: options.databaseUrl ?? "",
		},
		logPath: join(options.stateDir, "logs/database.log"),
		...options.watch,
	});
	try {
		await untilReady(`http://127.0.0.1:${port}/health`, { timeout: 60_000 });
	} catch (error) {
		await child.stop();
		throw new Error(`The database did not start. Its log is ${join(options.stateDir, "logs/database.log")}.`, { cause: error });
	}
	const endpoint = `http://127.0.0.1:${port}/sql`;
	const gate = () => {
		throw new Error("Only a database in this process can be made to fail.");
	};
	return { endpoint, vectorEndpoint: endpoint, gate, vectorGate: gate, stop: child.stop };
}

/** The database in this process, with switches to make it fail: for tests. */
export async function startDatabaseHere(options: { dataDir?: string; databaseUrl?: string | undefined } = {}): Promise<DatabaseService> {
	const backend = await openBackend(options);
	const main = await startNeon({ backend });
	const forVectors = await startNeon({ backend: { run: backend.run, close: async () => undefined } });
	return {
		endpoint: `${main.url}/sql`,
		vectorEndpoint: `${forVectors.url}/sql`,
		gate: main.gate,
		vectorGate: forVectors.gate,
		async stop() {
			await forVectors.close();
			await main.close();
		},
	};
}
