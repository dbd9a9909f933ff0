import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Collection } from "../../contracts/collections.ts";
import type { FeedPage } from "../../contracts/feed.ts";
import { openBrowser } from "../support/browser.ts";
import { seriousFaults } from "./support/axe.ts";
import { goOn, type OpenedPage, onStage, openPage, untilPlayedFor, untilPlaying } from "./support/page.ts";
import { product } from "./support/product.ts";
import { clientRoutes } from "./support/routes.ts";
import { PASSWORD, signUp } from "./support/sign-up.ts";

/** Every screen before the whole product, with what somebody did there: that the made-up API of the other files is true enough. */

declare const document: { querySelector(selector: string): { readyState: number } | null };
const PASSWORD_OF_DESK = "a long enough password";
const START_MS = 1_200_000;
const name = `walker_${Date.now().toString(36)}`;

let browser: Browser;
let adminToken: string;
let opened: OpenedPage;
/** The clip they loved. */
let card: FeedPage["videos"][number];

/** Somebody signs up, loves the first clip, and swipes on: there is something of theirs on each screen. */
beforeAll(async () => {
	const [{ url, adminToken: token }, started] = await Promise.all([product(), openBrowser()]);
	[adminToken, browser] = [token, started];
	opened = await openPage(browser, url);
	const { page } = opened;
	await signUp(page, name, "Space");
	const answer = await page.request.get("/api/v1/feed/trending?count=30");
	const title = await onStage(page).getAttribute("aria-label");
	const found = ((await answer.json()) as FeedPage).videos.find((one) => one.title === title);
	if (found === undefined) throw new Error(`nobody knows the clip ${title}`);
	card = found;
	await onStage(page).getByRole("button", { name: /^Like/ }).click();
	await onStage(page).getByRole("button", { name: "Favourite" }).click();
	await onStage(page)
		.getByRole("button", { name: /^Follow / })
		.click();
	await untilPlayedFor(page, 0.5);
	const told = page.waitForResponse((response) => response.url().endsWith("/analytics/watch"));
	await goOn(page);
	expect((await told).ok()).toBe(true);
}, START_MS);
afterAll(() => browser?.close());

/** What the page's own session asks of the API. */
const asked = <Answer>(page: Page, method: string, path: string, body?: object): Promise<Answer> =>
	page.evaluate(
		async ([as, to, text]) => {
			const answer = await fetch(`/api/v1${to}`, {
				method: as,
				headers: { "content-type": "application/json" },
				...(text ? { body: text } : {}),
			});
			if (!answer.ok) throw new Error(`${as} ${to} answered ${answer.status}`);
			return answer.json();
		},
		[method, path, body === undefined ? "" : JSON.stringify(body)] as const,
	) as Promise<Answer>;
let collection: { readonly collection: Collection } | undefined;

interface Visit {
	/** As the client routes it. */
	readonly route: string;
	readonly path?: () => string;
	/** Waits for what only the real answers bring. */
	readonly there: (page: Page) => Promise<unknown>;
}
const plays = async (page: Page) => {
	await untilPlaying(page);
	expect(await onStage(page).getAttribute("aria-label")).toBe(card.title);
};
const heading = (title: string) => (page: Page) => page.getByRole("heading", { name: title, level: 1 }).waitFor();
const press = (page: Page, button: string) => page.getByRole("button", { name: button, exact: true }).click();

