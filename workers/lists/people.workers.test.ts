import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { profiles } from "../../db/schema/users.ts";
import { beforeFill, newUser, services, testApp, testEnv } from "../gateway/testing/api.ts";
import { changesOf, LEASE_MS } from "../platform/changes.ts";
import { AFTER_REDIS_RESTED } from "../platform/passed-over.fixture.ts";
import type { Services } from "../platform/services.ts";
import { servicesOf } from "../services.ts";
import { invalidateUser, loadSummaries } from "./people.ts";

const call = testApp();
/** Another isolate: nothing in memory, and its own way to the database that a test can watch. */
const isolate = (other: Partial<Services> = {}): Services => {
	const fresh = servicesOf({ ...testEnv });
	return { ...fresh, ...other };
};
const nameIn = async (of: Services, id: string) => (await loadSummaries(of, [id])).get(id)?.displayName;
const rename = (id: string, displayName: string) =>
	services.db.user(id).update(profiles).set({ displayName }).where(eq(profiles.userId, id));

describe("summaries", () => {
	it("give each user once, and leave out who does not exist", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const found = await loadSummaries(services, [ann.id, bob.id, ann.id, "1"]);
		expect([...found.keys()].sort()).toEqual([ann.id, bob.id].sort());
		expect(found.get(ann.id)).toEqual({
			id: ann.id,
			username: ann.user.username,
			displayName: ann.user.username,
			avatarUrl: null,
			verified: false,
		});
	});

	it("come from memory, then from Redis, before anybody asks the database", async () => {
		const ann = await newUser(call);
		await loadSummaries(services, [ann.id]);
		const other = isolate();
		const byUser = vi.spyOn(other.db, "byUser");
		// What was changed is asked for beforehand: how often does not depend on who is looked up.
		await changesOf(other).current();
		const mget = vi.spyOn(other.redis, "soft");
		await loadSummaries(other, [ann.id]);
		await loadSummaries(other, [ann.id]);
		expect(byUser).not.toHaveBeenCalled();
		expect(mget).toHaveBeenCalledTimes(1);
	});

	// Redis that answers later than it is waited for is passed over: a busy machine may do that once.
	it("show a changed name at once where it was changed, and elsewhere within the lease", { retry: AFTER_REDIS_RESTED }, async () => {
		const ann = await newUser(call);
		let now = Date.now();
		const other = isolate({ clock: () => now });
		expect(await nameIn(other, ann.id)).toBe(ann.user.username);
		await rename(ann.id, "New Name");
		await invalidateUser(services, ann.id);
		expect(await nameIn(services, ann.id)).toBe("New Name");
		now += LEASE_MS;
		expect(await nameIn(other, ann.id)).toBe("New Name");
	});

	it("are not brought back from before a change by a slow reader", async () => {
		const ann = await newUser(call);
		await services.redis.client.del(`user:${ann.id}`);
		// The reader has the old row in hand when the change is made.
		const overtake = async () => {
			await rename(ann.id, "Newer");
			await invalidateUser(services, ann.id);
		};
		const slow = beforeFill(isolate(), overtake, 3);
		await loadSummaries(slow, [ann.id]);
		expect(await nameIn(isolate(), ann.id)).toBe("Newer");
	});

	it("go on without Redis", async () => {
		const ann = await newUser(call);
		const without = isolate({ redis: { ...services.redis, soft: async () => null } });
		expect(await nameIn(without, ann.id)).toBe(ann.user.username);
	});

	it("leave out a deleted profile", async () => {
		const ann = await newUser(call);
		await services.db.user(ann.id).update(profiles).set({ deletedAt: new Date() }).where(eq(profiles.userId, ann.id));
		await invalidateUser(services, ann.id);
		expect((await loadSummaries(isolate(), [ann.id])).size).toBe(0);
	});
});
