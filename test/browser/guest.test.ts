import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, swipe, untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests();

const logIn = async (page: Page) => {
	await page.getByLabel("User name or e-mail").fill("robin");
	await page.getByLabel("Password").fill("long enough");
	await page.getByRole("button", { name: "Log in" }).click();
};
const titleOf = (id: string) => api.state.cards.find((card) => card.id === id)?.title ?? "";
/** The second clip of the feed, so that a feed begun anew would show. */
const onSecondClip = async (): Promise<Page> => {
	const { page } = opened;
	await page.goto("/");
	await untilPlaying(page);
	await swipe(page);
	await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(titleOf("1001"));
	await untilPlaying(page);
	return page;
};
const isBack = async (page: Page, id = "1001") => {
	await expect.poll(() => new URL(page.url()).pathname).toBe("/");
	await untilPlaying(page);
	expect(await onStage(page).getAttribute("aria-label")).toBe(titleOf(id));
};

describe("a guest who signs in", () => {
	it("lands on the same clip with the like done", async () => {
		api.state.cards[1] = { ...(api.state.cards[1] as (typeof api.state.cards)[number]), liked: false };
		const page = await onSecondClip();
		await onStage(page).getByRole("button", { name: /^Like/ }).click();
		await page.getByRole("button", { name: "I have an account" }).click();
		await logIn(page);
		await isBack(page);
		await expect.poll(() => api.state.liked.has("1001")).toBe(true);
		await expect.poll(() => onStage(page).getByRole("button", { name: /^Like/ }).getAttribute("aria-pressed")).toBe("true");
		// What follows is the feed of the account, begun anew.
		await swipe(page);
		await expect.poll(() => onStage(page).getAttribute("aria-label")).toBe(titleOf("1000"));
	});
	it("lands there with the favourite done, having made an account and chosen interests", async () => {
		const page = await onSecondClip();
		await onStage(page).getByRole("button", { name: "Favourite" }).click();
		await page.getByRole("button", { name: "Sign up" }).click();
		await page.getByLabel("User name").fill("robin");
		await page.getByLabel("Password").fill("long enough");
		await page.getByLabel("Date of birth").fill("1990-04-01");
		await page.getByRole("button", { name: "Sign up" }).click();
		await page.getByRole("button", { name: "Space" }).click();
		await page.getByRole("button", { name: "Start watching" }).click();
		await isBack(page);
		await expect.poll(() => api.state.saved).toEqual(["1001"]);
	});
	it("lands there with the follow done", async () => {
		const page = await onSecondClip();
		await onStage(page)
			.getByRole("button", { name: /^Follow / })
			.click();
		await page.getByRole("button", { name: "I have an account" }).click();
		await logIn(page);
		await isBack(page);
		await expect.poll(() => [...api.state.followed]).toEqual(["101"]);
		await onStage(page)
			.getByRole("button", { name: /^Following/ })
			.waitFor();
	});
	it("has their comment written", async () => {
		const page = await onSecondClip();
		await onStage(page)
			.getByRole("button", { name: /^Comments/ })
			.click();
		await page.getByRole("textbox", { name: "Add a comment" }).fill("So calm.");
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "Join reelay to comment" }).waitFor();
		await page.getByRole("button", { name: "I have an account" }).click();
		await logIn(page);
		await isBack(page);
		await expect.poll(() => api.state.comments).toEqual([{ videoId: "1001", text: "So calm." }]);
		await page.getByText("Your comment is up").waitFor();
	});
	it("does nothing they no longer want", async () => {
		const page = await onSecondClip();
		await onStage(page).getByRole("button", { name: "Favourite" }).click();
		await page.getByRole("button", { name: "I have an account" }).waitFor();
		await page.keyboard.press("Escape");
		await page.locator("dialog").waitFor({ state: "detached" });
		await page.locator(".stage-head").getByRole("link", { name: "Log in" }).click();
		await logIn(page);
		await isBack(page);
		expect(api.state.saved).toEqual([]);
	});
});

describe("a guest", () => {
	it.each(["/", "/v/1002", "/@mina/1000", "/explore/1001"])("sees whose house this is, and the way in: %s", async (path) => {
		const { page } = opened;
		await page.goto(path);
		await untilPlaying(page);
		await page.locator(".stage-head").getByRole("link", { name: "reelay, home" }).waitFor();
		await page.locator(".stage-head").getByRole("link", { name: "Log in" }).click();
		await page.getByRole("heading", { name: "Log in" }).waitFor();
		await logIn(page);
		await untilPlaying(page);
		expect(new URL(page.url()).pathname).toBe(path);
		expect(await page.locator(".stage-head").getByRole("link", { name: "Log in" }).count()).toBe(0);
	});
	it("is welcomed back only where somebody signed in before", async () => {
		const { page } = opened;
		await page.goto("/login");
		await page.getByRole("heading", { name: "Log in" }).waitFor();
		expect(await page.getByText("Welcome back").count()).toBe(0);
		await logIn(page);
		await untilPlaying(page);
		await page.goto("/settings");
		await page.getByRole("button", { name: "Log out" }).click();
		await untilPlaying(page);
		await page.goto("/login");
		await page.getByRole("heading", { name: "Welcome back" }).waitFor();
	});
});
