import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { VideoCard } from "../api/feeds.ts";
import { PlacedList } from "./placedList.ts";

const cardOf = (id: number) => ({ id: String(id) }) as VideoCard;
const ids = (list: PlacedList) => list.cards.value.map(({ id }) => Number(id));
/** A list of `count` clips in pages of three; tells which pages were asked for. */
function pages(count: number) {
	const asked: (string | undefined)[] = [];
	const read = async (cursor: string | undefined) => {
		asked.push(cursor);
		const from = Number(cursor ?? 0);
		const end = Math.min(count, from + 3);
		return { videos: Array.from({ length: end - from }, (_, i) => cardOf(from + i)), nextCursor: end < count ? String(end) : null };
	};
	return { asked, read };
}

beforeEach(() => {
	vi.stubGlobal("fetch", async (url: string) => Response.json({ video: { id: url.replace(/.*\//, "") } }));
	vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

describe("a list opened in its midst", () => {
	it("stands at the opened clip, with those before it and after", async () => {
		const list = new PlacedList("1", pages(3).read);
		await list.begin();
		expect([ids(list), list.index.value, list.place, list.state.value]).toEqual([[0, 1, 2], 1, 0, "end"]);
	});
	it("shows the opened clip at once and finds its place in later pages, without moving it on stage", async () => {
		const { asked, read } = pages(12);
		const list = new PlacedList("7", read);
		const seen: [number[], number][] = [];
		list.cards.subscribe(() => seen.push([ids(list), list.place]));
		await list.begin();
		expect(seen.slice(1, 2)).toEqual([[[7], 0]]);
		expect([ids(list), list.index.value, list.place]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8], 7, 0]);
		list.go(5);
		expect(list.place).toBe(-2);
		list.go(8);
		await list.more();
		expect(ids(list).slice(-3)).toEqual([9, 10, 11]);
		expect(asked).toEqual([undefined, "3", "6", "9"]);
	});
	it("asks for nothing that is in memory, and goes on where that ends", async () => {
		const { asked, read } = pages(6);
		const list = new PlacedList("2", read, { cards: [0, 1, 2].map(cardOf), nextCursor: "3" });
		await list.begin();
		expect([ids(list), list.place, asked]).toEqual([[0, 1, 2], 0, []]);
		await list.more();
		expect([ids(list), list.place]).toEqual([[0, 1, 2, 3, 4, 5], 0]);
	});
	it("reads from the beginning what memory doesn't have, once", async () => {
		const { asked, read } = pages(6);
		const list = new PlacedList("4", read, { cards: [0, 1, 2].map(cardOf), nextCursor: "3" });
		await Promise.all([list.begin(), list.begin()]);
		expect([ids(list), list.index.value, asked]).toEqual([[0, 1, 2, 3, 4, 5], 4, ["3"]]);
	});
	it("shows alone what isn't in the list", async () => {
		const list = new PlacedList("99", pages(6).read);
		await list.begin();
		expect([ids(list), list.state.value]).toEqual([[99], "end"]);
	});
	it("tries again after a fault, from where it was", async () => {
		const { read } = pages(6);
		let faults = 1;
		const list = new PlacedList("1", async (cursor) => {
			if (faults-- > 0) throw new Error("no route");
			return await read(cursor);
		});
		await list.begin();
		expect(list.state.value).toBe("failed");
		await list.more();
		expect([ids(list), list.index.value]).toEqual([[0, 1, 2], 1]);
	});
});
