import { beforeEach, describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { PEOPLE } from "./support/fake-catalogue.ts";
import { directWith, type FakeMessages, GROUP } from "./support/fake-messages.ts";
import { onStage, untilPlaying } from "./support/page.ts";

const { api, opened, open } = clientForTests({ signedIn: true });
let messages: FakeMessages;
beforeEach(() => {
	messages = api.state.messages;
});
const press = (name: string) => opened.page.getByRole("button", { name, exact: true }).click();
const pick = (name: string) => opened.page.getByRole("dialog").getByText(name, { exact: true }).click();
const openGroup = async () => {
	await opened.page.goto(`/messages/${GROUP}`);
	await opened.page.getByText("Tomorrow, 5:40").last().waitFor();
};
const openDetails = async () => {
	await openGroup();
	await press("Details");
	await opened.page.getByRole("region", { name: "Members" }).getByText("Ada Lindqvist").waitFor();
};

describe("a group", () => {
	it("is made of several people who are asked; who can't be asked is named", async () => {
		const { page } = opened;
		await page.goto("/messages");
		await press("New message");
		for (const name of ["Mina Okafor", "Sora Tanaka", "Ada Lindqvist"]) await pick(name);
		await page.getByLabel("Group name").fill("Tea people");
		await press("Make a group of 4");
		await page.getByRole("heading", { name: "Tea people", level: 1 }).waitFor();
		await page.getByText("Ada Lindqvist can't be asked into groups by you.").waitFor();
		await page.getByText("You made the group").waitFor();
	});
	it("of one is a conversation of two", async () => {
		const { page } = opened;
		await page.goto("/messages");
		await press("New message");
		await page.getByLabel("Find people").fill("sor");
		await pick("Sora Tanaka");
		await press("Write");
		await page.getByRole("heading", { name: "Sora Tanaka", level: 1 }).waitFor();
		expect(page.url()).toContain(directWith("103"));
	});
	it("has its people with their roles; the owner makes admins, hands it on, removes", async () => {
		const { page } = opened;
		await openDetails();
		const members = page.getByRole("region", { name: "Members" });
		expect(await members.getByRole("listitem").first().textContent()).toContain("Owner");
		await press("What to do about Sora Tanaka");
		await press("Make admin");
		await expect.poll(() => messages.of(GROUP).members.find(({ userId }) => userId === "103")?.role).toBe("admin");
		await press("What to do about Ada Lindqvist");
		await press("Remove");
		await members.getByText("Ada Lindqvist").waitFor({ state: "detached" });
		await expect.poll(() => messages.of(GROUP).members).toHaveLength(3);
	});
	it("asks more people in, who wait until they accept", async () => {
		const { page } = opened;
		await openDetails();
		await page.getByRole("button", { name: /^Add people/ }).click();
		await page.getByRole("checkbox", { name: /Jonas/ }).waitFor({ state: "attached" });
		expect(await page.getByRole("checkbox", { name: /Mina/ }).count()).toBe(0);
		await pick("Jonas Weber");
		await press("Ask them in");
		await page.getByRole("region", { name: "Members" }).getByText("Asked").waitFor();
	});
	it("is renamed, locked and unlocked", async () => {
		const { page } = opened;
		await openDetails();
		await press("Rename group");
		await page.getByLabel("Group name").fill("Night owls");
		await press("Save");
		await page.getByRole("heading", { name: "Night owls", level: 2 }).waitFor();
		await page.getByRole("button", { name: /^Lock group/ }).click();
		await page.getByRole("button", { name: /^Unlock group/ }).waitFor();
		await expect.poll(() => messages.of(GROUP).facts).toMatchObject({ name: "Night owls", locked: true });
	});
	it("that is locked says so to who can't write", async () => {
		Object.assign(messages.of(GROUP).facts, { role: "member", locked: true, mayWrite: false });
		await openGroup();
		await opened.page.getByText("Only the group's owner and admins can write at the moment.").waitFor();
	});
	it("has a link that is made, copied, set to ask, and revoked", async () => {
		const { page } = opened;
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		await openDetails();
		await press("Make a link");
		const part = page.getByRole("region", { name: "Join link" });
		await part.getByText("/join/letmein").waitFor();
		await expect.poll(() => messages.of(GROUP).link?.approval).toBe(true);
		await part.getByLabel("You let each person in").click();
		await expect.poll(() => messages.of(GROUP).link?.approval).toBe(false);
		await press("Copy link");
		await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toMatch(/\/join\/letmein$/);
		await press("QR code");
		await part.getByRole("img", { name: "Code of the link to join" }).waitFor();
		await press("Revoke");
		await expect.poll(() => messages.of(GROUP).link).toBe(null);
	});
	it("lets in who asked by the link", async () => {
		const [, jonas] = PEOPLE;
		if (jonas) messages.of(GROUP).waiting = [jonas];
		const { page } = opened;
		await openDetails();
		await press("Let Jonas Weber in");
		await page.getByRole("region", { name: "Members" }).getByText("Jonas Weber").waitFor();
		await expect.poll(() => messages.of(GROUP).waiting).toEqual([]);
	});
	it("is left after a question", async () => {
		const { page } = opened;
		await openDetails();
		await press("Leave group");
		await press("Leave");
		await page.getByRole("list", { name: "Conversations" }).waitFor();
		await expect.poll(() => messages.held.has(GROUP)).toBe(false);
	});
	it("says what happened to it in words, as it happens", async () => {
		const { page } = opened;
		await openGroup();
		await expect.poll(() => messages.said.length).toBeGreaterThan(0);
		const note = { type: "system", about: "removed", byId: "100", userId: "104", name: null, role: null } as const;
		messages.tell({ kind: "message", message: messages.put(messages.of(GROUP), null, note) });
		await page.getByText("Mina Okafor removed Ada Lindqvist").waitFor();
	});
});

describe("a join link", () => {
	it("says what group it is and lets in", async () => {
		const { page } = opened;
		await page.goto("/join/open1");
		await page.getByRole("heading", { name: "Dawn patrol" }).waitFor();
		await press("Join");
		await page.waitForURL(`**/messages/${GROUP}`);
	});
	it("with approval asks, and says what comes next", async () => {
		const { page } = opened;
		await page.goto("/join/ask1");
		await press("Ask to join");
		await page.getByText("once somebody lets you in").waitFor();
	});
	it("that is over says so", async () => {
		const { page } = opened;
		await page.goto("/join/gone");
		await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
	});
	it("leads a guest in first, and back", async () => {
		const page = await open({ signedIn: false });
		await page.goto("/join/open1");
		expect(await page.getByRole("link", { name: "Log in to join" }).getAttribute("href")).toBe("/login?back=%2Fjoin%2Fopen1");
	});
});

describe("sending a clip", () => {
	it("goes from the ways to share it to several at once, with a line", async () => {
		const { page } = opened;
		await page.goto("/");
		await untilPlaying(page);
		await onStage(page)
			.getByRole("button", { name: /^Share/ })
			.click();
		await press("Send to…");
		await pick("Mina Okafor");
		await pick("Dawn patrol");
		await page.getByLabel("Add a message").fill("tomorrow?");
		await press("Send to 2");
		const last = (id: string) => messages.of(id).messages.at(-1)?.content;
		for (const id of [directWith("100"), GROUP])
			await expect.poll(() => last(id)).toEqual({ type: "video", videoId: api.state.cards[0]?.id, text: "tomorrow?" });
	});
	it("a profile leads to the conversation with that person", async () => {
		const { page } = opened;
		await page.goto("/@mina");
		await press("Message Mina Okafor");
		await page.getByRole("log", { name: "Messages" }).getByText("That light").waitFor();
	});
	it("who takes no messages is told of, and one stays", async () => {
		const { page } = opened;
		messages.refusals.set("POST /api/v1/conversations/direct", {
			code: "not_allowed",
			detail: "This person doesn't take messages from you.",
		});
		await page.goto("/@mina");
		await press("Message Mina Okafor");
		await page.getByText("This person doesn't take messages from you.").waitFor();
	});
});

describe("message settings", () => {
	it("are read, changed, and put back when they could not be kept", async () => {
		const { page } = opened;
		await page.goto("/settings/messages");
		const writes = page.getByRole("group", { name: "Who can write to you" });
		await writes.getByLabel("People who follow you", { exact: true }).click();
		await expect.poll(() => messages.settings.whoMayWrite).toBe("followers");
		api.state.failures.push("PATCH /api/v1/messages/settings");
		await writes.getByLabel("No one").click();
		await page.locator(".toast").waitFor();
		await expect.poll(() => writes.getByLabel("People who follow you", { exact: true }).isChecked()).toBe(true);
	});
	it("give a teen two circles to choose from", async () => {
		const { page } = opened;
		if (api.state.account) api.state.account = { ...api.state.account, accountType: "teen" };
		await page.goto("/settings/messages");
		const writes = page.getByRole("group", { name: "Who can write to you" });
		await writes.getByLabel("No one").waitFor();
		expect(await writes.getByRole("radio").count()).toBe(2);
	});
});
