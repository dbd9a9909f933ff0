import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, swipe, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

const PATCH = "PATCH /api/v1/feed/preferences";
const weightOf = (topic: string) => api.state.preferences.held.topicWeights.get(topic);

describe("your feed", () => {
	let page: Page;
	beforeEach(async () => {
		page = await open({});
		await page.goto("/settings/feed");
		await page.getByText("#nature", { exact: true }).waitFor();
	});

	it("turns a topic up and down, and keeps it over a visit", async () => {
		await page.getByRole("radio", { name: "None: #nature" }).check({ force: true });
		await page.getByText("None of it").waitFor();
		await expect.poll(() => weightOf("nature")).toBe(0);
		await page.reload();
		await expect.poll(() => page.getByRole("radio", { name: "None: #nature" }).isChecked()).toBe(true);
		await page.getByRole("radio", { name: "As learned: #nature" }).check({ force: true });
		await expect.poll(() => weightOf("nature")).toBeUndefined();
	});

	it("adds a topic by its name, and undoes that", async () => {
		await page.getByLabel("Add a topic you want more of").fill("#Gardening");
		await page.keyboard.press("Enter");
		await page.getByText("#gardening", { exact: true }).waitFor();
		await expect.poll(() => weightOf("gardening")).toBe(2);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => weightOf("gardening")).toBeUndefined();
	});

	it("filters words and hashtags, shows them at once, and removes them again", async () => {
		const field = page.getByLabel("Never show videos with");
		await field.fill("  Big   spider ");
		await field.press("Enter");
		await field.fill("#Spoiler");
		await field.press("Enter");
		await page.getByRole("button", { name: "Remove the filter #spoiler" }).waitFor();
		await page.getByText("2 of 100").waitFor();
		await expect.poll(() => api.state.preferences.held.filters).toEqual({ keywords: ["Big spider"], hashtags: ["spoiler"] });
		await page.getByRole("button", { name: "Remove the filter Big spider" }).click();
		await expect.poll(() => api.state.preferences.held.filters.keywords).toEqual([]);
		await field.fill("!?");
		await field.press("Enter");
		await page.getByRole("alert").getByText("Write a word to filter").waitFor();
	});

	it("takes a change back when the server refuses it, says why, and tries again when asked", async () => {
		api.state.failures.push(PATCH);
		await page.getByLabel("Never show videos with").fill("spider");
		await page.keyboard.press("Enter");
		await page.getByText("Reelay is taking a breath.").waitFor();
		expect(await page.getByRole("button", { name: "Remove the filter spider" }).count()).toBe(0);
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByRole("button", { name: "Remove the filter spider" }).waitFor();
	});

	it("lists what was muted, unmutes it, and undoes that", async () => {
		api.state.preferences.change({ muted: { add: [{ scope: "creator", key: "100" }] } });
		await page.reload();
		await page.getByText("Mina Okafor @mina").waitFor();
		await page.getByRole("button", { name: /^Unmute Mina/ }).click();
		await expect.poll(() => api.state.preferences.held.mutes.length).toBe(0);
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByText("Mina Okafor @mina").waitFor();
		await expect.poll(() => api.state.preferences.held.mutes.length).toBe(1);
	});

	it("shows the interests a guest chose, and where they are chosen", async () => {
		await page.getByText("None chosen").waitFor();
		await page.getByRole("link", { name: /Interests/ }).click();
		await page.getByRole("button", { name: "Space" }).click();
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByText("Space", { exact: true }).waitFor();
		await page.getByRole("link", { name: /Interests/ }).click();
		await expect.poll(() => page.getByRole("button", { name: "Space" }).getAttribute("aria-pressed")).toBe("true");
	});

	it("begins anew only after asking, and says what stays", async () => {
		await page.getByRole("button", { name: /Forget what was learned/ }).click();
		await page.getByText("Videos you've seen don't come back.").waitFor();
		await page.getByRole("button", { name: "Keep it as it is" }).click();
		expect(api.state.requests).not.toContain("POST /api/v1/feed/reset");
		await page.getByRole("button", { name: /Forget what was learned/ }).click();
		await page.getByRole("button", { name: "Forget and begin anew" }).click();
		await page.getByText("Your feed begins anew").waitFor();
		await expect.poll(() => api.state.requests).toContain("POST /api/v1/feed/reset");
	});
});

