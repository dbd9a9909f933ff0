import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });

const openComments = async (): Promise<Page> => {
	const { page } = opened;
	await page.goto("/");
	await untilPlaying(page);
	await onStage(page)
		.getByRole("button", { name: /^Comments/ })
		.click();
	await page.getByText("The light at the end!").waitFor();
	return page;
};
const pathOf = (page: Page) => new URL(page.url()).pathname;
const gone = (page: Page) => page.locator("dialog").waitFor({ state: "detached" });

describe("a sheet", () => {
	it("is closed by “back”, and the screen under it stays", async () => {
		const page = await openComments();
		await page.goBack();
		await gone(page);
		expect(pathOf(page)).toBe("/");
		await untilPlaying(page);
	});
	it("leaves no step behind in the history when it was closed otherwise", async () => {
		await opened.page.goto("/explore");
		await opened.page.getByRole("link", { name: "Home", exact: true }).click();
		const { page } = opened;
		await untilPlaying(page);
		await page.keyboard.press("?");
		await page.getByRole("heading", { name: "Keys" }).waitFor();
		await page.keyboard.press("Escape");
		await gone(page);
		await page.goBack();
		await expect.poll(() => pathOf(page)).toBe("/explore");
	});
	it("gives its step to the page a link in it leads to", async () => {
		const page = await openComments();
		await page.getByRole("dialog").getByRole("link", { name: "Jonas Weber" }).click();
		await page.getByRole("heading", { name: "Jonas Weber" }).waitFor();
		expect(pathOf(page)).toBe("/@jonas");
		await page.goBack();
		await untilPlaying(page);
		expect([pathOf(page), await page.locator("dialog").count()]).toEqual(["/", 0]);
	});
	it("begins at its title, keeps the focus within, and gives it back", async () => {
		const page = await openComments();
		const focused = () => page.evaluate("document.activeElement.textContent");
		expect(await focused()).toBe("Comments 3");
		for (let i = 0; i < 12; i++) {
			await page.keyboard.press("Tab");
			expect(await page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")).toBe(
				true,
			);
		}
		await page.keyboard.press("Escape");
		await gone(page);
		expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toMatch(/^Comments/);
	});
	it("shows over itself what failed in it, and the way to try again", async () => {
		const page = await openComments();
		api.state.failures.push("POST /api/v1/videos/1000/comment");
		await page.getByRole("textbox", { name: "Add a comment" }).fill("So calm.");
		await page.keyboard.press("Enter");
		const toast = page.getByRole("dialog").getByText("Reelay is taking a breath.");
		await toast.waitFor();
		const box = await toast.boundingBox();
		const top = await page.evaluate(`document.elementFromPoint(${(box?.x ?? 0) + 4}, ${(box?.y ?? 0) + 4}).closest('.toast') !== null`);
		expect(top).toBe(true);
		// What was written is not lost.
		expect(await page.getByRole("textbox", { name: "Add a comment" }).inputValue()).toBe("So calm.");
	});
	it("takes a new line by shift and Enter, and sends by Enter", async () => {
		const page = await openComments();
		await page.getByRole("textbox", { name: "Add a comment" }).fill("One");
		await page.keyboard.press("Shift+Enter");
		await page.keyboard.type("two");
		await page.keyboard.press("Enter");
		await page.getByText(/^One\s+two$/).waitFor();
	});
});

