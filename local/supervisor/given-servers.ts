import { Redis } from "ioredis";
import pg from "pg";

/** A server that answers later than this counts as not there, milliseconds. */
const PATIENCE = 5_000;

export interface GivenServers {
	readonly databaseUrl?: string | undefined;
	readonly redisUrl?: string | undefined;
}

/**
 * Asks the servers the person named, once, so that a wrong address is told at once and not by whatever fails later. Throws a sentence
 * that names the variable; the address, which may hold a password, is not in it.
 */
export async function checkGivenServers({ databaseUrl, redisUrl }: GivenServers): Promise<void> {
	await Promise.all([
		databaseUrl ? named("DATABASE_URL", () => askPostgres(databaseUrl)) : null,
		redisUrl ? named("REDIS_URL", () => askRedis(redisUrl)) : null,
	]);
}

async function named(variable: string, ask: () => Promise<void>): Promise<void> {
	try {
		await ask();
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		// Of the network's faults the code says all; Postgres' own have a number there and words beside it.
		const why = code?.startsWith("E") ? code : message.replace(/\.$/, "");
		throw new Error(`The server of ${variable} can't be used (${why}). Is it up, and is the address right?`);
	}
}

async function askPostgres(connectionString: string): Promise<void> {
	const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE });
	client.on("error", () => undefined);
	try {
		await client.connect();
		await client.query("SELECT 1");
	} finally {
		await client.end().catch(() => undefined);
	}
}

async function askRedis(url: string): Promise<void> {
	const redis = new Redis(url, { lazyConnect: true, connectTimeout: PATIENCE, maxRetriesPerRequest: 0, retryStrategy: () => null });
	// What `connect` rejects with says only that it ended; the reason comes as an event.
	let reason: Error | undefined;
	redis.on("error", (error) => {
		reason = error;
	});
	try {
		await redis.connect();
		await redis.ping();
	} catch (error) {
		throw reason ?? error;
	} finally {
		redis.disconnect();
	}
}
