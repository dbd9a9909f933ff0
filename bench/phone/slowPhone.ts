import type { Browser, CDPSession, Page } from "playwright-core";
import { buildForTest } from "../../test/browser/support/build.ts";
import { startFakeApi } from "../../test/browser/support/fake-api.ts";
import { swipe } from "../../test/browser/support/page.ts";
import { median, percentile, type Row } from "../table.ts";
import { traceTasks } from "./mainThread.ts";

/** A phone of the lowest price is about four times slower than the machines this is measured on. */
const SLOWED = 4;
const SWIPES = 20;
/** A person looks at each clip for this long, milliseconds. */
const LOOK_MS = 1000;
/** The neighbours of the first clip have their pictures by then, milliseconds. */
const SETTLED_MS = 2500;
const RUNS = 3;
const [LONG_MS, TOO_LONG_MS] = [50, 100];

/** What the page notes of itself. */
interface Noted {
	/** Of tasks the browser calls long, milliseconds. */
	long: { at: number; took: number }[];
	frames: { at: number; took: number }[];
	/** When the first picture of the first clip was shown, milliseconds after the navigation began. */
	first: number | null;
}
declare const noted: Noted;
declare const document: {
	querySelector(selector: string): { requestVideoFrameCallback(callback: () => void): void } | null;
};
declare const requestAnimationFrame: (callback: (at: number) => void) => void;

function noteInPage(): void {
	const notes: Noted = { long: [], frames: [], first: null };
	Object.assign(globalThis, { noted: notes });
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) notes.long.push({ at: startTime, took: duration });
	}).observe({ type: "longtask", buffered: true } as never);
	let last = 0;
	let isAwaited = false;
	const note = (at: number) => {
		if (last > 0) notes.frames.push({ at, took: at - last });
		last = at;
		const video = isAwaited ? null : document.querySelector(".slot:not([inert]) video");
		if (video) {
			isAwaited = true;
			video.requestVideoFrameCallback(() => {
				notes.first = performance.now();
			});
		}
		requestAnimationFrame(note);
	};
	requestAnimationFrame(note);
}

async function opened(browser: Browser, url: string, prepare: (cdp: CDPSession) => Promise<unknown>) {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, baseURL: url });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send("Network.enable");
	await cdp.send("Network.emulateNetworkConditions", {
		offline: false,
		latency: 50,
		downloadThroughput: 10e6 / 8,
		uploadThroughput: 10e6 / 8,
	});
	await prepare(cdp);
	await page.addInitScript(noteInPage);
	await page.goto("/", { waitUntil: "commit" });
	await page.waitForFunction(() => noted.first !== null, undefined, { polling: 50, timeout: 60_000 });
	return { context, page };
}

async function swipeThrough(page: Page): Promise<void> {
	for (let i = 0; i < SWIPES; i++) {
		await swipe(page);
		await page.waitForTimeout(LOOK_MS);
	}
}

interface Seen {
	first: number;
	long: number[];
	frames: number[];
}

/** What the person with the slow phone sees. */
async function seen(browser: Browser, url: string): Promise<Seen> {
	const { context, page } = await opened(browser, url, (cdp) => cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWED }));
	try {
		await page.waitForTimeout(SETTLED_MS);
		const begun = await page.evaluate(() => performance.now());
		await swipeThrough(page);
		const { long, frames, first } = await page.evaluate(() => noted);
		const since = (notes: Noted["long"]) => notes.filter(({ at }) => at >= begun).map(({ took }) => took);
		return { first: first ?? Number.NaN, long: since(long), frames: since(frames) };
	} finally {
		await context.close();
	}
}

/** CPU time of each task of the main thread during the swipes, not slowed, milliseconds. */
async function worked(browser: Browser, url: string): Promise<number[]> {
	const { context, page } = await opened(browser, url, async () => undefined);
	try {
		await page.waitForTimeout(SETTLED_MS);
		const tasks = await traceTasks(browser, "swipes begin", "swipes end", async () => {
			await page.evaluate(() => performance.mark("swipes begin"));
			await swipeThrough(page);
			await page.evaluate(() => performance.mark("swipes end"));
		});
		return tasks.map(({ cpuMs }) => cpuMs);
	} finally {
		await context.close();
	}
}

const row = (figure: string, value: number, unit: string, must: string, aim: string): Row => ({
	figure,
	value,
	unit,
	baseline: null,
	ratio: null,
	must,
	aim,
});

/**
 * How smooth the client is with its main thread slowed four times, at 10 Mbit/s and 50 ms round trip, served from memory: medians of three
 * runs. What else the machine does lengthens tasks and frames; the rows of CPU time hold on a busy machine, too.
 */
export async function slowPhone(browser: Browser): Promise<Row[]> {
	await buildForTest();
	const api = await startFakeApi();
	try {
		const runs: Seen[] = [];
		const tasks: number[][] = [];
		for (let i = 0; i < RUNS; i++) {
			runs.push(await seen(browser, api.url));
			tasks.push(await worked(browser, api.url));
		}
		const of = (figure: (run: Seen) => number) => median(runs.map(figure));
		const over = (limit: number) => of(({ long }) => long.filter((took) => took > limit).length);
		const longest = median(tasks.map((run) => Math.max(...run)));
		const busy = median(tasks.map((run) => run.reduce((sum, cpuMs) => sum + cpuMs, 0) / SWIPES));
		const at = `CPU ÷ ${SLOWED}`;
		return [
			row(
				`${at}: first frame of a cold page`,
				of(({ first }) => first),
				"ms",
				"≤ 2500 ms",
				"",
			),
			row(`${at}: tasks over ${TOO_LONG_MS} ms in ${SWIPES} swipes`, over(TOO_LONG_MS), "", "0", "0"),
			row(`${at}: tasks over ${LONG_MS} ms in ${SWIPES} swipes`, over(LONG_MS), "", "≤ 5", "0"),
			row(
				`${at}: frame, p95`,
				of(({ frames }) => percentile(frames, 0.95)),
				"ms",
				"≤ 33 ms",
				"≤ 17 ms",
			),
			row(`longest task of ${SWIPES} swipes, CPU time × ${SLOWED}`, longest * SLOWED, "ms", "≤ 100 ms", "≤ 50 ms"),
			row("main thread's CPU time for a swipe and a second of watching", busy, "ms", "", ""),
		];
	} finally {
		await api.stop();
	}
}
