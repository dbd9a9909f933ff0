import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });
const PASSWORD = "long enough";

const addSecond = async () => {
	const { page } = opened;
	await page.goto("/@robin");
	await page.getByRole("button", { name: /Switch account/ }).click();
	await page.getByRole("link", { name: "Add an account" }).click();
	await page.getByRole("heading", { name: "Add an account" }).waitFor();
	await page.getByLabel("User name or e-mail").fill("second");
	await page.getByLabel("Password").fill(PASSWORD);
	await page.getByRole("button", { name: "Log in" }).click();
	await untilPlaying(page);
	return page;
};
const me = () => opened.page.evaluate("JSON.parse(localStorage.getItem('reelay.account')).username");

describe("accounts of a device", () => {
	it("are added from one's own profile, and switched between with a tap", async () => {
		const page = await addSecond();
		expect(await me()).toBe("second");
		await page.goto("/settings");
		await page.getByRole("button", { name: "Switch account" }).click();
		const sheet = page.getByRole("dialog", { name: "Accounts" });
		expect(
			await sheet
				.getByRole("button", { name: /second/ })
				.first()
				.getAttribute("aria-current"),
		).toBe("true");
		await sheet.getByRole("button", { name: "robin @robin" }).click();
		await untilPlaying(page);
		expect(await me()).toBe("robin");
		expect(new URL(page.url()).pathname).toBe("/");
	});

	it("say so when one was signed out meanwhile, and stay with the one in use", async () => {
		const page = await addSecond();
		await page.goto("/settings");
		await page.getByRole("button", { name: "Switch account" }).click();
		const other = page.getByRole("dialog").getByRole("button", { name: "robin @robin" });
		await other.waitFor();
		api.state.own.others = [];
		await other.click();
		await page.getByText("This account isn't signed in on this device any more.").waitFor();
		await other.waitFor({ state: "detached" });
		expect(await me()).toBe("second");
	});

	it("are signed out one by one", async () => {
		const page = await addSecond();
		await page.goto("/settings");
		await page.getByRole("button", { name: "Switch account" }).click();
		await page.getByRole("button", { name: "Sign @robin out on this device" }).click();
		await page.getByText("@robin is signed out on this device").waitFor();
		expect(await page.getByRole("dialog").getByRole("listitem").count()).toBe(1);
		await expect.poll(() => api.state.own.others).toEqual([]);
	});

	it("are gone on with after logging out, without a password", async () => {
		const page = await addSecond();
		await page.goto("/settings");
		await page.getByRole("button", { name: "Log out" }).click();
		await page.waitForURL("**/");
		await page.goto("/login");
		await page.getByRole("list", { name: "Go on as" }).getByRole("button", { name: /robin/ }).click();
		await untilPlaying(page);
		expect(await me()).toBe("robin");
	});
});
