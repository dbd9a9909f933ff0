import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { EXPORT_FILE_NAMES } from "../../contracts/export-files.ts";
import { EXPORT_EVERY_MS, EXPORT_KEPT_DAYS, EXPORT_LINK_MS } from "../../contracts/exports.ts";
import type { ExportMessage } from "../../contracts/queues.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { dataExports } from "../../db/schema/users.ts";
import { Mailbox } from "../accounts/mail/mailbox.fixture.ts";
import { EXPORTED } from "../exported.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import type { Services } from "../platform/services.ts";
import { bindingsWith } from "../platform/test-env.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { recordedQueue } from "../videos/testing/fixtures.ts";
import { consumeExports, consumeExportsDeadLetters } from "./make.ts";
import { exportRoutes } from "./routes.ts";
import { serveExport } from "./serve.ts";
import { eraseExportsOf, sweepExports } from "./sweep.ts";
import { listIn, unzipped } from "./zip.fixture.ts";

const call = testApp(exportRoutes, socialRoutes);
const DAY_MS = 86_400_000;
const AT = "/api/v1/auth/me/export";
const queue = recordedQueue<ExportMessage>();
const bindings = { EXPORT_QUEUE: queue.queue };
let user: TestUser;

beforeEach(async () => {
	queue.sent.length = 0;
	queue.refusing = false;
	user = await newUser(call);
});

const ask = (using: object = bindings) => call(`POST ${AT}`, { token: user.token, bindings: using });
const read = async () => (await call(`GET ${AT}`, { token: user.token })).json;
const housed = (more: Partial<Services> = {}): Services => ({
	...services,
	isolate: new IsolateState(),
	...bindingsWith(bindings),
	...more,
});
const rowOf = async () => (await services.db.user(user.id).select().from(dataExports).where(eq(dataExports.userId, user.id)))[0];
const keysOf = async () => (await testEnv.EXPORTS.list({ prefix: `${user.id}/` })).objects.map(({ key }) => key);

/** Delivers what waits. @returns whether it was acknowledged */
async function deliver(using: Services = housed(), consume = consumeExports, body = queue.sent.shift()?.body): Promise<boolean> {
	let acked = false;
	const message = { id: "1", timestamp: new Date(), body, attempts: 1, ack: () => (acked = true), retry: () => undefined };
	await consume({ queue: "reelay-exports", messages: [message] } as unknown as MessageBatch, using, EXPORTED);
	return acked;
}
async function made(): Promise<string> {
	await ask();
	await deliver();
	return (await read()).export.url;
}
const download = (url: string, headers: Record<string, string> = {}, using = services) =>
	serveExport(using, url.replace("/downloads/", ""), new Request(`https://reelay.test${url}`, { headers }));

describe("asking for a copy", () => {
	it("200 with nothing before; 202 once it is asked for, and the same while it is made", async () => {
		expect(await read()).toEqual({ export: null, mayAskAt: null });
		const first = await ask();
		expect([first.status, first.json.export]).toMatchObject([202, { state: "preparing", bytes: null, url: null }]);
		const again = await ask();
		expect([again.status, again.json.export.id]).toEqual([202, first.json.export.id]);
		expect(queue.sent.map(({ body }) => body)).toEqual([{ v: 1, userId: user.id, exportId: first.json.export.id }]);
	});

	it("429 within a day of one that was made, with the hours to wait; a day later another takes its place", async () => {
		await made();
		const refused = await ask();
		expect([refused.status, refused.json.code, refused.json.detail]).toEqual([
			429,
			"rate_limited",
			"You asked for your data within the last day. Try again in 24 hours.",
		]);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(86_000);
		const [before] = await keysOf();
		await services.db
			.user(user.id)
			.update(dataExports)
			.set({ askedAt: new Date(Date.now() - EXPORT_EVERY_MS) })
			.where(eq(dataExports.userId, user.id));
		expect((await ask()).status).toBe(202);
		await deliver();
		const after = await keysOf();
		expect([after.length, after[0] === before]).toEqual([1, false]);
	});

	it("401 signed out", async () => {
		expect((await call(`POST ${AT}`)).status).toBe(401);
		expect((await call(`GET ${AT}`)).status).toBe(401);
	});

	it("is put on the queue later when that refuses now", async () => {
		queue.refusing = true;
		expect((await ask()).status).toBe(202);
		queue.refusing = false;
		await sweepExports(housed());
		expect(queue.sent.filter(({ body }) => body.userId === user.id)).toHaveLength(1);
	});
});

