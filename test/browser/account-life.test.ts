import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { untilPlaying } from "./support/page.ts";

const { api, opened } = clientForTests();

const PASSWORD = "long enough";
const logIn = async () => {
	const { page } = opened;
	await page.goto("/login?back=/settings");
	await page.getByLabel("User name or e-mail").fill("robin");
	await page.getByLabel("Password").fill(PASSWORD);
	await page.getByRole("button", { name: "Log in" }).click();
	await page.getByRole("heading", { name: "Settings" }).waitFor();
};
const asked = (call: string) => api.state.own.asked.get(call);

describe("the account's settings", () => {
	it("change the interests in their own words, and leave them as they are", async () => {
		const { page } = opened;
		await logIn();
		await page.getByRole("link", { name: "Interests" }).click();
		await page.getByRole("button", { name: "Space" }).click();
		await page.getByRole("button", { name: "Save" }).waitFor();
		await page.getByRole("button", { name: "Cancel" }).click();
		await page.getByRole("heading", { name: "Settings" }).waitFor();
		expect(asked("POST /api/v1/onboarding/interests")).toBeUndefined();
	});

	it("say that there is no connection clear of what the screen is called", async () => {
		const { page, context } = opened;
		await logIn();
		await page.getByRole("link", { name: "Change password" }).click();
		const heading = await page.getByRole("heading", { name: "Change password" }).boundingBox();
		await context.setOffline(true);
		const chip = page.locator(".offline");
		await chip.waitFor();
		expect((await chip.boundingBox())?.y).toBeGreaterThan((heading?.y ?? 0) + (heading?.height ?? 0));
		const [below, bar] = [await chip.boundingBox(), await page.getByRole("navigation", { name: "Main" }).boundingBox()];
		expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
		await context.setOffline(false);
	});

	it.each(["/reset", "/confirm-email", "/undo-email"])(
		"say at %s that the mailed link lost its end, before anything is typed",
		async (path) => {
			const { page } = opened;
			await page.goto(path);
			await page.getByRole("heading", { name: "Part of the link is missing" }).waitFor();
		},
	);

	it("change the password, and say beside the field what is wrong", async () => {
		const { page } = opened;
		await logIn();
		await page.getByRole("link", { name: "Change password" }).click();
		await page.getByLabel("Current password").fill("no");
		await page.getByLabel("New password").fill("another one");
		await page.getByRole("button", { name: "Change password" }).click();
		await page.getByText("This isn't your password.").waitFor();
		expect(await page.getByLabel("Current password").getAttribute("aria-invalid")).toBe("true");
		await page.getByLabel("Current password").fill(PASSWORD);
		await page.keyboard.press("Enter");
		await page.getByText("Password changed").waitFor();
		expect(asked("POST /api/v1/auth/password")).toEqual({ currentPassword: PASSWORD, newPassword: "another one" });
	});

	it("change the address, and say until it is confirmed that it isn't", async () => {
		const { page } = opened;
		await logIn();
		await page.getByRole("link", { name: "E-mail" }).click();
		await page.getByLabel("New e-mail address").fill("new@example.com");
		await page.getByLabel("Your password").fill(PASSWORD);
		await page.getByRole("button", { name: "Send the link" }).click();
		await page.getByText("We sent a link to new@example.com").waitFor();
		await page.goBack();
		await page.getByText("new@example.com, not confirmed yet").waitFor();
	});

	it("sign out everywhere else, or here too", async () => {
		const { page } = opened;
		await logIn();
		await page.getByRole("button", { name: "Sign out everywhere" }).click();
		await page.getByRole("button", { name: "Everywhere but here" }).click();
		await page.getByText("Signed out on one other device").waitFor();
		expect(await page.getByRole("button", { name: "Sign out everywhere" }).count()).toBe(0);
		expect(api.state.requests).toContain("DELETE /api/v1/auth/sessions");
	});

	it("delete the account after asking, and logging in offers to come back", async () => {
		const { page } = opened;
		await logIn();
		await page.getByRole("link", { name: "Delete account" }).click();
		await page.getByRole("button", { name: "Delete my account" }).click();
		await page.getByText("Enter your password.").waitFor();
		await page.getByLabel("Your password").fill(PASSWORD);
		await page.getByRole("button", { name: "Delete my account" }).click();
		await page.getByRole("button", { name: "Delete it" }).click();
		await page.waitForURL("**/");
		expect(asked("POST /api/v1/auth/deletion")).toEqual({ password: PASSWORD, when: "later" });
		await page.goto("/login");
		await page.getByLabel("User name or e-mail").fill("robin");
		await page.getByLabel("Password").fill(PASSWORD);
		await page.getByRole("button", { name: "Log in" }).click();
		await page.getByText("Until 3 May you can come back").waitFor();
		await page.getByRole("button", { name: "Come back" }).click();
		await untilPlaying(page);
	});
});

