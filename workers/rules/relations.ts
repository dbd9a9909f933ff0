import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { blockedBy, blocks, follows } from "../../db/schema/users.ts";
import { perServices } from "../platform/cache.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer, Viewer } from "./viewer.ts";

/** How a viewer stands to others. */
export interface Relations {
	/** Ids of those followed. */
	readonly following: ReadonlySet<string>;
	/** Ids of those blocked by the viewer, or blocking the viewer. */
	readonly blocked: ReadonlySet<string>;
}

const NONE: Relations = { following: new Set(), blocked: new Set() };

/** What one isolate remembers is at most this old, milliseconds: another isolate's change shows within it. */
const FRESH_MS = 500;
/** How long Redis keeps the lists, seconds; each change outdates them before. */
const REDIS_TTL_S = 300;
/** How long Redis keeps a version, seconds: longer than any list that bears it. */
const VERSION_TTL_S = 86_400;

interface Stored {
	readonly version: number;
	readonly following: string[];
	readonly blocked: string[];
}
interface Memory {
	readonly known: LRUCache<string, { readonly relations: Relations; readonly at: number }>;
	/** Counts changes made in this isolate: what was read before one may not be remembered after it. */
	changes: number;
}

const memoryOf = perServices((): Memory => ({ known: new LRUCache({ max: 1_000 }), changes: 0 }));

const listsKey = (userId: string): string => `relations:${userId}`;
const versionKey = (userId: string): string => `relations:${userId}:version`;

/** As much of a viewer as this needs. */
type Who = Viewer | Pick<UserViewer, "kind" | "userId">;

/**
 * Whom the viewer follows, and who is blocked in either direction. A change is seen at once in its own isolate and within
 * half a second in every other. When neither cache nor database answers, what was last known is given, else nothing:
 * a feed goes on during an outage.
 */
export async function relationsOf(services: Services, viewer: Who): Promise<Relations> {
	if (viewer.kind === "guest") return NONE;
	const { userId } = viewer;
	const memory = memoryOf(services);
	const last = memory.known.get(userId);
	const at = services.clock();
	if (last !== undefined && at - last.at < FRESH_MS) return last.relations;
	const { changes } = memory;
	try {
		const relations = await loadRelations(services, userId);
		if (memory.changes === changes) memory.known.set(userId, { relations, at });
		return relations;
	} catch (error) {
		services.log.warn("relations_unavailable", { userId, stale: last !== undefined, ...errorFields(error) });
		return last?.relations ?? NONE;
	}
}

/** To be called after each change of these users' follows or blocks is written. */
export async function outdateRelations(services: Services, ...userIds: string[]): Promise<void> {
	const memory = memoryOf(services);
	memory.changes += 1;
	for (const userId of userIds) memory.known.delete(userId);
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const userId of userIds) pipeline.incr(versionKey(userId)).expire(versionKey(userId), VERSION_TTL_S);
		return pipeline.exec();
	});
}

/** Removes what Redis and this isolate hold of a user's lists (account deletion). */
export async function forgetRelations(services: Services, userId: string): Promise<void> {
	memoryOf(services).known.delete(userId);
	await services.redis.soft((redis) => redis.del(listsKey(userId), versionKey(userId)));
}

/**
 * A list in Redis is good only under the version of now. A reader that loaded before a change stores under the version it
 * read first, which the change has passed: an old list can't come back.
 */
async function loadRelations(services: Services, userId: string): Promise<Relations> {
	const cached = await services.redis.soft((redis) => redis.mget<[number | null, Stored | null]>(versionKey(userId), listsKey(userId)));
	const version = cached?.[0] ?? 0;
	const stored = cached?.[1] ?? null;
	if (stored !== null && stored.version === version) return relationsFrom(stored.following, stored.blocked);
	const lists = await readLists(services, userId);
	if (cached !== null) {
		await services.redis.soft((redis) => redis.set(listsKey(userId), { version, ...lists } satisfies Stored, { ex: REDIS_TTL_S }));
	}
	return relationsFrom(lists.following, lists.blocked);
}

async function readLists(services: Services, userId: string): Promise<{ following: string[]; blocked: string[] }> {
	const database = services.db.user(userId);
	const [following, blocking, blockers] = await database.batch([
		database.select({ id: follows.followeeId }).from(follows).where(eq(follows.followerId, userId)),
		database.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.userId, userId)),
		database.select({ id: blockedBy.blockerId }).from(blockedBy).where(eq(blockedBy.userId, userId)),
	]);
	return { following: following.map(({ id }) => id), blocked: [...blocking, ...blockers].map(({ id }) => id) };
}

const relationsFrom = (following: readonly string[], blocked: readonly string[]): Relations => ({
	following: new Set(following),
	blocked: new Set(blocked),
});
