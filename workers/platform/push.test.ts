import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPush } from "./push.ts";

/** A push service and a browser behind it, written from the standards and not from the library that is tested. */

interface Received {
	readonly headers: IncomingMessage["headers"];
	readonly body: Buffer;
}
let server: Server;
let via: string;
const received: Received[] = [];
/** What the push service answers, in turn. */
let answers: { readonly status: number; readonly headers?: Record<string, string> }[] = [];

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		received.push({ headers: request.headers, body: Buffer.concat(chunks) });
		const { status, headers } = answers.shift() ?? { status: 201 };
		response.writeHead(status, headers).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	via = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
	received.length = 0;
	answers = [];
});

/** A browser's side of a subscription. */
class Browser {
	readonly #ecdh: ECDH = createECDH("prime256v1");
	readonly #auth = randomBytes(16);
	readonly address;

	constructor(endpoint = "https://push.example/send/abc") {
		this.#ecdh.generateKeys();
		this.address = { endpoint, keys: { p256dh: this.#ecdh.getPublicKey().toString("base64url"), auth: this.#auth.toString("base64url") } };
	}

	/** RFC 8291 §3.4 over RFC 8188 §2. @throws when it was not encrypted for this browser */
	decrypt(body: Buffer): string {
		const salt = body.subarray(0, 16);
		const keyLength = body.readUInt8(20);
		const sender = body.subarray(21, 21 + keyLength);
		const record = body.subarray(21 + keyLength);
		const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.#ecdh.getPublicKey(), sender]);
		const ikm = Buffer.from(hkdfSync("sha256", this.#ecdh.computeSecret(sender), this.#auth, info, 32));
		const key = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: aes128gcm\0", 16));
		const nonce = Buffer.from(hkdfSync("sha256", ikm, salt, "Content-Encoding: nonce\0", 12));
		const decipher = createDecipheriv("aes-128-gcm", key, nonce);
		decipher.setAuthTag(record.subarray(-16));
		const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
		const end = padded.lastIndexOf(2);
		expect(padded.subarray(end + 1).every((byte: number) => byte === 0)).toBe(true);
		return padded.subarray(0, end).toString();
	}
}

const ecdh = createECDH("prime256v1");
ecdh.generateKeys();
const VAPID = {
	VAPID_PUBLIC_KEY: ecdh.getPublicKey().toString("base64url"),
	VAPID_PRIVATE_KEY: ecdh.getPrivateKey().toString("base64url"),
	VAPID_SUBJECT: "mailto:push@reelay.test",
};
const pusher = () => openPush({ ...VAPID, PUSH_VIA: via });
const OPTIONS = { ttlSeconds: 3_600, topic: "notice-1" };

/** RFC 8292 §2 and §3: who sends, to whom, until when, signed by the key the browser subscribed with. */
function checkVapid(authorization: string | undefined, audience: string): void {
	const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization ?? "") ?? [];
	const [head = "", claims = "", signature = ""] = token.split(".");
	expect(key).toBe(VAPID.VAPID_PUBLIC_KEY);
	const point = Buffer.from(key, "base64url");
	const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
	const publicKey = createPublicKey({ key: jwk, format: "jwk" });
	const isSigned = verify(
		"sha256",
		Buffer.from(`${head}.${claims}`),
		{ key: publicKey, dsaEncoding: "ieee-p1363" },
		Buffer.from(signature, "base64url"),
	);
	expect(isSigned).toBe(true);
	expect(JSON.parse(Buffer.from(head, "base64url").toString())).toMatchObject({ alg: "ES256" });
	const { aud, sub, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
	expect({ aud, sub }).toEqual({ aud: audience, sub: VAPID.VAPID_SUBJECT });
	expect(exp).toBeGreaterThan(Date.now() / 1_000);
	expect(exp).toBeLessThanOrEqual(Date.now() / 1_000 + 86_400);
}

describe("a push", () => {
	it("is read by its browser alone, and says who sends it", async () => {
		const [browser, other] = [new Browser(), new Browser()];
		const text = JSON.stringify({ title: "reelay", body: "@mia liked “Käse” 🧀" });
		expect(await pusher().send(browser.address, text, OPTIONS)).toEqual({ kind: "taken" });
		const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = received;
		expect(browser.decrypt(body)).toBe(text);
		expect(() => other.decrypt(body)).toThrow();
		expect(body.includes("mia")).toBe(false);
		checkVapid(headers.authorization, "https://push.example");
		expect(headers).toMatchObject({
			ttl: "3600",
			topic: "notice-1",
			"content-encoding": "aes128gcm",
			"x-push-endpoint": browser.address.endpoint,
		});
		expect(body.length).toBeLessThanOrEqual(4_096);
	});

	it("is encrypted anew each time", async () => {
		const browser = new Browser();
		await pusher().send(browser.address, "same", OPTIONS);
		await pusher().send(browser.address, "same", OPTIONS);
		expect(received.map(({ body }) => browser.decrypt(body))).toEqual(["same", "same"]);
		expect(received[0]?.body.equals(received[1]?.body ?? Buffer.alloc(0))).toBe(false);
	});

	it.each([
		[200, {}, { kind: "taken" }],
		[404, {}, { kind: "gone" }],
		[410, {}, { kind: "gone" }],
		[400, {}, { kind: "refused", why: "answered 400" }],
		[403, {}, { kind: "refused", why: "answered 403" }],
		[413, {}, { kind: "refused", why: "answered 413" }],
		[429, { "retry-after": "120" }, { kind: "later", afterMs: 120_000, why: "answered 429" }],
		[500, {}, { kind: "later", afterMs: null, why: "answered 500" }],
		[503, { "retry-after": "soon" }, { kind: "later", afterMs: null, why: "answered 503" }],
		[302, { location: "http://127.0.0.1/elsewhere" }, { kind: "later", afterMs: null, why: "answered 302" }],
	])("answered %i %j", async (status, headers, outcome) => {
		answers = [{ status, headers }];
		expect(await pusher().send(new Browser().address, "x", OPTIONS)).toEqual(outcome);
		expect(received).toHaveLength(1);
	});

	it("is tried later where its push service can't be reached", async () => {
		const away = openPush({ ...VAPID, PUSH_VIA: "http://127.0.0.1:1/" });
		expect(await away.send(new Browser().address, "x", OPTIONS)).toMatchObject({ kind: "later" });
	});

	it("is none without keys", async () => {
		const none = openPush({ ...VAPID, VAPID_PRIVATE_KEY: undefined, PUSH_VIA: via });
		expect(none.publicKey).toBeNull();
		expect(await none.send(new Browser().address, "x", OPTIONS)).toMatchObject({ kind: "later" });
		expect(received).toEqual([]);
	});
});
