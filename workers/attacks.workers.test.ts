import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountUsers } from "../db/schema/directory.ts";
import { ROUTERS } from "./app.ts";
import { FILE_POLICY } from "./gateway/security-headers.ts";
import { newUser, services, testApp, testEnv } from "./gateway/testing/api.ts";
import { publishedVideo } from "./videos/testing/fixtures.ts";

const call = testApp(...ROUTERS);
const TIMES = 12;
const often = <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: TIMES }, act));

/** A person and a video of theirs. */
async function creator() {
	const owner = await newUser(call);
	return { owner, videoId: await publishedVideo({ kind: "user", userId: owner.id, sessionId: `session-${owner.id}`, teen: false }) };
}

describe("races", () => {
	it("a follow sent twelve times at once is one follower", async () => {
		const [fan, star] = [await newUser(call), await newUser(call)];
		const answers = await often(() => call(`POST /api/v1/users/${star.id}/follow`, { token: fan.token }));
		expect(answers.every(({ status }) => status < 300)).toBe(true);
		const { json } = await call(`GET /api/v1/users/${star.id}`, { token: fan.token });
		expect(json.user.followersCount).toBe(1);
		const list = await call(`GET /api/v1/users/${star.id}/followers`, { token: fan.token });
		expect(list.json.users.map(({ id }: { id: string }) => id)).toEqual([fan.id]);
	});

	it("a like sent twelve times at once is one like", async () => {
		const [fan, { videoId }] = [await newUser(call), await creator()];
		const answers = await often(() => call(`POST /api/v1/videos/${videoId}/like`, { token: fan.token }));
		expect(answers.every(({ status }) => status < 300)).toBe(true);
		const { json } = await call(`POST /api/v1/videos/${videoId}/like`, { token: fan.token });
		expect(json.likeCount).toBe(1);
	});

	it("a request to follow accepted twelve times at once is one follower", async () => {
		const [fan, star] = [await newUser(call), await newUser(call)];
		await call("PATCH /api/v1/auth/me", { token: star.token, body: { isPrivate: true } });
		await call(`POST /api/v1/users/${star.id}/follow`, { token: fan.token });
		const answers = await often(() => call(`PUT /api/v1/users/me/follow-requests/${fan.id}`, { token: star.token }));
		expect(answers.some(({ status }) => status < 300)).toBe(true);
		expect(answers.every(({ status }) => status < 500)).toBe(true);
		const { json } = await call(`GET /api/v1/users/${star.id}`, { token: star.token });
		expect(json.user.followersCount).toBe(1);
	});
});

describe("mass assignment and prototypes", () => {
	it("a person who sends members of the row beside their own changes none of them", async () => {
		const user = await newUser(call);
		const row = async () => (await services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, user.id)))[0];
		const before = await row();
		const more =
			'"accountType":"standard","emailVerified":true,"email":"x@example.com","birthdate":"1950-01-01","id":"1","roles":["admin"]';
		const pollution = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}';
		await call("PATCH /api/v1/auth/me", { token: user.token, body: `{"bio":"Hello.",${more},${pollution}}` });
		const after = await row();
		for (const kept of ["accountType", "emailVerified", "email", "birthdate", "id"] as const) expect(after?.[kept]).toEqual(before?.[kept]);
		expect(Reflect.get({}, "isAdmin")).toBeUndefined();
	});
});

describe("what is another's", () => {
	it("can't be changed, published, restored or removed by its id", async () => {
		const [stranger, { videoId, owner }] = [await newUser(call), await creator()];
		for (const operation of [
			`PATCH /api/v1/videos/${videoId}`,
			`DELETE /api/v1/videos/${videoId}`,
			`POST /api/v1/videos/${videoId}/restore`,
			`POST /api/v1/videos/${videoId}/retry`,
			`POST /api/v1/videos/${videoId}/upload/complete`,
			`GET /api/v1/videos/${videoId}/upload`,
		] as const) {
			const { status } = await call(operation, {
				token: stranger.token,
				...(operation.startsWith("GET") ? {} : { body: { title: "Taken", description: "", hashtags: [], visibility: "private" } }),
			});
			expect([operation, status >= 400 && status < 500]).toEqual([operation, true]);
		}
		const { json } = await call(`GET /api/v1/videos/${videoId}`, { token: owner.token });
		expect(json.video.title).not.toBe("Taken");
	});

	it("includes sessions", async () => {
		const [stranger, user] = [await newUser(call), await newUser(call)];
		const { json } = await call("GET /api/v1/auth/sessions", { token: user.token });
		await call(`DELETE /api/v1/auth/sessions/${json.sessions[0].id}`, { token: stranger.token });
		expect((await call("GET /api/v1/auth/me", { token: user.token })).status).toBe(200);
	});
});

describe("addresses within", () => {
	const INSIDE = [
		"http://169.254.169.254/",
		"https://169.254.169.254/",
		"https://[::1]/",
		"https://localhost/",
		"https://2130706433/",
		"https://a.internal/",
		"file:///etc/passwd",
	];
	it.each(INSIDE)("%s is no push service's", async (endpoint) => {
		const { token } = await newUser(call);
		const body = { endpoint, keys: { p256dh: "A".repeat(87), auth: "A".repeat(22) } };
		const { status, json } = await call("PUT /api/v1/notifications/push", { token, body });
		expect([status, json.errors?.[0]?.field]).toEqual([422, "body.endpoint"]);
	});
});

describe("what is served", () => {
	it("is of a type that its path fixes, sniffed by nobody, and a sandbox to whoever opens it as a document", async () => {
		const { owner, videoId } = await creator();
		await testEnv.MEDIA.put(`videos/${videoId}/g1/240p/7.m4s`, "<script>alert(1)</script>", { httpMetadata: { contentType: "text/html" } });
		for (const path of [
			`/videos/auto/${videoId}/g1/240p/7.m4s`,
			`/videos/auto/${videoId}/master.m3u8`,
			`/videos/auto/${videoId}/cover.jpg`,
			`/api/v1/users/${owner.id}`,
			`/api/v1/videos/0`,
		] as const) {
			const { status, headers } = await call(`GET ${path}`);
			expect([path, status]).toEqual([path, path.endsWith("/0") ? 404 : 200]);
			expect(headers.get("content-type")).toMatch(/^(video|image)\/|mpegurl$|json/);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("content-security-policy")).toBe(FILE_POLICY);
		}
	});
});

describe("headers and the log", () => {
	it("a request id that isn't one is replaced, so that it forges no line and no header", async () => {
		for (const given of ['x","level":"error', "a b<script>", "x".repeat(5_000)]) {
			const { headers } = await call("GET /api/v1/auth/sessions", { headers: { "x-request-id": given } });
			expect(headers.get("x-request-id")).toMatch(/^[\w-]{1,64}$/);
		}
	});

	it("paths that climb, plain or encoded, reach no other object", async () => {
		const { videoId } = await creator();
		for (const path of [
			"..%2f..%2fparts",
			"%2e%2e/%2e%2e/parts",
			"g1/..%2f..%2f..%2fsecret.mp4",
			"g1/%00.mp4",
			"g1/master.m3u8%0d%0ax: y",
		]) {
			const { status, headers } = await call(`GET /videos/eu/${videoId}/${path}`);
			expect([path, status]).toEqual([path, 404]);
			expect(headers.has("x")).toBe(false);
		}
	});
});
