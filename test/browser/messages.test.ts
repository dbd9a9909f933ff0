import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { directWith, type FakeMessages, GROUP } from "./support/fake-messages.ts";

const { api, opened, open } = clientForTests({ signedIn: true });

const MINA = directWith("100");
/** A picture of 2 × 2 pixels. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGM4d/Y/w/8DAA39A/sI1wrVAAAAAElFTkSuQmCC", "base64");
const JONAS = directWith("101");
const LUCIA = directWith("102");
let messages: FakeMessages;
beforeEach(() => {
	messages = api.state.messages;
});

const field = (page: Page) => page.getByRole("textbox", { name: "Message" });
const log = (page: Page) => page.getByRole("log", { name: "Messages" });
const line = (page: Page, text: string) => page.locator("article.line").filter({ hasText: text }).last();
/** The socket is up: what is told is heard from now on. */
const untilLive = () => expect.poll(() => messages.said.some(({ type }) => type === "resume")).toBe(true);
async function talk(id = MINA, ready = "That light"): Promise<Page> {
	await opened.page.goto(`/messages/${id}`);
	await log(opened.page).getByText(ready).waitFor();
	await untilLive();
	return opened.page;
}
/** As a finger does that holds the bubble down, or the mouse's other button. */
const openActions = (page: Page, text: string) => line(page, text).locator(".bubble").dispatchEvent("contextmenu");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Of the sheet's, not of what lies beneath it. */
const choose = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
/** An address that can't be had, until the button that is shown is pressed. */
async function failing(path: string): Promise<(button: string) => Promise<void>> {
	const { page } = opened;
	await page.route(`**${path}`, (route) => route.abort());
	return async (button) => {
		await page.getByRole("button", { name: button }).waitFor();
		await untilLive();
		await page.getByRole("button", { name: button }).waitFor();
		await page.unroute(`**${path}`);
		await press(page, button);
	};
}
const fromEnd = (page: Page): Promise<number> =>
	log(page).evaluate((list) => {
		const { scrollHeight, scrollTop, clientHeight } = list as unknown as { scrollHeight: number; scrollTop: number; clientHeight: number };
		return scrollHeight - scrollTop - clientHeight;
	});

