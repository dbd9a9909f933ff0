import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { FAKE_TOKEN } from "./support/fake-operations.ts";

declare const sessionStorage: { length: number };
declare const localStorage: { length: number; key(place: number): string | null; getItem(key: string): string | null };
declare const document: { documentElement: { scrollWidth: number } };
declare const innerWidth: number;

describe("the operators' page", () => {
	const client = clientForTests({ screen: "desktop" });
	const { opened, open: openScreen } = client;
	const open = async (): Promise<Page> => {
		const { page } = opened;
		await page.goto("/ops");
		await page.getByLabel("Operators' token").waitFor();
		return page;
	};
	const unlocked = async (): Promise<Page> => {
		const page = await open();
		// By keyboard alone: the field, then Enter.
		await page.getByLabel("Operators' token").focus();
		await page.keyboard.type(FAKE_TOKEN);
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "exploration-share" }).waitFor();
		return page;
	};

	it("opens to an admin who is signed in to the desk, and to nobody else without the token", async () => {
		const { page } = opened;
		client.api.state.desk.isIn = true;
		await page.goto("/ops");
		await page.getByRole("heading", { name: "exploration-share" }).waitFor();
		expect(await page.getByLabel("Operators' token").count()).toBe(0);
		client.api.state.desk.isIn = false;
		await page.getByRole("button", { name: "Load again" }).click();
		await page.getByLabel("Operators' token").waitFor();
	});

	it("asks for the token, and tells when it is not the right one", async () => {
		const page = await open();
		await page.getByRole("button", { name: "Unlock" }).click();
		await page.getByText("Enter the token first.").waitFor();
		await page.getByLabel("Operators' token").fill("guessed");
		await page.keyboard.press("Enter");
		await page.getByText("That isn't the operators' token.").waitFor();
		expect(await page.getByRole("article").count()).toBe(0);
	});

	it("shows each part's health and each experiment's figures, and warns of a spoilt sample", async () => {
		const page = await unlocked();
		await page.getByText("Serving, with a part missing.").waitFor();
		await page.getByText("no answer within 2000 ms").waitFor();
		const running = page.getByRole("article", { name: "exploration-share" });
		const row = running.getByRole("row", { name: /Watch time per viewer/ });
		expect(await row.getByRole("cell").allInnerTexts()).toEqual([
			"24.61 min",
			"24.91 min",
			expect.stringMatching(/^\+1\.2 %\s+−0\.7 % to \+3\.1 %$/),
			"",
			"0.214",
			"± 2.7 %",
		]);
		const spoilt = page.getByRole("article", { name: "wider-retrieval" });
		expect(await spoilt.getByRole("alert").innerText()).toContain("Don't believe these figures");
		expect(await running.getByRole("alert").count()).toBe(0);
	});

	it("shows what queues gave up: to be sent again, or dismissed where nobody can read it", async () => {
		const page = await unlocked();
		const letters = page.getByRole("region", { name: "Dead letters" });
		const [purge, torn] = [letters.getByRole("listitem").first(), letters.getByRole("listitem").last()];
		await purge.getByText("refused for a week").waitFor();
		await purge.getByText("Message m-4711").click();
		await purge.getByText('"videoId": "4711"').waitFor();
		expect(await torn.getByRole("button", { name: "Send again" }).count()).toBe(0);
		await purge.getByRole("button", { name: "Send again" }).click();
		await page.getByText("It is on its queue again").waitFor();
		await letters.getByRole("button", { name: "Dismiss" }).click();
		await letters.getByText("Nothing was given up").waitFor();
	});

	it("draws an interval where its figures are: to the right of nothing when it is above it", async () => {
		const page = await unlocked();
		const bar = page.getByRole("article", { name: "dearer-repetition" }).locator(".metric .interval").first();
		const x = async (part: string, end = "x1") => Number(await bar.locator(part).first().getAttribute(end));
		expect(await x(".interval__range")).toBeGreaterThan(await x(".interval__zero"));
		expect(await x(".interval__range", "x2")).toBeGreaterThan(await x(".interval__range"));
	});

	it("keeps the token in the tab alone, over a reload, until it is locked", async () => {
		const page = await unlocked();
		await page.reload();
		await page.getByRole("heading", { name: "exploration-share" }).waitFor();
		const kept = await page.evaluate(() =>
			Array.from({ length: localStorage.length }, (_, place) => localStorage.getItem(localStorage.key(place) ?? "")),
		);
		expect(kept.join()).not.toContain(FAKE_TOKEN);
		await page.getByRole("button", { name: "Lock" }).click();
		await page.getByLabel("Operators' token").waitFor();
		expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain(FAKE_TOKEN);
		await page.reload();
		await page.getByLabel("Operators' token").waitFor();
	});

	it("is not shut again by what a token before was refused late", async () => {
		await openScreen({ screen: "desktop" });
		const { page } = opened;
		const late = Promise.withResolvers<void>();
		await page.route("**/internal/dead-letters*", async (route) => {
			if (route.request().headers()["x-admin-token"] !== FAKE_TOKEN) await late.promise;
			await route.fallback();
		});
		await page.goto("/ops");
		for (const token of ["guessed", FAKE_TOKEN]) {
			await page.getByLabel("Operators' token").fill(token);
			await page.keyboard.press("Enter");
			if (token !== FAKE_TOKEN) await page.getByText("That isn't the operators' token.").waitFor();
		}
		await page.getByRole("heading", { name: "exploration-share" }).waitFor();
		const refused = page.waitForResponse((answer) => answer.url().includes("/dead-letters") && answer.status() === 403);
		late.resolve();
		await refused;
		await page.getByText("Serving, with a part missing.").waitFor();
		expect(await page.getByLabel("Operators' token").count()).toBe(0);
	});

	it("fits a phone: nothing runs over its edge, and the intervals stand below their figures", async () => {
		await openScreen({ screen: "phone" });
		const page = await unlocked();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		const running = page.getByRole("article", { name: "exploration-share" });
		await running.getByText("−0.7 % to +3.1 %").last().waitFor();
		const box = await running.locator("table").first().boundingBox();
		expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(374);
	});
});
