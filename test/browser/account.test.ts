import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests();

const fill = async (username: string, birthdate: string) => {
	const { page } = opened;
	await page.getByLabel("User name").fill(username);
	await page.getByLabel("Password").fill("long enough");
	await page.getByLabel("Date of birth").fill(birthdate);
	await page.getByRole("button", { name: "Sign up" }).click();
};

describe("signing up", () => {
	it("leads from the form over interests to the feed", async () => {
		const { page } = opened;
		await page.goto("/signup");
		await fill("robin", "1990-04-01");
		await page.getByRole("button", { name: "Pick at least one" }).waitFor();
		await page.getByRole("button", { name: "Space" }).click();
		await page.getByRole("button", { name: "Start watching" }).click();
		await untilPlaying(page);
		expect(api.state.requests).toContain("POST /api/v1/onboarding/interests");
	});
	it("puts a taken name beside its field", async () => {
		await opened.page.goto("/signup");
		await fill("taken", "1990-04-01");
		await opened.page.getByText("Someone has that name already.").waitFor();
		expect(await opened.page.getByLabel("User name").getAttribute("aria-invalid")).toBe("true");
	});
	it("tells a child kindly that it is too early", async () => {
		await opened.page.goto("/signup");
		await fill("kim", "2019-04-01");
		await opened.page.getByText("You need to be 13 to join.").waitFor();
	});
	it("goes back to where an account was asked for", async () => {
		const { page } = opened;
		await page.goto("/v/1002");
		await untilPlaying(page);
		await page.keyboard.press("l");
		await page.getByRole("button", { name: "I have an account" }).click();
		await page.getByLabel("User name or e-mail").fill("robin");
		await page.getByLabel("Password").fill("long enough");
		await page.getByRole("button", { name: "Log in" }).click();
		await page.waitForURL("**/v/1002");
	});
});

describe("the account", () => {
	it("keeps a chosen theme over visits", async () => {
		const { page } = opened;
		await page.goto("/settings");
		await page.getByRole("radio", { name: "Light" }).check();
		await page.reload();
		await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
	});
	it("can be used with the keyboard alone", async () => {
		const { page } = opened;
		await page.goto("/login");
		await page.getByLabel("User name or e-mail").focus();
		await page.keyboard.type("robin");
		await page.keyboard.press("Tab");
		await page.keyboard.type("long enough");
		await page.keyboard.press("Enter");
		await untilPlaying(page);
	});
});
