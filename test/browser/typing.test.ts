import type { CDPSession } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { onStage, stageSlot } from "./support/page.ts";

const { api, opened } = clientForTests({ signedIn: true });

/** A key as a browser reports it while an input method has it. */
const composedKey = async (cdp: CDPSession, key: string) => {
	await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key, code: key, windowsVirtualKeyCode: 229 });
	await keyUp(cdp, key);
};
const keyUp = (cdp: CDPSession, key: string) =>
	cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key, code: key, windowsVirtualKeyCode: 229 });
const compose = (cdp: CDPSession, text: string) =>
	cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

const openComments = async () => {
	const { page } = opened;
	await page.goto("/");
	await onStage(page)
		.getByRole("button", { name: /^Comments/ })
		.click();
	return page.getByRole("textbox", { name: "Add a comment" });
};
const sent = (what: string) => api.state.requests.filter((line) => line.startsWith(what));

describe("what is typed", () => {
	it("is the input method's while it composes: Enter, Escape and arrows; nothing is sent, closed or swiped; the next Enter sends", async () => {
		const { page, context } = opened;
		const field = await openComments();
		await field.focus();
		const cdp = await context.newCDPSession(page);
		await compose(cdp, "안녕");
		for (const key of ["Enter", "Escape", "ArrowDown"]) await composedKey(cdp, key);
		await cdp.send("Input.insertText", { text: "안녕하세요" });
		expect(await field.inputValue()).toBe("안녕하세요");
		expect(sent("POST /api/v1/videos/1000/comment")).toEqual([]);
		expect(await stageSlot(page)).toBe(0);
		await keyUp(cdp, "Enter");
		await field.press("Enter");
		await page.getByText("안녕하세요").waitFor();
		expect(sent("POST /api/v1/videos/1000/comment")).toHaveLength(1);
	});

	it("leaves what was written when the sheet is closed, the clip swiped and the page loaded anew; what was sent is gone", async () => {
		const { page } = opened;
		const field = await openComments();
		await field.fill("Where is th");
		await page.getByRole("button", { name: "Close" }).click();
		await page.reload();
		await openComments();
		expect(await field.inputValue()).toBe("Where is th");
		await field.press("Enter");
		await page.getByText("Where is th", { exact: true }).waitFor();
		await page.reload();
		await openComments();
		expect(await field.inputValue()).toBe("");
	});

	it("takes a suggestion in a form of one line without sending it", async () => {
		const { page, context } = opened;
		const cdp = await context.newCDPSession(page);
		await page.goto("/settings/feed");
		const words = page.getByLabel("Never show videos with");
		await words.focus();
		await compose(cdp, "とうきょう");
		await composedKey(cdp, "Enter");
		await cdp.send("Input.insertText", { text: "東京" });
		expect(await words.inputValue()).toBe("東京");
		expect(sent("PATCH /api/v1/feed/preferences")).toEqual([]);
	});
});
