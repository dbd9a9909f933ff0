// A process of its own that holds what the workers tests lean on, and prints the addresses as one line of JSON. Ends when its stdin does.
import { openBackends } from "../../local/neon/backend.ts";
import { startNeon } from "../../local/neon/server.ts";
import { startRedis } from "../../local/redis/server.ts";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { migrate } from "../../local/supervisor/migrate.ts";
import { bundleVectorize } from "../../local/supervisor/vectorize-bundle.ts";

const redisToken = "workers-tests";
const backends = await openBackends({ databaseUrl: process.env.DATABASE_URL });
const [neon, vectors, redis, vectorizeScript] = await Promise.all([
	startNeon({ backend: backends.main }),
	startNeon({ backend: backends.vectors }),
	startRedis({ token: redisToken, redisUrl: process.env.REDIS_URL }),
	bundleVectorize(ROOT),
]);
const databaseEndpoint = `${neon.url}/sql`;
await migrate(ROOT, databaseEndpoint);
console.log(JSON.stringify({ databaseEndpoint, vectorEndpoint: `${vectors.url}/sql`, redisUrl: redis.url, redisToken, vectorizeScript }));

process.stdin.on("end", () => process.exit(0)).resume();
process.on("SIGTERM", () => process.exit(0));
