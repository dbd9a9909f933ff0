import { describe, expect, it, vi } from "vitest";
import { beforeFill, newUser, services, type TestUser, testApp, testEnv } from "../gateway/testing/api.ts";
import type { Services } from "../platform/services.ts";
import { servicesOf } from "../services.ts";
import { socialRoutes } from "../social/routes.ts";
import { relationsOf } from "./relations.ts";
import type { UserViewer } from "./viewer.ts";

const call = testApp(socialRoutes);
const viewerOf = (user: TestUser): UserViewer => ({ kind: "user", userId: user.id, sessionId: "", teen: false });
const isolate = (other: Partial<Services> = {}): Services => ({ ...servicesOf({ ...testEnv }), ...other });
const followingIn = async (of: Services, user: TestUser) => [...(await relationsOf(of, viewerOf(user))).following];

describe("relations", () => {
	it("of a guest are none, and ask nobody", async () => {
		const fresh = isolate();
		const user = vi.spyOn(fresh.db, "user");
		const relations = await relationsOf(fresh, { kind: "guest", guestId: "1" });
		expect([relations.following.size, relations.blocked.size]).toEqual([0, 0]);
		expect(user).not.toHaveBeenCalled();
	});

	it("say whether somebody is an adult, also where no session told it; false for who is not there", async () => {
		const birthdate = `${new Date(services.clock()).getUTCFullYear() - 15}-01-01`;
		const [adult, teen] = [await newUser(call), await newUser(call, undefined, { birthdate })];
		const isAdult = async (userId: string) => (await relationsOf(isolate(), { kind: "user", userId })).isAdult;
		expect([await isAdult(adult.id), await isAdult(teen.id), await isAdult(services.newId())]).toEqual([true, false, false]);
		expect((await relationsOf(services, { kind: "guest", guestId: "1" })).isAdult).toBe(false);
	});

	it("show a follow made in another isolate within half a second", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		let now = Date.now();
		const other = isolate({ clock: () => now });
		expect(await followingIn(other, ann)).toEqual([]);
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		now += 500;
		expect(await followingIn(other, ann)).toEqual([bob.id]);
		await call(`DELETE /api/v1/users/${bob.id}/follow`, { token: ann.token });
		now += 500;
		expect(await followingIn(other, ann)).toEqual([]);
	});

	it("come from Redis in a new isolate, without the database", async () => {
		const ann = await newUser(call);
		await followingIn(services, ann);
		const fresh = isolate();
		const user = vi.spyOn(fresh.db, "user");
		await followingIn(fresh, ann);
		expect(user).not.toHaveBeenCalled();
	});

	it("read before a follow are not stored after it", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const slow = beforeFill(isolate(), () => call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token }));
		expect(await followingIn(slow, ann)).toEqual([]);
		expect(await followingIn(isolate(), ann)).toEqual([bob.id]);
	});

	it("stay as last known while nothing answers, and are none where nothing is known", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		let now = Date.now();
		const warn = vi.fn();
		const other = isolate({ clock: () => now, log: { ...services.log, warn }, redis: { ...services.redis, soft: async () => null } });
		expect(await followingIn(other, ann)).toEqual([bob.id]);
		vi.spyOn(other.db, "user").mockImplementation(() => {
			throw new Error("the database is down");
		});
		now += 60_000;
		expect(await followingIn(other, ann)).toEqual([bob.id]);
		expect(await followingIn(other, bob)).toEqual([]);
		const told = warn.mock.calls.map(([event, fields]) => [event, fields.cache, fields.wanted, fields.stale]);
		expect(told).toEqual([
			["copies_only", "relations", 1, 1],
			["copies_only", "relations", 1, 0],
		]);
	});
});
