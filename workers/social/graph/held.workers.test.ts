import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { followers, profiles } from "../../../db/schema/users.ts";
import { newName, newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { idAt } from "../../platform/snowflake.ts";
import { socialRoutes } from "../routes.ts";
import { YOUNG_COUNTED, YOUNG_MS } from "./held.ts";
import { releaseFollows } from "./release.ts";

const call = testApp(socialRoutes);
const young = (count: number) => Promise.all(Array.from({ length: count }, () => newUser(call)));
const settled = (count: number) =>
	Promise.all(
		Array.from({ length: count }, () => newUser(call, newName(), { id: idAt(services.clock() - YOUNG_MS - 60_000, services.newId()) })),
	);
const follow = (by: TestUser, whom: TestUser) => call(`POST /api/v1/users/${whom.id}/follow`, { token: by.token });
const profileOf = async ({ id }: TestUser) => (await call(`GET /api/v1/users/${id}`)).json.user;
const heldOf = ({ id }: TestUser) =>
	services.db
		.user(id)
		.select({ id: followers.followerId })
		.from(followers)
		.where(and(eq(followers.followeeId, id), followers.held));
const one = async (people: Promise<TestUser[]>): Promise<TestUser> => {
	const [person] = await people;
	if (person === undefined) throw new Error("nobody");
	return person;
};

describe("follows of young accounts", () => {
	it("count up to a bound a day and person; the others follow as well, and are seen to, but not in the number", async () => {
		const star = await one(young(1));
		const ring = await young(YOUNG_COUNTED + 4);
		for (const bot of ring) expect((await follow(bot, star)).json).toMatchObject({ following: true });
		expect(await profileOf(star)).toMatchObject({ followersCount: YOUNG_COUNTED });
		const listed = await call(`GET /api/v1/users/${star.id}/followers?limit=50`, { token: star.token });
		expect(listed.json.users ?? listed.json.people).toHaveLength(ring.length);
	});

	it("count as an audience grows that is not young", async () => {
		const star = await one(young(1));
		for (const fan of await settled(8)) await follow(fan, star);
		for (const fan of await young(YOUNG_COUNTED + 4)) await follow(fan, star);
		expect(await profileOf(star)).toMatchObject({ followersCount: 8 + YOUNG_COUNTED + 4 });
		await follow(await one(young(1)), star);
		expect(await profileOf(star)).toMatchObject({ followersCount: 8 + YOUNG_COUNTED + 4 });
	});

	it("count from the moment their account is no longer young", async () => {
		const star = await one(young(1));
		const fan = await one(settled(1));
		await follow(fan, star);
		// As it would have been held on the day it was made.
		const database = services.db.user(star.id);
		await database.update(followers).set({ held: true }).where(eq(followers.followeeId, star.id));
		await database.update(profiles).set({ followersCount: 0 }).where(eq(profiles.userId, star.id));
		expect(await releaseFollows(services)).toBeGreaterThan(0);
		expect(await profileOf(star)).toMatchObject({ followersCount: 1 });
		await releaseFollows(services);
		expect(await profileOf(star)).toMatchObject({ followersCount: 1 });
		expect(await heldOf(star)).toEqual([]);
	});

	it("take nothing from the number when they end without having counted: unfollowed, removed, blocked", async () => {
		const star = await one(young(1));
		for (const bot of await young(YOUNG_COUNTED)) await follow(bot, star);
		const [first, second, third] = await young(3);
		for (const bot of [first, second, third]) if (bot !== undefined) await follow(bot, star);
		await call(`DELETE /api/v1/users/${star.id}/follow`, { token: first?.token ?? "" });
		await call(`DELETE /api/v1/users/me/followers/${second?.id}`, { token: star.token });
		await call(`POST /api/v1/users/${third?.id}/block`, { token: star.token });
		expect(await heldOf(star)).toEqual([]);
		expect(await profileOf(star)).toMatchObject({ followersCount: YOUNG_COUNTED });
	});

	it("are held the same way where a private account lets in all who waited, at once", async () => {
		const star = await one(young(1));
		await call("PATCH /api/v1/auth/me", { token: star.token, body: { isPrivate: true } });
		for (const bot of await young(YOUNG_COUNTED + 3)) expect((await follow(bot, star)).json).toMatchObject({ requested: true });
		for (const fan of await settled(2)) await follow(fan, star);
		await call("PATCH /api/v1/auth/me", { token: star.token, body: { isPrivate: false } });
		expect(await profileOf(star)).toMatchObject({ followersCount: YOUNG_COUNTED + 2 });
		expect(await heldOf(star)).toHaveLength(3);
	});
});
