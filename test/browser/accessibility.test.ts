import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seriousFaults } from "./support/axe.ts";
import { clientForTests } from "./support/client.ts";
import { directWith, GROUP } from "./support/fake-messages.ts";
import { FAKE_TOKEN } from "./support/fake-operations.ts";
import { type Screen, untilPlaying } from "./support/page.ts";

const SCREENS: { name: string; path: string; signedIn?: boolean; ready(page: Page): Promise<unknown> }[] = [
	{ name: "feed", path: "/", ready: untilPlaying },
	{
		name: "comments",
		path: "/",
		ready: async (page) => {
			await untilPlaying(page);
			// On a wide screen they are open already.
			if (await page.locator(".panel").isHidden()) await page.keyboard.press("c");
			await page.getByText("The light at the end!").waitFor();
		},
	},
	{ name: "following", path: "/following", ready: (page) => page.getByRole("heading", { name: "The people you follow" }).waitFor() },
	{ name: "search", path: "/search", ready: (page) => page.getByRole("heading", { name: "To begin with" }).waitFor() },
	{
		name: "search results",
		path: "/search?q=nature",
		ready: async (page) => {
			await page
				.getByRole("link", { name: /Garden after rain/ })
				.first()
				.waitFor();
			await page.getByRole("combobox", { name: "Search" }).fill("gar");
			await page.getByRole("option", { name: "garden" }).waitFor();
		},
	},
	{ name: "explore", path: "/explore", ready: (page) => page.getByRole("link", { name: /^#nature/ }).waitFor() },
	{ name: "hashtag", path: "/tag/nature", ready: (page) => page.getByRole("heading", { name: "#nature" }).waitFor() },
	{ name: "sound library", path: "/sounds", ready: (page) => page.getByRole("link", { name: /^Low Tide/ }).waitFor() },
	{ name: "sound", path: "/sound/1000", ready: (page) => page.getByRole("link", { name: "Use this sound" }).waitFor() },
	{ name: "sign-up", path: "/signup", ready: (page) => page.getByLabel("User name").waitFor() },
	{ name: "log-in", path: "/login", ready: (page) => page.getByLabel("Password").waitFor() },
	{ name: "interests", path: "/interests", ready: (page) => page.getByRole("button", { name: "Nature" }).waitFor() },
	{ name: "profile", path: "/@mina", ready: (page) => page.getByRole("heading", { name: "Mina Okafor" }).waitFor() },
	{ name: "studio", path: "/upload", signedIn: true, ready: (page) => page.getByRole("button", { name: "Choose a video" }).waitFor() },
	{ name: "inbox", path: "/inbox", signedIn: true, ready: (page) => page.getByText("Jonas Weber follows you.").waitFor() },
	{
		name: "messages",
		path: "/messages",
		signedIn: true,
		ready: (page) => page.getByRole("list", { name: "Conversations" }).getByText("Dawn patrol").waitFor(),
	},
	{
		name: "conversation",
		path: `/messages/${directWith("100")}`,
		signedIn: true,
		ready: (page) => page.getByRole("log").getByText("That light").waitFor(),
	},
	{
		name: "a message's sheet",
		path: `/messages/${directWith("100")}`,
		signedIn: true,
		ready: async (page) => {
			await page.getByRole("log").getByText("That light").waitFor();
			await page.locator(".bubble").last().dispatchEvent("contextmenu");
			await page.getByRole("dialog").getByRole("button", { name: "Unsend" }).waitFor();
		},
	},
	{
		name: "a request",
		path: `/messages/${directWith("102")}`,
		signedIn: true,
		ready: (page) => page.getByRole("button", { name: "Accept" }).waitFor(),
	},
	{
		name: "a group's details",
		path: `/messages/${GROUP}`,
		signedIn: true,
		ready: async (page) => {
			await page.getByRole("button", { name: "Details" }).click();
			await page.getByRole("region", { name: "Members" }).getByText("Ada Lindqvist").waitFor();
		},
	},
	{
		name: "new message",
		path: "/messages",
		signedIn: true,
		ready: async (page) => {
			await page.getByRole("button", { name: "New message" }).click();
			await page.getByRole("dialog").getByText("Sora Tanaka").waitFor();
		},
	},
	{ name: "join", path: "/join/ask1", signedIn: true, ready: (page) => page.getByRole("button", { name: "Ask to join" }).waitFor() },
	{
		name: "message settings",
		path: "/settings/messages",
		signedIn: true,
		ready: (page) => page.getByRole("group", { name: "Who can write to you" }).waitFor(),
	},
	{ name: "settings", path: "/settings", signedIn: true, ready: (page) => page.getByText("Safari on iPhone").waitFor() },
	{
		name: "notifications",
		path: "/settings/notifications",
		signedIn: true,
		ready: (page) => page.getByText("Push notifications").waitFor(),
	},
	{ name: "your feed", path: "/settings/feed", ready: (page) => page.getByText("#nature", { exact: true }).first().waitFor() },
	{
		name: "why this video",
		path: "/",
		ready: async (page) => {
			await untilPlaying(page);
			await page.getByRole("button", { name: "More", exact: true }).filter({ visible: true }).first().click();
			await page.getByRole("button", { name: "Why this video" }).click();
			await page.getByText("You often watch #nature").waitFor();
		},
	},
	{ name: "favourites", path: "/@robin?tab=favourites", signedIn: true, ready: (page) => page.getByText("No favourites yet").waitFor() },
	{
		name: "operations, locked",
		path: "/ops",
		ready: (page) => page.getByLabel("Operators' token").waitFor(),
	},
	{
		name: "operations",
		path: "/ops",
		ready: async (page) => {
			await page.getByLabel("Operators' token").fill(FAKE_TOKEN);
			await page.keyboard.press("Enter");
			await page.getByRole("heading", { name: "exploration-share" }).waitFor();
		},
	},
	{
		name: "who sees you",
		path: "/settings/privacy",
		signedIn: true,
		ready: (page) => page.getByRole("switch", { name: "Private account" }).waitFor(),
	},
	{
		name: "follow requests",
		path: "/settings/requests",
		signedIn: true,
		ready: (page) => page.getByRole("heading", { name: "Everybody can follow you" }).waitFor(),
	},
	{
		name: "muted people",
		path: "/settings/muted",
		signedIn: true,
		ready: (page) => page.getByRole("heading", { name: "You muted nobody" }).waitFor(),
	},
	{
		name: "friends",
		path: "/friends",
		signedIn: true,
		ready: (page) => page.getByRole("heading", { name: "No friends here yet" }).waitFor(),
	},
	{ name: "edit profile", path: "/settings/profile", signedIn: true, ready: (page) => page.getByLabel("Bio").waitFor() },
];

describe("axe finds nothing serious", () => {
	const { open } = clientForTests(null, { keepsPage: true });

	const seriousOn = async ({ path, signedIn, ready }: (typeof SCREENS)[number], screen: Screen, theme: string) => {
		const page = await open({ signedIn, screen });
		await page.addInitScript(`localStorage.setItem("reelay.theme", "${theme}")`);
		await page.goto(path);
		await ready(page);
		return seriousFaults(page);
	};
	it.each(SCREENS)("on a phone: $name", async (screen) => {
		expect(await seriousOn(screen, "phone", "dark")).toEqual([]);
	});
	it.each(SCREENS)("on a desktop, in light: $name", async (screen) => {
		expect(await seriousOn(screen, "desktop", "light")).toEqual([]);
	});
});
