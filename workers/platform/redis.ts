import { Redis } from "@upstash/redis";

/** Redis by Upstash's REST API. It is a cache: callers of `soft` go on without it when it is down. */
export interface RedisStore {
	readonly client: Redis;
	/** Runs a command; null when Redis is down or slow. After a failure it is not asked again for a moment. */
	soft<T>(command: (redis: Redis) => Promise<T>): Promise<T | null>;
}

/** A cache that takes longer than this is slower than the database behind it, milliseconds. */
const PATIENCE_MS = 300;
/** After this many failures in a row Redis is left alone … */
const FAILURES_TO_OPEN = 3;
/** … for this long, milliseconds. */
const REST_MS = 2_000;

export function openRedis(url: string, token: string): RedisStore {
	// Values are JSON text: base64 around it would only cost time at both ends.
	const client = new Redis({ url, token, retry: false, enableTelemetry: false, responseEncoding: false });
	let failures = 0;
	let restUntil = 0;
	return {
		client,
		async soft(command) {
			if (Date.now() < restUntil) return null;
			let timer: ReturnType<typeof setTimeout> | undefined;
			const late = new Promise<never>((_, reject) => {
				timer = setTimeout(() => reject(new Error(`redis took more than ${PATIENCE_MS} ms`)), PATIENCE_MS);
			});
			try {
				const value = await Promise.race([command(client), late]);
				failures = 0;
				return value;
			} catch (error) {
				failures += 1;
				if (failures >= FAILURES_TO_OPEN) restUntil = Date.now() + REST_MS;
				console.warn(JSON.stringify({ level: "warn", event: "redis_unavailable", error: String(error), failures, timestamp: Date.now() }));
				return null;
			} finally {
				clearTimeout(timer);
			}
		},
	};
}
