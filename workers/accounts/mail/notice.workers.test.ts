import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountUsers } from "../../../db/schema/directory.ts";
import { newName, newUser, services, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { socialRoutes } from "../../social/routes.ts";
import { Mailbox } from "./mailbox.fixture.ts";

const call = testApp(socialRoutes);
const ORIGIN = "https://reelay.test";

async function withEmail() {
	const [user, email] = [await newUser(call), `${newName()}@example.com`.toLowerCase()];
	await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, user.id));
	return { user, email };
}
const due = (using: Services, userId: string, list: "digest" | "video_failed", origin: string | null = ORIGIN) =>
	emit(using, "mailDue", { userId, list, text: "2 likes and 1 comment", origin });

describe("a mail that a person wants", () => {
	it.each(["digest", "video_failed"] as const)("of %s says what happened, and one click ends it without signing in", async (list) => {
		const mailbox = new Mailbox();
		const { user, email } = await withEmail();
		await call("PATCH /api/v1/notifications/settings", { token: user.token, body: { mail: { digest: true, videoFailed: true } } });
		await due(mailbox.services, user.id, list);
		await mailbox.deliver();
		const mail = mailbox.to(email, list);
		expect(mail?.text).toContain("2 likes and 1 comment");
		expect(mail?.text).toContain(`${ORIGIN}/unsubscribe#`);
		const { origin, pathname, search } = new URL(mail?.unsubscribe ?? "");
		expect([origin, pathname]).toEqual([ORIGIN, "/api/v1/notifications/mail/unsubscribe"]);
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		const answer = await call(`POST /api/v1/notifications/mail/unsubscribe${search}`, { headers, body: "List-Unsubscribe=One-Click" });
		expect([answer.status, answer.json]).toEqual([200, { list }]);
		const { settings } = (await call("GET /api/v1/notifications/settings", { token: user.token })).json;
		expect(settings.mail).toEqual({ digest: list !== "digest", videoFailed: list !== "video_failed" });
	});

	it("is none without an address, or where nobody knows where the app is", async () => {
		const mailbox = new Mailbox();
		const nobody = await newUser(call);
		const { user } = await withEmail();
		await due(mailbox.services, nobody.id, "digest");
		await due(mailbox.services, user.id, "digest", null);
		expect(mailbox.queued).toEqual([]);
	});
});