describe("the list of conversations", () => {
	it("has name, last words, what is unread and the requests; a count stands on the tab", async () => {
		const { page } = opened;
		await page.goto("/inbox");
		await page.getByRole("link", { name: /^Messages/ }).click();
		const rows = page.getByRole("list", { name: "Conversations" }).getByRole("listitem");
		await rows.first().waitFor();
		expect(await rows.count()).toBe(3);
		expect(await rows.nth(0).textContent()).toContain("You: That light!");
		expect(await rows.nth(1).textContent()).toContain("2 unread");
		expect(await page.getByRole("link", { name: /^Requests/ }).textContent()).toContain("1");
		expect(await page.getByRole("link", { name: /^Messages 1 new/ }).count()).toBe(1);
	});
	it("moves up what arrives, with its words and count, without being asked for; and says who types", async () => {
		const { page } = opened;
		await page.goto("/messages");
		await page.getByText("Dawn patrol").waitFor();
		await untilLive();
		messages.signal({ kind: "typing", conversationId: GROUP, userId: "103" });
		await page.getByText("Sora Tanaka is typing…").waitFor();
		messages.arrive(GROUP, "103", "Bring coffee");
		const first = page.getByRole("list", { name: "Conversations" }).getByRole("listitem").first();
		await first.getByText("Sora Tanaka: Bring coffee").waitFor();
		expect(await first.textContent()).toContain("1 unread");
		expect(await page.getByText("is typing…").count()).toBe(0);
	});
	it("is searched by name, whatever the accents", async () => {
		const { page } = opened;
		messages.put(messages.direct("999", { kind: "group", otherId: null, name: "Café Öl" }), "100", { type: "text", text: "hi" });
		await page.goto("/messages");
		await page.getByLabel("Search conversations").fill("cafe o");
		await page.getByText("Café Öl").waitFor();
		expect(await page.getByText("Dawn patrol").count()).toBe(0);
	});
	it("that can't be read says so, and is there when tried again", async () => {
		const { page } = opened;
		const answerAgain = await failing("/api/v1/conversations?*");
		await page.goto("/messages");
		await answerAgain("Try again");
		await page.getByText("Dawn patrol").waitFor();
	});
	it("with nobody in it yet suggests people to write to", async () => {
		const { page } = opened;
		if (api.state.account) api.state.account = { ...api.state.account, username: "fresh" };
		await page.goto("/messages");
		await page.getByRole("heading", { name: "No messages yet" }).waitFor();
		await page.getByRole("button", { name: "Message Sora Tanaka" }).click();
		await page.getByText("Say hello to Sora Tanaka.").waitFor();
		await field(page).fill("Hello Sora");
		await field(page).press("Enter");
		await line(page, "Hello Sora").getByText("Hello Sora").waitFor();
		await expect.poll(() => messages.of(directWith("103")).messages.length).toBe(1);
	});
	it("stays where it was while one goes into a conversation and back", async () => {
		const { page } = opened;
		for (let i = 0; i < 20; i++)
			messages.put(messages.direct(String(700 + i)), "100", { type: "text", text: `row ${i}.` }, 10_000_000 + i * 60_000);
		await page.goto("/messages");
		await page.getByText("row 19.").scrollIntoViewIfNeeded();
		const before = await page.evaluate("scrollY");
		expect(before).toBeGreaterThan(300);
		await page.getByText("row 18.").click();
		await log(page).waitFor();
		await page.goBack();
		await page.getByText("row 18.").waitFor();
		expect(await page.evaluate("scrollY")).toBe(before);
	});
	it("stands beside the open conversation on a desktop", async () => {
		const page = await open({ signedIn: true, screen: "desktop" });
		await page.goto("/messages");
		await page.getByRole("heading", { name: "Your messages" }).waitFor();
		await page.getByRole("link", { name: /^Mina Okafor/ }).click();
		await log(page).getByText("That light").waitFor();
		expect(await page.getByRole("list", { name: "Conversations" }).isVisible()).toBe(true);
		expect(await page.locator(".chat-row--open").textContent()).toContain("Mina Okafor");
	});
	it("is for whoever has an account", async () => {
		const page = await open({ signedIn: false });
		await page.goto("/messages");
		await page.getByRole("link", { name: "Sign up or log in" }).waitFor();
	});
});

