import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountCredentials, accountSessions, accountUsers, accountVerifications } from "../../../db/schema/directory.ts";
import { type CallOptions, newName, newUser, PASSWORD, services, testApp } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { AFTER_REDIS_RESTED } from "../../platform/passed-over.fixture.ts";
import { hashPassword } from "../../platform/password-hash.ts";
import { socialRoutes } from "../../social/routes.ts";
import { linksOf } from "../links.ts";
import { login as signIn } from "../login.ts";
import { Mailbox } from "../mail/mailbox.fixture.ts";
import { resetPassword } from "./reset.ts";

const call = testApp(socialRoutes);
const NEW_PASSWORD = "another horse, another battery";
const isWelcome = async (token: string) => (await call("GET /api/v1/auth/me", { token })).status === 200;
const login = (username: string, password: string) => call("POST /api/v1/auth/login", { body: { username, password } });
const noMore = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };

/** Somebody with an e-mail address. */
async function withEmail() {
	const user = await newUser(call);
	const email = `${user.user.username}@example.com`.toLowerCase();
	await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, user.id));
	return { ...user, email };
}

describe("changing the password", () => {
	const change = (token: string | undefined, body: unknown, options: CallOptions = {}) =>
		call("POST /api/v1/auth/password", { ...options, body, ...(token === undefined ? {} : { token }) });

	// Redis that answers later than it is waited for is passed over: a busy machine may do that once.
	it("204: the new one signs in, the old one does not, and every other session ends at once", { retry: AFTER_REDIS_RESTED }, async () => {
		const mailbox = new Mailbox();
		const { user, token, email } = await withEmail();
		const other = (await login(user.username, PASSWORD)).json.token;
		expect(await isWelcome(other)).toBe(true);
		const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
		expect((await change(token, body, { bindings: mailbox.bindings })).status).toBe(204);
		expect([await isWelcome(token), await isWelcome(other)]).toEqual([true, false]);
		expect((await login(user.username, PASSWORD)).status).toBe(401);
		expect((await login(user.username, NEW_PASSWORD)).status).toBe(200);
		await mailbox.deliver();
		expect(mailbox.to(email, "password_changed")?.text).toContain("was changed just now");
		const inbox = await call("GET /api/v1/notifications", { token });
		expect(inbox.json.notifications).toMatchObject([{ type: "account", text: "Your password was changed." }]);
	});

	it("403 wrong_password: changes nothing and ends nothing", async () => {
		const { user, token } = await newUser(call);
		const other = (await login(user.username, PASSWORD)).json.token;
		const { status, json } = await change(token, { currentPassword: "wrong", newPassword: NEW_PASSWORD });
		expect([status, json.code]).toEqual([403, "wrong_password"]);
		expect(await isWelcome(other)).toBe(true);
		expect((await login(user.username, PASSWORD)).status).toBe(200);
	});

	it("401, 422, 429: signed out, too short, one of the commonest, tried too often", async () => {
		const { token } = await newUser(call);
		expect((await change(undefined, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD })).status).toBe(401);
		const short = await change(token, { currentPassword: PASSWORD, newPassword: "short" });
		expect([short.status, short.json.errors[0].field]).toEqual([422, "body.newPassword"]);
		const common = await change(token, { currentPassword: PASSWORD, newPassword: "password123" });
		expect([common.status, common.json.errors[0].field]).toEqual([422, "body.newPassword"]);
		const often = await change(token, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }, { bindings: noMore });
		expect([often.status, often.json.code]).toEqual([429, "rate_limited"]);
	});
});

