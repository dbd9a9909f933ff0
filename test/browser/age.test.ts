import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";

const { api, opened } = clientForTests({ signedIn: true });

/** The account as somebody younger than eighteen, or just eighteen, has it. */
async function asTeen(mayComeOfAge = false): Promise<void> {
	if (api.state.account === null) throw new Error("nobody is signed in");
	api.state.account = { ...api.state.account, accountType: "teen", mayComeOfAge };
	await opened.page.reload();
}

describe("an account of somebody under eighteen", () => {
	it("says what is kept closer, and offers no download and no comments from everyone", async () => {
		const { page } = opened;
		await asTeen();
		await page.goto("/settings");
		await page.getByRole("link", { name: "Your account until 18" }).click();
		await page.getByText("Your account begins private", { exact: false }).waitFor();
		expect(await page.getByRole("button", { name: "Make it an adult's account" }).count()).toBe(0);
		await page.goto("/settings/comments");
		await page.getByRole("radio", { name: "Followers" }).waitFor();
		expect(await page.getByRole("radio", { name: "Everyone" }).count()).toBe(0);
	});

	it("becomes an adult's when its owner says so, not before", async () => {
		const { page } = opened;
		await asTeen(true);
		await page.goto("/settings/age");
		await page.getByRole("button", { name: "Make it an adult's account" }).click();
		await page.getByRole("heading", { name: "This is an adult's account" }).waitFor();
		expect(api.state.account?.accountType).toBe("standard");
	});
});

describe("screen time", () => {
	it("is shown for the day and the week, and told after what one chooses", async () => {
		const { page } = opened;
		await page.goto("/settings/screen-time");
		await page.getByText("1 hr 5 min today").waitFor();
		await page.getByLabel("Tell me after this long a day").selectOption("90");
		await page.getByText("Saved", { exact: true }).waitFor();
		expect(api.state.own.screenTime).toMatchObject({ limitMin: 90, breakMin: null });
		await page.getByLabel("Remind me of a break").selectOption("20");
		await expect.poll(() => api.state.own.screenTime).toMatchObject({ limitMin: 90, breakMin: 20 });
	});

	it("leaves a teen no never", async () => {
		const { page } = opened;
		await asTeen();
		await page.goto("/settings/screen-time");
		const limit = page.getByLabel("Tell me after this long a day");
		await limit.waitFor();
		expect(await limit.getByRole("option", { name: "Never" }).count()).toBe(0);
	});
});