describe("mailed links", () => {
	it("set a new password, once, and keep the token from the server's addresses", async () => {
		const { page } = opened;
		await page.goto("/login");
		await page.getByRole("link", { name: "Forgot your password?" }).click();
		await page.getByLabel("User name or e-mail").fill("robin");
		await page.getByRole("button", { name: "Send the link" }).click();
		await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
		await page.goto("/reset#good");
		await page.getByLabel("New password").fill("a fine new one");
		await page.getByRole("button", { name: "Set password" }).click();
		await page.waitForURL("**/login");
		expect(asked("POST /api/v1/auth/password/reset")).toEqual({ token: "good", newPassword: "a fine new one" });
		expect(api.state.requests.some((request) => request.includes("good"))).toBe(false);
		await page.goto("/reset#good");
		await page.getByLabel("New password").fill("a fine new one");
		await page.getByRole("button", { name: "Set password" }).click();
		await page.getByText("This link was used before").waitFor();
	});

	it("confirm an address at a click and not by being opened; take a change back and go on to a new password", async () => {
		const { page } = opened;
		await page.goto("/confirm-email#good");
		await page.getByRole("button", { name: "Confirm" }).waitFor();
		expect(asked("POST /api/v1/auth/email/confirm")).toBeUndefined();
		await page.getByRole("button", { name: "Confirm" }).click();
		await page.getByText("robin@example.com is your address now").waitFor();
		api.state.own.links.add("undo");
		await page.goto("/undo-email#undo");
		await page.getByRole("button", { name: "Keep my address" }).click();
		await page.waitForURL("**/reset#reset");
		await page.getByRole("heading", { name: "Set a new password" }).waitFor();
	});
});

describe("the watch history", () => {
	it("takes one out, and all, and says what clearing leaves", async () => {
		const { page } = opened;
		const [first, second] = api.state.cards;
		api.state.own.watched = [first?.id ?? "", second?.id ?? ""];
		await logIn();
		await page.getByRole("link", { name: /Watch history/ }).click();
		await expect.poll(() => page.locator(".tile").count()).toBe(2);
		await page.getByRole("button", { name: `Take ${first?.title} out` }).click();
		await expect.poll(() => page.locator(".tile").count()).toBe(1);
		await page.getByRole("button", { name: "Clear", exact: true }).click();
		await page.getByText("Your feed keeps what it learned from it").waitFor();
		await page.getByRole("button", { name: "Clear it" }).click();
		await page.getByRole("heading", { name: "Nothing here yet" }).waitFor();
		await expect.poll(() => api.state.own.watched).toEqual([]);
	});
});

describe("pages of words", () => {
	it("are at their addresses, linked from sign-up and the rail", async () => {
		const { page } = opened;
		for (const title of ["Help", "Rules", "Privacy", "Terms", "Contact"]) {
			await page.goto(`/${title.toLowerCase()}`);
			await page.getByRole("heading", { name: title, level: 1 }).waitFor();
		}
		await page.goto("/signup");
		await page.getByLabel("User name").waitFor();
		for (const name of ["terms", "rules", "privacy"]) expect(await page.locator(`form a[href="/${name}"]`).count()).toBe(1);
		await page.setViewportSize({ width: 1440, height: 900 });
		expect(await page.locator(".nav__foot a:visible").count()).toBe(5);
	});
});

describe("pulling down", () => {
	/** A finger that goes down so far, in small steps. */
	async function pull(selector: string, distance: number): Promise<void> {
		const { page } = opened;
		const client = await page.context().newCDPSession(page);
		const box = await page.locator(selector).first().boundingBox();
		const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 160];
		const touch = (type: "touchStart" | "touchMove" | "touchEnd", at: number) =>
			client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: at }] });
		const move = (step: number) => touch("touchMove", y + (distance * step) / 10);
		// Sent together, so that the touch is no hold however busy the machine is.
		await Promise.all([touch("touchStart", y), move(1)]);
		for (let step = 2; step <= 10; step++) await move(step);
		await touch("touchEnd", y + distance);
	}
	const count = (request: string) => api.state.requests.filter((made) => made === request).length;

	it("reads the inbox anew when it was far enough, and not before", async () => {
		const { page } = opened;
		await logIn();
		await page.goto("/inbox");
		await page.getByText("follows you").waitFor();
		// The socket that opens meanwhile has it read once more.
		await page.waitForLoadState("networkidle");
		const before = count("GET /api/v1/notifications");
		await pull("main", 30);
		await pull("main", 260);
		await expect.poll(() => count("GET /api/v1/notifications")).toBe(before + 1);
	});

	it("on the first clip of Home asks for a new page, and what is there stays until it has come", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		const before = count("GET /api/v1/feed");
		await pull(".stage", 300);
		await expect.poll(() => count("GET /api/v1/feed")).toBeGreaterThan(before);
		await untilPlaying(page);
	});
});
