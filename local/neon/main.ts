// The database as a process of its own, so that its work doesn't hold up the rest. PORT, DATA_DIR, DATABASE_URL.
import { mkdir } from "node:fs/promises";
import { openBackend } from "./backend.ts";
import { startNeon } from "./server.ts";

const { PORT, DATA_DIR, DATABASE_URL } = process.env;
if (DATA_DIR) await mkdir(DATA_DIR, { recursive: true });
const backend = await openBackend({ databaseUrl: DATABASE_URL, ...(DATA_DIR ? { dataDir: DATA_DIR } : {}) });
const server = await startNeon({ backend, port: Number(PORT ?? 0) });
console.log(`database at ${server.url}/sql`);

let isStopping = false;
async function stop(): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	await server.close();
	process.exit(0);
}
process.on("SIGTERM", stop).on("SIGINT", stop);
// The parent is gone.
process.stdin.on("end", stop).resume();
