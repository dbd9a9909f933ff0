import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../test/support/browser.ts";
import { startStack } from "../test/support/stack.ts";
import { slowPhone } from "./phone/slowPhone.ts";
import { median, percentile, type Row } from "./table.ts";

/** The line the figures hold for: 10 Mbit/s, 50 ms round trip. */
const LINE = { offline: false, latency: 50, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const SWIPES = 16;
/** A person looks at each clip for this long, milliseconds. */
const LOOK_MS = 1600;
const COLD_RUNS = 5;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What a page of the client tells about one swipe, milliseconds from the key press. */
interface Swipe {
	/** The new clip's first picture was painted. */
	picture: number;
	/** Its second picture followed: it moves. */
	moving: number;
	held: boolean;
}

interface PageVideo {
	readyState: number;
	currentTime: number;
	paused: boolean;
	muted: boolean;
	requestVideoFrameCallback(callback: () => void): void;
	play(): Promise<void>;
}
interface PageSlot {
	hasAttribute(name: string): boolean;
	querySelector(selector: "video"): PageVideo | null;
}
declare const document: {
	querySelectorAll(selector: ".slot"): Iterable<PageSlot>;
	createElement(name: "video"): PageVideo;
	body: { append(child: unknown): void };
};
declare const requestAnimationFrame: (callback: () => void) => void;
declare const dispatchEvent: (event: Event) => void;
declare const KeyboardEvent: new (type: string, init: { key: string }) => Event;
declare const Hls: new () => { loadSource(url: string): void; attachMedia(video: PageVideo): void; destroy(): void };

async function phone(browser: Browser, url: string): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ ...PHONE, baseURL: url, locale: "en-US" });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send("Network.enable");
	await cdp.send("Network.emulateNetworkConditions", LINE);
	return { context, page };
}

interface ColdPage {
	/** From the start of the navigation to the first picture of the first clip, milliseconds; nothing cached. */
	picture: number;
	/** Answers that had to come one after the other before it: what a line's round trip is paid for, whatever the machine. */
	answers: number;
}

async function coldPage(browser: Browser, url: string): Promise<ColdPage> {
	const { context, page } = await phone(browser, url);
	try {
		await page.goto("/", { waitUntil: "commit" });
		const painted = await page.waitForFunction(
			() => {
				const video = [...document.querySelectorAll(".slot")].find((slot) => !slot.hasAttribute("inert"))?.querySelector("video");
				return video && video.readyState >= 2 ? performance.now() : null;
			},
			undefined,
			{ polling: "raf", timeout: 30_000 },
		);
		const picture = (await painted.jsonValue()) ?? Number.NaN;
		const transfers = await page.evaluate(() =>
			performance
				.getEntries()
				.filter((entry) => "responseEnd" in entry)
				.map((entry) => ({ name: entry.name, start: entry.startTime, end: Number(Reflect.get(entry, "responseEnd")) })),
		);
		const segment = transfers.find(({ name }) => name.endsWith("/0.m4s"));
		return { picture, answers: segment ? chainBefore(segment, transfers) : Number.NaN };
	} finally {
		await context.close();
	}
}

interface Transfer {
	start: number;
	end: number;
}
/** Length of the longest chain of transfers that each began after the one before had ended, `last` included. */
function chainBefore(last: Transfer, all: readonly Transfer[]): number {
	const before = all.filter(({ end }) => end <= last.start);
	return 1 + Math.max(0, ...before.map((transfer) => chainBefore(transfer, before)));
}

const swipeOn = (page: Page): Promise<Swipe> =>
	page.evaluate(async () => {
		const slots = [...document.querySelectorAll(".slot")];
		const stage = slots.findIndex((slot) => !slot.hasAttribute("inert"));
		// The recycled players take turns.
		const video = slots[(stage + 1) % slots.length]?.querySelector("video");
		const begun = performance.now();
		dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
		if (!video) throw new Error("nothing is on stage");
		const held = video.readyState >= 2;
		const moving = new Promise<number>((resolve, reject) => {
			setTimeout(() => reject(new Error("the clip on stage did not start")), 15_000);
			video.requestVideoFrameCallback(() => resolve(performance.now() - begun));
		});
		// A held picture is painted with the next frame; a task queued in it runs after the painting.
		const painted = new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))));
		const picture = held ? await painted : await moving;
		return { picture, moving: await moving, held };
	});