describe("writing", () => {
	it("is shown at once and sent by Enter; Shift and Enter make a line; what was typed is kept until then", async () => {
		const page = await talk();
		let go = () => {};
		api.state.messages.beforeSend = new Promise((resolve) => (go = resolve));
		await field(page).fill("One");
		await field(page).press("Shift+Enter");
		await page.keyboard.type("two");
		await page.reload();
		await log(page).getByText("That light").waitFor();
		expect(await field(page).inputValue()).toBe("One\ntwo");
		await field(page).press("Enter");
		await page.locator("[data-outgoing=sending]").getByText("One two").waitFor();
		expect(await field(page).inputValue()).toBe("");
		await page.getByText("Sending…").waitFor();
		go();
		await page.locator("[data-outgoing]").waitFor({ state: "detached" });
		await expect.poll(() => messages.of(MINA).messages.at(-1)?.content).toEqual({ type: "text", text: "One\ntwo" });
		expect(await line(page, "One").count()).toBe(1);
		await page.getByText("Sent", { exact: true }).waitFor();
	});
	it("is the input method's while it composes", async () => {
		const page = await talk();
		const cdp = await page.context().newCDPSession(page);
		await field(page).focus();
		await cdp.send("Input.imeSetComposition", { text: "안녕", selectionStart: 2, selectionEnd: 2 });
		await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
		await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
		await cdp.send("Input.insertText", { text: "안녕하세요" });
		expect(messages.sends).toEqual([]);
		await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
		await field(page).press("Enter");
		await line(page, "안녕하세요").waitFor();
		await expect.poll(() => messages.sends.length).toBe(1);
	});
	it("many in a row arrive in their order, each once", async () => {
		const page = await talk();
		for (let i = 1; i <= 8; i++) {
			await field(page).fill(`number ${i}`);
			await field(page).press("Enter");
		}
		await expect.poll(() => messages.of(MINA).messages.length).toBe(15);
		const sent = messages
			.of(MINA)
			.messages.slice(-8)
			.map(({ content }) => content.type === "text" && content.text);
		expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((i) => `number ${i}`));
		await page.locator("[data-outgoing]").first().waitFor({ state: "detached" });
		const shown = await page.locator("article.line").allTextContents();
		expect(shown.filter((text) => text.includes("number"))).toHaveLength(8);
	});
	it("without a connection waits, outlives a reload's worth of patience, and is sent once when it is back", async () => {
		const page = await talk();
		await page.context().setOffline(true);
		await page.getByRole("status").getByText("You're offline.").waitFor();
		for (const text of ["first", "second"]) {
			await field(page).fill(text);
			await field(page).press("Enter");
		}
		await page.getByText("Waiting for a connection").first().waitFor();
		expect(messages.sends).toEqual([]);
		await page.context().setOffline(false);
		await expect.poll(() => messages.sends.length).toBe(2);
		await page.locator("[data-outgoing]").first().waitFor({ state: "detached" });
		expect(
			messages
				.of(MINA)
				.messages.slice(-2)
				.map(({ content }) => content.type === "text" && content.text),
		).toEqual(["first", "second"]);
	});
	it("an answer that was lost makes no second message", async () => {
		const page = await talk();
		let lost = 0;
		await page.context().route(`**/api/v1/conversations/${MINA}/messages`, async (route) => {
			if (route.request().method() !== "POST" || lost++ > 0) return route.continue();
			await route.fetch();
			await route.abort();
		});
		await field(page).fill("only once");
		await field(page).press("Enter");
		await page.locator("[data-outgoing]").waitFor({ state: "detached" });
		await expect.poll(() => messages.sends.length).toBe(2);
		expect(new Set(messages.sends).size).toBe(1);
		expect(await line(page, "only once").count()).toBe(1);
		expect(messages.of(MINA).messages.filter(({ content }) => content.type === "text" && content.text === "only once")).toHaveLength(1);
	});
	it("what is refused says why; it is tried again, or deleted", async () => {
		const page = await talk();
		const refuse = () =>
			messages.refusals.set(`POST /api/v1/conversations/${MINA}/messages`, {
				code: "not_allowed",
				detail: "That word isn't allowed here.",
			});
		refuse();
		await field(page).fill("hm");
		await field(page).press("Enter");
		await page.getByText("Not sent. That word isn't allowed here.").waitFor();
		await press(page, "Try again");
		await page.locator("[data-outgoing]").waitFor({ state: "detached" });
		refuse();
		await field(page).fill("again");
		await field(page).press("Enter");
		await page.getByText("Not sent.").waitFor();
		await press(page, "Delete");
		expect(await page.locator("[data-outgoing]").count()).toBe(0);
	});
	it("tells the others that one types, now and then", async () => {
		const page = await talk();
		await field(page).pressSequentially("Hello there");
		await expect.poll(() => messages.said.filter(({ type }) => type === "typing").length).toBe(1);
	});
});

