import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type OpenedPage, openPage } from "./support/page.ts";
import { product } from "./support/product.ts";
import { signUp } from "./support/sign-up.ts";

/** Two people before the whole product, each in a browser of their own: what one does appears at the other's by itself. */

const START_MS = 1_200_000;
const stamp = Date.now().toString(36);
const [ANN, BEN] = [`ann_${stamp}`, `ben_${stamp}`];

let browser: Browser;
let ann: OpenedPage;
let ben: OpenedPage;

beforeAll(async () => {
	const [{ url }, started] = await Promise.all([product(), openBrowser()]);
	browser = started;
	[ann, ben] = [await openPage(browser, url), await openPage(browser, url, "desktop")];
	await signUp(ann.page, ANN);
	await signUp(ben.page, BEN);
}, START_MS);
afterAll(() => browser?.close());

const field = (page: Page) => page.getByRole("textbox", { name: "Message" });
const log = (page: Page) => page.getByRole("log", { name: "Messages" });
const write = async (page: Page, text: string) => {
	await field(page).fill(text);
	await field(page).press("Enter");
};
const openActions = (page: Page, text: string) =>
	log(page).locator("article", { hasText: text }).locator(".bubble").dispatchEvent("contextmenu");

it("a stranger's request is accepted, and the two talk: typing, read marks, an answer, a reaction, an edit, one unsent", async () => {
	const [a, b] = [ann.page, ben.page];
	await a.goto(`/@${BEN}`);
	await a.getByRole("button", { name: `Message ${BEN}` }).click();
	await a.getByText("your message goes to their requests").waitFor();
	await write(a, "Hello, I'm Ann");
	await a.getByText("Sent", { exact: true }).waitFor();

	await b.goto("/messages");
	await b.getByRole("link", { name: /^Requests/ }).click();
	await b.getByRole("link", { name: new RegExp(ANN) }).click();
	await log(b).getByText("Hello, I'm Ann").waitFor();
	await b.getByRole("button", { name: "Accept" }).click();
	await a.getByText("Seen", { exact: true }).waitFor();

	await field(b).pressSequentially("Hi");
	await a.getByText("typing…").waitFor();
	await write(b, "Hi Ann");
	await log(a).getByText("Hi Ann").waitFor();
	await b.getByText("Seen", { exact: true }).waitFor();

	await openActions(a, "Hi Ann");
	await a.getByRole("button", { name: "React ❤️" }).click();
	await b.getByRole("button", { name: `❤️ by ${ANN}` }).waitFor();

	await openActions(b, "Hi Ann");
	await b.getByRole("dialog").getByRole("button", { name: "Edit", exact: true }).click();
	await field(b).fill("Hi Ann, how are you?");
	await field(b).press("Enter");
	await log(a).getByText("Hi Ann, how are you?").waitFor();
	await log(a).getByText("edited").waitFor();

	await openActions(a, "Hello, I'm Ann");
	await a.getByRole("button", { name: "Unsend" }).click();
	await log(b).getByText("This message was unsent").waitFor();

	await openActions(a, "Hi Ann");
	await a.getByRole("dialog").getByRole("button", { name: "Reply", exact: true }).click();
	await write(a, "Well, thank you");
	await b.getByRole("button", { name: /^Go to what this answers: .*Hi Ann, how are you/ }).waitFor();
	expect([...ann.faults, ...ben.faults]).toEqual([]);
});

it("what is written offline is sent once the connection is back, and arrives once", async () => {
	const [a, b] = [ann.page, ben.page];
	await ann.context.setOffline(true);
	await write(a, "from the tunnel");
	await a.getByText("Waiting for a connection").waitFor();
	await ann.context.setOffline(false);
	await log(b).getByText("from the tunnel").waitFor();
	await a.reload();
	await log(a).getByText("from the tunnel").waitFor();
	expect(await log(a).getByText("from the tunnel").count()).toBe(1);
	expect(await log(b).getByText("from the tunnel").count()).toBe(1);
});

it("a clip that is sent stands in place, and opens in the player", async () => {
	const [a, b] = [ann.page, ben.page];
	await a.goto("/");
	await a
		.locator(".slot:not([inert])")
		.getByRole("button", { name: /^Share/ })
		.click();
	await a.getByRole("button", { name: "Send to…" }).click();
	await a.getByRole("dialog").getByText(BEN, { exact: true }).click();
	await a.getByRole("button", { name: "Send", exact: true }).click();
	await b.getByRole("link", { name: /^Play / }).click();
	await b.locator(".player").waitFor();
	expect([...ann.faults, ...ben.faults]).toEqual([]);
});
