import { describe, expect, it, vi } from "vitest";
import { countCursor, idCursor } from "./cursor.ts";
import { fillPage, type List, listPage, peeking, through } from "./pipeline.ts";

interface Entry {
	readonly id: string;
}

/** A list of entries numbered from 1, of which those in `dropped` are left out by its rule. */
function listOf(length: number, dropped: (id: number) => boolean = () => false, rounds?: number) {
	const all = Array.from({ length }, (_, n): Entry => ({ id: String(n + 1) }));
	const read = vi.fn(async (after: Entry | null, limit: number) => {
		const from = after === null ? 0 : Number(after.id);
		return all.slice(from, from + limit);
	});
	const hydrate = vi.fn(async (entries: readonly Entry[]) => new Set(entries.filter(({ id }) => !dropped(Number(id))).map(({ id }) => id)));
	const list: List<Entry, Entry, ReadonlySet<string>, number> = {
		skeleton: peeking(read, (entry) => entry),
		hydrate,
		rule: ({ id }, known) => known.has(id),
		present: (entries) => entries.map(({ id }) => Number(id)),
		...(rounds === undefined ? {} : { rounds }),
	};
	return { list, read, hydrate };
}

const even = (id: number) => id % 2 === 0;
const all = () => true;
const first = (many: number) => (id: number) => id <= many;

describe("a page", () => {
	it.each([
		["of an empty list", 0, undefined, 3, [], null],
		["that is whole", 9, undefined, 3, [1, 2, 3], "3"],
		["at the list's end", 2, undefined, 3, [1, 2], null],
		["that ends just with the list", 3, undefined, 3, [1, 2, 3], null],
		["topped up for what the rules left out", 20, even, 3, [1, 3, 5], "5"],
		["that ends with the list though it is short", 4, even, 3, [1, 3], null],
		["of a list of which the rules leave nothing", 4, all, 3, [], null],
		["that is left short after five rounds, and its cursor goes on", 99, first(98), 3, [], "15"],
		["whose first rounds gave nothing", 20, first(6), 3, [7, 8, 9], "9"],
	])("%s", async (_, length, dropped, limit, items, nextCursor) => {
		const { list } = listOf(length, dropped);
		expect(await listPage(list, idCursor, { limit })).toEqual({ items, nextCursor });
	});

	it.each([1, 2, 7])("reads the skeleton at most %i times", async (rounds) => {
		const { list, read } = listOf(1_000, all, rounds);
		expect(await fillPage(list, null, 10)).toEqual({ items: [], next: { id: String(rounds * 10) } });
		expect(read).toHaveBeenCalledTimes(rounds);
	});

	it("asks for what is missing only, and looks up each round's entries in one batch", async () => {
		const { list, read, hydrate } = listOf(20, even);
		await fillPage(list, null, 4);
		expect(read.mock.calls.map(([, limit]) => limit)).toEqual([5, 3, 2]);
		expect(hydrate.mock.calls.map(([entries]) => entries.length)).toEqual([4, 2, 1]);
	});

	it("looks nothing up when there is nothing", async () => {
		const { list, hydrate } = listOf(0);
		await fillPage(list, null, 4);
		expect(hydrate).not.toHaveBeenCalled();
	});

	it("a list that has less than was asked for has no more for now, though it goes on", async () => {
		const skeleton = vi.fn(async () => ({ entries: [{ id: "1" }, { id: "2" }], next: "later" }));
		const { list } = listOf(9, even);
		expect(await fillPage({ ...list, skeleton }, null, 5)).toEqual({ items: [1], next: "later" });
		expect(skeleton).toHaveBeenCalledOnce();
	});

	it("what can't be presented leaves room for what follows", async () => {
		const { list } = listOf(9);
		const present = (entries: readonly Entry[]) => entries.map(({ id }) => Number(id)).filter((id) => id !== 2);
		expect(await fillPage({ ...list, present }, null, 3)).toEqual({ items: [1, 3, 4], next: { id: "4" } });
	});
});

describe("pages, one after the other", () => {
	it.each([1, 2, 3, 7, 50])("of %i give every entry once, in order, to the end", async (limit) => {
		const { list } = listOf(23, even);
		const seen: number[] = [];
		let cursor: string | null = "0";
		for (let pages = 0; cursor !== null && pages < 50; pages++) {
			const page: { items: number[]; nextCursor: string | null } = await listPage(list, idCursor, { limit, cursor });
			seen.push(...page.items);
			cursor = page.nextCursor;
		}
		expect(cursor).toBeNull();
		expect(seen).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23]);
	});
});

describe("what goes wrong", () => {
	it.each(["skeleton", "hydrate", "present"] as const)("in %s is the page's error, also when it is topped up", async (step) => {
		const { list } = listOf(20, even);
		const working = list[step] as (...given: never[]) => unknown;
		for (const failing of [1, 2]) {
			let calls = 0;
			const broken = (...given: never[]) => {
				calls += 1;
				if (calls === failing) return Promise.reject(new Error(`${step} is down`));
				return working(...given);
			};
			await expect(fillPage({ ...list, [step]: broken }, null, 4)).rejects.toThrow(`${step} is down`);
		}
	});

	it("a cursor of another list is refused before anything is read", async () => {
		const { list, read } = listOf(9);
		const refused = expect.objectContaining({ code: "invalid_fields" });
		await expect(listPage(list, idCursor, { limit: 3, cursor: "1795400135351-38" })).rejects.toEqual(refused);
		const counted = { ...list, skeleton: async () => ({ entries: [], next: { count: 1 } }) };
		await expect(listPage(counted, countCursor, { limit: 3, cursor: "a" })).rejects.toEqual(refused);
		expect(read).not.toHaveBeenCalled();
	});
});

describe("entries at hand", () => {
	it("go the same way, without a skeleton", async () => {
		const { list, hydrate } = listOf(9, even);
		expect(await through(list, [{ id: "3" }, { id: "2" }, { id: "1" }])).toEqual([3, 1]);
		expect(await through(list, [])).toEqual([]);
		expect(hydrate).toHaveBeenCalledOnce();
	});
});
