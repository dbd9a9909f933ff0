import { and, inArray, isNull } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { UserSummary } from "../../contracts/users.ts";
import { profiles } from "../../db/schema/users.ts";
import { ISOLATE_TTL_MS, perServices } from "../platform/cache.ts";
import type { Services } from "../platform/services.ts";
import { withdrawalsOf } from "../platform/withdrawals.ts";

/** How long Redis keeps a profile, seconds (docs/product.md#caches). */
const REDIS_TTL_S = 4 * 3_600;

const memoryOf = perServices(
	({ clock }) => new LRUCache<string, UserSummary>({ max: 20_000, ttl: ISOLATE_TTL_MS, ttlResolution: 0, perf: { now: clock } }),
);

const redisKey = (userId: string): string => `user:${userId}`;

/** Users as others see them, by id; who is gone is left out. Isolate → Redis → Postgres, one look-up each for all ids. */
export async function loadSummaries(services: Services, userIds: Iterable<string>): Promise<Map<string, UserSummary>> {
	const memory = memoryOf(services);
	const withdrawn = await withdrawalsOf(services).current();
	const found = new Map<string, UserSummary>();
	let missing: string[] = [];
	for (const id of new Set(userIds)) {
		const known = memory.get(id);
		if (known === undefined || withdrawn.has(`user:${id}`)) missing.push(id);
		else found.set(id, known);
	}
	if (missing.length === 0) return found;

	const cached = await services.redis.soft((redis) => redis.mget<(UserSummary | null)[]>(...missing.map(redisKey)));
	for (const summary of cached ?? []) {
		if (summary !== null) found.set(summary.id, summary);
	}
	missing = keep(missing, found, memory);
	if (missing.length === 0) return found;

	const read = await readSummaries(services, missing);
	for (const summary of read) found.set(summary.id, summary);
	keep(missing, found, memory);
	if (cached !== null && read.length > 0) {
		// Only where nothing is: an invalidation that came in between has written something newer.
		await services.redis.soft((redis) => {
			const pipeline = redis.pipeline();
			for (const summary of read) pipeline.set(redisKey(summary.id), summary, { ex: REDIS_TTL_S, nx: true });
			return pipeline.exec();
		});
	}
	return found;
}

/** To be called after a change of a user's name, picture or mark is written: the caches get the new one. */
export async function invalidateUser(services: Services, userId: string): Promise<void> {
	memoryOf(services).delete(userId);
	const [summary] = await readSummaries(services, [userId]);
	await services.redis.soft<unknown>((redis) =>
		summary === undefined ? redis.del(redisKey(userId)) : redis.set(redisKey(userId), summary, { ex: REDIS_TTL_S }),
	);
	memoryOf(services).delete(userId);
}

/** Remembers what was found. @returns the ids still missing */
function keep(ids: readonly string[], found: ReadonlyMap<string, UserSummary>, memory: LRUCache<string, UserSummary>): string[] {
	return ids.filter((id) => {
		const summary = found.get(id);
		if (summary !== undefined) memory.set(id, summary);
		return summary === undefined;
	});
}

async function readSummaries(services: Services, userIds: readonly string[]): Promise<UserSummary[]> {
	const groups = [...services.db.byUser(userIds)];
	const rows = await Promise.all(
		groups.map(([database, ids]) =>
			database
				.select({
					id: profiles.userId,
					username: profiles.username,
					displayName: profiles.displayName,
					avatarUrl: profiles.avatarUrl,
					verified: profiles.verified,
				})
				.from(profiles)
				.where(and(inArray(profiles.userId, ids), isNull(profiles.deletedAt))),
		),
	);
	return rows.flat();
}