describe("a copy that was made", () => {
	it("is one archive with every list, its schema, and words about all of it; told by notification and mail", async () => {
		const mailbox = new Mailbox();
		const email = `${user.user.username}@example.com`.toLowerCase();
		await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, user.id));
		await ask();
		expect(await deliver(housed({ ...bindingsWith({ ...bindings, ...mailbox.bindings }), mail: mailbox.services.mail }))).toBe(true);
		const { export: copy } = await read();
		expect(copy).toMatchObject({ state: "ready" });
		expect(Date.parse(copy.endsAt)).toBeGreaterThan(Date.now() + (EXPORT_KEPT_DAYS - 1) * DAY_MS);
		const answer = await download(copy.url);
		const body = await answer.arrayBuffer();
		expect([answer.status, body.byteLength, answer.headers.get("content-type")]).toEqual([200, copy.bytes, "application/zip"]);
		expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="reelay-\d{4}-\d\d-\d\d\.zip"$/);
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		const files = unzipped(body);
		for (const name of EXPORT_FILE_NAMES) {
			expect([name, Array.isArray(listIn(files, name))]).toEqual([name, true]);
			const schema = JSON.parse(new TextDecoder().decode(files.get(`schema/${name}.json`)));
			expect([name, schema.type, schema.items.additionalProperties]).toEqual([name, "array", false]);
		}
		expect(new TextDecoder().decode(files.get("README.txt"))).toContain("watch_history.json");
		expect(listIn(files, "account")).toMatchObject([{ id: user.id, email, birthdate: "1990-05-17" }]);
		const notices = async () => (await call("GET /api/v1/notifications", { token: user.token })).json.notifications;
		await expect
			.poll(async () => (await notices()).map(({ text }: { text: string }) => text))
			.toContain("The copy of your data is ready. Download it in Settings within seven days.");
		await mailbox.deliver();
		expect(mailbox.to(email, "export_ready")?.text).toContain("https://reelay.test/settings/data");
		expect(mailbox.to(email, "export_ready")?.text).not.toContain("/downloads/");
	});

	it("is told once, though its message comes twice", async () => {
		await ask();
		const body = queue.sent[0]?.body;
		await deliver();
		expect(await deliver(housed(), consumeExports, body)).toBe(true);
		expect((await call("GET /api/v1/notifications", { token: user.token })).json.notifications).toHaveLength(1);
	});

	it("is downloaded in ranges", async () => {
		const url = await made();
		const whole = new Uint8Array(await (await download(url)).arrayBuffer());
		const part = await download(url, { range: "bytes=10-19" });
		expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 10-19/${whole.byteLength}`]);
		expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(10, 20));
	});

	it("leads to the screen with a new link once the link's hour, or the archive's week, is over; a link nobody signed is none", async () => {
		const url = await made();
		for (const over of [EXPORT_LINK_MS, EXPORT_KEPT_DAYS * DAY_MS]) {
			const late = await download(url, {}, { ...services, clock: () => Date.now() + over + 1_000 });
			expect([late.status, late.headers.get("location")]).toEqual([303, "/settings/data"]);
		}
		const forged = url.replace(`/${user.id}_`, `/${(await newUser(call)).id}_`);
		for (const none of [forged, "/downloads/x", `${url}x`]) {
			await expect(download(none)).rejects.toMatchObject({ code: "not_found" });
		}
		expect((await call(`GET ${url as `/${string}`}`)).status).toBe(200);
	});

	it("is removed after its week, from the bucket and from what is shown", async () => {
		await made();
		const later = housed({ clock: () => Date.now() + EXPORT_KEPT_DAYS * DAY_MS + 1_000 });
		expect(await sweepExports(later)).toBeGreaterThan(0);
		expect([await keysOf(), await rowOf(), (await read()).export]).toEqual([[], undefined, null]);
	});
});

describe("a copy that can't be made", () => {
	const broken = () => housed({ ...bindingsWith({ ...bindings, INBOX: { idFromName: () => "", get: () => ({}) } }) });

	it("is tried again, leaves nothing half made, and in the end is told and may be asked for again at once", async () => {
		await ask();
		const body = queue.sent[0]?.body;
		expect(await deliver(broken())).toBe(false);
		expect([await keysOf(), (await read()).export.state]).toEqual([[], "preparing"]);
		expect(await deliver(housed(), consumeExportsDeadLetters, body)).toBe(true);
		expect(await read()).toMatchObject({ export: { state: "failed", url: null }, mayAskAt: null });
		expect((await ask()).status).toBe(202);
		expect(await deliver()).toBe(true);
		expect((await read()).export.state).toBe("ready");
	});

	it("is put on the queue again when it was lost", async () => {
		await ask();
		queue.sent.length = 0;
		await sweepExports(housed({ clock: () => Date.now() + 3_600_000 }));
		expect(queue.sent.filter(({ body }) => body.userId === user.id)).toHaveLength(1);
	});

	it("stays away for somebody who is erased meanwhile", async () => {
		await ask();
		const erasing = housed();
		const during: Services = {
			...erasing,
			exports: {
				...erasing.exports,
				list: (options?: R2ListOptions) => erasing.exports.list(options),
				delete: (keys: string | string[]) => erasing.exports.delete(keys),
				createMultipartUpload: async (key: string, options?: R2MultipartOptions) => {
					await eraseExportsOf(services, user.id);
					return erasing.exports.createMultipartUpload(key, options);
				},
			} as R2Bucket,
		};
		expect(await deliver(during)).toBe(true);
		expect([await keysOf(), await rowOf()]).toEqual([[], undefined]);
	});
});
