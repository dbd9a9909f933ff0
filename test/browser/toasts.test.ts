import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, stageVideo, untilPlaying } from "./support/page.ts";
import { holdStage } from "./support/stage.ts";

const { api, opened, open } = clientForTests({ signedIn: true });

const start = async (): Promise<Page> => {
	await opened.page.goto("/");
	await untilPlaying(opened.page);
	return opened.page;
};
const cover = async (one: Locator, other: Locator): Promise<boolean> => {
	const [a, b] = [await one.boundingBox(), await other.boundingBox()];
	if (!a || !b) throw new Error("one of the two is not there");
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
};

describe("a toast", () => {
	it("is a small pill at the head, clear of the feeds' names, the sound, the caption and the rail", async () => {
		const page = await start();
		await onStage(page).getByRole("button", { name: "Favourite" }).click();
		const toast = page.locator(".toast");
		await toast.getByText("Added to your favourites").waitFor();
		const box = await toast.boundingBox();
		expect(box?.y).toBeLessThan(120);
		expect(box?.height).toBeLessThan(60);
		for (const part of [".caption", ".actions"]) expect(await cover(toast, onStage(page).locator(part))).toBe(false);
		for (const part of [".feed-tabs", ".sound-pill"]) expect(await cover(toast, page.locator(part))).toBe(false);
	});
	it.each(["phone", "desktop"] as const)("on a page of its own leaves the page's head in sight: %s", async (screen) => {
		const page = await open({ signedIn: true, screen });
		await page.goto("/settings/feed");
		await page.getByLabel("Add a topic you want more of").fill("#gardening");
		await page.keyboard.press("Enter");
		await page.locator(".toast").waitFor();
		await page.evaluate("scrollTo(0, 0)");
		for (const part of ["h1", ".page__head"]) {
			await expect.poll(() => cover(page.locator(".toast"), page.locator(part))).toBe(false);
			expect((await page.locator(part).boundingBox())?.y).toBeGreaterThanOrEqual(0);
		}
	});
	it("with a way back can be found and pressed for eight seconds at least", async () => {
		await open({ signedIn: true, apart: true });
		await opened.page.clock.install();
		const page = await start();
		await onStage(page).getByRole("button", { name: /^More/ }).click();
		await page.getByRole("button", { name: "Not interested" }).click();
		const undo = page.locator(".toast").getByRole("button", { name: "Undo" });
		await undo.waitFor();
		await page.clock.fastForward(8_000);
		expect(await undo.count()).toBe(1);
		await page.clock.fastForward(4_000);
		await undo.waitFor({ state: "detached" });
	});
	it("is gone when a sheet opens over it, and what is told in the sheet covers none of it", async () => {
		const page = await start();
		await opened.context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await onStage(page)
			.getByRole("button", { name: /^Share/ })
			.click();
		await page.getByRole("button", { name: "Copy link", exact: true }).click();
		await page.locator(".toast").waitFor();
		await onStage(page)
			.getByRole("button", { name: /^Comments/ })
			.click();
		await page.getByText("The light at the end!").waitFor();
		expect(await page.locator(".toast").count()).toBe(0);
		api.state.failures.push("POST /api/v1/videos/1000/comment");
		await page.getByRole("textbox", { name: "Add a comment" }).fill("So calm.");
		await page.keyboard.press("Enter");
		const toast = page.locator(".toast");
		await toast.getByText("Reelay is taking a breath.").waitFor();
		// While the sheet still moves, what is told moves with it.
		for (const part of [".composer", ".sheet__head"]) await expect.poll(() => cover(toast, page.locator(part))).toBe(false);
	});
});

describe("a tap", () => {
	it("pauses at once, in the same task; the second of a double tap plays on and likes", async () => {
		const page = await start();
		const paused = await page.evaluate(`(() => {
			const stage = document.querySelector(".stage");
			const video = document.querySelector(".slot:not([inert]) video");
			const tap = () => {
				for (const type of ["pointerdown", "pointerup"])
					stage.dispatchEvent(new PointerEvent(type, { pointerId: 7, clientX: 150, clientY: 300, button: 0, bubbles: true }));
				return video.paused;
			};
			return [tap(), tap()];
		})()`);
		expect(paused).toEqual([true, false]);
		await page.locator(".burst svg").waitFor();
		await expect.poll(() => api.state.liked.has("1000")).toBe(true);
		await untilPlaying(page);
		expect(await page.locator(".pause-mark").count()).toBe(0);
	});
	it("that pauses stays a pause when no second one follows", async () => {
		await open({ signedIn: true, apart: true });
		await opened.page.clock.install();
		const page = await start();
		await page.locator(".stage").tap({ position: { x: 150, y: 300 } });
		expect((await stageVideo(page)).paused).toBe(true);
		await page.locator(".pause-mark").waitFor();
		await page.clock.fastForward(1_000);
		expect((await stageVideo(page)).paused).toBe(true);
	});
});

describe("the hint of the first swipe", () => {
	const hint = (page: Page) => page.getByText("Swipe up for the next one");
	it("goes once a finger is down, on the picture or on the progress bar", async () => {
		const page = await start();
		await hint(page).waitFor();
		const hold = await holdStage(page, 0.6);
		await hint(page).waitFor({ state: "detached" });
		await hold.release();
		await page.reload();
		await untilPlaying(page);
		await hint(page).waitFor();
		const bar = await page.getByRole("slider", { name: "Position in the video" }).boundingBox();
		await page.mouse.move((bar?.x ?? 0) + 40, (bar?.y ?? 0) + 12);
		await page.mouse.down();
		await hint(page).waitFor({ state: "detached" });
		await page.mouse.up();
	});
});
