import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { goOn, onStage, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

const addressOf = (page: Page) => {
	const { pathname, search } = new URL(page.url());
	return decodeURIComponent(pathname + search).replaceAll("+", " ");
};
const box = (page: Page) => page.getByRole("combobox", { name: "Search" });
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "Kinds of results" }).getByRole("link", { name });

describe.each(["phone", "desktop"] as const)("the way to the search on a %s", (screen) => {
	it("is one click from the feed, and one key", async () => {
		const page = await open({ screen });
		await page.goto("/");
		await untilPlaying(page);
		await page.getByRole("link", { name: "Search", exact: true }).click();
		await expect.poll(() => box(page).evaluate((input) => input === document.activeElement)).toBe(true);
		await page.goto("/explore");
		await page.getByRole("heading", { name: "Explore" }).waitFor();
		await page.keyboard.press("/");
		await expect.poll(() => box(page).evaluate((input) => input === document.activeElement)).toBe(true);
		expect(await box(page).inputValue()).toBe("");
	});
});

describe("the box", () => {
	it("completes what is typed, by mouse and by keys, and Escape closes and empties it", async () => {
		const page = await open({});
		await page.goto("/search");
		await box(page).pressSequentially("gar");
		await page.getByRole("option", { name: "garden" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => page.getByRole("option", { name: "garden" }).getAttribute("aria-selected")).toBe("true");
		await page.keyboard.press("Enter");
		await expect.poll(() => addressOf(page)).toBe("/search?q=garden");
		await box(page).fill("no");
		await page.getByRole("option", { name: "noodles" }).click();
		await expect.poll(() => addressOf(page)).toBe("/search?q=noodles");
		await box(page).fill("jo");
		await page.getByRole("option", { name: /@jonas/ }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("option", { name: /@jonas/ }).waitFor({ state: "hidden" });
		await page.keyboard.press("Escape");
		expect(await box(page).inputValue()).toBe("");
		await box(page).fill("jo");
		await page.getByRole("option", { name: /@jonas/ }).click();
		await page.getByRole("heading", { name: "Jonas Weber" }).waitFor();
	});

	it("keeps what was searched on the device, one by one or all to be forgotten", async () => {
		const page = await open({});
		for (const words of ["garden", "noodles"]) {
			await page.goto("/search");
			await box(page).fill(words);
			await page.keyboard.press("Enter");
			await page.getByRole("heading", { name: "Videos" }).waitFor();
		}
		await page.goto("/search");
		const recent = page.getByRole("region", { name: "Recent searches" });
		await expect.poll(() => recent.getByRole("link").allTextContents()).toEqual(["noodles", "garden"]);
		await recent.getByRole("button", { name: "Forget noodles" }).click();
		await expect.poll(() => recent.getByRole("link").allTextContents()).toEqual(["garden"]);
		await recent.getByRole("button", { name: "Clear all" }).click();
		await recent.waitFor({ state: "detached" });
		await page.reload();
		await page.getByRole("heading", { name: "To begin with" }).waitFor();
		expect(await recent.count()).toBe(0);
		expect(api.state.requests.filter((request) => request.includes("recent"))).toEqual([]);
	});
});

describe("what was found", () => {
	it("comes a few of each kind, then page after page of one; the address says which", async () => {
		const page = await open({});
		await page.goto("/search?q=na");
		await page.getByRole("heading", { name: "Hashtags" }).waitFor();
		await tab(page, "Videos").click();
		await expect.poll(() => addressOf(page)).toBe("/search?q=na&type=videos");
		await page.goto("/search?q=nature&type=videos");
		const tiles = page.locator(".search .tile");
		await expect.poll(() => tiles.count()).toBe(6);
		await page.getByRole("button", { name: "Show more" }).click();
		await expect.poll(() => tiles.count()).toBe(8);
		await tab(page, "People").click();
		await page.getByRole("heading", { name: "Nothing found for “nature”" }).waitFor();
		await page.getByRole("link", { name: "Search everything" }).click();
		await expect.poll(() => addressOf(page)).toBe("/search?q=nature");
		await page.goto("/search?q=harbour&type=sounds");
		expect(await page.getByRole("link", { name: /Harbour at dawn/ }).getAttribute("href")).toBe("/sound/900");
		await page.goto("/search?q=nature&type=hashtags");
		expect(await page.getByRole("link", { name: /#nature/ }).getAttribute("href")).toBe("/tag/nature");
	});

	it("plays from the one that was opened, in both directions, and back finds the list", async () => {
		const page = await open({});
		await page.goto("/search?q=nature");
		await page.locator(".search .tile a").nth(1).click();
		await untilPlaying(page);
		const title = await onStage(page).getAttribute("aria-label");
		await goOn(page);
		await expect.poll(() => onStage(page).getAttribute("aria-label")).not.toBe(title);
		expect(addressOf(page)).toMatch(/^\/search\/\d+\?q=nature$/);
		await page.getByRole("link", { name: "Back to the search" }).click();
		await expect.poll(() => addressOf(page)).toBe("/search?q=nature");
		await page.locator(".search .tile").first().waitFor();
		await expect.poll(() => api.state.watched.some(({ source }) => source === "search")).toBe(true);
	});

	it("asks whether something else was meant", async () => {
		const page = await open({});
		await page.goto("/search?q=sunrize");
		await page.getByText("Did you mean").getByRole("link", { name: "sunrise" }).click();
		await expect.poll(() => addressOf(page)).toBe("/search?q=sunrise");
		expect(await page.getByText("Did you mean").count()).toBe(0);
	});

	it("leads on where there is nothing, and is tried again where it did not come", async () => {
		const page = await open({});
		await page.goto("/search?q=zzzzzz");
		await page.getByRole("heading", { name: "Nothing found for “zzzzzz”" }).waitFor();
		await page.getByRole("region", { name: "Many watch these" }).getByRole("link").first().click();
		await untilPlaying(page);
		for (let tries = 0; tries < 3; tries++) api.state.failures.push("GET /api/v1/search");
		await page.goto("/search?q=garden");
		await page.getByRole("button", { name: "Try again" }).click();
		await page
			.getByRole("link", { name: /Garden after rain/ })
			.first()
			.waitFor();
	});

	it("says so without a connection, and comes by itself when it is back", async () => {
		const page = await open({});
		await page.goto("/search");
		await page.getByRole("heading", { name: "To begin with" }).waitFor();
		await page.context().setOffline(true);
		await box(page).fill("garden");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").getByText("You're offline.").waitFor();
		await page.context().setOffline(false);
		await page
			.getByRole("link", { name: /Garden after rain/ })
			.first()
			.waitFor();
	});
});
