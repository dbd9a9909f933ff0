import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { blockedBy, blocks, followers, follows, profiles } from "../../../db/schema/users.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { relationsOf } from "../../rules/relations.ts";
import { servicesOf } from "../../services.ts";
import { socialRoutes } from "../routes.ts";
import { addFollow, addFollower, removeFollow, removeFollower } from "./statements.ts";
import { writeBothSides } from "./two-sided.ts";

const call = testApp(socialRoutes);
const follow = (by: TestUser, whom: string) => call(`POST /api/v1/users/${whom}/follow`, { token: by.token });
const unfollow = (by: TestUser, whom: string) => call(`DELETE /api/v1/users/${whom}/follow`, { token: by.token });
const block = (by: TestUser, whom: string) => call(`POST /api/v1/users/${whom}/block`, { token: by.token });
const profile = async (by: TestUser, whom: string) => (await call(`GET /api/v1/users/${whom}`, { token: by.token })).json.user;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => newUser(call)));

/** Counters and rows of one user, straight from the database. */
async function truth(userId: string) {
	const database = services.db.user(userId);
	const [[row], following, followed] = await database.batch([
		database.select().from(profiles).where(eq(profiles.userId, userId)),
		database.select().from(follows).where(eq(follows.followerId, userId)),
		database.select().from(followers).where(eq(followers.followeeId, userId)),
	]);
	return { counters: [row?.followingCount, row?.followersCount], rows: [following.length, followed.length] };
}

describe("following", () => {
	it("200: is in the very next read, from both sides", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		expect((await follow(ann, bob.id)).json).toEqual({ following: true, requested: false, followersCount: 1 });
		expect(await profile(ann, bob.id)).toMatchObject({ following: true, followsYou: false, followersCount: 1, isYou: false });
		expect(await profile(bob, ann.id)).toMatchObject({ following: false, followsYou: true, followingCount: 1 });
		expect(await profile(ann, ann.id)).toMatchObject({ isYou: true, followingCount: 1 });
	});

	it("200: by user name in any case", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		expect((await follow(ann, `@${bob.user.username.toUpperCase()}`)).json.following).toBe(true);
	});

	it("200: repeated, changes nothing, and neither does unfollowing twice", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await follow(ann, bob.id);
		expect((await follow(ann, bob.id)).json).toEqual({ following: true, requested: false, followersCount: 1 });
		await unfollow(ann, bob.id);
		expect((await unfollow(ann, bob.id)).json).toEqual({ following: false, requested: false, followersCount: 0 });
		expect(await truth(bob.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
	});

	it("counts right when many follow at once, and when one repeats in parallel", async () => {
		const [star, ...fans] = (await people(6)) as [TestUser, ...TestUser[]];
		await Promise.all(fans.flatMap((fan) => [follow(fan, star.id), follow(fan, star.id), follow(fan, star.id)]));
		expect(await truth(star.id)).toEqual({ counters: [0, 5], rows: [0, 5] });
		await Promise.all(fans.flatMap((fan) => [unfollow(fan, star.id), unfollow(fan, star.id)]));
		expect(await truth(star.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
	});

	it("ends with rows and counters that agree when follows and unfollows race", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await Promise.all(Array.from({ length: 12 }, (_, turn) => (turn % 2 === 0 ? follow(ann, bob.id) : unfollow(ann, bob.id))));
		const [mine, theirs] = [await truth(ann.id), await truth(bob.id)];
		expect(mine.counters[0]).toBe(mine.rows[0]);
		expect(theirs.counters[1]).toBe(theirs.rows[1]);
		expect(mine.rows[0]).toBe(theirs.rows[1]);
	});

	it("403: oneself", async () => {
		const ann = await newUser(call);
		expect((await follow(ann, ann.id)).json).toMatchObject({ code: "forbidden", detail: "You can't follow yourself." });
	});

	it("404: nobody", async () => {
		const ann = await newUser(call);
		for (const whom of ["1", "@no.such.user", "name-without-at"]) expect((await follow(ann, whom)).json.code).toBe("user_not_found");
		expect((await call("GET /api/v1/users/@no.such.user")).status).toBe(404);
	});

	it("tells the followed one once", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await follow(ann, bob.id);
		await unfollow(ann, bob.id);
		await follow(ann, bob.id);
		const told = async () => (await call("GET /api/v1/notifications", { token: bob.token })).json.notifications;
		await expect.poll(told).toMatchObject([{ type: "follow", actor: { id: ann.id }, read: false }]);
	});
});

