import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/** The two screens every view is made for. */
export const SCREENS = {
	phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
	desktop: { viewport: { width: 1440, height: 900 } },
} as const;
export type Screen = keyof typeof SCREENS;

export interface OpenedPage {
	page: Page;
	context: BrowserContext;
	/** What went wrong in the page by itself: thrown errors, refused by the content policy. */
	faults: string[];
}

export interface ContextOptions {
	/** What its pages' addresses begin with, where that is always the same. */
	url?: string | undefined;
	/** With service workers. Else what a test says of a request would not hold for those that a worker makes. */
	workers?: boolean | undefined;
}

/** A phone's or a desktop's screen. */
export const newContext = (browser: Browser, screen: Screen, { url, workers }: ContextOptions = {}): Promise<BrowserContext> =>
	browser.newContext({
		...SCREENS[screen],
		...(url === undefined ? {} : { baseURL: url }),
		locale: "en-US",
		serviceWorkers: workers ? "allow" : "block",
	});

/** Notes what goes wrong in a page by itself. */
export function watchForFaults(page: Page, faults: string[]): void {
	page.on("pageerror", (error) => faults.push(error.message));
	page.on("console", (message) => {
		if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
	});
}

/** A page of its own context. */
export async function openPage(browser: Browser, url: string, screen: Screen = "phone"): Promise<OpenedPage> {
	const context = await newContext(browser, screen, { url });
	const page = await context.newPage();
	const faults: string[] = [];
	watchForFaults(page, faults);
	return { page, context, faults };
}

/** The clip on stage. */
export const onStage = (page: Page) => page.locator(".slot:not([inert])");

/** What the tests touch of a page's own globals, which Node's types don't know. */
interface PageElement {
	hasAttribute(name: string): boolean;
}
interface PageVideo {
	getAttribute(name: string): string | null;
	muted: boolean;
	paused: boolean;
	currentTime: number;
	readyState: number;
	videoWidth: number;
}
declare const document: {
	querySelector(selector: string): PageVideo | null;
	querySelectorAll(selector: ".slot"): Iterable<PageElement>;
	querySelectorAll(selector: "video"): Iterable<PageVideo>;
};

/** How the player on stage stands. */
export const stageVideo = (page: Page): Promise<Omit<PageVideo, "getAttribute">> =>
	page.evaluate(() => {
		const video = document.querySelector(".slot:not([inert]) video");
		const { muted, paused, currentTime, readyState, videoWidth } = video ?? {
			muted: true,
			paused: true,
			currentTime: 0,
			readyState: 0,
			videoWidth: 0,
		};
		return { muted, paused, currentTime, readyState, videoWidth };
	});

/** Waits until the clip on stage moves. */
export async function untilPlaying(page: Page): Promise<void> {
	await page.waitForFunction(
		() => {
			const video = document.querySelector(".slot:not([inert]) video");
			return video !== null && !video.paused && video.currentTime > 0 && video.readyState > 2;
		},
		undefined,
		{ timeout: 20_000 },
	);
}

/** Waits until the clip on stage was watched for so long, seconds of the clip. */
export async function untilPlayedFor(page: Page, seconds: number): Promise<void> {
	await page.waitForFunction((least) => (document.querySelector(".slot:not([inert]) video")?.currentTime ?? 0) > least, seconds);
}

/** Goes on by key, and waits until the next clip is on stage. */
export async function goOn(page: Page): Promise<void> {
	const before = await onStage(page).getAttribute("aria-label");
	await page.keyboard.press("ArrowDown");
	await page.waitForFunction((title) => document.querySelector(".slot:not([inert])")?.getAttribute("aria-label") !== title, before);
}

/** Waits until the clip on stage has been watched to its end and begun again. */
export async function untilLooped(page: Page): Promise<void> {
	const position = async () => (await stageVideo(page)).currentTime;
	let last = await position();
	await expect
		.poll(
			async () => {
				const now = await position();
				const wentBack = now < last;
				last = now;
				return wentBack;
			},
			{ timeout: 60_000, interval: 50 },
		)
		.toBe(true);
}

/** Waits until movements have ended; those without an end, like a spinner's, are no part of it. */
export async function untilStill(page: Page): Promise<void> {
	await page.evaluate(`Promise.all(
		document.getAnimations()
			.filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
			.map(({ finished }) => finished.catch(() => undefined)),
	).then(() => undefined)`);
}

/** How many of the recycled players hold a picture. */
export const framedPlayers = (page: Page): Promise<number> =>
	page.evaluate(() => [...document.querySelectorAll("video")].filter(({ readyState }) => readyState >= 2).length);

/** Addresses the page has fetched. */
export const fetchedBy = (page: Page): Promise<string[]> =>
	page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));

/** Which of the recycled players is on stage. */
export const stageSlot = (page: Page): Promise<number> =>
	page.evaluate(() => [...document.querySelectorAll(".slot")].findIndex((slot) => !slot.hasAttribute("inert")));

/** A finger's swipe over the stage, from and to as shares of its height. */
export async function swipe(page: Page, from = 0.7, to = 0.3): Promise<void> {
	const box = await page.locator(".stage").boundingBox();
	if (!box) throw new Error("there is no stage to swipe on");
	const cdp = await page.context().newCDPSession(page);
	const x = box.x + box.width * 0.4;
	const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
		cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: box.y + box.height * share }] });
	const move = (step: number) => touch("touchMove", from + ((to - from) * step) / 8);
	// Sent together: on a busy machine the answer in between takes so long that the touch would be a hold.
	await Promise.all([touch("touchStart", from), move(1)]);
	for (let step = 2; step <= 8; step++) await move(step);
	await touch("touchEnd", to);
	await cdp.detach();
}

/** Two taps in a row on the stage, pixels from its corner. Sent together, so that they make a double tap on a busy machine too. */
export async function doubleTap(page: Page, x: number, y: number): Promise<void> {
	const box = await page.locator(".stage").boundingBox();
	if (!box) throw new Error("there is no stage to tap on");
	const cdp = await page.context().newCDPSession(page);
	const click = (clickCount: number) =>
		(["mousePressed", "mouseReleased"] as const).map((type) =>
			cdp.send("Input.dispatchMouseEvent", { type, x: box.x + x, y: box.y + y, button: "left", clickCount }),
		);
	await Promise.all([...click(1), ...click(2)]);
	await cdp.detach();
}