const VISITS: readonly Visit[] = [
	{ route: "/", there: untilPlaying },
	{ route: "/following", there: untilPlaying },
	{ route: "/explore", there: (page) => page.getByRole("link", { name: card.title }).first().waitFor() },
	{ route: "/explore/:id", path: () => `/explore/${card.id}`, there: plays },
	{
		route: "/search",
		path: () => `/search?q=${encodeURIComponent(card.title)}`,
		there: async (page) => {
			await page.getByRole("link", { name: card.title }).first().waitFor();
			// One word of it, as it is typed, is completed from what is really there.
			const typed = (card.title.toLowerCase().match(/[a-z]{6,}/g) ?? []).sort((a, b) => b.length - a.length)[0] ?? card.hashtags[0] ?? "";
			await page.getByRole("combobox", { name: "Search" }).fill(typed.slice(0, Math.min(5, typed.length - 1)));
			await page.getByRole("option", { name: typed }).first().click();
			await page.getByRole("link", { name: card.title }).first().waitFor();
			await page.getByRole("navigation", { name: "Kinds of results" }).getByRole("link", { name: "People" }).click();
			await page.getByRole("combobox", { name: "Search" }).fill(`@${name}`);
			await page.getByRole("option", { name: `@${name}` }).waitFor();
		},
	},
	{ route: "/search/:id", path: () => `/search/${card.id}?q=${encodeURIComponent(card.title)}`, there: plays },
	{
		route: "/tag/:tag",
		path: () => `/tag/${card.hashtags[0]}`,
		there: async (page) => {
			await page.getByRole("button", { name: /^Follow #/ }).click();
			await page.getByRole("button", { name: /^Following #/ }).waitFor();
			await page.getByRole("link", { name: card.title }).first().waitFor();
		},
	},
	{ route: "/tag/:tag/:id", path: () => `/tag/${card.hashtags[0]}/${card.id}`, there: plays },
	{ route: "/upload", there: (page) => page.getByRole("button", { name: "Choose a video" }).waitFor() },
	// Of somebody else's video nothing is told: the screen says so.
	{
		route: "/studio/:id/copyright",
		path: () => `/studio/${card.id}/copyright`,
		there: (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
	},
	{ route: "/settings/age", there: (page) => page.getByRole("heading", { name: "This is an adult's account" }).waitFor() },
	{ route: "/settings/data", there: (page) => page.getByRole("button", { name: "Ask for a copy" }).waitFor() },
	{ route: "/settings/screen-time", there: (page) => page.getByText("0 min today").waitFor() },
	{ route: "/studio/works", there: (page) => page.getByRole("heading", { name: "No works claimed yet" }).waitFor() },
	{ route: "/studio", there: (page) => page.getByRole("heading", { name: "Your first video" }).waitFor() },
	{ route: "/inbox", there: (page) => page.getByRole("heading", { name: "All quiet" }).waitFor() },
	{ route: "MESSAGES", path: () => "/messages", there: (page) => page.getByRole("heading", { name: "No messages yet" }).waitFor() },
	{
		route: "/join/:token",
		path: () => "/join/nobodys",
		there: (page) => page.getByRole("heading", { name: "This link leads nowhere" }).waitFor(),
	},
	{
		route: "/settings/messages",
		there: async (page) => {
			const kept = page.waitForResponse((answer) => answer.request().method() === "PATCH");
			await page.getByRole("group", { name: "Who can write to you" }).getByLabel("People who follow you", { exact: true }).check();
			expect((await kept).ok()).toBe(true);
		},
	},
	{ route: "/signup", there: (page) => page.getByLabel("Date of birth").waitFor() },
	{ route: "/login", there: (page) => page.getByLabel("User name or e-mail").waitFor() },
	{
		route: "/interests",
		there: (page) => page.getByRole("button", { name: "Space", pressed: true }).waitFor(),
	},
	{
		route: "/settings",
		there: (page) =>
			page
				.getByText(/Chrome|Chromium/)
				.first()
				.waitFor(),
	},
	{
		route: "/settings/profile",
		there: async (page) => {
			const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#2a6f97" } })
				.png()
				.toBuffer();
			await page.getByLabel("Your picture").setInputFiles({ name: "me.png", mimeType: "image/png", buffer });
			await press(page, "Use this picture");
			await page.getByRole("button", { name: "Change picture" }).waitFor();
			await page.getByLabel("Bio").fill("Up before the birds.");
			await press(page, "Add a link");
			await page.getByLabel("Link 1", { exact: true }).fill("example.com/birds");
			await press(page, "Save");
			await page.getByText("Saved", { exact: true }).waitFor();
			await page.goto(`/@${name}`);
			await page.getByText("Up before the birds.").waitFor();
			await page.getByRole("link", { name: "example.com/birds" }).waitFor();
			const picture = await page.locator(".profile__head img.avatar").getAttribute("src");
			const drawn = await page.request.get(String(picture));
			const { format, width, height, exif } = await sharp(await drawn.body()).metadata();
			expect({ format, width, height, exif }).toEqual({ format: "webp", width: 512, height: 512, exif: undefined });
		},
	},
	{ route: "/settings/standing", there: (page) => page.getByText("Your account is in good standing").waitFor() },
	{
		route: "/settings/reports",
		there: async (page) => {
			await asked(page, "POST", "/reports", { subject: { kind: "video", videoId: card.id }, reason: "spam" });
			await page.reload();
			await page.getByRole("heading", { name: card.title }).waitFor();
			await page.getByText("Waits for a person").waitFor();
		},
	},
	{ route: "/settings/comments", there: (page) => page.getByRole("heading", { name: "Nothing waits" }).waitFor() },
	{
		route: "/collections",
		there: async (page) => {
			await page.getByRole("heading", { name: "No collections yet" }).waitFor();
			collection = await asked<{ collection: Collection }>(page, "POST", "/collections", { name: "Best of", clientId: randomUUID() });
			await asked(page, "PUT", `/collections/${collection.collection.id}/videos/${card.id}`);
			await page.reload();
			await page.getByRole("link", { name: /Best of\s*1 video/ }).waitFor();
		},
	},
	{
		route: "/collections/:id",
		path: () => `/collections/${collection?.collection.id}`,
		there: async (page) => {
			await page.getByRole("link", { name: card.title }).waitFor();
			collection = await asked<{ collection: Collection }>(page, "PUT", `/collections/${collection?.collection.id}/link`);
		},
	},
	{
		route: "/c/:link",
		path: () => `/c/${collection?.collection.link}`,
		there: async (page) => {
			await page.getByText("A collection by").waitFor();
			await page.getByRole("link", { name: card.title }).waitFor();
		},
	},
	{ route: "REPOSTS", path: () => `/@${name}/reposts`, there: (page) => page.getByRole("heading", { name: "No reposts yet" }).waitFor() },
	{ route: "/friends", there: (page) => page.getByRole("heading", { name: "No friends here yet" }).waitFor() },
	{
		route: "/settings/privacy",
		there: async (page) => {
			await page.getByRole("switch", { name: "Private account" }).click();
			await page.getByText("Your account is private from now on.").waitFor();
			await page.reload();
			await page.getByRole("switch", { name: "Private account", checked: true }).click();
			await press(page, "Make it public");
			await page.getByRole("switch", { name: "Private account", checked: false }).waitFor();
		},
	},
	{ route: "/settings/requests", there: (page) => page.getByRole("heading", { name: "Everybody can follow you" }).waitFor() },
	{ route: "/settings/muted", there: (page) => page.getByRole("heading", { name: "You muted nobody" }).waitFor() },
	{ route: "/settings/blocked", there: (page) => page.getByRole("heading", { name: "You blocked nobody" }).waitFor() },
	{
		route: "/settings/feed",
		there: async (page) => {
			const kept = page.waitForResponse((answer) => answer.request().method() === "PATCH");
			await page.getByLabel("Never show videos with").fill("spider");
			await page.keyboard.press("Enter");
			expect((await kept).ok()).toBe(true);
			await page.reload();
			await press(page, "Remove the filter spider");
			await page.getByRole("button", { name: "Remove the filter spider" }).waitFor({ state: "detached" });
		},
	},
	{ route: "/favourites/:id", path: () => `/favourites/${card.id}`, there: plays },
	{ route: "/liked/:id", path: () => `/liked/${card.id}`, there: plays },
	{ route: "/history", there: (page) => page.getByRole("link", { name: card.title }).waitFor() },
	{ route: "/history/:id", path: () => `/history/${card.id}`, there: plays },
	{
		route: "/settings/password",
		there: async (page) => {
			await page.getByLabel("Current password").fill("not the one it is");
			await page.getByLabel("New password").fill(PASSWORD);
			await press(page, "Change password");
			await page.getByText("This isn't your password.").waitFor();
		},
	},
	{
		route: "/settings/email",
		there: async (page) => {
			await page.getByLabel("New e-mail address").fill(`${name}@example.com`);
			await page.getByLabel("Your password").fill(PASSWORD);
			await press(page, "Send the link");
			await page.getByText(`We sent a link to ${name}@example.com`).waitFor();
		},
	},
	{
		route: "/settings/delete",
		there: async (page) => {
			await page.getByLabel("Your password").fill("not the one it is");
			await press(page, "Delete my account");
			await press(page, "Delete it");
			await page.getByText("This isn't your password.").waitFor();
		},
	},
	{
		route: "/forgot",
		there: async (page) => {
			await page.getByLabel("User name or e-mail").fill(name);
			await press(page, "Send the link");
			await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
		},
	},
	{
		route: "/reset",
		path: () => "/reset#nobodys",
		there: async (page) => {
			await page.getByLabel("New password").fill("another one, long enough");
			await press(page, "Set password");
			await page.getByText(/This link .*Ask for a new one/).waitFor();
		},
	},
	{
		route: "/confirm-email",
		path: () => "/confirm-email#nobodys",
		there: async (page) => {
			await press(page, "Confirm");
			await page.getByText(/This link /).waitFor();
		},
	},
	{
		route: "/undo-email",
		path: () => "/undo-email#nobodys",
		there: async (page) => {
			await press(page, "Keep my address");
			await page.getByText(/This link /).waitFor();
		},
	},
	{
		route: "/settings/notifications",
		there: async (page) => {
			const kept = page.waitForResponse((answer) => answer.request().method() === "PATCH");
			await page.getByRole("switch", { name: "Quiet hours" }).click();
			expect((await kept).ok()).toBe(true);
			await page.reload();
			await page.getByLabel("From", { exact: true }).waitFor();
		},
	},
	{
		route: "/unsubscribe",
		path: () => "/unsubscribe#nobodys",
		there: async (page) => {
			await press(page, "Unsubscribe");
			await page.getByText(/This link /).waitFor();
		},
	},
	{ route: "/help", there: heading("Help") },
	{ route: "/rules", there: heading("Rules") },
	{ route: "/privacy", there: heading("Privacy") },
	{ route: "/terms", there: heading("Terms") },
	{ route: "/contact", there: heading("Contact") },
	{
		route: "DESK",
		path: () => "/desk",
		there: async (page) => {
			const email = `desk.${name}@reelay.test`;
			const { invitation } = await page.evaluate(
				async ([token, address]) => {
					const answer = await fetch("/api/v1/desk/operators", {
						method: "POST",
						headers: { "content-type": "application/json", "x-admin-token": token },
						body: JSON.stringify({ email: address, name: "Walker", roles: ["moderator", "senior"] }),
					});
					return answer.json() as Promise<{ invitation: string }>;
				},
				[adminToken, email] as const,
			);
			await page.goto(`/desk#invitation=${invitation}`);
			const secret = (await page.locator(".desk-door__secret").innerText()).replaceAll(" ", "");
			const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
			await page.getByLabel("New password").fill(PASSWORD_OF_DESK);
			await page.getByLabel("Code", { exact: true }).fill(code());
			await press(page, "Set up");
			await page.getByLabel("E-mail").fill(email);
			await page.getByLabel("Password", { exact: true }).fill(PASSWORD_OF_DESK);
			await page.getByLabel("Code", { exact: true }).fill(code());
			await press(page, "Sign in");
			await page.getByRole("navigation", { name: "Queues" }).waitFor();
			await asked(page, "POST", "/reports", { subject: { kind: "video", videoId: card.id }, reason: "graphic", note: "Look." });
			await page.getByRole("searchbox").fill(card.id);
			await page.getByRole("listitem").filter({ hasText: "Graphic pictures" }).getByRole("button").click();
			await press(page, "Claim");
			await page.waitForFunction(() => (document.querySelector(".desk-player video")?.readyState ?? 0) > 0);
			await page.getByText("Graphic pictures: Look.").waitFor();
			expect(await seriousFaults(page)).toEqual([]);
			await page.keyboard.press("d");
			await page.keyboard.press("Control+Enter");
			await page.getByText("Decided: Dismiss").waitFor();
			await press(page, "Sign out");
			await page.getByText("You are signed out.").waitFor();
		},
	},
	{
		route: "/ops",
		there: async (page) => {
			await page.getByLabel("Operators' token").fill("guessed");
			await page.keyboard.press("Enter");
			await page.getByText("That isn't the operators' token.").waitFor();
			await page.getByLabel("Operators' token").fill(adminToken);
			await page.keyboard.press("Enter");
			await page.getByText(/^Serving|Everything answers/).waitFor({ timeout: 60_000 });
			await page.getByRole("button", { name: "Lock" }).click();
		},
	},
	{
		route: "SOUNDS",
		path: () => `/sound/${card.musicId}`,
		there: async (page) => {
			await page
				.getByRole("heading", { name: card.sound?.title ?? "" })
				.first()
				.waitFor();
			await page.getByRole("link", { name: card.title }).waitFor();
			await page.getByRole("button", { name: /^Keep / }).click();
			await page.goto("/sounds?tab=favourites");
			await page
				.getByRole("link", { name: card.sound?.title ?? "" })
				.first()
				.waitFor();
			await page.goto(`/sound/${card.musicId}/${card.id}`);
			await plays(page);
		},
	},
	{ route: "/v/:id", path: () => `/v/${card.id}`, there: plays },
	{ route: "PROFILE_VIDEO", path: () => `/@${card.user.username}/${card.id}`, there: plays },
	{
		route: "PROFILE",
		path: () => `/@${card.user.username}`,
		there: async (page) => {
			await page.getByRole("link", { name: card.title }).first().waitFor();
			await page.getByRole("button", { name: /Follower/ }).click();
			await page.getByRole("dialog").getByText(`@${name}`).waitFor();
		},
	},
	{ route: "", path: () => "/no/such/place", there: (page) => page.getByRole("link", { name: "To the feed" }).waitFor() },
];

describe("before the whole product", () => {
	it("every screen of the client is visited", async () => {
		const routes = await clientRoutes();
		expect(routes.length).toBeGreaterThan(30);
		expect(
			VISITS.map(({ route }) => route)
				.filter((route) => route !== "")
				.sort(),
		).toEqual(routes.sort());
	});

	it.each(VISITS)("$route", async ({ route, path = () => route, there }) => {
		const { page, faults } = opened;
		await page.goto(path());
		await there(page);
		expect(faults).toEqual([]);
		expect(await seriousFaults(page)).toEqual([]);
	});

	it("sheets over the clip: what is said, why it came, the keys", async () => {
		const { page } = opened;
		await page.goto(`/v/${card.id}`);
		await untilPlaying(page);
		await page.keyboard.press("c");
		await page.getByRole("textbox", { name: "Add a comment" }).fill(`So calm, says ${name}.`);
		await page.keyboard.press("Enter");
		await page.getByText(`So calm, says ${name}.`).waitFor();
		await page.keyboard.press("Escape");
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page).getByRole("button", { name: "More", exact: true }).click();
		await press(page, "Why this video");
		await page.locator("dialog .why li").first().waitFor();
		await page.keyboard.press("Escape");
		await page.locator("dialog").waitFor({ state: "detached" });
		await page.keyboard.press("?");
		await page.getByRole("heading", { name: "Keys" }).waitFor();
	});

	it("sheets that ask first: blocking, and beginning anew", async () => {
		const { page } = opened;
		await page.goto(`/@${card.user.username}`);
		await press(page, `Block ${card.user.displayName}`);
		await press(page, "Block");
		await page.getByRole("heading", { name: `You blocked ${card.user.displayName}` }).waitFor();
		await press(page, "Unblock");
		await page.getByRole("button", { name: "Follow", exact: true }).waitFor();
		await press(page, "Follow");
		await page.goto("/settings/feed");
		await page.getByRole("button", { name: /Forget what was learned/ }).click();
		await press(page, "Forget and begin anew");
		await page.getByText("Your feed begins anew").waitFor();
	});
});