describe("what others do appears by itself", () => {
	it("their message, that they type, how far they received and read", async () => {
		const page = await talk();
		messages.signal({ kind: "typing", conversationId: MINA, userId: "100" });
		await page.getByRole("status").getByText("typing…").waitFor();
		messages.arrive(MINA, "100", "Set it to five");
		await line(page, "Set it to five").waitFor();
		expect(await page.getByText("typing…").count()).toBe(0);
		await expect.poll(() => messages.of(MINA).readSeq).toBe(8);
		await field(page).fill("Five it is");
		await field(page).press("Enter");
		await page.getByText("Sent", { exact: true }).waitFor();
		messages.signal({ kind: "marks", conversationId: MINA, marks: [{ userId: "100", deliveredSeq: 9, readSeq: 8 }] });
		await page.getByText("Delivered", { exact: true }).waitFor();
		messages.signal({ kind: "marks", conversationId: MINA, marks: [{ userId: "100", deliveredSeq: 9, readSeq: 9 }] });
		await page.getByText("Seen", { exact: true }).waitFor();
	});
	it("an edit, a reaction, an unsent message and the quote of it", async () => {
		const page = await talk();
		messages.arrive(MINA, "100", "See?", { replyTo: { seq: 3, senderId: "100", type: "text", text: "Then look at this" } });
		await page.getByRole("button", { name: /^Go to what this answers: .*Then look at this$/ }).waitFor();
		messages.change(MINA, 4, { content: { type: "text", text: "Nobody but me" }, editedAt: new Date().toISOString() });
		await line(page, "Nobody but me").getByText("edited").waitFor();
		messages.change(MINA, 5, { reactions: [{ emoji: "🔥", userIds: ["100"] }] });
		await page.getByRole("button", { name: "🔥 by Mina Okafor" }).waitFor();
		messages.change(MINA, 3, { content: { type: "unsent" } });
		await page.getByText("This message was unsent").waitFor();
		await page.getByRole("button", { name: /^Go to what this answers: .*Message unsent$/ }).waitFor();
	});
	it("while older ones are read it stays where it is, and a pill says how many are new", async () => {
		for (let i = 0; i < 40; i++) messages.put(messages.of(MINA), "100", { type: "text", text: `older ${i}.` });
		messages.of(MINA).readSeq = 47;
		const page = await talk(MINA, "older 39.");
		await expect.poll(() => fromEnd(page)).toBeLessThan(2);
		await line(page, "older 20.").scrollIntoViewIfNeeded();
		await expect.poll(() => fromEnd(page)).toBeGreaterThan(200);
		const before = await line(page, "older 20.").boundingBox();
		messages.arrive(MINA, "100", "news one");
		messages.arrive(MINA, "100", "news two");
		await page.getByRole("button", { name: "2 new, to the newest message" }).waitFor();
		expect((await line(page, "older 20.").boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
		expect(messages.of(MINA).readSeq).toBe(47);
		await page.getByRole("button", { name: "2 new, to the newest message" }).click();
		await expect.poll(() => fromEnd(page)).toBeLessThan(2);
		await expect.poll(() => messages.of(MINA).readSeq).toBe(49);
	});
	it("what is new is divided off and read from its beginning", async () => {
		for (let i = 0; i < 30; i++) messages.put(messages.of(JONAS), "101", { type: "text", text: `news ${i}.` });
		messages.of(JONAS).readSeq = 2;
		const page = await talk(JONAS, "news 0.");
		const divider = page.getByText("New messages", { exact: true });
		await divider.waitFor();
		await expect.poll(async () => (await divider.boundingBox())?.y).toBeGreaterThan(0);
		await page.getByRole("button", { name: "30 new, to the newest message" }).waitFor();
		expect(await fromEnd(page)).toBeGreaterThan(200);
	});
	it("without a socket it is asked for now and then", async () => {
		const { page } = opened;
		await page.unrouteAll();
		await page.routeWebSocket("**/api/v1/live", (socket) => void socket.close());
		await page.goto(`/messages/${MINA}`);
		await log(page).getByText("That light").waitFor();
		messages.put(messages.of(MINA), "100", { type: "text", text: "By the slow way" });
		await line(page, "By the slow way").waitFor();
	});
});

describe("older messages", () => {
	it("join above without a jump, page after page to the first", async () => {
		for (let i = 0; i < 150; i++) messages.put(messages.of(MINA), i % 3 ? "100" : "500", { type: "text", text: `row ${i}.` });
		messages.of(MINA).readSeq = 157;
		const page = await talk(MINA, "row 149.");
		await expect.poll(() => fromEnd(page)).toBeLessThan(2);
		const top = line(page, "row 118.");
		await top.scrollIntoViewIfNeeded();
		await page.getByText("row 100.", { exact: true }).waitFor();
		await log(page).evaluate((list) => (list as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 0));
		await page.getByText("row 30.", { exact: true }).waitFor();
		for (let i = 0; i < 4; i++)
			await log(page).evaluate((list) => (list as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 0));
		await page.getByText("Did you see the harbour").waitFor();
		const numbers = await page
			.locator("article.line")
			.evaluateAll((lines) => lines.map((one) => Number((one as unknown as { dataset: { seq: string } }).dataset.seq)));
		expect(numbers).toEqual(Array.from({ length: 157 }, (_, place) => place + 1));
	});
	it("are jumped to from a quote and from the search, and there is a way back to the newest", async () => {
		for (let i = 0; i < 150; i++) messages.put(messages.of(MINA), "100", { type: "text", text: `row ${i}.` });
		messages.of(MINA).readSeq = 157;
		const page = await talk(MINA, "row 149.");
		await press(page, "Search in this conversation");
		await page.getByLabel("Words to look for").fill("slept through");
		await page.getByRole("list", { name: "Messages found" }).getByText("I slept through it").click();
		await page.locator(".line--lit").getByText("I slept through it").waitFor();
		messages.arrive(MINA, "100", "fresh");
		await page.getByRole("button", { name: "1 new, to the newest message" }).click();
		await line(page, "fresh").waitFor();
		await expect.poll(() => fromEnd(page)).toBeLessThan(2);
	});
});

describe("a message", () => {
	it("is answered with a quote", async () => {
		const page = await talk();
		await openActions(page, "Then look at this");
		await choose(page, "Reply");
		await page.getByText("Reply to Mina Okafor").waitFor();
		await field(page).fill("I looked");
		await field(page).press("Enter");
		await line(page, "I looked").getByText("Then look at this").waitFor();
		await expect.poll(() => messages.of(MINA).messages.at(-1)?.replyTo?.seq).toBe(3);
		expect(await page.getByText("Reply to Mina Okafor").count()).toBe(0);
	});
	it("is reacted to, and the reaction taken back", async () => {
		const page = await talk();
		await openActions(page, "Then look at this");
		await choose(page, "React 😂");
		const own = page.getByRole("button", { name: "😂 by You" });
		await own.waitFor();
		await own.click();
		await own.waitFor({ state: "detached" });
		await openActions(page, "Then look at this");
		await choose(page, "Another emoji");
		await page.getByRole("textbox", { name: "Emoji" }).fill("🦀");
		await page.getByRole("button", { name: "🦀 by You" }).waitFor();
	});
	it("of one's own is edited within 15 minutes, and no later", async () => {
		messages.put(messages.of(MINA), "500", { type: "text", text: "Typpo" }, 60_000);
		const page = await talk(MINA, "Typpo");
		await openActions(page, "I slept through it");
		await page.getByRole("dialog").getByRole("button", { name: "Unsend" }).waitFor();
		expect(await page.getByRole("button", { name: "Edit", exact: true }).count()).toBe(0);
		await choose(page, "Close");
		await openActions(page, "Typpo");
		await choose(page, "Edit");
		expect(await field(page).inputValue()).toBe("Typpo");
		await field(page).fill("Typo");
		await press(page, "Save");
		await line(page, "Typo").getByText("edited").waitFor();
		expect(await field(page).inputValue()).toBe("");
	});
	it("of one's own is unsent; of another's it is not", async () => {
		const page = await talk();
		await openActions(page, "That light");
		await choose(page, "Unsend");
		await page.getByText("You unsent a message").waitFor();
		await openActions(page, "Then look at this");
		await page.getByRole("button", { name: "Report", exact: true }).waitFor();
		expect(await page.getByRole("button", { name: "Unsend" }).count()).toBe(0);
	});
	it("is copied", async () => {
		const page = await talk();
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openActions(page, "Then look at this");
		await choose(page, "Copy text");
		await page.getByText("Message copied").waitFor();
		expect(await page.evaluate("navigator.clipboard.readText()")).toBe("Then look at this");
	});
	it("is reported with its number, and whose it is blocked if wanted", async () => {
		const page = await talk();
		await openActions(page, "Then look at this");
		await choose(page, "Report");
		await page.getByRole("heading", { name: "Report message" }).waitFor();
		await page.getByLabel("Spam").check();
		await choose(page, "Send report");
		await page.getByRole("heading", { name: "Thank you" }).waitFor();
		await expect.poll(() => messages.reports[0]).toMatchObject({ reason: "spam", seq: 3 });
		await choose(page, "Block Mina Okafor");
		await expect.poll(() => api.state.blocked.has("100")).toBe(true);
	});
	it("has its addresses marked and led out safely", async () => {
		const page = await talk(JONAS, "Which tea is it?");
		const link = log(page).getByRole("link", { name: "https://tea.example/green" });
		expect(await link.getAttribute("rel")).toMatch(/nofollow noopener/);
		expect(await link.getAttribute("target")).toBe("_blank");
	});
	it("that could not be changed says so, and is as it was", async () => {
		const page = await talk();
		messages.refusals.set(`DELETE /api/v1/conversations/${MINA}/messages/7`, { code: "message_not_found", detail: "It is gone already." });
		await openActions(page, "That light");
		await choose(page, "Unsend");
		await page.getByText("It is gone already.").waitFor();
		await line(page, "That light").waitFor();
	});
});

describe("media", () => {
	it("a shared clip opens in the player; one that is gone says so", async () => {
		messages.put(messages.of(MINA), "100", { type: "video", videoId: "4040", text: "this one" });
		const page = await talk();
		await page.getByText("This video isn't available.").waitFor();
		await page.getByRole("link", { name: /^Play .*Slow sunrise/ }).click();
		await page.locator(".player").waitFor();
		expect(page.url()).toMatch(/\/v\/1000$/);
	});
	it("a photo is looked at, given words, sent, and opened large", async () => {
		const page = await talk();
		await page.locator("input[type=file]").setInputFiles({ name: "p.png", mimeType: "image/png", buffer: PNG });
		await page.getByAltText("As it will be sent").waitFor();
		await page.getByLabel("Alt text").fill("A pier in fog");
		await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
		await page.getByRole("button", { name: "Open photo: A pier in fog" }).click();
		await page.getByRole("dialog", { name: "A pier in fog" }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await expect.poll(() => messages.of(MINA).messages.at(-1)?.content).toMatchObject({ type: "photo", alt: "A pier in fog" });
	});
	it("a photo that could not be sent yet outlives a reload, and goes once there is a way", async () => {
		const page = await talk();
		const begun = "**/api/v1/conversations/*/media";
		await page.route(begun, (route) => route.abort());
		await page.locator("input[type=file]").setInputFiles({ name: "p.png", mimeType: "image/png", buffer: PNG });
		await page.getByLabel("Alt text").fill("A pier in fog");
		await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
		await page.locator("[data-outgoing=waiting]").getByAltText("A pier in fog").waitFor();
		await page.reload();
		await page.locator("[data-outgoing]").getByAltText("A pier in fog").waitFor();
		await page.unroute(begun);
		await expect.poll(() => messages.of(MINA).messages.at(-1)?.content).toMatchObject({ type: "photo", alt: "A pier in fog" });
		await page.locator("[data-outgoing]").waitFor({ state: "detached" });
	});
	it("what is no picture is refused in words", async () => {
		const page = await talk();
		await page.locator("input[type=file]").setInputFiles({ name: "p.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
		await page.getByText("isn't a picture this browser can read").waitFor();
		expect(await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
	});
	it("a voice note is recorded and sent, or dropped", async () => {
		const page = await open({ signedIn: true, apart: true });
		messages = api.state.messages;
		await page.addInitScript(`
			navigator.mediaDevices.getUserMedia = async () => {
				const sound = new AudioContext();
				const tone = sound.createOscillator();
				const end = sound.createMediaStreamDestination();
				tone.connect(end);
				tone.start();
				return end.stream;
			};
		`);
		await page.goto(`/messages/${MINA}`);
		await log(page).getByText("That light").waitFor();
		await page.getByRole("button", { name: "Record a voice note" }).press("Enter");
		await page.getByRole("timer").getByText("0:01").waitFor();
		await press(page, "Cancel voice note");
		await page.getByRole("button", { name: "Record a voice note" }).press("Enter");
		await page.getByRole("timer").getByText("0:01").waitFor();
		await press(page, "Send voice note");
		await expect.poll(() => messages.of(MINA).messages.at(-1)?.content.type).toBe("voice");
		expect(messages.sends).toHaveLength(1);
		await page.locator("[data-outgoing]").waitFor({ state: "detached" });
		await page.getByRole("button", { name: "Play voice note" }).waitFor();
		await page.getByRole("button", { name: "Speed 1 times. Change" }).click();
		await page.getByRole("button", { name: "Speed 1.5 times. Change" }).waitFor();
	});
	it("a microphone that is refused is told, and writing goes on", async () => {
		const page = await talk();
		await page.evaluate(`navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"))`);
		await page.getByRole("button", { name: "Record a voice note" }).press("Enter");
		await page.getByText("reelay may not use your microphone.").waitFor();
		await field(page).waitFor();
	});
});

describe("a request", () => {
	it("holds links back and tells nobody that it was read, until it is accepted", async () => {
		messages.put(messages.of(LUCIA), "102", { type: "photo", url: "/messages/x/photo", width: 4, height: 3, blurhash: "", alt: "" });
		const { page } = opened;
		await page.goto("/messages");
		await page.getByRole("link", { name: /^Requests/ }).click();
		await page.getByRole("link", { name: /Lucía Prado/ }).click();
		await log(page).getByText("Hi! Would you let me use").waitFor();
		expect(await log(page).getByRole("link").count()).toBe(0);
		await log(page).getByText("Photo · shown once you accept").waitFor();
		expect(await page.locator(".photo").count()).toBe(0);
		expect(await field(page).count()).toBe(0);
		expect(messages.of(LUCIA).readSeq).toBe(0);
		await press(page, "Accept");
		await field(page).waitFor();
		expect(await log(page).getByRole("link", { name: "www.example.org/me" }).count()).toBe(1);
		await expect.poll(() => messages.of(LUCIA).readSeq).toBe(2);
	});
	it.each(["Decline", "Block"])("is gone after: %s", async (act) => {
		const { page } = opened;
		await page.goto(`/messages/${LUCIA}`);
		await press(page, act);
		await page.getByRole("heading", { name: "No requests" }).waitFor();
		await expect.poll(() => messages.held.has(LUCIA)).toBe(false);
		expect(api.state.blocked.has("102")).toBe(act === "Block");
	});
	it("is reported as a whole", async () => {
		const { page } = opened;
		await page.goto(`/messages/${LUCIA}`);
		await press(page, "Report");
		await page.getByLabel("A scam").check();
		await choose(page, "Send report");
		await page.getByRole("heading", { name: "Thank you" }).waitFor();
		await expect.poll(() => messages.reports[0]).toMatchObject({ reason: "scam" });
		await choose(page, "Done");
		await page.getByRole("heading", { name: "No requests" }).waitFor();
	});
	it("of one's own says what it is: text alone, until it is accepted", async () => {
		messages.direct("103", { accepted: false });
		const { page } = opened;
		await page.goto(`/messages/${directWith("103")}`);
		await page.getByText("your message goes to their requests").waitFor();
		expect(await page.getByRole("button", { name: "Send a photo" }).count()).toBe(0);
		expect(await page.getByRole("button", { name: "Record a voice note" }).count()).toBe(0);
	});
});

describe("a conversation", () => {
	it("is muted for a while and unmuted", async () => {
		const page = await talk();
		await press(page, "Details");
		await choose(page, "Mute");
		await choose(page, "For an hour");
		await page.getByRole("button", { name: "Unmute" }).waitFor();
		expect(Date.parse(messages.of(MINA).mutedUntil ?? "") - Date.now()).toBeGreaterThan(3_000_000);
		await choose(page, "Unmute");
		await expect.poll(() => messages.of(MINA).mutedUntil).toBe(null);
	});
	it("is deleted from one's own list after a question", async () => {
		const page = await talk();
		await press(page, "Details");
		await choose(page, "Delete conversation");
		await choose(page, "Cancel");
		await choose(page, "Delete conversation");
		await choose(page, "Delete");
		await page.getByRole("list", { name: "Conversations" }).waitFor();
		expect(await page.getByText("You: That light").count()).toBe(0);
	});
	it("that is closed says so where one would write", async () => {
		Object.assign(messages.of(MINA).facts, { standing: "closed", mayWrite: false });
		const page = await talk();
		await page.getByText("Nothing can be written here any more.").waitFor();
	});
	it("that is none of one's own says so and leads back", async () => {
		const { page } = opened;
		await page.goto(`/messages/g${"z".repeat(32)}`);
		await page.getByRole("heading", { name: "This conversation isn't here" }).waitFor();
		await page.getByRole("link", { name: "To your messages" }).click();
		await page.getByText("Dawn patrol").waitFor();
	});
	it("that didn't load is tried again", async () => {
		const answerAgain = await failing(`/api/v1/conversations/${MINA}`);
		const { page } = opened;
		await page.goto(`/messages/${MINA}`);
		await answerAgain("Try again");
		await log(page).getByText("That light").waitFor();
	});
});
