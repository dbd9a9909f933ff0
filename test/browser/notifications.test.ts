import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";
import { directWith } from "./support/fake-messages.ts";
import { note } from "./support/fake-notifications.ts";

const { api, opened } = clientForTests({ signedIn: true });

const inSettings = async () => {
	await opened.page.goto("/settings/notifications");
	await opened.page.getByRole("heading", { name: "Notifications", level: 1 }).waitFor();
};
const toggle = (name: string) => opened.page.getByRole("switch", { name, exact: true });

describe("the inbox", () => {
	it("groups what is alike, and opens the list of who did it", async () => {
		const { page } = opened;
		await page.goto("/inbox");
		await page.getByText("@mina and 12 others liked").waitFor();
		await page.getByRole("button", { name: "All 13 people" }).click();
		const sheet = page.getByRole("dialog");
		await sheet.getByText("@jonas").waitFor();
		await page.keyboard.press("Escape");
		await sheet.waitFor({ state: "detached" });
	});

	it("shows a part at a time, and says where one is empty", async () => {
		const { page } = opened;
		await page.goto("/inbox");
		await page.getByText("Jonas Weber follows you.").waitFor();
		await page.getByRole("radio", { name: "Comments" }).check();
		await page.getByText("Jonas Weber follows you.").waitFor({ state: "detached" });
		await page.getByText("Which tea is it?").waitFor();
		await expect.poll(() => api.state.requests.filter((made) => made === "POST /api/v1/notifications/read")).toHaveLength(1);
	});

	it("leads from a message to the conversation it stands in", async () => {
		const { page } = opened;
		const conversationId = directWith("100");
		api.state.notifications.more = [{ ...note("6", "message", "@mina wrote: “See you there”", [0], false, 1), conversationId }];
		await page.goto("/inbox");
		await page.getByText("See you there").click();
		await page.waitForURL(`**/messages/${conversationId}`);
		await page.getByRole("heading", { name: "Mina Okafor", level: 1 }).waitFor();
	});

	it("says so when it can't be read, and reads it again", async () => {
		const { page } = opened;
		// Each reading is tried three times, and the count beside it reads the same.
		for (let times = 0; times < 40; times++) api.state.failures.push("GET /api/v1/notifications");
		await page.goto("/inbox");
		await page.getByRole("button", { name: "Try again" }).waitFor();
		api.state.failures.length = 0;
		await page.getByRole("button", { name: "Try again" }).click();
		await page.getByText("Jonas Weber follows you.").waitFor();
	});
});

describe("what one hears of", () => {
	it("is switched at once, and put back in words when it can't be kept", async () => {
		await inSettings();
		await toggle("Likes of your videos, push").click();
		await expect.poll(() => api.state.notifications.settings.types.like.push).toBe(true);
		expect(await toggle("Your account's safety, in the app").isDisabled()).toBe(true);
		api.state.failures.push("PATCH /api/v1/notifications/settings");
		await toggle("New followers, in the app").click();
		await opened.page.getByText("Reelay is taking a breath.").waitFor();
		expect(await toggle("New followers, in the app").getAttribute("aria-checked")).toBe("true");
	});

	it("is quiet by the device's clock, and says by which where another was set", async () => {
		const { page } = opened;
		api.state.notifications.settings = {
			...api.state.notifications.settings,
			quietHours: { from: "23:00", to: "06:00" },
			timeZone: "Pacific/Auckland",
		};
		await inSettings();
		await page.getByText("By the clock of Auckland.").waitFor();
		await page.getByRole("button", { name: /Use this device's time/ }).click();
		await page.getByText("By the clock of Auckland.").waitFor({ state: "detached" });
		await page.getByLabel("To", { exact: true }).fill("07:30");
		await page.getByLabel("To", { exact: true }).blur();
		await expect.poll(() => api.state.notifications.settings.quietHours).toEqual({ from: "23:00", to: "07:30" });
		await toggle("Quiet hours").click();
		await expect.poll(() => api.state.notifications.settings.quietHours).toBeNull();
	});

	it("is nothing of people who are switched off, by name", async () => {
		const { page } = opened;
		await inSettings();
		await page.getByLabel("Add a person").fill("@nobody");
		await page.keyboard.press("Enter");
		await page.getByText("There is no such user.").waitFor();
		await page.getByLabel("Add a person").fill("@jonas");
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Hear of jonas again" }).click();
		await page.getByRole("button", { name: "Hear of jonas again" }).waitFor({ state: "detached" });
		await expect.poll(() => api.state.notifications.muted).toEqual([]);
	});

	it("asks for an address before mails, and turns the week's mail on", async () => {
		const { page } = opened;
		await inSettings();
		await page.getByRole("link", { name: /Add an e-mail address/ }).waitFor();
		await toggle("Mail of your week in short").click();
		await expect.poll(() => api.state.notifications.settings.mail.digest).toBe(true);
	});
});

describe("push on this device", () => {
	it("says that it is blocked, and that it is not set up here", async () => {
		const { page } = opened;
		await page.addInitScript(`Object.defineProperty(Notification, "permission", { get: () => "denied" });`);
		await inSettings();
		await page.getByText(/Blocked in this browser/).waitFor();
		expect(await toggle("Push notifications on this device").isDisabled()).toBe(true);
		api.state.notifications.publicKey = null;
		await page.reload();
		await page.getByText("Push isn't set up on this reelay yet.").waitFor();
	});
});

describe("a mail's way out", () => {
	it("works without signing in, by a press and not by the visit", async () => {
		const { page } = opened;
		await page.goto("/unsubscribe#good");
		await page.getByRole("button", { name: "Unsubscribe" }).waitFor();
		expect(api.state.requests.some((made) => made.endsWith("/unsubscribe"))).toBe(false);
		await page.getByRole("button", { name: "Unsubscribe" }).click();
		await page.getByText("You get no more mails of your week.").waitFor();
	});

	it("says when the link is no longer good, or lost its end", async () => {
		const { page } = opened;
		await page.goto("/unsubscribe#old");
		await page.getByRole("button", { name: "Unsubscribe" }).click();
		await page.getByText(/This link was used before/).waitFor();
		await page.goto("/unsubscribe");
		await page.reload();
		await page.getByRole("heading", { name: "Part of the link is missing" }).waitFor();
	});
});