describe("blocking", () => {
	it("200: ends follows both ways and hides each from the other", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await Promise.all([follow(ann, bob.id), follow(bob, ann.id)]);
		expect((await block(ann, bob.id)).json).toEqual({ blocked: true });
		expect(await truth(ann.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
		expect(await truth(bob.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
		expect(await profile(ann, bob.id)).toMatchObject({ blocked: true, following: false });
		expect((await call(`GET /api/v1/users/${ann.id}`, { token: bob.token })).json.code).toBe("user_not_found");
	});

	it("403: neither can follow the other", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await block(ann, bob.id);
		expect((await follow(ann, bob.id)).json.code).toBe("forbidden");
		expect((await follow(bob, ann.id)).json.code).toBe("forbidden");
	});

	it("is seen at once by the rules, on both sides, and gone at once after unblocking", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const blocked = async (of: TestUser) =>
			[...(await relationsOf(servicesOf(testEnv), { kind: "user", userId: of.id, sessionId: "", teen: false })).blocked].sort();
		expect(await blocked(ann)).toEqual([]);
		await block(ann, bob.id);
		expect([await blocked(ann), await blocked(bob)]).toEqual([[bob.id], [ann.id]]);
		await call(`DELETE /api/v1/users/${bob.id}/block`, { token: ann.token });
		expect([await blocked(ann), await blocked(bob)]).toEqual([[], []]);
		expect((await follow(bob, ann.id)).status).toBe(200);
	});

	it("wins against a follow at the same moment: no follow is left behind a block", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await Promise.all([follow(bob, ann.id), block(ann, bob.id), follow(bob, ann.id), follow(ann, bob.id)]);
		expect(await truth(ann.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
		expect(await truth(bob.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
	});

	it("200: twice is once; 403 for oneself; 401 for guests", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		await block(ann, bob.id);
		await block(ann, bob.id);
		const rows = await services.db.user(ann.id).select().from(blocks).where(eq(blocks.userId, ann.id));
		expect(rows).toHaveLength(1);
		expect((await block(ann, ann.id)).status).toBe(403);
		expect((await call(`POST /api/v1/users/${bob.id}/block`)).status).toBe(401);
	});
});

describe("lists", () => {
	it("200: page through followers newest first, without gaps or repeats", async () => {
		const [star, ...fans] = (await people(6)) as [TestUser, ...TestUser[]];
		for (const fan of fans) await follow(fan, star.id);
		const seen: string[] = [];
		let cursor: string | null = "";
		while (cursor !== null) {
			const page: { users: { id: string }[]; nextCursor: string | null } = (
				await call(`GET /api/v1/users/${star.id}/followers?limit=2${cursor && `&cursor=${cursor}`}`)
			).json;
			seen.push(...page.users.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(fans.map(({ id }) => id).reverse());
	});

	it("200: leave out whom the viewer blocked, and top the page up", async () => {
		const [star, first, second, third] = (await people(4)) as [TestUser, TestUser, TestUser, TestUser];
		for (const fan of [first, second, third]) await follow(fan, star.id);
		await block(star, third.id);
		const { json } = await call(`GET /api/v1/users/${star.id}/followers?limit=2`, { token: star.token });
		expect(json.users.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
		expect(json.nextCursor).toBeNull();
		const { json: following } = await call(`GET /api/v1/users/${first.id}/following`);
		expect(following.users).toMatchObject([{ id: star.id, username: star.user.username }]);
	});

	it("422: a cursor that is not one of ours, or a limit out of range", async () => {
		const ann = await newUser(call);
		expect((await call(`GET /api/v1/users/${ann.id}/followers?cursor=x`)).status).toBe(422);
		expect((await call(`GET /api/v1/users/${ann.id}/followers?limit=0`)).status).toBe(422);
	});
});

describe("sides kept in two databases", () => {
	/** Two connections, as after splitting the users: here they lead to the same place. */
	const split = (failing: string) => {
		const first = services.db.user("1");
		const second = Object.assign(Object.create(services.db.user("1")) as typeof first, {
			batch: vi.fn(() => Promise.reject(Object.assign(new Error("out of reach"), { name: "NeonDbError" }))),
		});
		return {
			second,
			services: {
				...services,
				isolate: new IsolateState(),
				db: { ...services.db, user: (id: string) => (id === failing ? second : first) },
			},
		};
	};

	it("take the first half back when the second can't be written, after trying again", async () => {
		const [ann, bob] = (await people(2)) as [TestUser, TestUser];
		const { services: broken, second } = split(bob.id);
		const write = writeBothSides(
			broken,
			{ userId: ann.id, run: addFollow(ann.id, bob.id), undo: removeFollow(ann.id, bob.id) },
			{ userId: bob.id, run: addFollower(bob.id, ann.id), undo: removeFollower(bob.id, ann.id) },
		);
		await expect(write).rejects.toThrow("out of reach");
		expect(second.batch).toHaveBeenCalledTimes(3);
		expect(await truth(ann.id)).toEqual({ counters: [0, 0], rows: [0, 0] });
	});
});

it("keeps a block with both, each under its own key", async () => {
	const [ann, bob] = (await people(2)) as [TestUser, TestUser];
	await block(ann, bob.id);
	const mirrored = await services.db
		.user(bob.id)
		.select()
		.from(blockedBy)
		.where(and(eq(blockedBy.userId, bob.id), eq(blockedBy.blockerId, ann.id)));
	expect(mirrored).toHaveLength(1);
});
