import type { Databases } from "../../db/client.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { openRedis } from "../platform/redis.ts";
import type { Services } from "../platform/services.ts";

/** What can be taken away while a test runs. */
export interface Faults {
	database: boolean;
	/** True: refuses. "slow": answers after a second. "empty": knows no vector. */
	vectors: boolean | "slow" | "empty";
}

/** Any chain of calls on it ends in a rejected promise, as a query to a database that is down. */
const refusing: unknown = new Proxy(() => undefined, {
	get: (_, key) =>
		key === "then" ? (_resolve: unknown, reject: (error: Error) => void) => reject(new Error("the database is down")) : refusing,
	apply: () => refusing,
});

function faultyDatabases(db: Databases, faults: Faults): Databases {
	return new Proxy(db, {
		get(target, name: keyof Databases) {
			if (!faults.database) return target[name];
			if (name === "everyVideoShard" || name === "everyUserShard") return () => [refusing];
			if (name === "byVideo" || name === "byUser") return (ids: string[]) => new Map([[refusing, ids]]);
			return () => refusing;
		},
	});
}

/** How much longer Redis is waited for than in the cloud. */
const PATIENCE = 30;

/** An isolate of its own (nothing in memory) whose database and vector index go down at will, and whose Redis never answers if so wished. */
export function faultyServices(services: Services, redis: "up" | "down" = "up"): { services: Services; faults: Faults } {
	const faults: Faults = { database: false, vectors: false };
	const index = services.vectors;
	const VECTORS = new Proxy(index, {
		// The index is an RPC stub: its methods can be called, not taken off it.
		get:
			(_, name: "query" | "upsert" | "deleteByIds") =>
			(...given: unknown[]) => {
				const call = () => (index as unknown as Record<string, (...given: unknown[]) => unknown>)[name]?.(...given);
				if (faults.vectors === false) return call();
				if (faults.vectors === "slow") return new Promise((done) => setTimeout(() => done(call()), 1_000));
				if (faults.vectors === "empty" && name === "query") return Promise.resolve({ matches: [], count: 0 });
				return Promise.reject(new Error("the vector index is down"));
			},
	});
	const faulty: Services = {
		...services,
		isolate: new IsolateState(),
		vectors: VECTORS,
		db: faultyDatabases(services.db, faults),
		// A busy machine answers late; what is tried here is another part's fault.
		redis:
			redis === "up"
				? openRedis(services.config.REDIS_URL, services.config.REDIS_TOKEN, { patienceFactor: PATIENCE })
				: openRedis("http://127.0.0.1:9", "none"),
	};
	return { services: faulty, faults };
}
