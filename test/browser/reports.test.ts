import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seriousFaults } from "./support/axe.ts";
import { clientForTests } from "./support/client.ts";
import { fakeDecision, fakeReport } from "./support/fake-reports.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, open } = clientForTests(null);

const choose = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const asVideo = (page: Page) => onStage(page).getByRole("button", { name: "More", exact: true }).click();
const firstCard = () => {
	const [card] = api.state.cards;
	if (card === undefined) throw new Error("no clips");
	return card;
};

describe("a report", () => {
	it("of a clip takes it off the stage at once, and offers to block whose it is", async () => {
		const page = await open({ signedIn: true });
		await page.goto("/");
		await untilPlaying(page);
		const { id, title, user } = firstCard();
		await asVideo(page);
		await choose(page, "Report");
		await page.getByRole("heading", { name: "Report video" }).waitFor();
		expect(await page.getByRole("radio").count()).toBeGreaterThanOrEqual(12);
		expect(await page.getByRole("button", { name: "Send report" }).isDisabled()).toBe(true);
		// By the keyboard alone.
		await page.getByLabel("Hate").focus();
		await page.keyboard.press("Space");
		await page.getByLabel("Anything we should know (optional)").fill("At the end");
		expect(await seriousFaults(page)).toEqual([]);
		await choose(page, "Send report");
		await page.getByRole("heading", { name: "Thank you" }).waitFor();
		await expect
			.poll(() => api.state.reports.sent)
			.toEqual([{ subject: { kind: "video", videoId: id }, reason: "hate", note: "At the end" }]);
		await choose(page, `Block ${user.displayName}`);
		await expect.poll(() => api.state.blocked.has(user.id)).toBe(true);
		await choose(page, "Done");
		await page.locator("dialog").waitFor({ state: "detached" });
		await expect.poll(() => onStage(page).getAttribute("aria-label")).not.toBe(title);
	});

	it("of a guest asks for nothing but the reason", async () => {
		const page = await open({});
		await page.goto(`/v/${firstCard().id}?report`);
		await page.getByRole("heading", { name: "Report video" }).waitFor();
		expect(await page.getByRole("dialog").getByRole("textbox").count()).toBe(0);
		await page.getByLabel("Suicide or self-harm").check();
		await choose(page, "Send report");
		await page.getByText("call your local emergency number").waitFor();
		await expect.poll(() => api.state.reports.sent).toMatchObject([{ reason: "self_harm", note: "" }]);
		expect(
			await page
				.getByRole("dialog")
				.getByRole("button", { name: /^Block/ })
				.count(),
		).toBe(0);
	});

	it("that can't be sent is told, and is still there to be sent", async () => {
		const page = await open({ signedIn: true });
		await page.goto(`/v/${firstCard().id}?report`);
		await page.getByLabel("Spam").check();
		api.state.failures.push("POST /api/v1/reports");
		await choose(page, "Send report");
		await page.getByText("Reelay is taking a breath.").waitFor();
		await choose(page, "Send report");
		await page.getByRole("heading", { name: "Thank you" }).waitFor();
		await expect.poll(() => api.state.reports.sent).toHaveLength(1);
	});

	it("of somebody is sent from their profile", async () => {
		const page = await open({ signedIn: true });
		const { user } = firstCard();
		await page.goto(`/@${user.username}`);
		await page.getByRole("button", { name: "Report profile" }).click();
		await page.getByLabel("Impersonation").check();
		await choose(page, "Send report");
		await expect
			.poll(() => api.state.reports.sent)
			.toMatchObject([{ subject: { kind: "profile", userId: user.id }, reason: "impersonation" }]);
	});
});

describe("one's reports", () => {
	it("say what came of them; what was left as it is can be looked at again", async () => {
		const page = await open({ signedIn: true });
		api.state.reports.reports = [
			fakeReport("1"),
			fakeReport("2", { kind: "comment", label: "An insult", reason: "harassment", state: "upheld" }),
			fakeReport("3", { label: "A clip I know", state: "dismissed", appealUntil: new Date(Date.now() + 86_400_000).toISOString() }),
		];
		await page.goto("/settings/reports");
		await page.getByText("Something was done about it").waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await page.getByRole("article", { name: "A clip I know" }).getByRole("button", { name: "Ask for another look" }).click();
		await page.getByLabel("Why do you see it differently?").fill("It was posted ten times today.");
		await page.getByRole("button", { name: "Send appeal" }).click();
		await page.getByText("Somebody else will look at it.").waitFor();
		expect(api.state.reports.appeals.get("3")).toBe("It was posted ten times today.");
	});
});

describe("account standing", () => {
	it("says what counts, why something was removed, and takes an appeal", async () => {
		const page = await open({ signedIn: true });
		const { reports } = api.state;
		reports.decisions = [fakeDecision("8")];
		const { at, reason } = fakeDecision("8");
		reports.standing = { ...reports.standing, state: "warned", strikes: [{ decisionId: "8", reason, at, expiresAt: at }] };
		await page.goto("/settings/standing");
		await page.getByText("1 strike counts against your account").waitFor();
		const decision = page.getByRole("article", { name: "Your comment was removed" });
		await decision.getByText("It insults somebody.").waitFor();
		expect(await seriousFaults(page)).toEqual([]);
		await decision.getByRole("button", { name: "Appeal" }).click();
		const send = decision.getByRole("button", { name: "Send appeal" });
		expect(await send.isDisabled()).toBe(true);
		await decision.getByLabel("Why do you see it differently?").fill("It is a quotation from a film.");
		await send.click();
		await decision.getByText("Your appeal waits for somebody else to look at it.").waitFor();
		expect(reports.appeals.get("8")).toBe("It is a quotation from a film.");
	});

	it("of a suspended account is read on the log-in page, with the way to appeal", async () => {
		const page = await open({});
		const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
		api.state.reports.suspension = {
			until,
			decision: fakeDecision("9", { kind: "profile", label: "", decision: "suspend", reason: "scam", until }),
		};
		await page.goto("/login");
		await page.getByLabel("User name or e-mail").fill("robin");
		await page.getByLabel("Password", { exact: true }).fill("correct horse");
		await page.getByRole("button", { name: "Log in", exact: true }).click();
		await page.getByRole("heading", { name: "Your account is suspended" }).waitFor();
		await page.getByText("nobody sees it, and you can't use it").waitFor();
		await page.getByRole("button", { name: "Appeal" }).click();
		await page.getByLabel("Why do you see it differently?").fill("It was my little brother.");
		await page.getByRole("button", { name: "Send appeal" }).click();
		await page.getByText("Your appeal waits for somebody else to look at it.").waitFor();
		expect(api.state.reports.appeals.get("9")).toBe("It was my little brother.");
	});
});
