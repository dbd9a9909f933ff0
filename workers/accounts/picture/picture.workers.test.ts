import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DAILY_LIMITS, PICTURE_MAX_BYTES } from "../../../contracts/limits.ts";

import { newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { Env } from "../../platform/env.ts";
import { emit } from "../../platform/events.ts";
import { type FakePictures, fakePictures } from "../../platform/pictures.fixture.ts";
import type { AllowancesRpc } from "../../quotas/spend.ts";
import { servicesOf } from "../../services.ts";
import { socialRoutes } from "../../social/routes.ts";

const call = testApp(socialRoutes);
let ann: TestUser;
let transcoder: FakePictures;
beforeEach(async () => {
	ann = await newUser(call);
	transcoder = fakePictures();
});
afterEach(() => vi.restoreAllMocks());

const choose = (file: Uint8Array, { token } = ann) => call("PUT /api/v1/auth/me/avatar", { token, file });
const remove = ({ token } = ann) => call("DELETE /api/v1/auth/me/avatar", { token });
const objects = async ({ id } = ann) => (await testEnv.MEDIA.list({ prefix: `avatars/${id}/` })).objects.map(({ key }) => key);
const FILE = Uint8Array.of(1, 2, 3, 4);
const OTHER = Uint8Array.of(5, 6, 7);

describe("a picture of oneself", () => {
	it("200: is drawn anew as a square, served, and shown wherever the person is", async () => {
		const { json } = await choose(FILE);
		const address = json.user.avatarUrl;
		expect(transcoder.asked).toEqual([{ query: "?fit=cover&width=512&height=512", bytes: 4, token: expect.stringMatching(/^Bearer eyJ/) }]);
		expect(address).toMatch(new RegExp(`^/avatars/${ann.id}/[0-9a-f]{32}\\.webp$`));
		const served = await call(`GET ${address}` as `${string} /${string}`);
		expect(served.status).toBe(200);
		expect(Object.fromEntries(served.headers)).toMatchObject({
			"content-type": "image/webp",
			"cache-control": "public, max-age=86400, immutable",
			"x-content-type-options": "nosniff",
		});
		expect((await call(`GET /api/v1/users/${ann.id}`)).json.user.avatarUrl).toBe(address);
		expect((await loadSummaries(servicesOf({ ...testEnv }), [ann.id])).get(ann.id)?.avatarUrl).toBe(address);
	});

	it("is never what was uploaded", async () => {
		const { json } = await choose(FILE);
		const kept = await testEnv.MEDIA.get(json.user.avatarUrl.slice(1));
		expect(new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(FILE.toReversed());
		expect((await testEnv.INGEST.list()).objects.filter(({ size }) => size === FILE.length)).toEqual([]);
	});

	it("200: of two chosen at once one stands, and nothing is left of the other", async () => {
		await choose(FILE);
		await Promise.all([choose(FILE), choose(OTHER)]);
		const { json } = await call("GET /api/v1/auth/me", { token: ann.token });
		await vi.waitFor(async () => expect(await objects()).toEqual([json.user.avatarUrl.slice(1)]), { timeout: 10_000 });
	});

	it("304: is not sent again to who has it", async () => {
		const { json } = await choose(FILE);
		const at = `GET ${json.user.avatarUrl}` as `${string} /${string}`;
		const etag = (await call(at)).headers.get("etag") ?? "";
		expect((await call(at, { headers: { "if-none-match": etag } })).status).toBe(304);
	});

	it("200: the one before goes when another is chosen", async () => {
		const first = (await choose(FILE)).json.user.avatarUrl;
		const second = (await choose(OTHER)).json.user.avatarUrl;
		expect(second).not.toBe(first);
		await vi.waitFor(async () => expect(await objects()).toEqual([second.slice(1)]), { timeout: 5_000 });
		expect((await call(`GET ${first}` as `${string} /${string}`)).status).toBe(404);
	});

	it("200: removed, initials are back and nothing is left of it; also when there is none", async () => {
		const { json } = await choose(FILE);
		expect((await remove()).json.user.avatarUrl).toBeNull();
		expect((await remove()).status).toBe(200);
		expect(await objects()).toEqual([]);
		expect((await call(`GET ${json.user.avatarUrl}` as `${string} /${string}`)).status).toBe(404);
	});

	it("422: what is no picture is refused in the transcoder's words, and changes nothing", async () => {
		const before = (await choose(FILE)).json.user.avatarUrl;
		transcoder.next.push({ code: "not_a_picture", message: "This file isn't a picture we can read." });
		const { json, status } = await choose(OTHER);
		expect([status, json.code, json.detail]).toEqual([422, "picture_refused", "This file isn't a picture we can read."]);
		expect((await call("GET /api/v1/auth/me", { token: ann.token })).json.user.avatarUrl).toBe(before);
	});

	it("422: what seems to show nudity is refused in words, and changes nothing", async () => {
		const before = (await choose(FILE)).json.user.avatarUrl;
		transcoder.next.push("explicit");
		const { json, status } = await choose(OTHER);
		expect([status, json.code]).toEqual([422, "picture_refused"]);
		expect(json.detail).toContain("Choose another");
		expect((await call("GET /api/v1/auth/me", { token: ann.token })).json.user.avatarUrl).toBe(before);
	});

	it("422: no file at all", async () => {
		expect((await choose(new Uint8Array())).json.code).toBe("picture_refused");
		expect(transcoder.asked).toEqual([]);
	});

	it.each(["busy", "down"] as const)("503: says to try again when the transcoder is %s", async (how) => {
		transcoder.next.push(how);
		const { json, status } = await choose(FILE);
		expect([status, json.code]).toEqual([503, "unavailable"]);
		expect(json.detail).toContain("try again");
		expect((await choose(FILE)).status).toBe(200);
	});

	it("413: a file that is too large is refused before it is read", async () => {
		const { json, status } = await choose(new Uint8Array(PICTURE_MAX_BYTES + 1));
		expect([status, json.code]).toEqual([413, "file_too_large"]);
		expect(transcoder.asked).toEqual([]);
	});

	it("429: not all day long; what was refused is not counted", async () => {
		// Production's number: the variables of these tests are the local ones.
		const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;
		const chosen = async () => (await call("PUT /api/v1/auth/me/avatar", { token: ann.token, file: FILE, bindings })).json.code;
		const day = services.objects.session<AllowancesRpc>(`user:${ann.id}`);
		const most = DAILY_LIMITS.picture.free;
		for (let turn = 1; turn < most; turn++) await day.spend("picture", String(turn), most);
		transcoder.next.push({ code: "damaged", message: "This picture is damaged." });
		expect([await chosen(), await chosen(), await chosen()]).toEqual(["picture_refused", undefined, "daily_limit"]);
	});

	it("401: not for guests", async () => {
		expect((await call("PUT /api/v1/auth/me/avatar", { file: FILE })).status).toBe(401);
	});

	it.each(["/avatars/1/..%2F..%2Fvideos%2Fx", "/avatars/1/x.webp", "/avatars/x/00000000000000000000000000000000.webp", "/avatars/"])(
		"404: nothing else is at %s",
		async (path) => {
			expect((await call(`GET ${path}` as `${string} /${string}`)).status).toBe(404);
		},
	);

	it("goes with the person", async () => {
		await choose(FILE);
		await emit(services, "erased", { userId: ann.id });
		expect(await objects()).toEqual([]);
	});
});
