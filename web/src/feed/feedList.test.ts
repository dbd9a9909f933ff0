import { describe, expect, it, vi } from "vitest";
import type { FeedPage, VideoCard } from "../api/feeds.ts";
import { FeedList, FIRST_PAGE, LATER_PAGE } from "./feedList.ts";

const card = (id: number) => ({ id: String(id) }) as VideoCard;
const page = (from: number, count: number, nextCursor: string | null = "c"): FeedPage => ({
	videos: Array.from({ length: count }, (_, i) => card(from + i)),
	nextCursor,
});

describe("FeedList", () => {
	it("begins with a first page and asks for small ones when few clips are ahead", async () => {
		const read = vi.fn(async (count: number) => page(read.mock.calls.length * 10, count));
		const list = new FeedList(read);
		await list.begin();
		expect(read).toHaveBeenLastCalledWith(FIRST_PAGE, undefined);
		list.go(1);
		await list.topUp();
		expect(read).toHaveBeenCalledTimes(1);
		list.go(2);
		await list.topUp();
		expect(read).toHaveBeenLastCalledWith(LATER_PAGE, "c");
		expect(list.cards.value).toHaveLength(FIRST_PAGE + LATER_PAGE);
	});
	it("reads anew from the beginning, and keeps what is there until it has come, or if it doesn't", async () => {
		let answer: () => Promise<FeedPage> = async () => page(1, 3);
		const list = new FeedList(() => answer());
		await list.begin();
		answer = () => {
			expect(list.isRefreshing.value).toBe(true);
			return Promise.reject(new Error("offline"));
		};
		await expect(list.refresh()).rejects.toThrow("offline");
		expect(list.isRefreshing.value).toBe(false);
		expect([list.cards.value.length, list.state.value]).toEqual([3, "ready"]);
		answer = async () => page(50, 2, null);
		list.go(2);
		const refreshing = list.refresh();
		expect(list.cards.value).toHaveLength(3);
		await refreshing;
		expect([list.cards.value.map(({ id }) => id), list.index.value, list.state.value]).toEqual([["50", "51"], 0, "end"]);
	});
	it("waits for the watch events before it asks for the next page", async () => {
		const order: string[] = [];
		const list = new FeedList(async () => {
			order.push("page");
			return page(order.length * 10, 1);
		});
		await list.begin();
		await list.topUp(Promise.resolve().then(() => order.push("watched")));
		expect(order).toEqual(["page", "watched", "page"]);
	});
	it("takes no clip that still lies ahead or was on stage just now", async () => {
		const list = new FeedList(async () => page(1, 3));
		await list.begin();
		await list.more();
		expect(list.cards.value.map((c) => c.id)).toEqual(["1", "2", "3"]);
	});
	it("goes on with what the server repeats once all was shown", async () => {
		const list = new FeedList(async () => page(1, 8));
		await list.begin();
		list.go(7);
		await list.more();
		expect(list.cards.value.slice(8).map((c) => c.id)).toEqual(["1", "2", "3"]);
	});
	it("says when there is no more, and asks no further", async () => {
		const read = vi.fn(async () => page(1, 2, null));
		const list = new FeedList(read);
		await list.begin();
		expect(list.state.value).toBe("end");
		await list.topUp();
		expect(read).toHaveBeenCalledTimes(1);
	});
	it("keeps its clips when a page fails, and goes on at the next try", async () => {
		const read = vi.fn<(count: number) => Promise<FeedPage>>().mockResolvedValueOnce(page(1, 2)).mockRejectedValueOnce(new Error("down"));
		const list = new FeedList(read);
		await list.begin();
		await list.more();
		expect([list.state.value, list.cards.value.length]).toEqual(["failed", 2]);
		read.mockResolvedValueOnce(page(5, 2));
		await list.more();
		expect([list.state.value, list.cards.value.length]).toEqual(["ready", 4]);
	});
	it("drops the answer of a page asked for before it began anew", async () => {
		let answer: (page: FeedPage) => void = () => undefined;
		const read = vi.fn<() => Promise<FeedPage>>();
		read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve))).mockResolvedValueOnce(page(50, 1));
		const list = new FeedList(read);
		const first = list.begin();
		await list.restart();
		answer(page(1, 3));
		await first;
		expect(list.cards.value.map((c) => c.id)).toEqual(["50"]);
	});
	it("asks once for the page of a feed begun anew, whenever the one before answers", async () => {
		const answers: ((page: FeedPage) => void)[] = [];
		const read = vi.fn(() => new Promise<FeedPage>((resolve) => answers.push(resolve)));
		const list = new FeedList(read);
		const before = list.begin();
		const anew = list.restart(card(50));
		answers[0]?.(page(1, 3));
		await before;
		const toppedUp = list.topUp();
		// All that is asked for is asked for within this task.
		await new Promise((resolve) => setTimeout(resolve));
		expect(read).toHaveBeenCalledTimes(2);
		answers[1]?.(page(60, 2, null));
		await Promise.all([anew, toppedUp]);
		expect(list.cards.value.map((c) => c.id)).toEqual(["50", "60", "61"]);
	});
	it("takes out what is not wanted, but nothing already watched", async () => {
		const list = new FeedList(async () => page(1, 4, null));
		await list.begin();
		list.go(1);
		list.remove((c) => c.id === "1" || c.id === "2");
		expect(list.cards.value.map((c) => c.id)).toEqual(["1", "3", "4"]);
		expect(list.current?.id).toBe("3");
	});
	it("brings back what was taken out, in its place and on stage, with what came since", async () => {
		const read = vi.fn(async () => page(1, 4)).mockResolvedValueOnce(page(1, 4));
		const list = new FeedList(read);
		await list.begin();
		list.go(1);
		const restore = list.remove((c) => c.id === "2" || c.id === "4");
		read.mockResolvedValueOnce(page(8, 2));
		await list.more();
		expect(list.cards.value.map((c) => c.id)).toEqual(["1", "3", "8", "9"]);
		restore();
		expect(list.cards.value.map((c) => c.id)).toEqual(["1", "2", "3", "4", "8", "9"]);
		expect(list.current?.id).toBe("2");
	});
	it("brings back what was taken out without leaving the clip that was swiped to since", async () => {
		const list = new FeedList(async () => page(1, 5, null));
		await list.begin();
		const restore = list.remove((c) => c.id === "1");
		list.go(1);
		expect(list.current?.id).toBe("3");
		restore();
		expect([list.current?.id, list.index.value, list.cards.value.length]).toEqual(["3", 2, 5]);
	});
	it("brings nothing back into a list that began anew", async () => {
		const list = new FeedList(async () => page(1, 3, null));
		await list.begin();
		const restore = list.remove((c) => c.id === "1");
		await list.restart();
		restore();
		expect(list.cards.value.map((c) => c.id)).toEqual(["1", "2", "3"]);
		expect(list.index.value).toBe(0);
	});
	it("does not move past either end", async () => {
		const list = new FeedList(async () => page(1, 2, null));
		await list.begin();
		expect([list.go(-1), list.go(2), list.go(1)]).toEqual([false, false, true]);
	});
});
