import { type Databases, openDatabases } from "../../db/client.ts";
import type { ShardMap } from "../../db/shards.ts";
import { type Authority, openAuthority } from "./authority.ts";
import { type Bindings, bindingsOf } from "./bindings.ts";
import { type Config, configOf } from "./config.ts";
import type { Env } from "./env.ts";
import type { EventMap, EventName } from "./event-map.ts";
import { IsolateState } from "./isolate-state.ts";
import { createLog, type Log } from "./log.ts";
import { type Mailer, openMail } from "./mail.ts";
import { metricsIn } from "./metrics.ts";
import { openPush, type Pusher } from "./push.ts";
import { openRedis, type RedisStore } from "./redis.ts";
import { snowflakes } from "./snowflake.ts";
import type { InSpan } from "./spans.ts";

/** All that a feature may lean on, built once per isolate and handed down; tests hand down their own. */
export interface Services extends Bindings {
	readonly config: Config;
	readonly db: Databases;
	readonly redis: RedisStore;
	/** What this isolate remembers: caches, permits, breakers of the features (`perIsolate`). */
	readonly isolate: IsolateState;
	readonly mail: Mailer;
	readonly authority: Authority;
	readonly push: Pusher;
	/** What follows from what; see `emit`. */
	readonly events: Events;
	readonly clock: () => number;
	readonly newId: () => string;
	readonly log: Log;
	/** A span of our own around a piece of work. */
	readonly span: InSpan;
}

/** What one feature does about an event. Idempotent: it is done again where it failed. */
export interface Step<What> {
	readonly name: string;
	/** @returns false when something is left to do */
	readonly run: (services: Services, what: What) => Promise<unknown>;
}

export interface Consequences<What> {
	/** Before the act is acknowledged: round after round, the steps of a round side by side. Who brought it about is told what failed. */
	readonly before: readonly (readonly Step<What>[])[];
	/** After it, in the background: what fails is logged and lost. */
	readonly after: readonly Step<What>[];
}

export type Events = { readonly [Name in EventName]: Consequences<EventMap[Name]> };

const built = new WeakMap<object, Services>();

export function openServices(env: Env, events: Events, span: InSpan): Services {
	const known = built.get(env);
	if (known !== undefined) return known;
	const config = configOf(env);
	const shards: ShardMap = { ...(JSON.parse(config.DATABASE_SHARDS ?? "{}") as Record<string, string>), default: config.DATABASE_URL };
	const log = createLog(metricsIn(env.METRICS));
	const services: Services = {
		...bindingsOf(env),
		config,
		db: openDatabases(shards, config.DATABASE_FETCH_ENDPOINT),
		redis: openRedis(config.REDIS_URL, config.REDIS_TOKEN, { log, patienceFactor: config.PATIENCE_FACTOR }),
		mail: openMail(config),
		authority: openAuthority(config),
		isolate: new IsolateState(),
		push: openPush(config),
		events,
		clock: Date.now,
		newId: snowflakes(),
		log,
		span,
	};
	built.set(env, services);
	return services;
}
