import { describe, expect, it, vi } from "vitest";
import { ISOLATE_MAX_BYTES, ISOLATE_MAX_ENTRIES, ISOLATE_TTL_MS } from "./cache.ts";
import type { Changes } from "./changes.ts";
import { IsolateState } from "./isolate-state.ts";
import { type ReadThroughRule, readThrough } from "./read-through.ts";
import type { Services } from "./services.ts";

interface Thing {
	readonly name: string;
}
const TTL_MS = ISOLATE_TTL_MS;

/** Redis, shared by isolates: set (also where nothing is), mget and del, of which any can wait for something or fail. */
function sharedStore() {
	const held = new Map<string, unknown>();
	const state = { isUp: true, beforeFill: async (): Promise<void> => undefined };
	const set = (key: string, value: unknown, { nx = false }: { nx?: boolean }) => {
		if (!nx || !held.has(key)) held.set(key, value);
	};
	const redis = {
		mget: async (...keys: string[]) => keys.map((key) => held.get(key) ?? null),
		del: async (...keys: string[]) => keys.map((key) => held.delete(key)).length,
		set: async (key: string, value: unknown, options: object) => set(key, value, options),
		pipeline() {
			const writes: Parameters<typeof set>[] = [];
			return {
				set: (...write: Parameters<typeof set>) => writes.push(write),
				async exec() {
					if (writes.some(([, , { nx }]) => nx === true)) await state.beforeFill();
					for (const write of writes) set(...write);
					return [];
				},
			};
		},
	};
	const soft = async (command: (client: typeof redis) => Promise<unknown>) => (state.isUp ? command(redis) : null);
	return { held, state, soft };
}

/** The truth, a change log, and as many isolates as a test wants; an isolate hears of a change when `hear` is called. */
function world(rule: Partial<ReadThroughRule<Thing>> = {}) {
	const truth = new Map<string, Thing>();
	const store = sharedStore();
	const noted: string[] = [];
	const isolates = () => {
		const state = { now: 1_000_000, heard: 0, isDown: false };
		const marks = new Map<string, number>();
		const log: Changes = { sure: true, mark: () => state.heard, changedAt: (id) => marks.get(id) ?? 0 };
		const warn = vi.fn();
		const services = {
			isolate: new IsolateState(),
			clock: () => state.now,
			log: { warn, error: warn },
			redis: { soft: store.soft },
		} as unknown as Services;
		const load = vi.fn(async (ids: readonly string[]) => {
			if (state.isDown) throw new Error("the database is down");
			return new Map(ids.flatMap((id): [string, Thing][] => [...(truth.has(id) ? [[id, truth.get(id) as Thing] as [string, Thing]] : [])]));
		});
		const hear = () => {
			for (const id of noted.slice(state.heard)) marks.set(id, ++state.heard);
		};
		const things = readThrough<Thing>({
			name: "things",
			isolate: { max: 100, ttlMs: TTL_MS },
			shared: { key: (id) => `thing:${id}`, ttlS: () => 300, encode: (thing) => thing, decode: (thing) => thing },
			changes: async () => log,
			...rule,
		});
		const note = async (id: string) => {
			noted.push(id);
			hear();
		};
		return {
			state,
			load,
			hear,
			things,
			services,
			warn,
			nameOf: async (id: string) => (await things.look(services, [id], load)).values.get(id)?.name,
			change: async (id: string, name: string) => {
				truth.set(id, { name });
				await things.invalidate(services, [id], () => note(id));
			},
		};
	};
	return { truth, store, isolates };
}

