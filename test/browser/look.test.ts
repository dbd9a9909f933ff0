import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { contrastOver, overflowing, smallControls } from "./support/look.ts";
import { openPage, untilPlaying } from "./support/page.ts";

const LONG_WORD = "Maximiliane-Wolfeschlegelsteinhausenbergerdorff";
const LONG_TEXT = "Everything that happens when three cats and a leaf blower share a kitchen for an afternoon. ".repeat(9);

const client = clientForTests({ signedIn: true }, { keepsPage: true });
const { api, opened } = client;

/** The first clip of somebody with the longest of names, who writes the longest of texts, and is loved by all. */
function exaggerate(): void {
	const [card] = api.state.cards;
	if (!card) throw new Error("there is no clip");
	Object.assign(card, {
		title: LONG_TEXT.slice(0, 150),
		description: LONG_TEXT,
		hashtags: ["averylonghashtagthatneverendsandneverwill", "kitchenscience", "cats"],
		user: { ...card.user, displayName: LONG_WORD },
		likeCount: 123_456_789,
		commentCount: 99_999,
		shareCount: 1_234_567,
	});
}

const SCREENS: { path: string; ready(page: Page): Promise<unknown> }[] = [
	{ path: "/", ready: untilPlaying },
	{ path: "/@mina", ready: (page) => page.getByRole("heading", { name: "Mina Okafor" }).waitFor() },
	{ path: "/upload", ready: (page) => page.getByRole("button", { name: "Choose a video" }).waitFor() },
	{ path: "/settings", ready: (page) => page.getByText("Safari on iPhone").waitFor() },
	{ path: "/inbox", ready: (page) => page.getByText("Jonas Weber follows you.").waitFor() },
	{ path: "/explore", ready: (page) => page.getByRole("link", { name: /^#nature/ }).waitFor() },
];

/** Held to the width as well. */
const MORE_SCREENS: typeof SCREENS = [
	{ path: "/settings/feed", ready: (page) => page.getByText("#nature", { exact: true }).first().waitFor() },
	{ path: "/tag/averylonghashtagthatneverendsandneverwill", ready: (page) => page.getByText("1 video", { exact: true }).waitFor() },
	{ path: "/sounds", ready: (page) => page.getByRole("link", { name: /^Low Tide/ }).waitFor() },
	{ path: "/sound/1000", ready: (page) => page.getByRole("link", { name: "Use this sound" }).waitFor() },
	{ path: "/interests", ready: (page) => page.getByRole("button", { name: "Nature" }).waitFor() },
	{ path: "/login", ready: (page) => page.getByLabel("Password").waitFor() },
	{ path: "/signup", ready: (page) => page.getByLabel("User name").waitFor() },
	{ path: "/@mina/1000", ready: untilPlaying },
	{ path: "/following", ready: (page) => page.getByRole("link", { name: "Look around" }).waitFor() },
	{ path: "/@robin", ready: (page) => page.getByRole("link", { name: "Edit profile" }).waitFor() },
	{ path: "/settings/profile", ready: (page) => page.getByLabel("Bio").waitFor() },
	{ path: "/settings/privacy", ready: (page) => page.getByRole("switch", { name: "Private account" }).waitFor() },
	{ path: "/settings/requests", ready: (page) => page.getByRole("heading", { name: "Everybody can follow you" }).waitFor() },
	{ path: "/settings/blocked", ready: (page) => page.getByRole("heading", { name: "You blocked nobody" }).waitFor() },
	{ path: "/friends", ready: (page) => page.getByRole("heading", { name: "No friends here yet" }).waitFor() },
	{ path: "/studio", ready: (page) => page.getByRole("heading", { name: "Your videos" }).waitFor() },
	{ path: "/history", ready: (page) => page.getByRole("heading", { name: "Watch history" }).waitFor() },
	{ path: "/settings/notifications", ready: (page) => page.getByText("Push notifications").waitFor() },
	{ path: "/settings/password", ready: (page) => page.getByLabel("New password").waitFor() },
	{ path: "/settings/email", ready: (page) => page.getByLabel("New e-mail address").waitFor() },
	{ path: "/settings/delete", ready: (page) => page.getByLabel("Your password").waitFor() },
	{ path: "/forgot", ready: (page) => page.getByLabel("User name or e-mail").waitFor() },
	{ path: "/reset", ready: (page) => page.getByText("Part of the link is missing").waitFor() },
	{ path: "/help", ready: (page) => page.getByRole("heading", { name: "Posting" }).waitFor() },
	{ path: "/no/such/place", ready: (page) => page.getByRole("link", { name: "To the feed" }).waitFor() },
];

describe("the screen holds", () => {
	it.each([...SCREENS, ...MORE_SCREENS])("320 pixels of width, and letters of twice their size: $path", async ({ path, ready }) => {
		const { page } = opened;
		exaggerate();
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		await ready(page);
		expect(await overflowing(page, "main *:not(.tag-chips *, .rising__videos *, .sound-genres *, .slot[inert] *)")).toEqual([]);
		await page.evaluate("document.documentElement.style.fontSize = '200%'");
		expect(await overflowing(page, "main *:not(.tag-chips *, .rising__videos *, .sound-genres *, .slot[inert] *)")).toEqual([]);
	});

	it("a caption of any length beside the rail, never under it", async () => {
		const { page } = opened;
		exaggerate();
		await page.goto("/");
		await untilPlaying(page);
		const stage = page.locator(".slot:not([inert])");
		await stage.getByRole("button", { name: "more", exact: true }).click();
		const [caption, rail, frame] = await Promise.all(
			[".caption", ".actions", ".caption__more"].map((part) => stage.locator(part).boundingBox()),
		);
		expect((caption?.x ?? 0) + (caption?.width ?? 0)).toBeLessThanOrEqual(rail?.x ?? 0);
		expect(frame?.y).toBeLessThan(844 - 52);
	});

	it("no “more” where the words fit in two lines, whichever typeface came first", async () => {
		const { page } = opened;
		const [card] = api.state.cards;
		Object.assign(card ?? {}, { title: "Tea", description: "", hashtags: [] });
		await page.goto("/");
		await untilPlaying(page);
		await page.evaluate("document.fonts.ready.then(() => undefined)");
		expect(await page.locator(".slot:not([inert]) .caption__more").count()).toBe(0);
	});

	it("its text readable over a white picture", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page.evaluate("for (const video of document.querySelectorAll('video')) video.style.filter = 'brightness(0) invert(1)'");
		await page.evaluate("for (const blur of document.querySelectorAll('.blurhash')) blur.remove()");
		const texts =
			".feed-tabs a, .slot:not([inert]) :is(.caption__creator a, .caption__creator .quiet, .caption__title, .hashtag, .rolling)";
		const measured = await contrastOver(page, texts);
		expect(measured.length).toBeGreaterThan(7);
		expect(measured.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
	});

	it("an opened caption readable over a white picture, to its last word", async () => {
		const { page } = opened;
		exaggerate();
		await page.goto("/");
		await untilPlaying(page);
		await page.evaluate("for (const video of document.querySelectorAll('video')) video.style.filter = 'brightness(0) invert(1)'");
		await page.locator(".slot:not([inert])").getByRole("button", { name: "more", exact: true }).click();
		const measured = await contrastOver(page, ".slot:not([inert]) :is(.caption__text, .caption__more, .caption__creator a)");
		expect(measured).toHaveLength(3);
		expect(measured.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
	});

	it.each(SCREENS)("every control large enough for a thumb: $path", async ({ path, ready }) => {
		const { page } = opened;
		await page.goto(path);
		await ready(page);
		expect(await smallControls(page, "body", 43.5)).toEqual([]);
	});

	it("every control of a sheet large enough for a thumb", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await page
			.getByRole("button", { name: /^Comments/ })
			.first()
			.click();
		await page.getByText("The light at the end!").waitFor();
		expect(await smallControls(page, "dialog", 43.5)).toEqual([]);
	});

	it("still while the feed is on its way: what comes takes the places that were kept", async () => {
		const wide = await openPage(client.browser, api.url, "desktop");
		const release = Promise.withResolvers<void>();
		await wide.page.route("**/api/v1/feed?*", async (route) => {
			await release.promise;
			await route.continue();
		});
		await wide.page.goto("/");
		await wide.page.getByRole("progressbar", { name: "Loading videos" }).waitFor();
		const before = await wide.page.locator(".player__frame").boundingBox();
		release.resolve();
		await untilPlaying(wide.page);
		expect(await wide.page.locator(".player__frame").boundingBox()).toEqual(before);
		await wide.context.close();
	});
});
