import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import RedisMock from "ioredis-mock";

/** What Redis answers, as RESP2 would carry it. */
export type Reply = string | number | null | Reply[];
export type Command = readonly [name: string, ...args: string[]];

/** An error Redis itself answered, e.g. `WRONGTYPE …`. */
export class ReplyError extends Error {
	override readonly name = "ReplyError";
}

export interface RedisBackend {
	/** Throws ReplyError for what Redis refuses. */
	run(command: Command): Promise<Reply>;
	/** All commands as one MULTI … EXEC; an error of one stands at its place. Throws ReplyError if the whole was discarded. */
	multi(commands: readonly Command[]): Promise<(Reply | ReplyError)[]>;
	close(): Promise<void>;
}

/** ioredis turns some replies into objects; Upstash answers flat lists. */
function flatten(value: unknown): Reply {
	if (value === null || value === undefined) return null;
	if (typeof value === "string" || typeof value === "number") return value;
	if (typeof value === "boolean") return value ? 1 : 0;
	if (typeof value === "bigint") return String(value);
	if (Buffer.isBuffer(value)) return value.toString();
	if (Array.isArray(value)) return value.map(flatten);
	return Object.entries(value).flatMap(([key, entry]) => [key, flatten(entry)]);
}

const toReplyError = (error: unknown) => (error instanceof ReplyError ? error : new ReplyError((error as Error).message));

/** A real Redis. Commands fail at once while it can't be reached. */
export async function realRedis(url: string): Promise<RedisBackend> {
	const client = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
	client.on("error", (error) => console.error(`redis: ${error.message}`));
	await client.connect();
	const rethrow = (error: unknown): never => {
		// A connection's fault isn't Redis' answer.
		throw error instanceof Error && error.name === "ReplyError" ? new ReplyError(error.message) : error;
	};
	return {
		run: async ([name, ...args]) => flatten(await client.call(name, ...args).catch(rethrow)),
		async multi(commands) {
			const transaction = client.multi();
			for (const [name, ...args] of commands) transaction.call(name, ...args);
			const results = (await transaction.exec().catch(rethrow)) ?? [];
			return results.map(([error, value]) => (error ? toReplyError(error) : flatten(value)));
		},
		close: async () => void (await client.quit()),
	};
}

type MockMethod = (...args: string[]) => Promise<unknown>;

/** Words that are options, by command and the argument they may first stand at; the mock knows them in capitals only. */
const OPTIONS: Readonly<Record<string, { from: number; words: RegExp }>> = {
	set: { from: 2, words: /^(nx|xx|ex|px|exat|pxat|keepttl|get)$/i },
	getex: { from: 1, words: /^(ex|px|exat|pxat|persist)$/i },
	zadd: { from: 1, words: /^(nx|xx|gt|lt|ch|incr)$/i },
	zrange: { from: 3, words: /^(byscore|bylex|rev|limit|withscores)$/i },
	zrangebyscore: { from: 3, words: /^(limit|withscores)$/i },
	zrevrange: { from: 3, words: /^withscores$/i },
	zrevrangebyscore: { from: 3, words: /^(limit|withscores)$/i },
	expire: { from: 2, words: /^(nx|xx|gt|lt)$/i },
	pexpire: { from: 2, words: /^(nx|xx|gt|lt)$/i },
	scan: { from: 1, words: /^(match|count|type)$/i },
};

function capitalise(name: string, args: readonly string[]): string[] {
	const options = OPTIONS[name];
	if (!options) return [...args];
	// In ZADD the members follow the first score, and a member may be called "nx".
	const firstScore = name === "zadd" ? args.findIndex((arg, index) => index >= 1 && Number.isFinite(Number(arg))) : args.length;
	return args.map((arg, index) => (index >= options.from && index < firstScore && options.words.test(arg) ? arg.toUpperCase() : arg));
}

let instances = 0;

/** Redis in this process (ioredis-mock); each has its own keys, gone with the process. */
export function embeddedRedis(): RedisBackend {
	instances += 1;
	const client = new RedisMock({ host: `embedded-${process.pid}-${instances}` });
	const scripts = new Map<string, string>();

	const runScriptCommand = (args: readonly string[]): Reply => {
		const [action = "", ...rest] = args;
		if (/^load$/i.test(action)) {
			const source = rest[0] ?? "";
			const sha = createHash("sha1").update(source).digest("hex");
			scripts.set(sha, source);
			return sha;
		}
		if (/^exists$/i.test(action)) return rest.map((sha) => (scripts.has(sha.toLowerCase()) ? 1 : 0));
		throw new ReplyError(`ERR unknown subcommand '${action}'`);
	};
	const run: RedisBackend["run"] = async ([rawName, ...args]) => {
		const name = rawName.toLowerCase();
		if (name === "script") return runScriptCommand(args);
		if (name === "evalsha") {
			const source = scripts.get((args[0] ?? "").toLowerCase());
			if (source === undefined) throw new ReplyError("NOSCRIPT No matching script. Please use EVAL.");
			return run(["eval", source, ...args.slice(1)]);
		}
		const method = (client as unknown as Record<string, MockMethod | undefined>)[name];
		if (typeof method !== "function" || !/^[a-z]+$/.test(name)) throw new ReplyError(`ERR unknown command '${rawName}'`);
		try {
			return flatten(await method.apply(client, capitalise(name, args)));
		} catch (error) {
			throw toReplyError(error);
		}
	};
	// One turn at a time: the commands of a transaction see no others between them.
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const turn = last.then(work);
		last = turn.catch(() => undefined);
		return turn;
	};
	return {
		run: (command) => inTurn(() => run(command)),
		multi: (commands) =>
			inTurn(async () => {
				const replies: (Reply | ReplyError)[] = [];
				for (const command of commands) replies.push(await run(command).catch(toReplyError));
				return replies;
			}),
		close: async () => void (await client.quit()),
	};
}