describe("a screen", () => {
	it("has a name of its own in the tab and in the history", async () => {
		const { page } = opened;
		const names: string[] = [];
		for (const path of ["/explore", "/inbox", "/settings", "/upload", "/@mina", "/v/1001", "/no/such/place", "/"]) {
			await page.goto(path);
			await page.locator("main").first().waitFor();
			await page.waitForLoadState("networkidle");
			// What waits in the inbox stands before it.
			names.push((await page.title()).replace(/^\(\d+\) /, ""));
		}
		expect(names).toEqual([
			...["Explore · reelay", "Inbox · reelay", "Settings · reelay", "Upload · reelay", "Mina Okafor (@mina) · reelay"],
			...["Tiny tea ritual · reelay", "Not found · reelay", "reelay"],
		]);
	});
	it("is found again where it was left", async () => {
		const { page } = opened;
		await page.goto("/explore");
		await page.getByRole("link", { name: /^#nature/ }).waitFor();
		// What loads above moves the rest: all of it is there before the place is noted.
		await page.getByRole("heading", { name: "Sounds" }).waitFor();
		const tile = page.locator(".tile__link").nth(8);
		await tile.evaluate((element) => (element as unknown as { scrollIntoView(options: object): void }).scrollIntoView({ block: "center" }));
		const place = Number(await page.evaluate("scrollY"));
		expect(place).toBeGreaterThan(200);
		await tile.click();
		await untilPlaying(page);
		await page.goBack();
		await tile.waitFor();
		await expect.poll(() => page.evaluate("scrollY")).toBe(place);
		await page.getByRole("link", { name: "Inbox" }).click();
		await page.getByText("Jonas Weber follows you.").waitFor();
		expect(await page.evaluate("scrollY")).toBe(0);
	});
	it("is found again where it was left, too, when it has to be loaded anew", async () => {
		const { page } = opened;
		await page.setViewportSize({ width: 390, height: 480 });
		await page.goto("/settings/notifications");
		await page.getByRole("switch").first().waitFor();
		await page.evaluate("scrollTo(0, document.body.scrollHeight)");
		const place = Number(await page.evaluate("scrollY"));
		expect(place).toBeGreaterThan(100);
		await page.getByRole("link", { name: "Inbox" }).click();
		await page.getByText("Jonas Weber follows you.").waitFor();
		const go = Promise.withResolvers<void>();
		await page.route("**/notifications/settings", (route) => go.promise.then(() => route.fallback()));
		await page.goBack();
		await page.getByRole("heading", { name: "Notifications" }).waitFor();
		expect(await page.evaluate("scrollY")).toBeLessThan(place);
		go.resolve();
		await expect.poll(() => page.evaluate("scrollY")).toBe(place);
	});
	it("leads on where an address leads nowhere", async () => {
		const { page } = opened;
		for (const path of ["/no/such/place", "/v/999999"]) {
			await page.goto(path);
			await page.getByRole("link", { name: "To the feed" }).click();
			await untilPlaying(page);
		}
		await page.goto("/@nobody_here");
		await page.getByRole("link", { name: "Look around" }).waitFor();
	});
	it("goes back by its own arrow", async () => {
		const { page } = opened;
		await page.goto("/settings");
		await page.getByRole("link", { name: "Edit profile" }).click();
		await page.getByLabel("Bio").waitFor();
		await page.getByRole("button", { name: "Back" }).click();
		await page.getByRole("heading", { name: "Settings" }).waitFor();
	});
});

describe("a link", () => {
	it("to a video opens it, by copying it from there", async () => {
		const { page, context } = opened;
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.goto("/v/1003");
		await untilPlaying(page);
		await onStage(page).getByRole("button", { name: "More", exact: true }).click();
		await page.getByRole("button", { name: "Copy link" }).click();
		await page.getByText("Link copied").waitFor();
		const copied = String(await page.evaluate("navigator.clipboard.readText()"));
		expect(copied).toBe(`${api.url}/v/1003`);
		await page.goto(copied);
		await untilPlaying(page);
		expect(await onStage(page).getAttribute("aria-label")).toBe("Garden after rain");
	});
});

describe("Home, tapped at home", () => {
	it("reads the feed anew; what is there stays until it has come, and plays on when it doesn't", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page.keyboard.press("ArrowDown");
		await untilPlaying(page);
		const pages = () => api.state.requests.filter((line) => line === "GET /api/v1/feed").length;
		const there = await onStage(page).getAttribute("aria-label");
		const held: Route[] = [];
		let isDown = false;
		await page.route("**/api/v1/feed?*", async (route) => {
			if (isDown) await route.abort();
			else held.push(route);
		});
		const home = page.getByRole("link", { name: "Home", exact: true });
		await home.click();
		await expect.poll(() => held.length).toBeGreaterThan(0);
		expect(await onStage(page).getAttribute("aria-label")).toBe(there);
		isDown = true;
		await Promise.all(held.map((route) => route.abort()));
		await page.locator(".toast--fault").waitFor();
		expect(await onStage(page).getAttribute("aria-label")).toBe(there);
		await page.unroute("**/api/v1/feed?*");
		const before = pages();
		await home.click();
		await expect.poll(pages).toBeGreaterThan(before);
		await untilPlaying(page);
		expect(pathOf(page)).toBe("/");
	});
});

describe("a password", () => {
	it("can be looked at while it is written", async () => {
		const { page } = opened;
		await page.goto("/login");
		await page.getByLabel("Password").fill("long enough");
		await page.getByRole("button", { name: "Show password" }).click();
		expect(await page.getByLabel("Password").getAttribute("type")).toBe("text");
	});
});
