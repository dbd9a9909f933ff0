import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { fetchedBy, goOn, onStage, stageVideo, untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });

const start = async (): Promise<Page> => {
	await opened.page.goto("/");
	await untilPlaying(opened.page);
	return opened.page;
};
/** The first seconds of the three clips after the one on stage are held. */
const untilHeld = (page: Page) =>
	expect.poll(async () => (await fetchedBy(page)).filter((url) => /\/(1001|1002|1003)\/g1\/\w+\/0\.m4s$/.test(url)).length).toBe(3);

describe("without a connection", () => {
	it("clips at hand go on playing; the others say so, and play when it is back", async () => {
		const { context } = opened;
		const page = await start();
		await untilHeld(page);
		await context.setOffline(true);
		for (let i = 0; i < 3; i++) {
			// By keys: a finger made for the test would take the page's knowledge of being offline with it.
			await page.keyboard.press("ArrowDown");
			await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[i + 1]?.title);
			// Two seconds of each are held: on a slow machine they may be over by now.
			await expect.poll(async () => (await stageVideo(page)).currentTime).toBeGreaterThan(0.2);
		}
		await page.keyboard.press("ArrowDown");
		await onStage(page).getByText("You're offline. This video plays once you're connected.").waitFor();
		expect(await onStage(page).locator(".spinner").count()).toBe(0);
		await onStage(page).getByRole("button", { name: "Try again" }).click();
		await onStage(page).getByText("You're offline. This video plays once you're connected.").waitFor();
		await context.setOffline(false);
		await untilPlaying(page);
		expect(await onStage(page).getByText("You're offline.").count()).toBe(0);
	});
	it("the end of what is known says why it is the end, and goes on by itself", async () => {
		const { context } = opened;
		const page = await start();
		await untilHeld(page);
		await context.setOffline(true);
		const last = api.state.next - 1;
		for (let i = 0; i < last; i++) await goOn(page);
		await page.keyboard.press("ArrowDown");
		await page.locator(".toast").getByText("You're offline.").waitFor();
		await context.setOffline(false);
		await expect.poll(() => api.state.requests.filter((line) => line === "GET /api/v1/feed").length).toBeGreaterThan(1);
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(api.state.cards[last + 1]?.title);
	});
	it("no picture is broken: what lies beneath is seen, and it is asked for again", async () => {
		const { page, context } = opened;
		let refused = 0;
		await context.route("**/cover.jpg", (route) => {
			refused++;
			return route.abort();
		});
		await page.goto("/explore");
		await page.locator(".tile__link canvas").first().waitFor();
		await expect.poll(() => refused).toBeGreaterThan(3);
		const pictures = (which: string) => page.evaluate(`[...document.querySelectorAll(".tile__link img")].filter((img) => ${which}).length`);
		await expect.poll(() => pictures("img.complete && img.naturalWidth === 0")).toBe(0);
		await context.unroute("**/cover.jpg");
		await context.setOffline(true);
		// What is taken back before the page noticed it never happened to the page.
		await page.waitForFunction("!navigator.onLine");
		await context.setOffline(false);
		await expect.poll(() => pictures("img.naturalWidth > 0")).toBeGreaterThan(3);
	});
	it("a screen that could not be loaded says why, and is there once the connection is", async () => {
		const { context } = opened;
		const page = await start();
		await context.setOffline(true);
		await page.getByRole("link", { name: "Inbox" }).click();
		await page.getByText("You're offline. It works again as soon as you're connected.").waitFor();
		await context.setOffline(false);
		await page.getByText("Jonas Weber follows you.").waitFor();
	});
	it("one's own place leads to the settings, though it can't be loaded", async () => {
		const { context } = opened;
		const page = await start();
		// What they need comes once the first clip is seen.
		await expect.poll(async () => (await fetchedBy(page)).filter((url) => /(Profile|Settings)Screen-/.test(url)).length).toBeGreaterThan(1);
		await context.setOffline(true);
		await page.getByRole("link", { name: "Me", exact: true }).click();
		await page.getByText("You're offline. It works again as soon as you're connected.").waitFor();
		await page.getByRole("link", { name: "Settings" }).click();
		await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
		await context.setOffline(false);
	});
	it("tells not to reload what nobody keeps", async () => {
		const { context } = opened;
		const page = await start();
		await context.setOffline(true);
		await page.getByRole("status").getByText("it can't be loaded anew until you're back").waitFor({ state: "attached" });
	});
});
