import { eq } from "drizzle-orm";
import { blockedBy, blocks, follows } from "../../db/schema/users.ts";
import { readThrough } from "../platform/read-through.ts";
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
interface Stored {
	readonly following: string[];
	readonly blocked: string[];
}

/** Copies are shorter-lived than a change log's lease: they need none. */
const lists = readThrough<Relations, Stored>({
	name: "relations",
	isolate: { max: 1_000, ttlMs: FRESH_MS },
	shared: {
		key: (userId) => `relations:${userId}`,
		ttlS: () => REDIS_TTL_S,
		encode: ({ following, blocked }) => ({ following: [...following], blocked: [...blocked] }),
		decode: ({ following, blocked }) => ({ following: new Set(following), blocked: new Set(blocked) }),
	},
	lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY },
});

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
	const { values } = await lists.look(services, [userId], async () => new Map([[userId, await readLists(services, userId)]]));
	return values.get(userId) ?? NONE;
}

/** To be called after each change of these users' follows or blocks is written. */
export const outdateRelations = (services: Services, ...userIds: string[]): Promise<void> => lists.invalidate(services, userIds);

/** Removes what Redis and this isolate hold of a user's lists (account deletion). */
export const forgetRelations = (services: Services, userId: string): Promise<void> => lists.forget(services, [userId]);

async function readLists(services: Services, userId: string): Promise<Relations> {
	const database = services.db.user(userId);
	const [following, blocking, blockers] = await database.batch([
		database.select({ id: follows.followeeId }).from(follows).where(eq(follows.followerId, userId)),
		database.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.userId, userId)),
		database.select({ id: blockedBy.blockerId }).from(blockedBy).where(eq(blockedBy.userId, userId)),
	]);
	return {
		following: new Set(following.map(({ id }) => id)),
		blocked: new Set([...blocking, ...blockers].map(({ id }) => id)),
	};
}
