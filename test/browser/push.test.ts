import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clientForTests } from "./support/client.ts";

// The browser without a window shows no notifications.
const { api, opened, open } = clientForTests(null, { isWhole: true });
const toggle = (name: string) => opened.page.getByRole("switch", { name, exact: true });

/** What a service worker's scope has of globals, as far as these tests look into it. */
interface Shown {
	readonly title: string;
	readonly body: string;
}
declare const navigator: {
	serviceWorker: { getRegistration(scope: string): Promise<{ getNotifications(): Promise<Shown[]> } | undefined> };
};

/** Has the browser deliver a push to the worker that is registered. @returns what it shows of it */
async function deliver(page: Page, message: object): Promise<() => Promise<string[] | undefined>> {
	const worker = await opened.context.newCDPSession(page);
	const registered = new Promise<string>((resolve) => {
		worker.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
			const [one] = versions.filter(({ scriptURL, status }) => scriptURL.includes("/push-worker.js") && status === "activated");
			if (one) resolve(one.registrationId);
		});
	});
	await worker.send("ServiceWorker.enable");
	const data = JSON.stringify(message);
	await worker.send("ServiceWorker.deliverPushMessage", { origin: `${api.url}/`, registrationId: await registered, data });
	return () =>
		page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration("/push/");
			return (await registration?.getNotifications())?.map(({ title, body }) => `${title}: ${body}`);
		});
}

describe("push on this device", () => {
	it("is turned on and off, and what is pushed is shown by its worker", async () => {
		const page = await open({ signedIn: true, apart: true, workers: true });
		const { context } = opened;
		await context.grantPermissions(["notifications"], { origin: api.url });
		// No push service can be reached from here: the browser's part of subscribing is played.
		await page.addInitScript(`
			const keys = { p256dh: "BIfHEZfnm3pEfotMs2778918wDPkzaJZ9Xm2pVObgUlGtDT6wkHlgcvIAKLMFro0BMNqcoNntNcV5hqLvhJovI8", auth: "AAAAAAAAAAAAAAAAAAAAAA" };
			PushManager.prototype.getSubscription = async () => null;
			PushManager.prototype.subscribe = async () => ({ toJSON: () => ({ endpoint: "https://push.test/1", keys }) });
			Notification.requestPermission = async () => "granted";
			Object.defineProperty(Notification, "permission", { get: () => "granted" });
		`);
		await page.goto("/settings/notifications");
		await page.getByText("Hear from people when reelay is closed.", { exact: true }).waitFor();
		await toggle("Push notifications on this device").click();
		await page.getByText("This device hears from people when reelay is closed.").waitFor();
		await expect.poll(() => api.state.notifications.subscription?.endpoint).toBe("https://push.test/1");

		const shown = await deliver(page, { title: "reelay", body: "@mia liked “Tea”", url: "/inbox", tag: "notice-1", unread: 3 });
		await expect.poll(shown).toEqual(["reelay: @mia liked “Tea”"]);

		await toggle("Push notifications on this device").click();
		await page.getByText("Hear from people when reelay is closed.", { exact: true }).waitFor();
		await expect.poll(() => api.state.notifications.subscription).toBeNull();
	});
	it("is written in the language that is read here", async () => {
		const page = await open({ signedIn: true, apart: true, workers: true });
		await opened.context.grantPermissions(["notifications"], { origin: api.url });
		await page.goto("/settings/notifications");
		await page.evaluate(`navigator.serviceWorker.register("/push-worker.js?language=de", { scope: "/push/" })`);
		const notice = { type: "like", text: "@mia liked “Tea”", actors: [{ username: "mia" }], actorCount: 1 };
		const pushed = { title: "reelay", body: "@mia liked “Tea”", url: "/inbox", tag: "notice-2", unread: 3, notice };
		const shown = await deliver(page, pushed);
		await expect.poll(shown).toEqual(["reelay: @mia gefällt “Tea”"]);
	});
});
