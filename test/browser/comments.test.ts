import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { fakeComment } from "./support/fake-comments.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

async function openComments(page: Page): Promise<void> {
	await page.goto("/");
	await untilPlaying(page);
	await onStage(page)
		.getByRole("button", { name: /^Comments/ })
		.click();
	await page.getByText("The light at the end!").waitFor();
}
const rowOf = (page: Page, text: string) => page.locator(".comment", { hasText: text });
const menuOf = async (page: Page, text: string, choice: string) => {
	await rowOf(page, text).getByRole("button", { name: "More" }).click();
	await rowOf(page, text).getByRole("button", { name: choice }).click();
};

describe("comments", () => {
	it("unfold threads, answer with a mention, and keep a draft for each answer", async () => {
		const page = await open({ signedIn: true });
		const [root] = api.state.threads.of("1000", 3);
		if (!root) throw new Error("no comment");
		root.replyCount = 1;
		api.state.threads.byVideo.get("1000")?.push(fakeComment({ id: "9050", rootId: root.id, replyToId: root.id, text: "So true" }));
		await openComments(page);
		await page.getByRole("button", { name: "View 1 reply" }).click();
		await page.getByText("So true").waitFor();
		await rowOf(page, "So true").getByRole("button", { name: "Reply", exact: true }).click();
		const field = page.getByRole("textbox", { name: "Add a reply" });
		expect(await field.inputValue()).toMatch(/^@\w+ $/);
		await field.press("End");
		await field.pressSequentially("yes");
		await page.getByRole("button", { name: "Cancel" }).click();
		await rowOf(page, "So true").getByRole("button", { name: "Reply", exact: true }).click();
		expect(await field.inputValue()).toMatch(/yes$/);
		await page.getByRole("button", { name: "Send" }).click();
		await rowOf(page, "yes").waitFor();
		await expect.poll(() => api.state.comments).toHaveLength(1);
	});

	it("offer people where a name is begun", async () => {
		const page = await open({ signedIn: true });
		await openComments(page);
		const field = page.getByRole("textbox", { name: "Add a comment" });
		await field.pressSequentially("Hi @");
		const first = page.getByRole("list", { name: "People to mention" }).getByRole("button").first();
		await first.click();
		expect(await field.inputValue()).toMatch(/^Hi @\S+ $/);
	});

	it("are liked at once, and not when the server refuses", async () => {
		const page = await open({ signedIn: true });
		await openComments(page);
		api.state.failures.push("POST /api/v1/videos/1000/comments/9000/like");
		const like = rowOf(page, "The light at the end!").getByRole("button", { name: /^Like comment/ });
		await like.click();
		await page.getByText("Reelay is taking a breath").first().waitFor();
		expect(await like.getAttribute("aria-pressed")).toBe("false");
		await like.click();
		await expect.poll(() => like.getAttribute("aria-pressed")).toBe("true");
	});

	it("are edited and deleted by who wrote them; a deletion is undone, and sent when it is not", async () => {
		const page = await open({ signedIn: true });
		api.state.threads.of("1000", 3).unshift(fakeComment({ id: "9060", text: "My word", isYours: true }));
		await openComments(page);
		await menuOf(page, "My word", "Edit");
		await page.getByRole("textbox", { name: "Edit your comment" }).fill("My words");
		await page.getByRole("button", { name: "Send" }).click();
		await rowOf(page, "My words").getByText("edited").waitFor();
		await menuOf(page, "My words", "Delete");
		await page.getByRole("button", { name: "Undo" }).click();
		await rowOf(page, "My words").waitFor();
		await menuOf(page, "My words", "Delete");
		await expect.poll(() => rowOf(page, "My words").count()).toBe(0);
		await page.getByRole("button", { name: "Close" }).click();
		await expect.poll(() => api.state.requests).toContain("DELETE /api/v1/videos/1000/comments/9060");
	});

	it("have a creator's heart and pin, and an empty place where one was deleted", async () => {
		const page = await open({ signedIn: true });
		const [card] = api.state.cards;
		if (card) card.user = { ...card.user, id: "500" };
		api.state.threads.of("1000", 3).push(fakeComment({ id: "9070", deleted: true, user: null, replyCount: 1 }));
		await openComments(page);
		await page.getByText("This comment was deleted.").waitFor();
		await menuOf(page, "Where is this?", "Pin on top");
		await rowOf(page, "Where is this?").getByText("Pinned").waitFor();
		await menuOf(page, "Where is this?", "Give it your heart");
		await page.getByRole("img", { name: "The creator likes it" }).waitFor();
	});

	it("open at the one a notice leads to", async () => {
		const page = await open({ signedIn: true });
		api.state.threads.of("1000", 3);
		await page.goto("/v/1000?comment=9002");
		await page.locator(".comment--linked", { hasText: "Where is this?" }).waitFor();
	});

	it("say where nobody may comment", async () => {
		const page = await open({ signedIn: true });
		api.state.threads.rules = { commentsFrom: "off", holdAll: false, words: [] };
		await openComments(page);
		await page.getByText("Comments are off for this video.").waitFor();
		expect(await page.getByRole("textbox", { name: "Add a comment" }).count()).toBe(0);
	});

	it("wait for their creator, who shows or refuses them", async () => {
		const page = await open({ signedIn: true });
		api.state.threads.held = [
			fakeComment({ id: "9080", text: "First one", held: true }),
			fakeComment({ id: "9081", text: "Second one", held: true }),
		];
		await page.goto("/settings/comments");
		await page.locator(".held", { hasText: "First one" }).getByRole("button", { name: "Show it" }).click();
		await page.locator(".held", { hasText: "Second one" }).getByRole("button", { name: "Refuse" }).click();
		await page.getByText("Nothing waits").waitFor();
		await expect.poll(() => api.state.threads.held).toEqual([]);
		await page.getByRole("radio", { name: "Followers" }).check({ force: true });
		await page.getByLabel("Comments with these words wait for me").fill("crypto\nfree money");
		await page.getByLabel("Comments with these words wait for me").blur();
		await expect
			.poll(() => api.state.threads.rules)
			.toEqual({ commentsFrom: "followers", holdAll: false, words: ["crypto", "free money"] });
	});
});
