import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MailNotSentError, openMail } from "../../workers/platform/mail.ts";
import type { StandIn } from "../serve.ts";
import { startMail } from "./server.ts";

/** The Worker's own adapter against the stand-in: the two must speak of the same call. */
let folder: string;
let server: StandIn;
const told: string[] = [];
const MAIL = {
	to: "ann@example.com",
	subject: "Grüße, Ann",
	text: "Hello Ann\nhttps://reelay.example/reset?token=abc",
	html: "<p>Hello Ann</p>",
	kind: "reset_password",
} as const;
const mailer = (token = "t0ken") => openMail({ MAIL_API: server.url, MAIL_TOKEN: token, MAIL_FROM: "reelay <hello@reelay.test>" });

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "reelay-mail-"));
	server = await startMail({ folder, token: "t0ken", onMail: (to, path) => told.push(`${to} ${path}`) });
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

it("writes a mail into a file that only its owner reads, once per key", async () => {
	await mailer().send(MAIL, "first");
	await mailer().send(MAIL, "first");
	const names = await readdir(folder);
	expect(names).toHaveLength(1);
	expect(names[0]).toMatch(/-reset_password-[0-9a-f]{8}\.eml$/);
	const path = join(folder, names[0] ?? "");
	expect(told).toEqual([`ann@example.com ${path}`]);
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	const eml = await readFile(path, "utf8");
	expect(eml).toContain("From: reelay <hello@reelay.test>\r\nTo: ann@example.com\r\n");
	expect(eml).toContain(`Subject: =?utf-8?B?${Buffer.from("Grüße, Ann").toString("base64")}?=`);
	expect(eml).toContain("Hello Ann\r\nhttps://reelay.example/reset?token=abc");
	expect(eml).toContain("<p>Hello Ann</p>");
	await mailer().send(MAIL, "second");
	expect(await readdir(folder)).toHaveLength(2);
});

it("a mail of a list says where one click takes its reader off it (RFC 8058), any other does not", async () => {
	const before = await readdir(folder);
	const unsubscribe = "https://reelay.example/api/v1/notifications/mail/unsubscribe?token=1-digest.abc";
	await mailer().send({ ...MAIL, kind: "digest", unsubscribe }, "digest");
	const [name = ""] = (await readdir(folder)).filter((one) => !before.includes(one));
	const eml = await readFile(join(folder, name), "utf8");
	expect(eml).toContain(`\r\nList-Unsubscribe: <${unsubscribe}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`);
	expect(await readFile(join(folder, before[0] ?? ""), "utf8")).not.toContain("List-Unsubscribe");
});

it("a refused mail is an error that says whether trying again can help, and holds nothing of the mail", async () => {
	const failure = (sending: Promise<void>) =>
		sending.then(
			() => null,
			(error: unknown) => error as MailNotSentError,
		);
	const wrongKey = await failure(mailer("wrong").send(MAIL, "third"));
	expect(wrongKey).toBeInstanceOf(MailNotSentError);
	expect(wrongKey?.isFinal).toBe(false);
	const unreadable = await failure(mailer().send({ ...MAIL, to: "nobody" }, "fourth"));
	expect(unreadable?.isFinal).toBe(true);
	expect(String(unreadable)).not.toContain("nobody");
	server.gate("refuse");
	expect((await failure(mailer().send(MAIL, "fifth")))?.isFinal).toBe(false);
	server.gate("open");
});

it("without a provider nothing is ready, and sending fails", async () => {
	const none = openMail({ MAIL_API: server.url, MAIL_TOKEN: undefined, MAIL_FROM: undefined });
	expect(none.isReady).toBe(false);
	await expect(none.send(MAIL, "sixth")).rejects.toThrow(MailNotSentError);
});
