import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { framedPlayers, stageVideo, untilPlaying } from "./support/page.ts";

/**
 * What keeps a swipe smooth on a slow phone, by counting instead of by the clock. The milliseconds are measured by `npm run bench swipe`.
 */

interface PageElement {
	getAttribute(name: string): string | null;
	hasAttribute(name: string): boolean;
}
declare const document: { querySelectorAll(selector: ".slot"): Iterable<PageElement> };
declare const getComputedStyle: (element: unknown) => { transform: string };
declare const dispatchEvent: (event: Event) => void;
declare const KeyboardEvent: new (type: string, init: { key: string }) => Event;
declare const counted: { frames: number; layouts: number };

const { opened } = clientForTests();

/** Opens the feed, and waits until the clip on stage plays and the next one has its picture. */
async function start(): Promise<Page> {
	const { page } = opened;
	await page.goto("/");
	await untilPlaying(page);
	await expect.poll(() => framedPlayers(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
	return page;
}

describe("a smooth swipe", () => {
	it("asks for no layout, and leaves the clip that is not on stage for later", async () => {
		await opened.page.addInitScript(`
			globalThis.counted = { frames: 0, layouts: 0 };
			const count = (owner, name) => {
				const { get, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
				Object.defineProperty(owner, name, { ...rest, get() { counted.layouts++; return get.call(this); } });
			};
			for (const name of ["scrollHeight", "clientHeight", "clientWidth"]) count(Element.prototype, name);
			for (const name of ["offsetHeight", "offsetWidth"]) count(HTMLElement.prototype, name);
			const { getBoundingClientRect } = Element.prototype;
			Element.prototype.getBoundingClientRect = function () { counted.layouts++; return getBoundingClientRect.call(this); };
		`);
		const page = await start();
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		await expect.poll(() => framedPlayers(page), { timeout: 20_000 }).toBe(3);
		const { layouts, before, during } = await page.evaluate(async () => {
			const labels = () => [...document.querySelectorAll(".slot")].map((slot) => slot.getAttribute("aria-label"));
			const labelsBefore = labels();
			counted.layouts = 0;
			dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
			// What was drawn for the swipe was drawn in a microtask of it.
			for (let i = 0; i < 20; i++) await Promise.resolve();
			const asked = counted.layouts;
			return { layouts: asked, before: labelsBefore, during: labels() };
		});
		expect(layouts).toBe(0);
		expect(during).toEqual(before);
		const after = () => page.evaluate(() => [...document.querySelectorAll(".slot")].map((slot) => slot.getAttribute("aria-label")));
		await expect.poll(async () => (await after()).filter((label, slot) => label !== before[slot]).length).toBe(1);
	});

	it("draws nothing by script while a clip just plays, and its line is where the clip is", async () => {
		await opened.page.addInitScript(`
			globalThis.counted = { frames: 0, layouts: 0 };
			const { requestAnimationFrame } = globalThis;
			globalThis.requestAnimationFrame = (callback) => { counted.frames++; return requestAnimationFrame(callback); };
		`);
		const page = await start();
		const line = page.locator(".progress__line i");
		const share = () => line.evaluate((element) => Number(/matrix\(([\d.]+)/.exec(getComputedStyle(element).transform)?.[1] ?? "NaN"));
		await page.evaluate(() => {
			counted.frames = 0;
		});
		const from = (await stageVideo(page)).currentTime;
		await expect.poll(async () => Math.abs((await stageVideo(page)).currentTime - from)).toBeGreaterThan(0.5);
		expect(await page.evaluate(() => counted.frames)).toBe(0);
		await page.keyboard.press(" ");
		await page.keyboard.press("ArrowRight");
		await expect.poll(async () => Math.abs((await share()) * 7 - (await stageVideo(page)).currentTime)).toBeLessThan(0.1);
	});
});