async function swipes(browser: Browser, url: string): Promise<Swipe[]> {
	const { context, page } = await phone(browser, url);
	try {
		await page.goto("/");
		await page.locator(".slot:not([inert]) video").waitFor();
		const measured: Swipe[] = [];
		for (let i = 0; i < SWIPES; i++) {
			await page.waitForTimeout(LOOK_MS);
			measured.push(await swipeOn(page));
		}
		return measured;
	} finally {
		await context.close();
	}
}

/** The same clips started by hls.js from their master playlist when they are swiped to: what a player does that holds nothing. */
async function hlsStarts(browser: Browser, url: string): Promise<number[]> {
	const { context, page } = await phone(browser, url);
	try {
		// A page of the same origin on which the client itself plays nothing.
		await page.goto("/login");
		const answer = await page.request.get("/api/v1/feed?count=8");
		const { videos } = (await answer.json()) as { videos: { manifest: { url: string } }[] };
		await page.evaluate(await readFile(createRequire(import.meta.url).resolve("hls.js/dist/hls.light.min.js"), "utf8"));
		const starts: number[] = [];
		for (const { manifest } of videos) {
			starts.push(
				await page.evaluate(async (master) => {
					const video = document.createElement("video");
					video.muted = true;
					document.body.append(video);
					const begun = performance.now();
					const hls = new Hls();
					hls.loadSource(master);
					hls.attachMedia(video);
					await new Promise<void>((resolve, reject) => {
						setTimeout(() => reject(new Error(`hls.js did not start ${master}`)), 15_000);
						video.requestVideoFrameCallback(() => resolve());
						video.play().catch(() => undefined);
					});
					const took = performance.now() - begun;
					hls.destroy();
					return took;
				}, manifest.url),
			);
		}
		return starts;
	} finally {
		await context.close();
	}
}

const row = (figure: string, value: number, baseline: number | null, must: string, aim: string): Row => ({
	figure,
	value,
	unit: "ms",
	baseline,
	ratio: baseline === null ? null : value / baseline,
	must,
	aim,
});

async function measure(url: string): Promise<Row[]> {
	const browser = await openBrowser();
	try {
		const measured = await swipes(browser, url);
		const pictures = measured.map(({ picture }) => picture);
		const moving = measured.map((swipe) => swipe.moving);
		const naive = await hlsStarts(browser, url);
		const cold: ColdPage[] = [];
		for (let i = 0; i < COLD_RUNS; i++) cold.push(await coldPage(browser, url));
		console.error(`bench: swipe: ${measured.filter(({ held }) => held).length} of ${SWIPES} clips were held before the swipe`);
		return [
			row("swipe to first frame, median (hls.js from the master playlist)", median(pictures), median(naive), "< 60 ms", "one frame"),
			row("swipe to first frame, p95", percentile(pictures, 0.95), percentile(naive, 0.95), "< 200 ms", "< 100 ms"),
			row("swipe to second frame, median", median(moving), null, "", ""),
			row("first video of a cold page, median", median(cold.map(({ picture }) => picture)), null, "< 1500 ms", "< 800 ms"),
			{
				figure: "answers in a row before it (page, feed, clip)",
				value: median(cold.map(({ answers }) => answers)),
				unit: "",
				baseline: null,
				ratio: null,
				must: "≤ 4",
				aim: "3",
			},
		];
	} finally {
		await browser.close();
	}
}

async function slowPhoneRows(): Promise<Row[]> {
	const browser = await openBrowser();
	try {
		return await slowPhone(browser);
	} finally {
		await browser.close();
	}
}

/**
 * Swipe and cold page in Chromium at 10 Mbit/s and 50 ms round trip, against a running product: its address as argument, or
 * in BENCH_URL; else one with demo content is started. Then the same client on a slow phone, for which no product is needed:
 * BENCH_URL=none measures that alone.
 */
export async function run(address: string | undefined = process.env.BENCH_URL): Promise<Row[]> {
	if (address === "none") return slowPhoneRows();
	if (address) return [...(await measure(address)), ...(await slowPhoneRows())];
	const stack = await startStack({ demo: true, client: true });
	const rows = await measure(stack.url).finally(() => stack.stop());
	return [...rows, ...(await slowPhoneRows())];
}
