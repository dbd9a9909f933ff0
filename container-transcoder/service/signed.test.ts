import { beforeEach, describe, expect, test } from "vitest";
import { CALL_LIFETIME_S, CALL_SKEW_S, type InternalCall } from "../../contracts/internal-call.ts";
import { signedRequest, TEST_KEY } from "../testing/service.ts";
import { transcoderApp } from "./app.ts";
import { Registry } from "./registry.ts";
import { SeenCalls } from "./seen-calls.ts";

const log = () => undefined;
const never = () => Promise.reject(new Error("nothing is made here"));
let nowMs: number;
let app: ReturnType<typeof transcoderApp>;

beforeEach(() => {
	nowMs = Date.now();
	app = transcoderApp({
		registry: new Registry({ capacity: 1, log, work: () => never }),
		key: TEST_KEY,
		clock: () => nowMs,
		ffmpegVersion: "test",
		pictures: { remake: never, log },
		voices: { remake: never, log },
		sounds: { make: never, log },
	});
});

const JOB = "http://transcoder/jobs/1";
const cancelled = (claims: Partial<InternalCall> = {}, key?: string) => signedRequest(JOB, { method: "DELETE" }, claims, key);
const statusOf = async (request: Request | Promise<Request>) => (await app.fetch(await request)).status;
const nowS = () => Math.floor(nowMs / 1_000);

test("every address but the health's needs a signature", async () => {
	const guarded = app.routes.filter(({ method, path }) => method !== "ALL" && path !== "/health");
	expect(guarded.length).toBeGreaterThanOrEqual(5);
	for (const { method, path } of guarded) {
		const answer = await app.request(path.replace(":videoId", "1"), { method, headers: { authorization: `Bearer ${TEST_KEY}` } });
		expect([method, path, answer.status]).toEqual([method, path, 401]);
	}
	expect((await app.request("/health")).status).toBe(200);
});

describe("a signed call", () => {
	test("is taken once", async () => {
		const call = await cancelled();
		expect(await statusOf(call.clone())).toBe(204);
		expect(await statusOf(call)).toBe(401);
		expect(await statusOf(cancelled())).toBe(204);
	});

	test.each<readonly [string, () => Promise<Request>]>([
		["with another key", () => cancelled({}, "another-key-of-a-length")],
		["for somebody else", () => cancelled({ aud: "someone-else" })],
		["that ended", () => cancelled({ iat: nowS() - CALL_LIFETIME_S, exp: nowS() })],
		["from too far ahead", () => cancelled({ iat: nowS() + CALL_SKEW_S + 5, exp: nowS() + CALL_LIFETIME_S })],
		["that would last for days", () => cancelled({ exp: nowS() + 86_400 })],
		["for another method", () => cancelled({ method: "PUT" })],
		["for another video", () => cancelled({ path: "/jobs/2" })],
		["without a name", () => cancelled({ jti: "" })],
		["without an algorithm", async () => unsigned(await cancelled())],
	])("%s is refused", async (_, request) => {
		expect(await statusOf(request())).toBe(401);
	});

	test("from a clock that is a little ahead is taken", async () => {
		expect(await statusOf(cancelled({ iat: nowS() + CALL_SKEW_S - 5, exp: nowS() + CALL_LIFETIME_S }))).toBe(204);
	});

	test("is for its query and its body alone", async () => {
		const picture = (url: string, body: string, claims: Partial<InternalCall> = {}) => signedRequest(url, { method: "POST", body }, claims);
		const url = "http://transcoder/pictures?fit=no&width=1&height=1";
		expect(await statusOf(picture(url, "a"))).toBe(400);
		expect(await statusOf(picture(url, "a", { path: "/pictures?fit=cover&width=64&height=64" }))).toBe(401);
		const told = new Headers((await picture(url, "a")).headers);
		expect(await statusOf(new Request(url, { method: "POST", body: "b", headers: told }))).toBe(401);
	});
});

test("names are forgotten when their calls have ended", () => {
	const seen = new SeenCalls();
	for (let n = 0; n < 1_000; n++) expect(seen.take(`call ${n}`, n + 120, n)).toBe(true);
	expect(seen.size).toBeLessThanOrEqual(121);
	expect(seen.take("call 999", 1_119, 999)).toBe(false);
});

/** The same call in a token that says it needs no signature. */
function unsigned(request: Request): Request {
	const [, payload] = (request.headers.get("authorization") ?? "").split(".");
	const header = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
	return new Request(request.url, { method: request.method, headers: { authorization: `Bearer ${header}.${payload}.` } });
}
