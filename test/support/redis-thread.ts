// Redis on a thread of its own: the embedded database holds up its thread for as long as a statement takes.
import { parentPort } from "node:worker_threads";
import { startRedis } from "../../local/redis/server.ts";

const { url } = await startRedis({ token: process.env.REDIS_TOKEN ?? "", redisUrl: process.env.REDIS_URL });
parentPort?.postMessage(url);
