import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { directWith } from "./support/fake-messages.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, open, opened } = clientForTests(null);

const pathOf = (page: Page) => decodeURIComponent(new URL(page.url()).pathname);
const follow = (page: Page, tag: string) => page.getByRole("button", { name: `Follow #${tag}`, exact: true });
const following = (page: Page, tag: string) => page.getByRole("button", { name: `Following #${tag}`, exact: true });

describe("a hashtag's page", () => {
	it("says how many videos there are and what stands beside it, and leads on", async () => {
		const page = await open({});
		await page.goto("/tag/NATURE");
		await page.getByRole("heading", { name: "#NATURE", level: 1 }).waitFor();
		await page.getByText("8 videos", { exact: true }).waitFor();
		await expect.poll(() => page.locator(".tile__link").count()).toBe(8);
		await page.getByRole("navigation", { name: "Related hashtags" }).getByRole("link", { name: "#garden" }).click();
		await page.getByRole("heading", { name: "#garden", level: 1 }).waitFor();
		await page.getByText("4 videos", { exact: true }).waitFor();
	});

	it("is followed, and is no more; what the server refuses is undone", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/tag/nature");
		await follow(page, "nature").click();
		await following(page, "nature").waitFor();
		await expect.poll(() => api.state.hashtags.followed).toEqual(["nature"]);
		api.state.failures.push("DELETE /api/v1/hashtag/nature/follow");
		await following(page, "nature").click();
		await page.getByText("Reelay is taking a breath.").waitFor();
		await following(page, "nature").waitFor();
		await page.getByRole("button", { name: "Try again" }).click();
		await follow(page, "nature").waitFor();
		await expect.poll(() => api.state.hashtags.followed).toEqual([]);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => api.state.hashtags.followed).toEqual(["nature"]);
	});

	it("asks a guest for an account, and follows once there is one", async () => {
		const page = await open({});
		await page.goto("/tag/nature");
		await follow(page, "nature").click();
		await page.getByRole("dialog").getByText("Join reelay to follow hashtags").waitFor();
		expect(api.state.hashtags.followed).toEqual([]);
	});

	it("of one that nobody used is an invitation; what can be no hashtag leads nowhere", async () => {
		const page = await open({});
		await page.goto("/tag/日本語");
		await page.getByRole("heading", { name: "No videos yet" }).waitFor();
		await page.getByText("0 videos", { exact: true }).waitFor();
		await page.goto("/tag/a-b");
		await page.getByRole("link", { name: "To the feed" }).waitFor();
	});

	it("says when it can't be loaded, and is there when it can", async () => {
		const page = await open({});
		for (const path of ["", "/videos"]) for (let time = 0; time < 3; time++) api.state.failures.push(`GET /api/v1/hashtag/nature${path}`);
		await page.goto("/tag/nature");
		await page.getByRole("heading", { name: "This didn't load" }).waitFor();
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => page.locator(".tile__link").count()).toBe(8);
	});
});

describe("a hashtag is a link", () => {
	it("in a caption and in the panel beside it", async () => {
		const page = await open({ screen: "desktop" });
		const [card] = api.state.cards;
		if (card) Object.assign(card, { title: "Up early #sunrise, a#b https://a.example/#c" });
		await page.goto("/");
		await untilPlaying(page);
		const links = () => onStage(page).locator(".caption a.hashtag").allInnerTexts();
		await expect.poll(links).toEqual(["#sunrise", "#nature", "#morning"]);
		await page.locator(".panel").getByRole("link", { name: "#morning" }).click();
		await expect.poll(() => pathOf(page)).toBe("/tag/morning");
		await page.goBack();
		await untilPlaying(page);
		await onStage(page).getByRole("link", { name: "#sunrise" }).click();
		await expect.poll(() => pathOf(page)).toBe("/tag/sunrise");
	});

	it("in a comment, a bio and a message", async () => {
		const page = await open({ signedIn: true, screen: "desktop" });
		await page.goto("/v/1000");
		await untilPlaying(page);
		await page.getByRole("textbox", { name: "Add a comment" }).fill("so #calm_now!");
		await page.keyboard.press("Enter");
		await page.locator(".comment").getByRole("link", { name: "#calm_now" }).click();
		await expect.poll(() => pathOf(page)).toBe("/tag/calm_now");
		if (api.state.account) Object.assign(api.state.account, { bio: "#שלום and #Tea" });
		await page.goto(`/messages/${directWith("100")}`);
		await page.getByRole("textbox", { name: "Message" }).fill("try #東京、 now");
		await page.keyboard.press("Enter");
		await page.getByRole("log").getByRole("link", { name: "#東京" }).click();
		await expect.poll(() => pathOf(page)).toBe("/tag/東京");
	});
});

describe("Explore", () => {
	it("shows what rises and why, with videos that play as their hashtag's list", async () => {
		const page = await open({});
		await page.goto("/explore");
		const topic = page.getByRole("listitem").filter({ hasText: "340 new videos in an hour" });
		await topic
			.getByRole("link", { name: /Garden after rain/ })
			.first()
			.click();
		await expect.poll(() => pathOf(page)).toBe("/tag/nature/1003");
		await untilPlaying(page);
		await page.goBack();
		await page.getByRole("link", { name: /#nature.*340 new videos/ }).click();
		await page.getByRole("heading", { name: "#nature", level: 1 }).waitFor();
	});

	it("shows what rises in one's own country", async () => {
		const page = await open({});
		await page.goto("/explore");
		const asked = page.waitForRequest((request) => request.url().includes("/api/v1/trending?country=DE"));
		await page.getByRole("button", { name: "Germany" }).click();
		await asked;
		await expect.poll(() => page.getByRole("button", { name: "Germany" }).getAttribute("aria-pressed")).toBe("true");
	});

	it("offers people, who stay where they are when they are followed", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/explore");
		const people = page.getByRole("region", { name: "People to follow" });
		const first = people.getByRole("listitem").first();
		await first.getByRole("button", { name: "Follow", exact: true }).click();
		await first.getByRole("button", { name: "Following" }).waitFor();
		await expect.poll(() => api.state.followed.size).toBe(1);
	});

	it("shows the rest when what rises can't be loaded", async () => {
		const page = await open({});
		for (let time = 0; time < 3; time++) api.state.failures.push("GET /api/v1/trending");
		await page.goto("/explore");
		await page.getByRole("heading", { name: "This didn't load" }).waitFor();
		expect(await page.locator(".tile__link").count()).toBeGreaterThan(10);
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByText("340 new videos in an hour").waitFor();
	});
});

it("hashtags followed are managed beside what the feed was told, and say what they bring to Following", async () => {
	const page = await open({ signedIn: true });
	api.state.hashtags.followed = ["nature", "tea"];
	await page.goto("/settings/feed");
	const section = page.getByRole("region", { name: "Hashtags you follow" });
	await section.getByText("4 videos", { exact: true }).waitFor();
	await section.getByRole("button", { name: "Following #tea" }).click();
	await section.getByRole("button", { name: "Follow #tea" }).waitFor();
	await expect.poll(() => api.state.hashtags.followed).toEqual(["nature"]);
	const [card] = api.state.cards;
	if (card) Object.assign(card, { followedHashtag: "nature" });
	await opened.page.goto("/");
	await untilPlaying(opened.page);
	await onStage(opened.page).getByText("You follow #nature").waitFor();
});
