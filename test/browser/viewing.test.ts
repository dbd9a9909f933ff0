import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { fetchedBy, onStage, stageVideo, untilPlaying } from "./support/page.ts";

const { api, opened, open } = clientForTests();

const start = async (page: Page): Promise<Page> => {
	await page.goto("/");
	await untilPlaying(page);
	return page;
};
const title = (page: Page) => onStage(page).getAttribute("aria-label");
const openMore = async (page: Page) => {
	await onStage(page).getByRole("button", { name: "More", exact: true }).click();
	return page.getByRole("dialog");
};

describe("how clips are watched", () => {
	it("goes on to the next by itself where that is wanted, stays with a clip under a sheet, and is kept", async () => {
		const page = await start(opened.page);
		const sheet = await openMore(page);
		await sheet.getByRole("switch", { name: "Autoplay next" }).click();
		await expect.poll(async () => (await stageVideo(page)).currentTime).toBeLessThan(0.5);
		expect(await title(page)).toBe(api.state.cards[0]?.title);
		await page.keyboard.press("Escape");
		await expect.poll(() => title(page)).toBe(api.state.cards[1]?.title);
		await page.reload();
		await untilPlaying(page);
		expect(await page.evaluate("document.querySelector('.slot:not([inert]) video').loop")).toBe(false);
	});

	it("shows nothing but the picture, and all of it again", async () => {
		const page = await start(opened.page);
		await (await openMore(page)).getByRole("button", { name: "Clear screen" }).click();
		await onStage(page).getByRole("button", { name: "More", exact: true }).waitFor({ state: "hidden" });
		expect(await onStage(page).locator(".caption").isVisible()).toBe(false);
		await page.getByRole("button", { name: "Show everything again" }).click();
		await onStage(page).getByRole("button", { name: "More", exact: true }).waitFor();
		await page.keyboard.press("v");
		await onStage(page).getByRole("button", { name: "More", exact: true }).waitFor({ state: "hidden" });
	});

	it("takes the lightest picture for who saves data, from the next clip on, also after a reload", async () => {
		const page = await start(opened.page);
		const sheet = await openMore(page);
		await sheet.getByRole("radio", { name: "Save data" }).check();
		await page.keyboard.press("Escape");
		await page.goto("/settings");
		expect(await page.getByRole("radio", { name: "Save data" }).isChecked()).toBe(true);
		await page.goto("/explore/1010");
		await untilPlaying(page);
		const names = (await fetchedBy(page)).flatMap((url) => /\/1010\/g1\/(\w+)\/\d+\.m4s$/.exec(url)?.[1] ?? []);
		expect(new Set(names)).toEqual(
			new Set([api.state.cards[10]?.manifest.renditions.toSorted((a, b) => a.bandwidth - b.bandwidth)[0]?.name]),
		);
	});

	it("shows what stands at the place that is sought", async () => {
		const { page, context } = opened;
		const cue = (at: number, x: number) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\nstoryboard.jpg#xywh=${x},0,90,160`;
		await context.route("**/storyboard.vtt", (route) => route.fulfill({ body: `WEBVTT\n\n${cue(0, 0)}\n\n${cue(1, 90)}\n` }));
		await start(page);
		const bar = await page.getByRole("slider", { name: "Position in the video" }).boundingBox();
		if (!bar) throw new Error("there is no progress bar");
		await page.mouse.move(bar.x + 4, bar.y + bar.height - 2);
		await page.mouse.down();
		const frame = page.locator(".progress__preview span");
		await frame.waitFor();
		expect(await frame.evaluate((element) => element.style.backgroundPosition)).toBe("0px 0px");
		await page.mouse.move(bar.x + bar.width * 0.9, bar.y + bar.height - 2);
		await expect.poll(() => frame.evaluate((element) => element.style.backgroundPosition)).toBe("-72px 0px");
		await page.mouse.up();
		await frame.waitFor({ state: "detached" });
	});

	it("is as loud as was set on the desk, silent at nothing, and fills the screen", async () => {
		const page = await start(await open({ screen: "desktop" }));
		const volume = page.getByRole("slider", { name: "Volume" });
		await volume.fill("4");
		await expect.poll(() => page.evaluate("document.querySelector('.slot:not([inert]) video').volume")).toBeCloseTo(0.4);
		expect((await stageVideo(page)).muted).toBe(false);
		await volume.fill("0");
		await expect.poll(async () => (await stageVideo(page)).muted).toBe(true);
		await page.getByRole("button", { name: "Full screen" }).click();
		await expect.poll(() => page.evaluate("document.fullscreenElement?.className ?? ''")).toContain("player");
		await page.keyboard.press("f");
		await expect.poll(() => page.evaluate("document.fullscreenElement === null")).toBe(true);
	});

	it("says on the desk how loud it is in the language that is read", async () => {
		const page = await open({ screen: "desktop", apart: true });
		await page.addInitScript(`localStorage.setItem("reelay.language", "de")`);
		await page.goto("/");
		await page.getByRole("slider", { name: "Lautstärke" }).waitFor();
		await page.getByRole("button", { name: "Vollbild" }).waitFor();
	});
});
