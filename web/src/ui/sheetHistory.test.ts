import { beforeEach, describe, expect, it, vi } from "vitest";

/** A browser's history: going back happens later than it was asked for, as everywhere, and when `traverse` says so. */
function browserWith(states: unknown[]) {
	const entries = [...states];
	let at = entries.length - 1;
	const asked: number[] = [];
	const listeners: ((event: { state: unknown }) => void)[] = [];
	vi.stubGlobal("history", {
		get state() {
			return entries[at];
		},
		pushState: (state: unknown) => {
			entries.splice(at + 1, entries.length, state);
			at++;
		},
		replaceState: (state: unknown) => {
			entries[at] = state;
		},
		go: (steps: number) => asked.push(steps),
	});
	vi.stubGlobal("addEventListener", (_: string, listener: (event: { state: unknown }) => void, options?: { signal?: AbortSignal }) => {
		listeners.push((event) => options?.signal?.aborted || listener(event));
	});
	const move = (steps: number) => {
		at += steps;
		for (const listener of [...listeners]) listener({ state: entries[at] });
	};
	return {
		depth: () => at,
		/** The person goes back. */
		back: () => move(-1),
		/** What was asked of the browser happens, with all that follows. */
		async traverse() {
			for (;;) {
				await Promise.resolve();
				const steps = asked.shift();
				if (steps === undefined) return;
				move(steps);
			}
		},
	};
}

let browser: ReturnType<typeof browserWith>;
let sheets: typeof import("./sheetHistory.ts");
let back: typeof import("./goingBack.ts");
const load = async (states: unknown[]) => {
	vi.resetModules();
	browser = browserWith(states);
	sheets = await import("./sheetHistory.ts");
	back = await import("./goingBack.ts");
};
/** A sheet as the screens have them: "back" closes it. */
function openSheet() {
	const sheet = { isOpen: true, close: () => {} };
	const leave = sheets.enterSheet(() => sheet.close());
	sheet.close = () => {
		if (!sheet.isOpen) return;
		sheet.isOpen = false;
		leave();
	};
	return sheet;
}

describe("a sheet in the history", () => {
	beforeEach(() => load([null]));

	it("is closed by back, and the screen under it stays", async () => {
		const sheet = openSheet();
		browser.back();
		await browser.traverse();
		expect(sheet.isOpen).toBe(false);
		expect(browser.depth()).toBe(0);
	});
	it("leaves no entry when it is closed otherwise", async () => {
		openSheet().close();
		await browser.traverse();
		expect(browser.depth()).toBe(0);
	});
	it("over another closes alone, and both by two backs", async () => {
		const [lower, upper] = [openSheet(), openSheet()];
		browser.back();
		expect([lower.isOpen, upper.isOpen]).toEqual([true, false]);
		browser.back();
		await browser.traverse();
		expect(lower.isOpen).toBe(false);
		expect(browser.depth()).toBe(0);
	});
	it("in place of another has its entry", async () => {
		openSheet().close();
		const second = openSheet();
		await browser.traverse();
		expect(second.isOpen).toBe(true);
		expect(browser.depth()).toBe(1);
		browser.back();
		await browser.traverse();
		expect(second.isOpen).toBe(false);
		expect(browser.depth()).toBe(0);
	});
	it("in place of two has the lower one's entry", async () => {
		const [lower, upper] = [openSheet(), openSheet()];
		upper.close();
		lower.close();
		const third = openSheet();
		await browser.traverse();
		expect(third.isOpen).toBe(true);
		expect(browser.depth()).toBe(1);
	});
	it("stays open when the browser was still on its way back from another", async () => {
		openSheet().close();
		await Promise.resolve();
		const second = openSheet();
		await browser.traverse();
		expect(second.isOpen).toBe(true);
		expect(browser.depth()).toBe(1);
		second.close();
		await browser.traverse();
		expect(browser.depth()).toBe(0);
	});
	it("that closed before the browser was back asks for nothing more", async () => {
		openSheet().close();
		await Promise.resolve();
		openSheet().close();
		await browser.traverse();
		expect(browser.depth()).toBe(0);
	});
	it("lets a screen wait that is gone to once it was closed, so that the way back doesn't lead from there", async () => {
		openSheet().close();
		const go = () => back.onceBack(() => history.pushState(null, ""));
		go();
		expect(browser.depth()).toBe(1);
		await browser.traverse();
		expect(browser.depth()).toBe(1);
		expect(history.state).toBeNull();
		go();
		expect(browser.depth()).toBe(2);
		openSheet().close();
		await Promise.resolve();
		go();
		await browser.traverse();
		expect([browser.depth(), history.state]).toEqual([3, null]);
	});
	it("two that close together are one way back", async () => {
		const [lower, upper] = [openSheet(), openSheet()];
		lower.close();
		upper.close();
		await browser.traverse();
		expect(browser.depth()).toBe(0);
	});
	it("whose link was followed leaves the new screen alone", async () => {
		const sheet = openSheet();
		history.replaceState(null, "");
		sheet.close();
		await browser.traverse();
		expect(browser.depth()).toBe(1);
	});
	it("of a page that was reloaded is nowhere to stop at", async () => {
		await load([null, { sheets: 1 }, null]);
		browser.back();
		await browser.traverse();
		expect(browser.depth()).toBe(0);
	});
});

describe("what waits for no sheet", () => {
	beforeEach(() => load([null]));

	it("is done at once where there is none, and once the last is gone where there is", async () => {
		const done: string[] = [];
		sheets.whenNoSheet(() => done.push("at once"));
		const sheet = openSheet();
		sheets.whenNoSheet(() => done.push("later"));
		expect(done).toEqual(["at once"]);
		sheet.close();
		await browser.traverse();
		expect(done).toEqual(["at once", "later"]);
	});
	it("waits on for a sheet that took the place of the first", async () => {
		const done: string[] = [];
		openSheet().close();
		await Promise.resolve();
		sheets.whenNoSheet(() => done.push("done"));
		const second = openSheet();
		await browser.traverse();
		expect(done).toEqual([]);
		second.close();
		await browser.traverse();
		expect(done).toEqual(["done"]);
	});
	it("is given up", async () => {
		const done: string[] = [];
		const sheet = openSheet();
		sheets.whenNoSheet(() => done.push("done"))();
		sheet.close();
		await browser.traverse();
		expect(done).toEqual([]);
	});
});