describe("a read", () => {
	it("asks the database once, then this isolate, and in another one Redis", async () => {
		const { truth, isolates } = world();
		truth.set("1", { name: "one" });
		const [here, there] = [isolates(), isolates()];
		expect([await here.nameOf("1"), await here.nameOf("1"), await there.nameOf("1"), await here.nameOf("2")]).toEqual([
			"one",
			"one",
			"one",
			undefined,
		]);
		expect([here.load.mock.calls.map(([ids]) => ids), there.load.mock.calls.length]).toEqual([[["1"], ["2"]], 0]);
	});

	it("of many asks for what is missing in one question", async () => {
		const { truth, isolates } = world();
		for (const id of ["1", "2", "3"]) truth.set(id, { name: id });
		const here = isolates();
		await here.nameOf("2");
		const found = await here.things.getMany(here.services, ["1", "2", "3", "1"], here.load);
		expect([[...found.keys()].sort(), here.load.mock.lastCall]).toEqual([["1", "2", "3"], [["1", "3"]]]);
	});

	it("goes to the database again when the copy's time is over", async () => {
		const { truth, isolates } = world({ shared: undefined });
		truth.set("1", { name: "old" });
		const here = isolates();
		await here.nameOf("1");
		truth.set("1", { name: "new" });
		here.state.now += TTL_MS - 1;
		expect(await here.nameOf("1")).toBe("old");
		here.state.now += 1;
		expect(await here.nameOf("1")).toBe("new");
	});

	it("keeps no more than its bounds in number and in bytes, and a copy for a minute at most (docs/product.md#caches)", async () => {
		expect([ISOLATE_MAX_ENTRIES, ISOLATE_TTL_MS]).toEqual([50_000, 60_000]);
		const ids = ["1", "2", "3", "4", "5"];
		const bounds = [
			{ max: 4, ttlMs: TTL_MS },
			{ bytesOf: () => ISOLATE_MAX_BYTES / 4, ttlMs: TTL_MS },
		];
		for (const isolate of bounds) {
			const { truth, isolates } = world({ shared: undefined, isolate });
			for (const id of ids) truth.set(id, { name: id });
			const here = isolates();
			for (const id of ids) await here.nameOf(id);
			here.load.mockClear();
			for (const id of ["5", "4", "3", "2"]) await here.nameOf(id);
			expect(here.load).not.toHaveBeenCalled();
			await here.nameOf("1");
			expect(here.load).toHaveBeenCalledTimes(1);
		}
	});

	it("of what came together ends at different moments, none after its time", async () => {
		const { truth, isolates } = world({ shared: undefined, isolate: { ttlMs: TTL_MS, spread: true } });
		const ids = Array.from({ length: 200 }, (_, n) => String(n));
		for (const id of ids) truth.set(id, { name: id });
		const here = isolates();
		const loadedAfter = async (ms: number) => {
			here.state.now = 1_000_000 + ms;
			await here.things.getMany(here.services, ids, here.load);
			return here.load.mock.lastCall?.[0].length ?? 0;
		};
		expect(await loadedAfter(0)).toBe(200);
		const some = await loadedAfter(TTL_MS * 0.875);
		expect(some).toBeGreaterThan(0);
		expect(some).toBeLessThan(200);
		expect(await loadedAfter(TTL_MS)).toBe(200 - some);
	});

	it("of a crowd that comes at once is one question, and its failure is everybody's", async () => {
		const { truth, isolates } = world({ patienceMs: 4_000 });
		truth.set("1", { name: "one" });
		const here = isolates();
		const crowd = () => Promise.all(Array.from({ length: 20 }, () => here.things.look(here.services, ["1"], here.load)));
		expect((await crowd()).map(({ values }) => values.get("1")?.name)).toEqual(Array(20).fill("one"));
		expect(here.load).toHaveBeenCalledTimes(1);
		here.state.isDown = true;
		const failed = await Promise.all(Array.from({ length: 20 }, () => here.things.look(here.services, ["9"], here.load)));
		expect(failed.every(({ error }) => error !== null)).toBe(true);
		expect(here.load).toHaveBeenCalledTimes(2);
	});

	it("waits no longer than its patience for another's that never ends", async () => {
		const { truth, isolates } = world({ patienceMs: 20 });
		truth.set("1", { name: "one" });
		const here = isolates();
		void here.things.look(here.services, ["1"], () => new Promise(() => undefined));
		expect(await here.nameOf("1")).toBe("one");
	});

	it("does not wait for one begun too long ago, and a later one is found until it ends itself", async () => {
		const { truth, isolates } = world({ patienceMs: 60_000, shared: undefined });
		truth.set("1", { name: "one" });
		const here = isolates();
		const begin = async () => {
			const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
			const found = here.things.look(here.services, ["1"], async (ids) => {
				begun.resolve();
				await gate.promise;
				return here.load(ids);
			});
			await begun.promise;
			return { found, gate };
		};
		const lost = await begin();
		here.state.now += 60_000;
		const later = await begin();
		lost.gate.reject(new Error("its request is gone"));
		await lost.found;
		const waiting = here.nameOf("1");
		// Were it not found, its reader would be here by now.
		await new Promise((resolve) => setImmediate(resolve));
		expect(here.load).not.toHaveBeenCalled();
		later.gate.resolve();
		expect([(await later.found).values.get("1")?.name, await waiting]).toEqual(["one", "one"]);
		expect(here.load).toHaveBeenCalledTimes(1);
	});

	it("asks Redis for many in several commands, and finds each", async () => {
		const { truth, isolates } = world();
		const ids = Array.from({ length: 250 }, (_, n) => String(n));
		for (const id of ids) truth.set(id, { name: `name ${id}` });
		const [here, there] = [isolates(), isolates()];
		await here.things.getMany(here.services, ids, here.load);
		const found = await there.things.getMany(there.services, ids, there.load);
		expect(ids.every((id) => found.get(id)?.name === `name ${id}`)).toBe(true);
		expect(there.load).not.toHaveBeenCalled();
	});

	it("that took longer than a fence stands is not put into Redis", async () => {
		const { truth, store, isolates } = world();
		truth.set("1", { name: "one" });
		const here = isolates();
		await here.things.look(here.services, ["1"], async (ids) => {
			here.state.now += 5_000;
			return here.load(ids);
		});
		expect(store.held.has("thing:1")).toBe(false);
	});

	it("goes on without Redis", async () => {
		const { truth, store, isolates } = world();
		truth.set("1", { name: "one" });
		store.state.isUp = false;
		expect(await isolates().nameOf("1")).toBe("one");
	});
});

