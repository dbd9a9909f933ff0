import type { Page } from "playwright-core";
import { untilPlaying } from "./page.ts";

export const PASSWORD = "long enough for anyone";

/** Makes an account on the screens, as a person does, and is at the feed. */
export async function signUp(page: Page, username: string, interest?: string): Promise<void> {
	await page.goto("/signup");
	await page.getByLabel("User name").fill(username);
	await page.getByLabel("Password").fill(PASSWORD);
	await page.getByLabel("Date of birth").fill("1990-04-01");
	await page.getByRole("button", { name: "Sign up" }).click();
	if (interest) {
		await page.getByRole("button", { name: interest }).click();
		await page.getByRole("button", { name: "Start watching" }).click();
	} else await page.getByRole("button", { name: "Skip" }).click();
	await untilPlaying(page);
}
