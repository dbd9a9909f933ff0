import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accountUsers } from "../../../db/schema/directory.ts";
import { searchRoutes } from "../../discovery/search/routes.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { cookieOf, newUser, PASSWORD, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { socialRoutes } from "../../social/routes.ts";
import { videoRoutes } from "../../videos/routes.ts";

const call = testApp(socialRoutes, videoRoutes, feedRoutes, searchRoutes);
const born = (years: number) => `${new Date(services.clock()).getUTCFullYear() - years}-01-01`;
const teen = (): Promise<TestUser> => newUser(call, undefined, { birthdate: born(15) });
/** Somebody who was a teen when they signed up, and is eighteen by now. */
async function justOfAge(): Promise<TestUser> {
	const user = await teen();
	await services.db
		.directory()
		.update(accountUsers)
		.set({ birthdate: born(19) })
		.where(eq(accountUsers.id, user.id));
	return user;
}
const found = async (asker: TestUser, q: string): Promise<string[]> => {
	const { json } = await call(`GET /api/v1/search?type=users&q=${q}`, { token: asker.token });
	return json.users.map(({ id }: { id: string }) => id);
};
const LONG_MS = 30_000;

describe("an account of somebody of thirteen to seventeen", { timeout: LONG_MS }, () => {
	it("begins private, with comments from followers; an adult's begins open", async () => {
		const [young, grown] = [await teen(), await newUser(call)];
		const me = async ({ token }: TestUser) => (await call("GET /api/v1/auth/me", { token })).json.user;
		const rules = async ({ token }: TestUser) => (await call("GET /api/v1/users/me/comments/rules", { token })).json.commentsFrom;
		expect([(await me(young)).isPrivate, (await me(grown)).isPrivate]).toEqual([true, false]);
		expect([await rules(young), await rules(grown)]).toEqual(["followers", "everyone"]);
	});

	it("403 not_allowed: comments from everyone", async () => {
		const [young, grown] = [await teen(), await newUser(call)];
		const body = { commentsFrom: "everyone", holdAll: false, words: [] };
		const set = ({ token }: TestUser) => call("PUT /api/v1/users/me/comments/rules", { token, body });
		const refused = await set(young);
		expect([refused.status, refused.json.code]).toEqual([403, "not_allowed"]);
		expect((await set(grown)).status).toBe(200);
	});

	it("403 not_allowed: comments from everyone on one video, and a download of any", async () => {
		const { token, id } = await teen();
		const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { userId: id } });
		const own = records[0]?.id ?? "";
		const words = { title: "", description: "", hashtags: [], visibility: "public", allowDownload: true };
		const asked = await Promise.all([
			call("PUT /api/v1/videos/4711/comment-rules", { token, body: { commentsFrom: "everyone", holdAll: null, words: [] } }),
			call(`PATCH /api/v1/videos/${own}`, { token, body: { allowDownload: true } }),
			call("POST /api/v1/videos/4711/upload/complete", { token, body: words }),
		]);
		expect(asked.map(({ status, json }) => [status, json.code])).toEqual(asked.map(() => [403, "not_allowed"]));
	});

	it("is found by who follows it alone, also by a handle given up lately", async () => {
		const [young, stranger, friend] = [await teen(), await newUser(call), await newUser(call)];
		await call(`POST /api/v1/users/${young.id}/follow`, { token: friend.token });
		await call(`PUT /api/v1/users/me/follow-requests/${friend.id}`, { token: young.token });
		expect(await found(stranger, young.user.username)).not.toContain(young.id);
		await expect.poll(() => found(friend, young.user.username)).toContain(young.id);
		const former = young.user.username;
		await call("PUT /api/v1/auth/username", { token: young.token, body: { username: `${former}x` } });
		expect(await found(stranger, former)).not.toContain(young.id);
		const completed = await call(`GET /api/v1/search/complete?q=${former}`, { token: stranger.token });
		expect(JSON.stringify(completed.json)).not.toContain(young.id);
	});
});

