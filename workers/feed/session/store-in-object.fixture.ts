import { runInDurableObject } from "cloudflare:test";
import { services } from "../../gateway/testing/api.ts";
import { SessionStore } from "./store.ts";
import { sessionOf } from "./stub.ts";

/** Writes are put off until `write` is called, as an object puts them off by a moment. */
export interface PutOff {
	readonly store: SessionStore;
	readonly sql: SqlStorage;
	readonly write: () => void;
	/** The store that an object finds that was lost just now. */
	readonly afterCrash: () => SessionStore;
}

/** Runs with a store in a session object of its own. */
export function withStore<T>(run: (store: SessionStore, sql: SqlStorage) => T | Promise<T>): Promise<T> {
	const stub = sessionOf(services, `guest:store-${crypto.randomUUID()}`);
	return runInDurableObject(stub, (_, { storage }) => run(new SessionStore(storage.sql), storage.sql));
}

/** The same with a store that puts writes off. */
export function withPutOff<T>(run: (under: PutOff) => T | Promise<T>): Promise<T> {
	return withStore((_, sql) => {
		const due: (() => void)[] = [];
		const store = new SessionStore(sql, (write) => void due.push(write));
		const write = () => {
			for (const one of due.splice(0)) one();
		};
		return run({ store, sql, write, afterCrash: () => new SessionStore(sql) });
	});
}