describe("from the feed", () => {
	const more = (page: Page) => onStage(page).getByRole("button", { name: "More", exact: true }).click();
	const title = (page: Page) => onStage(page).locator(".caption__title").textContent();

	it("mutes by creator, topic and sound, takes the clips off the stage, and Undo brings them back", async () => {
		const page = await open({});
		for (const card of api.state.cards) card.musicId = card.hashtags.includes("cooking") ? "9" : null;
		await page.goto("/");
		await untilPlaying(page);
		const first = await title(page);
		await more(page);
		await page.getByRole("button", { name: "Mute #nature" }).click();
		await page.getByText("#nature is muted").waitFor();
		expect(await title(page)).not.toBe(first);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => title(page)).toBe(first);
		await swipe(page);
		await expect.poll(() => title(page)).toContain("Tiny tea");
		await more(page);
		await page.getByRole("button", { name: "Mute this sound" }).click();
		await page.getByText("This sound is muted").waitFor();
		await more(page);
		await page.getByRole("button", { name: /^Mute Lucía/ }).click();
		await page.getByText("Lucía Prado is muted").waitFor();
		await expect.poll(() => api.state.requests.filter((line) => line.endsWith("/not-interested"))).toHaveLength(4);
	});

	it("tells why, and more or less of the topic from there", async () => {
		const page = await open({});
		await page.goto("/");
		await untilPlaying(page);
		await more(page);
		await page.getByRole("button", { name: "Why this video" }).click();
		await page.getByText("You often watch #nature").waitFor();
		await page.getByText("62 %").waitFor();
		await page.getByRole("button", { name: "More of #nature" }).click();
		await page.getByText("More of #nature from here on").waitFor();
		expect(weightOf("nature")).toBe(2);
		await page.getByRole("button", { name: "Undo" }).click();
		await expect.poll(() => weightOf("nature")).toBeUndefined();
	});

	it("what is filtered is gone from the clips in hand when one comes back", async () => {
		const page = await open({});
		await page.goto("/");
		await untilPlaying(page);
		await more(page);
		await page.getByRole("button", { name: /^Your feed/ }).click();
		await page.getByLabel("Never show videos with").fill("tiny TEA");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Remove the filter tiny TEA" }).waitFor();
		await expect.poll(() => api.state.preferences.held.filters.keywords).toEqual(["tiny TEA"]);
		await page.getByRole("button", { name: "Back" }).click();
		await untilPlaying(page);
		await swipe(page);
		await expect.poll(() => title(page)).toContain("I learned this shuffle");
	});

	it("tells with the impression that the creator's profile was opened from it", async () => {
		const page = await open({});
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page).getByRole("link", { name: "Mina Okafor's profile" }).click();
		await page.getByRole("heading", { name: "Mina Okafor" }).waitFor();
		await expect.poll(() => api.state.watched[0]).toMatchObject({ videoId: "1000", profileVisited: true, saved: false });
	});
});

describe("favourites", () => {
	it("keep a clip at once, with its impression, and list it under Me, from where it plays", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/");
		await untilPlaying(page);
		const keep = onStage(page).getByRole("button", { name: "Favourite" });
		await keep.click();
		await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("true");
		await expect.poll(() => api.state.saved).toEqual(["1000"]);
		await page.getByRole("link", { name: "Me", exact: true }).click();
		await page.getByRole("link", { name: "Favourites" }).click();
		await page.getByRole("link", { name: /Slow sunrise/ }).click();
		await untilPlaying(page);
		expect(api.state.watched[0]).toMatchObject({ videoId: "1000", saved: true });
		await onStage(page).getByRole("button", { name: "Favourite" }).click();
		await expect.poll(() => api.state.saved).toEqual([]);
		await page.getByRole("link", { name: "Back to your favourites" }).click();
		await page.getByText("No favourites yet").waitFor();
	});

	it("are taken back on screen when the server refuses", async () => {
		const page = await open({ signedIn: true });
		api.state.failures.push("POST /api/v1/videos/1000/save");
		await page.goto("/");
		await untilPlaying(page);
		const keep = onStage(page).getByRole("button", { name: "Favourite" });
		await keep.click();
		await page.getByText("Reelay is taking a breath.").waitFor();
		expect(await keep.getAttribute("aria-pressed")).toBe("false");
	});

	it("ask a guest to sign in first", async () => {
		const page = await open({});
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page).getByRole("button", { name: "Favourite" }).click();
		await page.getByRole("button", { name: "I have an account" }).waitFor();
	});
});

describe("a feed that doesn't learn", () => {
	it("is asked for once, forgets at once, and shows what still holds, over a visit", async () => {
		const page = await open({});
		await page.goto("/settings/feed");
		await page.getByRole("radio", { name: "None: #nature" }).check({ force: true });
		await expect.poll(() => weightOf("nature")).toBe(0);
		const learning = page.getByRole("switch", { name: "Learn what I like" });
		await learning.click();
		await page.getByRole("button", { name: "Keep it as it is" }).click();
		expect(await learning.getAttribute("aria-checked")).toBe("true");
		await learning.click();
		await page.getByRole("button", { name: "Forget, and stop learning" }).click();
		await page.getByText("Forgotten. Your feed doesn't learn any more").waitFor();
		await expect.poll(() => api.state.preferences.held.isPersonal).toBe(false);
		await page.reload();
		await page.getByText("#nature", { exact: true }).waitFor();
		expect(await learning.getAttribute("aria-checked")).toBe("false");
		for (const gone of ["#cooking", "Interests", "Forget what was learned"])
			expect(await page.getByText(gone, { exact: true }).count()).toBe(0);
		await page.getByRole("radio", { name: "May be shown: #nature" }).check({ force: true });
		await expect.poll(() => weightOf("nature")).toBeUndefined();
		await learning.click();
		await page.getByText("Your feed learns from your next swipe on").waitFor();
		await page.getByLabel("Add a topic you want more of").waitFor();
	});

	it("is asked about where interests are chosen, and either answer leads on", async () => {
		const page = await open({});
		api.state.preferences.held = { ...api.state.preferences.held, isPersonal: false };
		await page.goto("/interests?back=/settings/feed");
		await page.getByRole("heading", { name: "Should your feed learn what you like?" }).waitFor();
		await page.getByRole("button", { name: "Leave it off" }).click();
		await page.waitForURL(/\/settings\/feed$/);
		await page.goto("/interests?back=/settings/feed");
		await page.getByRole("button", { name: "Learn what I like" }).click();
		await page.getByRole("button", { name: "Nature" }).click();
		await page.getByRole("button", { name: "Save" }).click();
		await expect.poll(() => api.state.preferences.held).toMatchObject({ isPersonal: true, interests: ["nature"] });
	});
});
