// A process of its own that holds what the workers tests lean on, and prints the addresses as one line of JSON. Ends when its stdin does.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { openBackends } from "../../local/neon/backend.ts";
import { startNeon } from "../../local/neon/server.ts";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { migrate } from "../../local/supervisor/migrate.ts";
import { bundleVectorize } from "../../local/supervisor/vectorize-bundle.ts";

const redisToken = "workers-tests";
const backends = await openBackends({ databaseUrl: process.env.DATABASE_URL });
const redis = new Worker(new URL("./redis-thread.ts", import.meta.url), { env: { ...process.env, REDIS_TOKEN: redisToken } });
const [neon, vectors, [redisUrl], vectorizeScript] = await Promise.all([
	startNeon({ backend: backends.main }),
	startNeon({ backend: backends.vectors }),
	once(redis, "message") as Promise<[string]>,
	bundleVectorize(ROOT),
]);
const databaseEndpoint = `${neon.url}/sql`;
await migrate(ROOT, databaseEndpoint);
console.log(JSON.stringify({ databaseEndpoint, vectorEndpoint: `${vectors.url}/sql`, redisUrl, redisToken, vectorizeScript }));

process.stdin.on("end", () => process.exit(0)).resume();
process.on("SIGTERM", () => process.exit(0));
