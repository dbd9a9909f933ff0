import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

async function openShare(page: Page): Promise<void> {
	await page.goto("/");
	await untilPlaying(page);
	await onStage(page)
		.getByRole("button", { name: /^Share/ })
		.click();
	await page.getByRole("heading", { name: "Share" }).waitFor();
}
const copied = (page: Page) => page.evaluate("navigator.clipboard.readText()");

describe("sharing a video", () => {
	it("reposts it and takes that back, and not when the server refuses", async () => {
		const page = await open({ signedIn: true });
		await openShare(page);
		api.state.failures.push("PUT /api/v1/videos/1000/repost");
		const row = page.getByRole("button", { name: /epost/ }).first();
		await row.click();
		await page.getByText("Reelay is taking a breath").first().waitFor();
		expect(await row.getAttribute("aria-pressed")).toBe("false");
		await row.click();
		await expect.poll(() => [...api.state.sharing.reposted]).toEqual(["1000"]);
		await page.getByRole("button", { name: "Take your repost back" }).click();
		await expect.poll(() => api.state.sharing.reposted.size).toBe(0);
	});

	it("draws a code, and copies a link and the embed code", async () => {
		const page = await open({ signedIn: true });
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openShare(page);
		await page.getByRole("button", { name: "Copy embed code" }).click();
		expect(await copied(page)).toContain("<iframe");
		await onStage(page)
			.getByRole("button", { name: /^Share/ })
			.click();
		await page.getByRole("button", { name: "QR code" }).click();
		await page.getByRole("img", { name: /^Code of the link/ }).waitFor();
	});

	it("downloads a copy: asked for, waited for and saved; what fails or comes to nothing is said, and tried again", async () => {
		const page = await open({});
		await openShare(page);
		api.state.failures.push("POST /api/v1/videos/1000/download");
		await page.getByRole("button", { name: "Download", exact: true }).click();
		const again = page.getByRole("button", { name: /^Try the download again/ });
		expect(await again.textContent()).toContain("Reelay is taking a breath");
		api.state.sharing.downloads = ["preparing", "absent"];
		await again.click();
		await page.getByRole("button", { name: "Preparing your copy…" }).waitFor();
		await again.waitFor();
		expect(await again.textContent()).toContain("couldn't be made");
		api.state.sharing.downloads = ["preparing", "ready"];
		const [saved] = await Promise.all([page.waitForEvent("download"), again.click()]);
		expect(saved.suggestedFilename()).toBe("reelay-1000.mp4");
		await page.getByRole("link", { name: "Your copy is ready: save it" }).waitFor();
	});

	it("offers no download where its creator does not", async () => {
		const page = await open({});
		const [card] = api.state.cards;
		if (card) api.state.cards[0] = { ...card, allowDownload: false };
		await openShare(page);
		await page.getByRole("button", { name: "Copy embed code" }).waitFor();
		expect(await page.getByRole("button", { name: "Download" }).count()).toBe(0);
	});

	it("saves it to a new collection, which is shared by a link, renamed, deleted and brought back", async () => {
		const page = await open({ signedIn: true });
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openShare(page);
		await page.getByRole("button", { name: "Save to a collection" }).click();
		await page.getByRole("textbox", { name: "Name of a new collection" }).fill("Quiet mornings");
		await page.getByRole("button", { name: "Begin it" }).click();
		await expect.poll(() => api.state.sharing.collections[0]?.videoIds).toEqual(["1000"]);
		await page.goto("/collections");
		await page.getByRole("link", { name: /Quiet mornings/ }).click();
		await page.getByRole("button", { name: "Share by link" }).click();
		await page.getByRole("button", { name: "Copy its link" }).waitFor();
		expect(await copied(page)).toContain("/c/500-");
		await page.getByRole("button", { name: "Rename" }).click();
		await page.getByRole("textbox", { name: "Name of the collection" }).fill("Mornings");
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByRole("heading", { name: "Mornings" }).waitFor();
		await page.getByRole("button", { name: "Delete" }).click();
		await page.getByText("No collections yet").waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByRole("heading", { name: "Mornings" }).waitFor();
	});

	it("shows a collection to whoever has its link, and says when there is none", async () => {
		const page = await open({});
		const link = `500-${"b".repeat(22)}`;
		const collection = { id: "7000", name: "Teas", videoCount: 1, covers: [], link, createdAt: new Date().toISOString() };
		api.state.sharing.collections = [{ collection, videoIds: ["1000", "1001"] }];
		await page.goto(`/c/${link}`);
		await page.getByRole("heading", { name: "Teas" }).waitFor();
		expect(await page.locator(".collection__grid a").count()).toBe(2);
		await page.goto("/c/nothing");
		await page.getByText("This collection doesn't exist, or is no longer shared.").waitFor();
	});

	it("lists what a person passed on, and says in a clip who did", async () => {
		const page = await open({});
		api.state.sharing.reposted.add("1001");
		await page.goto("/@mina/reposts");
		await page.getByRole("heading", { name: "Reposts" }).waitFor();
		await expect.poll(() => page.locator(".grid .tile").count()).toBe(1);
		const [card] = api.state.cards;
		if (card) card.repostedBy = { id: "9", username: "mia", displayName: "Mia", avatarUrl: null, verified: false };
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page).getByText("reposted").waitFor();
		expect(await onStage(page).getByRole("link", { name: "Mia" }).getAttribute("href")).toBe("/@mia");
	});

	it("reads a video's alt text out", async () => {
		const page = await open({});
		await page.goto("/");
		await untilPlaying(page);
		expect(await onStage(page).locator("video").getAttribute("aria-label")).toContain("gulls cross the water");
	});
});
