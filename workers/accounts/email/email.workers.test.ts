import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountUsers } from "../../../db/schema/directory.ts";
import { newName, newUser, PASSWORD, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { socialRoutes } from "../../social/routes.ts";
import { Mailbox } from "../mail/mailbox.fixture.ts";

const call = testApp(socialRoutes);
const address = () => `${newName()}@example.com`.toLowerCase();
const change = (user: TestUser, email: string, mailbox: Mailbox, password = PASSWORD) =>
	call("POST /api/v1/auth/email", { token: user.token, body: { email, password }, bindings: mailbox.bindings });
const confirm = (token: string) => call("POST /api/v1/auth/email/confirm", { body: { token } });
const undo = (token: string) => call("POST /api/v1/auth/email/undo", { body: { token } });
const me = async ({ token }: TestUser) => (await call("GET /api/v1/auth/me", { token })).json.user;

async function withEmail(): Promise<{ user: TestUser; email: string }> {
	const [user, email] = [await newUser(call), address()];
	await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, user.id));
	return { user, email };
}

describe("changing the e-mail address", () => {
	it("202, then 200: takes effect when the new address confirms, and the old one is told before", async () => {
		const mailbox = new Mailbox();
		const { user, email } = await withEmail();
		const next = address();
		const { status, json } = await change(user, next.toUpperCase(), mailbox);
		expect([status, json]).toEqual([202, { pendingEmail: next }]);
		expect(await me(user)).toMatchObject({ email, pendingEmail: next });
		await mailbox.deliver();
		expect(mailbox.to(email, "email_changing")?.text).not.toContain(next);
		expect((await confirm(mailbox.token(next, "confirm_email"))).json).toEqual({ email: next });
		expect(await me(user)).toMatchObject({ email: next, pendingEmail: null });
		expect((await call("POST /api/v1/auth/login", { body: { username: next, password: PASSWORD } })).status).toBe(200);
		expect((await confirm(mailbox.token(next, "confirm_email"))).json.code).toBe("link_expired");
	});

	it("202: the first address of who had none, with nobody else to tell", async () => {
		const [mailbox, user, next] = [new Mailbox(), await newUser(call), address()];
		await change(user, next, mailbox);
		await mailbox.deliver();
		expect(mailbox.mails.map(({ to }) => to)).toEqual([next]);
		await confirm(mailbox.token(next, "confirm_email"));
		expect((await me(user)).email).toBe(next);
	});

	it("410: the link of a wish that another one replaced", async () => {
		const mailbox = new Mailbox();
		const { user } = await withEmail();
		const [first, second] = [address(), address()];
		await change(user, first, mailbox);
		await change(user, second, mailbox);
		await mailbox.deliver();
		expect((await confirm(mailbox.token(first, "confirm_email"))).status).toBe(410);
		expect((await confirm(mailbox.token(second, "confirm_email"))).status).toBe(200);
	});

	it("409 email_taken: somebody else's, at once; or one that became somebody's before it was confirmed", async () => {
		const mailbox = new Mailbox();
		const [{ user }, other] = [await withEmail(), await withEmail()];
		expect((await change(user, other.email, mailbox)).json.code).toBe("email_taken");
		const next = address();
		await change(user, next, mailbox);
		await mailbox.deliver();
		await services.db.directory().update(accountUsers).set({ email: next }).where(eq(accountUsers.id, other.user.id));
		expect((await confirm(mailbox.token(next, "confirm_email"))).json.code).toBe("email_taken");
	});

	it("401, 403, 422, 429, 503: signed out, wrong password, unfit address, too many mails, no provider", async () => {
		const mailbox = new Mailbox();
		const { user, email } = await withEmail();
		expect((await call("POST /api/v1/auth/email", { body: { email: address(), password: PASSWORD } })).status).toBe(401);
		expect((await change(user, address(), mailbox, "wrong")).json.code).toBe("wrong_password");
		for (const unfit of ["one@mailinator.com", "nobody", email, "x@no-email.invalid"]) {
			const { status, json } = await change(user, unfit, mailbox);
			expect([unfit, status, json.errors[0].field]).toEqual([unfit, 422, "body.email"]);
		}
		const none = { email: address(), password: PASSWORD };
		const away = await call("POST /api/v1/auth/email", { token: user.token, body: none, bindings: { MAIL_TOKEN: "" } as never });
		expect(away.json.code).toBe("mail_unavailable");
		for (let turn = 0; turn < 5; turn++) expect((await change(user, address(), mailbox)).status).toBe(202);
		expect((await change(user, address(), mailbox)).json.code).toBe("rate_limited");
	});
});

