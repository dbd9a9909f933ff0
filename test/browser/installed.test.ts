import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { goOn, onStage, untilPlaying } from "./support/page.ts";

const { api, opened, open } = clientForTests(null);

/** What the tests touch of a page's own globals, which Node's types don't know. */
declare const localStorage: { getItem(key: string): string | null };
declare const navigator: {
	serviceWorker: { getRegistration(): Promise<{ active: { state: string } | null } | undefined>; controller: unknown };
};

const title = (page: Page) => onStage(page).getAttribute("aria-label");
/** How many of the clips' files the device holds. */
const held = (page: Page) => page.evaluate(() => (JSON.parse(localStorage.getItem("reelay.held") ?? "[]") as string[]).length);
/** The app has been opened, and what comes next is on the device: the first three clips, whole. */
async function started(): Promise<Page> {
	const page = await open({ apart: true, workers: true });
	await page.goto("/");
	await untilPlaying(page);
	const whole = api.state.cards.slice(0, 4).reduce((sum, { manifest }) => sum + 1 + manifest.segmentCount, 0);
	await expect.poll(() => held(page)).toBe(whole);
	return page;
}
const untilShellKept = (page: Page) =>
	expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 60_000 })
		.toBe("activated");

describe("the app on the device", () => {
	it("opens without a connection, and plays the feed's next clips to their ends", async () => {
		const page = await started();
		await untilShellKept(page);
		await opened.context.setOffline(true);
		// Another start, not a reload: what the tab remembers is gone.
		await page.goto("about:blank");
		await page.goto("/");
		await untilPlaying(page);
		expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
		expect(await title(page)).toBe(api.state.cards[0]?.title);
		await page.getByText("What's loaded still plays.").waitFor();
		for (const at of [1, 2, 3]) {
			await goOn(page);
			expect(await title(page)).toBe(api.state.cards[at]?.title);
			await untilPlaying(page);
		}
		await page.goto("/settings");
		await page.getByRole("heading", { level: 1 }).waitFor();
		await opened.context.setOffline(false);
		await page.goto("/");
		await untilPlaying(page);
	});

	it("goes on after a reload with the clip that was on stage, from the device, and then with the feed", async () => {
		const page = await started();
		await goOn(page);
		await untilPlaying(page);
		const was = await title(page);
		const begun = api.state.requests.length;
		await page.reload();
		await untilPlaying(page);
		expect(await title(page)).toBe(was);
		const next = api.state.cards.slice(2, 4).map((card) => card.title);
		for (const expected of next) {
			await goOn(page);
			expect(await title(page)).toBe(expected);
		}
		await expect.poll(() => api.state.requests.slice(begun)).toContain("GET /api/v1/feed");
		const { base } = api.state.cards[1]?.manifest ?? { base: "" };
		expect(api.state.requests.slice(begun).filter((made) => made.includes(`${base}`) && made.endsWith("0.m4s"))).toEqual([]);
	});

	it("shows nothing of one person's feed to another", async () => {
		const page = await started();
		await page.goto("/login");
		await page.getByLabel("User name").fill("robin");
		await page.getByLabel("Password").first().fill("a long sentence nobody guesses 7");
		await page.getByRole("button", { name: "Log in" }).click();
		await expect.poll(() => held(page)).toBe(0);
		expect(await page.evaluate(() => localStorage.getItem("reelay.ahead"))).toBeNull();
	});
});

describe("installing", () => {
	it("is offered in the settings where the browser offers it, once, and not where it is done", async () => {
		const page = await open({});
		await page.goto("/settings");
		await page.getByRole("link", { name: "Contact" }).first().waitFor();
		expect(await page.getByRole("button", { name: /^Install reelay/ }).count()).toBe(0);
		await page.evaluate(`
			const offer = new Event("beforeinstallprompt", { cancelable: true });
			offer.prompt = async () => ({ outcome: (globalThis.asked = "accepted") });
			dispatchEvent(offer);
		`);
		await page.getByRole("button", { name: /^Install reelay/ }).click();
		await expect.poll(() => page.evaluate("globalThis.asked")).toBe("accepted");
		await page.getByRole("button", { name: /^Install reelay/ }).waitFor({ state: "detached" });
	});
});
