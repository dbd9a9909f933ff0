// The database as a process of its own, so that its work doesn't hold up the rest. PORT, VECTOR_PORT, FOLDER, DATABASE_URL.
import { mkdir } from "node:fs/promises";
import { openBackends } from "./neon/backend.ts";
import { startNeon } from "./neon/server.ts";

const { PORT, VECTOR_PORT, FOLDER, DATABASE_URL } = process.env;
if (FOLDER) await mkdir(FOLDER, { recursive: true });
const backends = await openBackends({ databaseUrl: DATABASE_URL, ...(FOLDER ? { folder: FOLDER } : {}) });
const servers = await Promise.all([
	startNeon({ backend: backends.vectors, port: Number(VECTOR_PORT ?? 0) }),
	startNeon({ backend: backends.main, port: Number(PORT ?? 0) }),
]);
console.log(`database at ${servers[1].url}/sql, vectors at ${servers[0].url}/sql`);

let isStopping = false;
async function stop(): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	await Promise.all(servers.map((server) => server.close()));
	await backends.close();
	process.exit(0);
}
process.on("SIGTERM", stop).on("SIGINT", stop);