describe("“this wasn't me”", () => {
	it.each(["before", "after"])(
		"200: %s the new address confirmed, the old one stays, all sessions end, and a new password can be set",
		async (when) => {
			const mailbox = new Mailbox();
			const { user, email } = await withEmail();
			const next = address();
			await change(user, next, mailbox);
			await mailbox.deliver();
			if (when === "after") await confirm(mailbox.token(next, "confirm_email"));
			const { status, json } = await undo(mailbox.token(email, "email_changing"));
			expect([status, json.email]).toEqual([200, email]);
			expect((await call("GET /api/v1/auth/me", { token: user.token })).status).toBe(401);
			// Whoever asked for the change knew the password: it is no good any more.
			expect((await call("POST /api/v1/auth/login", { body: { username: email, password: PASSWORD } })).status).toBe(401);
			const newPassword = "mine alone from now on";
			expect((await call("POST /api/v1/auth/password/reset", { body: { token: json.resetToken, newPassword } })).status).toBe(204);
			expect((await call("POST /api/v1/auth/login", { body: { username: email, password: newPassword } })).status).toBe(200);
			expect((await confirm(mailbox.token(next, "confirm_email"))).status).toBe(410);
			expect((await undo(mailbox.token(email, "email_changing"))).status).toBe(410);
		},
	);

	it("is the last word: nothing that was mailed since to whoever took the account brings it back to them", async () => {
		const mailbox = new Mailbox();
		const { user, email } = await withEmail();
		const [thief, further] = [address(), address()];
		await change(user, thief, mailbox);
		await mailbox.deliver();
		await confirm(mailbox.token(thief, "confirm_email"));
		await change(user, further, mailbox);
		await call("POST /api/v1/auth/password/forgot", { body: { name: thief }, bindings: mailbox.bindings });
		await mailbox.deliver();
		expect((await undo(mailbox.token(email, "email_changing"))).status).toBe(200);
		expect((await undo(mailbox.token(thief, "email_changing"))).status).toBe(410);
		expect((await confirm(mailbox.token(further, "confirm_email"))).status).toBe(410);
		const reset = { token: mailbox.token(thief, "reset_password"), newPassword: "what a thief would like" };
		expect((await call("POST /api/v1/auth/password/reset", { body: reset })).status).toBe(410);
		const [row] = await services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, user.id));
		expect(row?.email).toBe(email);
	});

	it("409: when somebody else has the old address by now; 429 from one network too often", async () => {
		const mailbox = new Mailbox();
		const [{ user, email }, other] = [await withEmail(), await withEmail()];
		const next = address();
		await change(user, next, mailbox);
		await mailbox.deliver();
		await confirm(mailbox.token(next, "confirm_email"));
		await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, other.user.id));
		expect((await undo(mailbox.token(email, "email_changing"))).json.code).toBe("email_taken");
		const bindings = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };
		for (const operation of ["POST /api/v1/auth/email/undo", "POST /api/v1/auth/email/confirm"] as const) {
			expect((await call(operation, { body: { token: "x" }, bindings })).status).toBe(429);
		}
	});
});

describe("a mail the provider does not take", () => {
	const asked = async () => {
		const mailbox = new Mailbox();
		const user = await newUser(call);
		await change(user, address(), mailbox);
		return { mailbox, user };
	};
	const notices = async ({ token }: TestUser) => (await call("GET /api/v1/notifications", { token })).json.notifications;

	it("is tried again, later each time, up to an hour apart", async () => {
		const { mailbox, user } = await asked();
		mailbox.refusing = "now";
		const [message] = mailbox.queued;
		const pauses: number[] = [];
		for (const attempt of [1, 2, 3, 20]) {
			mailbox.queued.splice(0, 1, ...(message ? [message] : []));
			pauses.push(...(await mailbox.deliver(attempt)));
		}
		expect(pauses).toEqual([10, 20, 40, 3_600]);
		expect(await notices(user)).toEqual([]);
	});

	it("is given up when it can't be sent, or its time is over, and its owner is told", async () => {
		const [first, second] = [await asked(), await asked()];
		first.mailbox.refusing = "final";
		expect(await first.mailbox.deliver()).toEqual([]);
		await second.mailbox.deliver(1, () => Date.now() + 2 * 86_400_000);
		expect(second.mailbox.mails).toEqual([]);
		for (const { user } of [first, second]) {
			expect(await notices(user)).toMatchObject([{ type: "account", text: expect.stringContaining("couldn't reach your new e-mail") }]);
		}
	});
});
