import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { overflowing } from "./support/look.ts";
import { onStage, untilPlaying, untilStill } from "./support/page.ts";
import { holdStage } from "./support/stage.ts";

const { api, opened } = clientForTests({ signedIn: true });

const SHAPES = [
	{ name: "a phone", width: 390, height: 844 },
	{ name: "a short phone", width: 375, height: 667 },
	{ name: "a phone on its side", width: 844, height: 390 },
	{ name: "a large phone on its side", width: 932, height: 430 },
	{ name: "a tablet", width: 820, height: 1180 },
	{ name: "a tablet on its side", width: 1180, height: 820 },
	{ name: "a desktop", width: 1440, height: 900 },
	{ name: "a desktop at twice its size", width: 720, height: 450 },
	{ name: "a wide desktop at twice its size", width: 960, height: 540 },
] as const;

/** Share of a 9:16 picture that is to be seen on the stage. */
const seenShare = (page: Page): Promise<number> =>
	page.evaluate(`(() => {
		const video = document.querySelector(".slot:not([inert]) video");
		const stage = document.querySelector(".stage").getBoundingClientRect();
		if (getComputedStyle(video).objectFit === "contain") return 1;
		const [picture, place] = [9 / 16, stage.width / stage.height];
		return Math.min(picture / place, place / picture);
	})()`) as Promise<number>;

/** What lies over what, of the parts over the clip. */
const overlapping = (page: Page): Promise<string[]> =>
	page.evaluate(`(() => {
		const parts = [".caption", ".actions", ".stage-head", ".sound-pill", ".nav"].flatMap((name) => {
			const found = [...document.querySelectorAll(name)].filter((one) => !one.closest("[inert]") && one.getBoundingClientRect().width > 0);
			return found.map((one) => ({ name, box: one.getBoundingClientRect() }));
		});
		const out = [];
		for (const [at, { name, box }] of parts.entries()) for (const other of parts.slice(at + 1)) {
			const w = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
			const h = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
			if (w > 1 && h > 1) out.push(name + " over " + other.name + " by " + Math.round(w) + "x" + Math.round(h));
		}
		return out;
	})()`) as Promise<string[]>;

describe.each(SHAPES)("on $name", ({ width, height }) => {
	it("the picture is seen, nearly all of it, and nothing lies over anything else", async () => {
		const { page } = opened;
		await page.setViewportSize({ width, height });
		await page.goto("/");
		await untilPlaying(page);
		await untilStill(page);
		expect(await seenShare(page)).toBeGreaterThan(0.8);
		expect(await overlapping(page)).toEqual([]);
		expect(await overflowing(page, "main *:not(.slot[inert] *)")).toEqual([]);
	});
});

describe("with letters of twice their size", () => {
	it.each([
		{ width: 320, height: 640 },
		{ width: 844, height: 390 },
		{ width: 1440, height: 900 },
	])("nothing lies over anything else at $width × $height", async ({ width, height }) => {
		const { page } = opened;
		await page.setViewportSize({ width, height });
		await page.goto("/");
		await untilPlaying(page);
		await page.evaluate("document.documentElement.style.fontSize = '200%'");
		await untilStill(page);
		expect(await overlapping(page)).toEqual([]);
		expect(await overflowing(page, "main *:not(.slot[inert] *)")).toEqual([]);
	});
});

describe("words over the clip", () => {
	it("can be read in full: they scroll, and the clip stays", async () => {
		const { page } = opened;
		const [card] = api.state.cards;
		Object.assign(card ?? {}, { description: "Everything that happens when three cats share a kitchen. ".repeat(30) });
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page).getByRole("button", { name: "more", exact: true }).click();
		const text = onStage(page).locator(".caption__text--open");
		await text.waitFor();
		await expect.poll(async () => (await text.boundingBox())?.height).toBeGreaterThan(200);
		const finger = await holdStage(page, 0.8);
		await finger.move(0.6);
		await finger.release();
		await expect.poll(() => page.evaluate("document.querySelector('.slot:not([inert]) .caption__text').scrollTop")).toBeGreaterThan(60);
		expect(await onStage(page).getAttribute("aria-label")).toBe(card?.title);
	});
});

describe("in the light theme", () => {
	it.each(["/", "/@mina/1000", "/v/1001", "/explore/1002"])("what lies over video is dark: %s", async (path) => {
		const { page } = opened;
		await page.addInitScript("localStorage.setItem('reelay.theme', 'light')");
		await page.goto(path);
		await untilPlaying(page);
		const ground = () => page.evaluate("getComputedStyle(document.querySelector('.nav')).backgroundColor");
		expect(await ground()).toBe("rgb(11, 11, 16)");
		expect(await page.locator("meta[name=theme-color]").getAttribute("content")).toBe("#0B0B10");
		await page.getByRole("link", { name: "Inbox" }).click();
		await page.getByRole("heading", { name: "Inbox" }).waitFor();
		expect(await ground()).toBe("rgb(250, 249, 246)");
		expect(await page.locator("meta[name=theme-color]").getAttribute("content")).toBe("#FAF9F6");
	});
});