describe("a change", () => {
	it("shows at once where it was made, and elsewhere as soon as it is heard of", async () => {
		const { truth, isolates } = world();
		truth.set("1", { name: "old" });
		const [here, there] = [isolates(), isolates()];
		await here.nameOf("1");
		await there.nameOf("1");
		for (const name of ["new", "newer"]) {
			await here.change("1", name);
			expect(await here.nameOf("1")).toBe(name);
			there.hear();
			expect(await there.nameOf("1")).toBe(name);
		}
	});

	it("is asked of the database once by each isolate that heard of it, not at every read", async () => {
		const { truth, isolates } = world();
		truth.set("1", { name: "old" });
		const [here, there] = [isolates(), isolates()];
		await there.nameOf("1");
		await here.change("1", "new");
		there.hear();
		for (let read = 0; read < 5; read++) expect(await there.nameOf("1")).toBe("new");
		expect(there.load).toHaveBeenCalledTimes(2);
	});

	it("is not undone by who read before it: neither in Redis nor in the memory of either isolate", async () => {
		const { truth, store, isolates } = world();
		for (const where of ["here", "elsewhere"] as const) {
			truth.set(where, { name: "old" });
			const slow = isolates();
			const changer = where === "here" ? slow : isolates();
			// The reader has the old row in hand when the change is made.
			store.state.beforeFill = async () => {
				store.state.beforeFill = async () => undefined;
				await changer.change(where, "new");
			};
			const overtaken = await slow.things.look(slow.services, [where], slow.load);
			expect(overtaken.values.get(where)?.name).toBe("old");
			slow.hear();
			expect([await slow.nameOf(where), await isolates().nameOf(where)]).toEqual(["new", "new"]);
		}
	});

	it("heard of while an older reader is slow is not overwritten in memory by what that one read", async () => {
		const { truth, isolates } = world({ shared: undefined, patienceMs: 1 });
		truth.set("1", { name: "old" });
		const [here, there] = [isolates(), isolates()];
		const [hasRead, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const slow = there.things.look(there.services, ["1"], async (ids) => {
			const read = await there.load(ids);
			hasRead.resolve();
			await gate.promise;
			return read;
		});
		await hasRead.promise;
		await here.change("1", "new");
		there.hear();
		expect(await there.nameOf("1")).toBe("new");
		gate.resolve();
		expect((await slow).values.get("1")?.name).toBe("old");
		expect(await there.nameOf("1")).toBe("new");
		expect(there.load).toHaveBeenCalledTimes(2);
	});

	it("made while the database was being read is not overwritten in memory by what was read", async () => {
		const { truth, isolates } = world({ shared: undefined, changes: undefined });
		truth.set("1", { name: "old" });
		const here = isolates();
		await here.things.look(here.services, ["1"], async (ids) => {
			const read = await here.load(ids);
			await here.change("1", "new");
			return read;
		});
		expect(await here.nameOf("1")).toBe("new");
	});

	it("is told when Redis did not take it", async () => {
		const { store, isolates } = world();
		store.state.isUp = false;
		const here = isolates();
		await here.change("1", "new");
		expect(here.warn.mock.calls).toEqual([["copy_not_outdated", { cache: "things", copies: 1 }]]);
	});
});

describe("values with a mark of their own", () => {
	it("are believed in Redis only from the last change on", async () => {
		const { truth, store, isolates } = world({ markOf: ({ name }) => Number(name) });
		truth.set("1", { name: "1" });
		const here = isolates();
		await here.change("1", "7");
		store.held.set("thing:1", { name: "0" });
		expect(await here.nameOf("1")).toBe("7");
	});

	it("are kept when something else is dropped while they are read", async () => {
		const { truth, isolates } = world({ markOf: ({ name }) => Number(name) });
		truth.set("1", { name: "1" });
		const here = isolates();
		await here.things.look(here.services, ["1"], async (ids) => {
			await here.things.forget(here.services, ["2"]);
			return here.load(ids);
		});
		await here.nameOf("1");
		expect(here.load).toHaveBeenCalledTimes(1);
	});

	it("may stand in Redis in place of the old one, and without one nothing does", async () => {
		const { store, isolates } = world({ markOf: ({ name }) => Number(name) });
		const here = isolates();
		await here.things.replace(here.services, "1", { name: "3" });
		expect(store.held.get("thing:1")).toEqual({ name: "3" });
		await here.things.replace(here.services, "1", null);
		expect(store.held.has("thing:1")).toBe(false);
	});
});

describe("while the database can't be asked", () => {
	const cases = [
		["nothing is given past its time", undefined, 0, true, undefined],
		["what was last known is, however old", { pastTtlMs: Number.POSITIVE_INFINITY }, TTL_MS * 100, false, "one"],
		["… but not when it is older than the rule allows", { pastTtlMs: TTL_MS }, TTL_MS, true, undefined],
		["… and, where that is asked for, not without Redis", { pastTtlMs: TTL_MS, onlyWhileSharedAnswers: true }, 0, false, undefined],
		["… but with it", { pastTtlMs: TTL_MS, onlyWhileSharedAnswers: true }, 0, true, "one"],
	] as const;
	it.each(cases)("%s", async (_, lastKnown, pastMs, hasRedis, expected) => {
		const { truth, store, isolates } = world(lastKnown === undefined ? {} : { lastKnown });
		truth.set("1", { name: "one" });
		const here = isolates();
		await here.nameOf("1");
		store.held.clear();
		store.state.isUp = hasRedis;
		here.state.isDown = true;
		here.state.now += TTL_MS + pastMs;
		const { values, error } = await here.things.look(here.services, ["1"], here.load);
		expect([values.get("1")?.name, error === null]).toEqual([expected, expected !== undefined]);
	});

	it("a copy from before a change is not given", async () => {
		const { truth, isolates } = world({ lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY } });
		truth.set("1", { name: "old" });
		const [here, there] = [isolates(), isolates()];
		await there.nameOf("1");
		await here.change("1", "new");
		there.hear();
		there.state.isDown = true;
		expect(await there.nameOf("1")).toBeUndefined();
		await expect(there.things.getMany(there.services, ["1"], there.load)).rejects.toThrow("the database is down");
	});
});
