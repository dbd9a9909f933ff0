import { join } from "node:path";
import { openBackends } from "../neon/backend.ts";
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
	/** Ends it without warning; it is started again. Only for a database process. */
	readonly kill: () => void;
	readonly stop: () => Promise<void>;
}

/** The database as a child process: its work is kept off this one. */
export async function startDatabaseProcess(options: {
	root: string;
	/** Folder of its log. */
	logDir: string;
	/** Where what is embedded is kept; without, in memory. */
	folder?: string;
	databaseUrl?: string | undefined;
	watch: Pick<ChildOptions, "onLine" | "onDeath">;
}): Promise<DatabaseService> {
	const [port, vectorPort] = await Promise.all([anyFreePort(), anyFreePort()]);
	const child = startChild({
		name: "database",
		command: process.execPath,
		args: ["--no-warnings", join(options.root, "local/database.ts")],
		cwd: options.root,
		env: {
			...process.env,
			PORT: String(port),
			VECTOR_PORT: String(vectorPort),
			FOLDER: options.folder ?? "",
			DATABASE_URL: options.databaseUrl ?? "",
		},
		logPath: join(options.logDir, "database.log"),
		...options.watch,
	});
	try {
		await untilReady(`http://127.0.0.1:${port}/health`, { timeout: 60_000 });
	} catch (error) {
		await child.stop();
		throw new Error(`The database did not start. Its log is ${join(options.logDir, "database.log")}.`, { cause: error });
	}
	const gate = () => {
		throw new Error("Only a database in this process can be made to fail.");
	};
	const at = (number: number) => `http://127.0.0.1:${number}/sql`;
	return {
		endpoint: at(port),
		vectorEndpoint: at(vectorPort),
		gate,
		vectorGate: gate,
		kill: () => child.kill("SIGKILL"),
		stop: child.stop,
	};
}

/** The database in this process, with switches to make it fail: for tests. */
export async function startDatabaseHere(options: { folder?: string; databaseUrl?: string | undefined } = {}): Promise<DatabaseService> {
	const backends = await openBackends(options);
	const [main, vectors] = await Promise.all([startNeon({ backend: backends.main }), startNeon({ backend: backends.vectors })]);
	return {
		endpoint: `${main.url}/sql`,
		vectorEndpoint: `${vectors.url}/sql`,
		gate: main.gate,
		vectorGate: vectors.gate,
		kill() {
			throw new Error("A database in this process can't be killed alone.");
		},
		async stop() {
			await Promise.all([main.close(), vectors.close()]);
			await backends.close();
		},
	};
}
