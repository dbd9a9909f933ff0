import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";

const { api, opened } = clientForTests({ signedIn: true });

const ready = {
	id: "1",
	state: "ready" as const,
	askedAt: "2026-12-01T10:00:00.000Z",
	bytes: 4_404_019,
	endsAt: "2099-12-08T10:00:00.000Z",
	url: "/downloads/token",
};

describe("a copy of one's data", () => {
	it("is asked for in Settings, waited for, and downloaded", async () => {
		const { page } = opened;
		await page.goto("/settings");
		await page.getByRole("link", { name: "Download your data" }).click();
		await page.getByRole("button", { name: "Ask for a copy" }).click();
		await page.getByRole("heading", { name: "We're putting it together" }).waitFor();
		api.state.own.copy = { export: ready, mayAskAt: "2099-12-02T10:00:00.000Z" };
		const link = page.getByRole("link", { name: "Download (4.2 MB)" });
		await link.waitFor();
		expect(await link.getAttribute("href")).toBe("/downloads/token");
		await page.getByText("You can ask for another one from", { exact: false }).waitFor();
		expect(await page.getByRole("button", { name: "Ask for a copy" }).count()).toBe(0);
	});

	it("that could not be made is asked for again", async () => {
		const { page } = opened;
		api.state.own.copy = { export: { ...ready, state: "failed", bytes: null, endsAt: null, url: null }, mayAskAt: null };
		await page.goto("/settings/data");
		await page.getByRole("heading", { name: "The copy could not be made" }).waitFor();
		await page.getByRole("button", { name: "Ask for a copy" }).click();
		await page.getByRole("heading", { name: "We're putting it together" }).waitFor();
	});

	it("is offered to who is about to delete the account", async () => {
		const { page } = opened;
		await page.goto("/settings/delete");
		await page.getByRole("link", { name: "Download a copy of your data first" }).click();
		await page.getByRole("heading", { name: "Download your data" }).waitFor();
	});
});