describe("coming of age", { timeout: LONG_MS }, () => {
	it("403 while younger; the birthday alone changes nothing", async () => {
		const [young, grown] = [await teen(), await justOfAge()];
		const refused = await call("PUT /api/v1/auth/me/adulthood", { token: young.token });
		expect([refused.status, refused.json.code]).toEqual([403, "not_allowed"]);
		const { user } = (await call("GET /api/v1/auth/me", { token: grown.token })).json;
		expect([user.accountType, user.mayComeOfAge]).toEqual(["teen", true]);
		expect(await found(await newUser(call), grown.user.username)).not.toContain(grown.id);
	});

	it("200: found and free to choose from then on, in every session; what was set stays", async () => {
		const grown = await justOfAge();
		const other = await call("POST /api/v1/auth/login", { body: { username: grown.user.username, password: PASSWORD } });
		const { user } = (await call("PUT /api/v1/auth/me/adulthood", { token: grown.token })).json;
		expect([user.accountType, user.mayComeOfAge, user.isPrivate]).toEqual(["standard", false, true]);
		expect(await found(await newUser(call), grown.user.username)).toContain(grown.id);
		const body = { commentsFrom: "everyone", holdAll: false, words: [] };
		expect((await call("PUT /api/v1/users/me/comments/rules", { token: other.json.token, body })).status).toBe(200);
		expect((await call("PUT /api/v1/auth/me/adulthood", { token: grown.token })).status).toBe(200);
	});

	it("401 for a guest", async () => {
		expect((await call("PUT /api/v1/auth/me/adulthood", {})).status).toBe(401);
	});
});

describe("somebody younger than thirteen", () => {
	const register = (birthdate: string, cookie?: string) => {
		const username = `kid${crypto.randomUUID().slice(0, 8)}`;
		const body = { username, password: PASSWORD, birthdate };
		return call("POST /api/v1/auth/register", { body, ...(cookie === undefined ? {} : { cookie }) });
	};

	it("is refused, and so is every other date from the same browser for a day; a time is all that is kept, and only there", async () => {
		const before = await services.db.directory().$count(accountUsers, eq(accountUsers.birthdate, born(9)));
		const refused = await register(born(9));
		expect([refused.status, refused.json.code]).toEqual([403, "under_age"]);
		const cookie = cookieOf(refused.headers);
		expect(cookie).toMatch(/under_age=\d+\.[\w-]+$/);
		expect(await services.db.directory().$count(accountUsers, eq(accountUsers.birthdate, born(9)))).toBe(before);
		const again = await register(born(30), cookie);
		expect([again.status, again.json.code]).toEqual([403, "under_age"]);
		const forged = await register(born(30), `${cookie.split("=")[0]}=9999999999999.${"A".repeat(43)}`);
		expect(forged.status).toBe(201);
		expect((await register(born(30))).status).toBe(201);
	});
});

describe("screen time", { timeout: LONG_MS }, () => {
	it("200: the last seven days; a teen is told after an hour, others when they choose", async () => {
		const [young, grown] = [await teen(), await newUser(call)];
		const read = ({ token }: TestUser) => call("GET /api/v1/users/me/screen-time?zone=Europe/Berlin", { token });
		expect((await read(grown)).json).toMatchObject({ limitMin: null, breakMin: null, todayMs: 0 });
		expect((await read(young)).json).toMatchObject({ limitMin: 60, breakMin: null });
		expect((await read(grown)).json.days).toHaveLength(7);
		const body = { limitMin: 90, breakMin: 20 };
		const set = await call("PUT /api/v1/users/me/screen-time?zone=UTC", { token: grown.token, body });
		expect(set.json).toMatchObject(body);
		expect((await read(grown)).json).toMatchObject(body);
	});

	it("adds up what was watched, once however often it is told", async () => {
		const { token } = await newUser(call);
		const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
		const event = { videoId: records[0]?.id, watchDuration: 5_000, totalDuration: 9_000, eventId: crypto.randomUUID() };
		for (const _ of ["told", "told again"]) await call("POST /api/v1/analytics/watch", { token, body: { events: [event] } });
		expect((await call("GET /api/v1/users/me/screen-time?zone=UTC", { token })).json.todayMs).toBe(5_000);
	});

	it("401, 403, 422: a guest, a teen who wants never, no such zone or length", async () => {
		const young = await teen();
		expect((await call("GET /api/v1/users/me/screen-time", {})).status).toBe(401);
		const put = (body: unknown, zone = "UTC") => call(`PUT /api/v1/users/me/screen-time?zone=${zone}`, { token: young.token, body });
		expect((await put({ limitMin: null, breakMin: null })).status).toBe(403);
		expect((await put({ limitMin: 7, breakMin: null })).status).toBe(422);
		expect((await put({ limitMin: 60, breakMin: 1 })).status).toBe(422);
		expect((await put({ limitMin: 60, breakMin: null }, "Moon/Base")).status).toBe(422);
		expect((await call("GET /api/v1/users/me/screen-time?zone=Moon/Base", { token: young.token })).status).toBe(422);
	});
});
