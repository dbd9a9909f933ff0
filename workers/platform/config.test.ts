import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { configOf, REQUIRED_VARIABLES } from "./config.ts";

const FILE = "wrangler.toml";
type Bound = readonly { readonly binding?: string; readonly name?: string }[];
/** What is compared of wrangler's own reading, whose types need packages that are not here. */
interface WranglerConfig {
	readonly r2_buckets: Bound;
	readonly kv_namespaces: Bound;
	readonly vectorize: Bound;
	readonly services?: Bound;
	readonly ratelimits?: Bound;
	readonly analytics_engine_datasets?: Bound;
	readonly durable_objects: { readonly bindings: Bound };
	readonly queues: {
		readonly producers: Bound;
		readonly consumers: readonly { readonly queue: string; readonly dead_letter_queue?: string }[];
	};
	readonly containers?: readonly { readonly class_name: string }[];
	readonly assets?: { readonly binding: string };
	readonly observability?: { readonly enabled: boolean };
	readonly vars: Readonly<Record<string, unknown>>;
	readonly triggers: unknown;
	readonly migrations: unknown;
	readonly compatibility_date: string;
	readonly compatibility_flags: readonly string[];
}
const read = (env?: string) => readConfig({ config: FILE, ...(env === undefined ? {} : { env }) }) as unknown as WranglerConfig;
const [local, production] = [read(), read("production")];

/** Every binding's name; a service that stands in for Vectorize counts as the index it stands for. */
const bindingsOf = (config: WranglerConfig): (string | undefined)[] =>
	[
		...[
			config.r2_buckets,
			config.kv_namespaces,
			config.vectorize,
			config.services ?? [],
			config.ratelimits ?? [],
			config.analytics_engine_datasets ?? [],
		],
		...[config.queues.producers, config.durable_objects.bindings, config.assets ? [config.assets] : []],
	]
		.flatMap((bound: Bound) => bound.map(({ binding, name }) => binding ?? name))
		.sort();
const queues = ({ queues: { consumers } }: WranglerConfig) =>
	consumers.map(({ queue, dead_letter_queue }) => ({ queue, dead_letter_queue }));

const complete = {
	ENVIRONMENT: "production",
	DATABASE_URL: "postgres://db.example/reelay",
	REDIS_URL: "https://redis.example",
	REDIS_TOKEN: "token",
	MEDIA_S3_ENDPOINT: "https://account.r2.example",
	INGEST_S3_BUCKET: "reelay-ingest",
	INGEST_S3_ACCESS_KEY_ID: "ingest-key",
	INGEST_S3_SECRET_ACCESS_KEY: "ingest-secret",
	MEDIA_S3_BUCKET: "reelay-media",
	MEDIA_S3_ACCESS_KEY_ID: "key",
	MEDIA_S3_SECRET_ACCESS_KEY: "secret",
	...Object.fromEntries(["TRANSCODER_KEY", "AUTH_SECRET", "GRANT_SECRET"].map((name) => [name, `${name}-0123456789`])),
};

describe("wrangler.toml in production", () => {
	it("has every binding local development has, and the container", () => {
		expect(bindingsOf(production)).toEqual([...bindingsOf(local), "TRANSCODER"].sort());
		expect(production.containers?.map(({ class_name }) => class_name)).toEqual(["TranscoderContainer"]);
	});

	it("has the same consumers and dead letters, crons, object classes, assets and compatibility", () => {
		expect(queues(production)).toEqual(queues(local));
		expect(production.triggers).toEqual(local.triggers);
		expect(production.migrations).toEqual(local.migrations);
		expect(production.assets).toEqual(local.assets);
		expect([production.compatibility_date, production.compatibility_flags]).toEqual([local.compatibility_date, local.compatibility_flags]);
		expect(production.observability?.enabled).toBe(true);
	});

	it("gives every queue that work is put on dead letters, and every dead letter a reader that is in the code", async () => {
		const { consumers } = production.queues;
		const read = consumers.map(({ queue }) => queue);
		for (const { queue, dead_letter_queue } of consumers) {
			if (!queue.endsWith("-dead")) expect(dead_letter_queue).toBe(`${queue}-dead`);
			else expect(read).toContain(queue.replace(/-dead$/, ""));
		}
		const code = await readFile("workers/queues.ts", "utf8");
		expect([...code.matchAll(/"(reelay-[a-z-]+)":/g)].map(([, queue]) => queue).sort()).toEqual([...read].sort());
		const readme = await readFile("README.md", "utf8");
		const created = /for q in ([a-z- ]+); do npx wrangler queues create/.exec(readme)?.[1]?.split(" ") ?? [];
		expect(created.map((name) => `reelay-${name}`).sort()).toEqual([...read].sort());
	});

	it("sets or names every variable the Worker does not start without", async () => {
		const text = await readFile(FILE, "utf8");
		const [, comment = ""] = /Secrets \(`wrangler secret put([\s\S]*?)\[env\.production\]/.exec(text) ?? [];
		const missing = REQUIRED_VARIABLES.filter((name) => !(name in production.vars) && !new RegExp(`\\b${name}\\b`).test(comment));
		expect(missing).toEqual([]);
		expect(REQUIRED_VARIABLES).toEqual(Object.keys(complete).sort((a, b) => REQUIRED_VARIABLES.indexOf(a) - REQUIRED_VARIABLES.indexOf(b)));
	});
});

describe("the configuration", () => {
	it("is parsed once and frozen; in production uploads go to the S3 endpoint itself", () => {
		const config = configOf(complete);
		expect(configOf(complete)).toBe(config);
		expect(Object.isFrozen(config)).toBe(true);
		expect([config.MEDIA_S3_PUBLIC, config.DAILY_LIMIT_FACTOR]).toEqual(["https://account.r2.example", 1]);
		expect(configOf({ ...complete, ENVIRONMENT: "local" }).MEDIA_S3_PUBLIC).toBeUndefined();
	});

	it("names every variable at fault", () => {
		expect(() => configOf({ ...complete, AUTH_SECRET: "short", REDIS_URL: "nowhere" })).toThrow(/REDIS_URL: .*AUTH_SECRET: a secret has/);
	});
});
