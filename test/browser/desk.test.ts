import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seriousFaults } from "./support/axe.ts";
import { clientForTests } from "./support/client.ts";
import { FAKE_OPERATOR } from "./support/fake-desk.ts";

describe("the desk", () => {
	const client = clientForTests({ screen: "desktop" });
	const { opened } = client;
	const signedIn = async (path = "/desk", page: Page = opened.page): Promise<Page> => {
		client.api.state.desk.isIn = true;
		await page.goto(path);
		await page.getByRole("heading", { name: "Desk", level: 1 }).waitFor();
		return page;
	};

	it("opens by e-mail, password and code; what is wrong is told, and the code has to be entered anew", async () => {
		const { page } = opened;
		client.api.state.desk.isIn = false;
		await page.goto("/desk");
		await page.getByLabel("E-mail").fill(FAKE_OPERATOR.email);
		await page.getByLabel("Password", { exact: true }).fill(FAKE_OPERATOR.password);
		await page.getByLabel("Code").fill("000000");
		await page.keyboard.press("Enter");
		await page.getByText(/Wait for the next code/).waitFor();
		expect(await page.getByLabel("Code").inputValue()).toBe("");
		await page.getByLabel("Code").fill(FAKE_OPERATOR.code);
		await page.keyboard.press("Enter");
		await page.getByRole("navigation", { name: "Queues" }).getByText("Content").waitFor();
	});

	it("by keys alone: the next case is claimed, decided by policy with a note, and the queue is a case shorter", async () => {
		const page = await signedIn();
		const item = page.getByRole("listitem").filter({ hasText: "Suicide or self-harm" });
		await item.waitFor();
		await page.keyboard.press("c");
		await page.getByRole("heading", { name: "Suicide or self-harm" }).waitFor();
		await page.getByRole("button", { name: "Give back" }).waitFor();
		await page.keyboard.press("r");
		await page.keyboard.type("It shows how.");
		await page.keyboard.press("Control+Enter");
		await expect
			.poll(() => client.api.state.desk.decided)
			.toEqual([{ caseId: "8001", decision: "remove", reason: "self_harm", note: "It shows how." }]);
		await item.waitFor({ state: "detached" });
	});

	it("moves a case to another of one's queues, and leaves it there", async () => {
		const page = await signedIn("/desk/8002");
		await page.getByRole("heading", { name: "Graphic pictures" }).waitFor();
		await page.getByLabel("Move to another queue").selectOption({ label: "Copyright" });
		await page.getByText("Moved to Copyright").waitFor();
		await expect.poll(() => client.api.state.desk.moved).toEqual([{ caseId: "8002", queue: "copyright" }]);
		await page.getByRole("heading", { name: "Graphic pictures" }).waitFor({ state: "detached" });
	});

	it("shows what was found where it stands, and what was before", async () => {
		const page = await signedIn("/desk/8002");
		await page.getByRole("heading", { name: "Graphic pictures" }).waitFor();
		expect(await page.locator("mark").allInnerTexts()).toEqual(["kill"]);
		await page.getByText("Posted the same advert nine times.").waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await page.keyboard.press("?");
		await page.getByRole("heading", { name: "Keys" }).waitFor();
	});

	it("leaves what a colleague works on, and what is appealed against one's own decision, to others", async () => {
		const page = await signedIn("/desk/8003");
		await page.getByRole("button", { name: "Grace is at it" }).waitFor();
		expect(await page.getByRole("group", { name: "Decision" }).count()).toBe(0);
		await page.goto("/desk/8004");
		await page.getByText(/Somebody else has to look at it/).waitFor();
		expect(await page.getByRole("group", { name: "Decision" }).count()).toBe(0);
	});

	it("shows why an account is like a program, gives a person their reach back, and verifies whose account is proven", async () => {
		const page = await signedIn("/desk/accounts");
		const item = page.getByRole("listitem").filter({ hasText: "@cheap_followers" });
		await item.getByRole("row", { name: /Watching.*1240 videos watched in a day/ }).waitFor();
		await item.getByLabel("What you saw").fill("A shop that answers its customers.");
		await item.getByRole("button", { name: "It is a person" }).click();
		await page.getByText("They are recommended again").waitFor();
		await item.waitFor({ state: "detached" });
		await expect
			.poll(() => client.api.state.desk.accounts[0])
			.toMatchObject({ limitedUntil: null, bot: { state: "person", note: "A shop that answers its customers." } });
		await page.getByRole("searchbox", { name: "Find an account" }).fill("@mina");
		await page.keyboard.press("Enter");
		const mina = page.getByRole("listitem").filter({ hasText: "@mina" });
		await mina.getByLabel("How it was proven").selectOption("A public record");
		await mina.getByRole("button", { name: "Verify" }).click();
		await mina.getByRole("img", { name: /Verified/ }).waitFor();
		await mina.getByRole("button", { name: "Take the badge back" }).waitFor();
		await expect.poll(() => client.api.state.desk.accounts[1]).toMatchObject({ verified: true });
		expect(await seriousFaults(page)).toEqual([]);
	});

	it("has figures, people, tokens and the audit log, on a phone too, none wider than the screen", async () => {
		const page = await client.open({ screen: "phone" });
		await signedIn("/desk", page);
		for (const [name, heading] of [
			["Figures", "Figures"],
			["Accounts", "Accounts"],
			["People", "People"],
			["Audit log", "Audit log"],
			["Tokens", "Tokens"],
		] as const) {
			await page.getByRole("link", { name }).click();
			await page.getByRole("heading", { name: heading, level: 2 }).waitFor();
			expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
			expect(await seriousFaults(page)).toEqual([]);
		}
	});
});
