import { Redis } from "@upstash/redis";
import { breaker, CircuitOpenError } from "./breaker.ts";
import { createLog, type Log } from "./log.ts";

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

interface RedisOptions {
	readonly log?: Log;
	/** `PATIENCE_FACTOR` of the configuration. */
	readonly patienceFactor?: number;
}

export function openRedis(url: string, token: string, { log = createLog(), patienceFactor = 1 }: RedisOptions = {}): RedisStore {
	// Values are JSON text: base64 around it would only cost time at both ends.
	const client = new Redis({ url, token, retry: false, enableTelemetry: false, responseEncoding: false });
	const circuit = breaker("redis", { patienceMs: PATIENCE_MS * patienceFactor, failures: FAILURES_TO_OPEN, restMs: REST_MS }, Date.now);
	return {
		client,
		async soft(command) {
			try {
				return await circuit.run(() => command(client));
			} catch (error) {
				if (!(error instanceof CircuitOpenError)) log.warn("redis_unavailable", { error: String(error) });
				return null;
			}
		},
	};
}