describe("a forgotten password", () => {
	const forgot = (name: string, mailbox: Mailbox) =>
		call("POST /api/v1/auth/password/forgot", { body: { name }, bindings: mailbox.bindings });
	const reset = (token: string, newPassword = NEW_PASSWORD) => call("POST /api/v1/auth/password/reset", { body: { token, newPassword } });

	it("202, then 204: the mailed link sets a new one once, and ends all sessions", async () => {
		const mailbox = new Mailbox();
		const { user, token, email, id } = await withEmail();
		expect((await forgot(email.toUpperCase(), mailbox)).status).toBe(202);
		await mailbox.deliver();
		const link = mailbox.token(email, "reset_password");
		expect(mailbox.to(email, "reset_password")?.text).toContain(`https://reelay.test/reset#${link}`);
		const stored = await services.db.directory().select().from(accountVerifications).where(linksOf(id));
		expect(stored).toHaveLength(1);
		expect(JSON.stringify(stored)).not.toContain(link);
		// What is refused does not use the link up.
		expect((await reset(link, "password123")).status).toBe(422);
		expect((await reset(link)).status).toBe(204);
		expect(await isWelcome(token)).toBe(false);
		expect((await login(user.username, NEW_PASSWORD)).status).toBe(200);
		const again = await reset(link, "a third password here");
		expect([again.status, again.json.code]).toEqual([410, "link_expired"]);
		expect((await login(user.username, NEW_PASSWORD)).status).toBe(200);
	});

	it("204 for one of two that use the link at the same moment", async () => {
		const mailbox = new Mailbox();
		const { email } = await withEmail();
		await forgot(email, mailbox);
		await mailbox.deliver();
		const link = mailbox.token(email, "reset_password");
		const answers = await Promise.all([reset(link, "the first new password"), reset(link, "the second new password")]);
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
	});

	it("410: any earlier link, once the account has another password or another address", async () => {
		for (const change of ["by another link", "by its owner", "address"] as const) {
			const mailbox = new Mailbox();
			const { user, token, email, id } = await withEmail();
			await forgot(email, mailbox);
			await mailbox.deliver();
			const link = mailbox.token(email, "reset_password");
			if (change === "by another link") {
				await forgot(email, mailbox);
				await mailbox.deliver();
				expect((await reset(mailbox.token(email, "reset_password"))).status).toBe(204);
			} else if (change === "by its owner") {
				const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
				expect((await call("POST /api/v1/auth/password", { token, body })).status).toBe(204);
			} else {
				await services.db
					.directory()
					.update(accountUsers)
					.set({ email: `new.${email}` })
					.where(eq(accountUsers.id, id));
			}
			const late = await reset(link, "what a thief would like");
			expect([change, late.status, late.json.code]).toEqual([change, 410, "link_expired"]);
			expect((await login(user.username, "what a thief would like")).status).toBe(401);
		}
	});

	it("202 with the same answer and the same work for nobody, and for who gave no address", async () => {
		const [known, mute, mailbox] = [await withEmail(), await newUser(call), new Mailbox()];
		const answers = [];
		for (const name of [known.user.username, mute.user.username, newName(), `${newName()}@example.com`]) {
			const { status, json } = await forgot(name, mailbox);
			answers.push({ status, json });
		}
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		// Nothing but a message of the same kind: whether there is an account is looked up behind the answer.
		expect(mailbox.queued.map(({ task }) => task)).toEqual(Array.from({ length: 4 }, () => "reset_password"));
		await mailbox.deliver();
		expect(mailbox.mails.map(({ to }) => to)).toEqual([known.email]);
	});

	it("410: a link of more than an hour ago, or one made up", async () => {
		const mailbox = new Mailbox();
		const { email } = await withEmail();
		await forgot(email, mailbox);
		await mailbox.deliver();
		const later = { ...services, isolate: new IsolateState(), clock: () => Date.now() + 3_600_000 };
		await expect(resetPassword(later, mailbox.token(email, "reset_password"), NEW_PASSWORD, "")).rejects.toMatchObject({
			code: "link_expired",
		});
		expect((await reset("made-up")).status).toBe(410);
	});

	it("mails an account five times an hour at most, and tells nobody that it doesn't", async () => {
		const mailbox = new Mailbox();
		const { email } = await withEmail();
		for (let turn = 0; turn < 7; turn++) expect((await forgot(email, mailbox)).status).toBe(202);
		await mailbox.deliver();
		expect(mailbox.mails).toHaveLength(5);
	});

	it("422, 429, 503: no name, too often from one network, no mail provider", async () => {
		const mailbox = new Mailbox();
		expect((await forgot("  ", mailbox)).status).toBe(422);
		const body = { name: "somebody" };
		expect((await call("POST /api/v1/auth/password/forgot", { body, bindings: noMore })).status).toBe(429);
		expect(
			(await call("POST /api/v1/auth/password/reset", { body: { token: "x", newPassword: NEW_PASSWORD }, bindings: noMore })).status,
		).toBe(429);
		const none = await call("POST /api/v1/auth/password/forgot", { body, bindings: { MAIL_TOKEN: "" } as never });
		expect([none.status, none.json.code]).toEqual([503, "mail_unavailable"]);
	});
});

describe("a password that is replaced while it is being compared", () => {
	it("401: opens nothing, and no session is left of it", async () => {
		const { user, id } = await newUser(call);
		const replaced = { password: await hashPassword(NEW_PASSWORD), updatedAt: new Date() };
		// The moment between the comparison and the session's row.
		let isReplaced = false;
		const soft: typeof services.redis.soft = async (command) => {
			isReplaced = true;
			await services.db.directory().update(accountCredentials).set(replaced).where(eq(accountCredentials.userId, id));
			return services.redis.soft(command);
		};
		const tries = { count: 0 };
		const racing = {
			...services,
			isolate: new IsolateState(),
			redis: {
				...services.redis,
				soft: (async (command) => (tries.count++ === 0 ? services.redis.soft(command) : soft(command))) as typeof soft,
			},
		};
		await expect(signIn(racing, { username: user.username, password: PASSWORD, comeBack: false }, new Headers())).rejects.toMatchObject({
			code: "bad_credentials",
		});
		expect(isReplaced).toBe(true);
		const left = await services.db.directory().select().from(accountSessions).where(eq(accountSessions.userId, id));
		// The one of the registration, which this change did not end.
		expect(left).toHaveLength(1);
	});
});
