import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, swipe, untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });

const pathOf = (page: Page) => new URL(page.url()).pathname;
const titleOf = (id: string) => api.state.cards.find((card) => card.id === id)?.title ?? "";
const shows = async (page: Page, path: string) => {
	await expect.poll(() => pathOf(page)).toBe(path);
	await untilPlaying(page);
	expect(await onStage(page).getAttribute("aria-label")).toBe(titleOf(path.replace(/.*\//, "")));
};
const [UP, DOWN] = [(page: Page) => swipe(page, 0.7, 0.3), (page: Page) => swipe(page, 0.3, 0.7)];

describe("the address", () => {
	it("follows the swipe through a person's videos, both ways from the one that was opened", async () => {
		const { page } = opened;
		await page.goto("/@mina");
		await page.locator(".tile__link").nth(2).click();
		await shows(page, "/@mina/1010");
		await DOWN(page);
		await shows(page, "/@mina/1005");
		await DOWN(page);
		await shows(page, "/@mina/1000");
		for (const id of ["1005", "1010", "1015"]) {
			await UP(page);
			await shows(page, `/@mina/${id}`);
		}
		await page.goBack();
		await page.getByRole("heading", { name: "Mina Okafor" }).waitFor();
		expect(pathOf(page)).toBe("/@mina");
		await page.goForward();
		await shows(page, "/@mina/1015");
	});
	it("opened directly, deep in a list of many pages, shows its clip at once and finds both neighbours", async () => {
		api.state.tilesPerPage = 2;
		const { page } = opened;
		await page.goto("/@mina/1015");
		await shows(page, "/@mina/1015");
		await expect.poll(() => api.state.requests.filter((line) => line === "GET /api/v1/users/@mina/videos").length).toBe(2);
		await DOWN(page);
		await shows(page, "/@mina/1010");
		await UP(page);
		await UP(page);
		await shows(page, "/@mina/1020");
		await page.reload();
		await shows(page, "/@mina/1020");
	});
	it("of a shared video follows what comes after it, and is found again by reload and “back”", async () => {
		const { page } = opened;
		await page.goto("/inbox");
		await page.getByText("@mina and 12 others liked").click();
		await shows(page, "/v/1001");
		await UP(page);
		await shows(page, "/v/1000");
		await UP(page);
		await expect.poll(() => pathOf(page)).not.toBe("/v/1000");
		const path = pathOf(page);
		await shows(page, path);
		await page.reload();
		await shows(page, path);
		await page.goBack();
		await page.getByText("@mina and 12 others liked").waitFor();
	});
	it("follows through a hashtag's videos, in the order that was chosen", async () => {
		const { page } = opened;
		await page.goto("/tag/nature");
		await page.locator(".tile__link").nth(1).click();
		await shows(page, "/tag/nature/1003");
		await DOWN(page);
		await shows(page, "/tag/nature/1000");
		await UP(page);
		await UP(page);
		await shows(page, "/tag/nature/1006");
		await page.goBack();
		await page.getByRole("link", { name: "Newest" }).click();
		await page.locator(".tile__link").first().click();
		await shows(page, "/tag/nature/1021");
		await page.getByRole("link", { name: "Back to #nature" }).click();
		await expect.poll(() => page.getByRole("link", { name: "Newest" }).getAttribute("aria-current")).toBe("page");
	});
	it("follows through favourites", async () => {
		api.state.saved = ["1004", "1002", "1001"];
		const { page } = opened;
		await page.goto("/favourites/1002");
		await shows(page, "/favourites/1002");
		await DOWN(page);
		await shows(page, "/favourites/1004");
	});
	it("stays with the clip while a sheet is open, and the sheet's step stays out of the way", async () => {
		const { page } = opened;
		await page.goto("/explore");
		await page.locator(".tile__link").nth(1).click();
		await shows(page, "/explore/1001");
		await UP(page);
		await shows(page, "/explore/1002");
		await onStage(page)
			.getByRole("button", { name: /^Comments/ })
			.click();
		await page.getByText("The light at the end!").waitFor();
		await page.keyboard.press("Escape");
		await page.locator("dialog").waitFor({ state: "detached" });
		await UP(page);
		await shows(page, "/explore/1003");
		await page.goBack();
		await expect.poll(() => pathOf(page)).toBe("/explore");
	});
});

/** A finger from one side to the other, as shares of the screen's width. */
async function sideways(page: Page, from: number, to: number): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	const { width = 0, height = 0 } = page.viewportSize() ?? {};
	const at = (share: number) => [{ x: width * share, y: height * 0.35 }];
	const move = (step: number) =>
		cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(from + ((to - from) * step) / 8) });
	// Sent together, so that the touch is no hold however busy the machine is.
	await Promise.all([cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from) }), move(1)]);
	for (let step = 2; step <= 8; step++) await move(step);
	await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	await cdp.detach();
}

describe("a swipe to the left", () => {
	it("opens the creator; one to the right leads back to the clip", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await UP(page);
		await untilPlaying(page);
		const title = await onStage(page).getAttribute("aria-label");
		await sideways(page, 0.8, 0.2);
		await page.getByRole("heading", { name: "Jonas Weber" }).waitFor();
		expect(pathOf(page)).toBe("/@jonas");
		await sideways(page, 0.2, 0.8);
		await expect.poll(() => pathOf(page)).toBe("/");
		await untilPlaying(page);
		expect(await onStage(page).getAttribute("aria-label")).toBe(title);
	});
	it("let go of early changes nothing", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		const cdp = await page.context().newCDPSession(page);
		const at = (x: number) => [{ x, y: 300 }];
		// A slow finger, by the times of its own: however quickly these are sent.
		const begun = Date.now() / 1000;
		await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(300), timestamp: begun });
		for (const [step, x] of [280, 260, 250, 250].entries()) {
			await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(x), timestamp: begun + 0.08 * (step + 1) });
		}
		await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [], timestamp: begun + 0.4 });
		await expect.poll(() => page.evaluate("document.querySelector('.stage').style.transform")).toBe("");
		expect(pathOf(page)).toBe("/");
		await untilPlaying(page);
	});
});

describe("blocking", () => {
	it("asks first, hides the videos, and says what unblocking brings back", async () => {
		api.state.followed.add("100");
		const { page } = opened;
		await page.goto("/@mina");
		await page.locator(".tile__link").first().waitFor();
		await page.getByRole("button", { name: "Block Mina Okafor" }).click();
		await page.getByRole("button", { name: "Cancel" }).click();
		await page.locator("dialog").waitFor({ state: "detached" });
		expect(api.state.blocked.size).toBe(0);
		await page.getByRole("button", { name: "Block Mina Okafor" }).click();
		await page.getByText("Unblocking doesn't bring that back.").waitFor();
		await page.getByRole("button", { name: "Block", exact: true }).click();
		await page.getByRole("heading", { name: "You blocked Mina Okafor" }).waitFor();
		expect(await page.locator(".tile__link").count()).toBe(0);
		await page.getByRole("button", { name: "Unblock" }).click();
		await page.getByText("To see them in Following, follow them again.").waitFor();
		await page.locator(".tile__link").first().waitFor();
		await page.getByRole("button", { name: "Follow", exact: true }).waitFor();
	});
});

describe("an address that leads nowhere", () => {
	it.each(["/no/such/place", "/@nobody_here", "/v/999999"])("has a heading: %s", async (path) => {
		const { page } = opened;
		await page.goto(path);
		await page.getByRole("heading", { level: 1, name: /nothing here|Nobody by that name|isn't here/ }).waitFor();
	});
});
