import { type Databases, openDatabases } from "../../db/client.ts";
import type { ShardMap } from "../../db/shards.ts";
import { type Bindings, bindingsOf } from "./bindings.ts";
import { type Config, configOf } from "./config.ts";
import type { Env } from "./env.ts";
import { createLog, type Log } from "./log.ts";
import { type Mailer, openMail } from "./mail.ts";
import { openRedis, type RedisStore } from "./redis.ts";
import { snowflakes } from "./snowflake.ts";

/** All that a feature may lean on, built once per isolate and handed down; tests hand down their own. */
export interface Services extends Bindings {
	readonly config: Config;
	readonly db: Databases;
	readonly redis: RedisStore;
	readonly mail: Mailer;
	readonly clock: () => number;
	readonly newId: () => string;
	readonly log: Log;
}

const built = new WeakMap<object, Services>();

export function servicesOf(env: Env): Services {
	const known = built.get(env);
	if (known !== undefined) return known;
	const config = configOf(env);
	const shards: ShardMap = { ...(JSON.parse(config.DATABASE_SHARDS ?? "{}") as Record<string, string>), default: config.DATABASE_URL };
	const log = createLog();
	const services: Services = {
		...bindingsOf(env),
		config,
		db: openDatabases(shards, config.DATABASE_FETCH_ENDPOINT),
		redis: openRedis(config.REDIS_URL, config.REDIS_TOKEN, { log, patienceFactor: config.PATIENCE_FACTOR }),
		mail: openMail(config),
		clock: Date.now,
		newId: snowflakes(),
		log,
	};
	built.set(env, services);
	return services;
}
