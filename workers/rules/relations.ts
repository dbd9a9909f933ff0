import { and, eq } from "drizzle-orm";
import { blockedBy, blocks, followers, follows, mutes, profiles, sentRequests } from "../../db/schema/users.ts";
import { readThrough } from "../platform/read-through.ts";
import type { Services } from "../platform/services.ts";
import type { Asker } from "./viewer.ts";

/** How a viewer stands to others. */
export interface Relations {
	/** Whether their account is an adult's: false for a teen's, and where it is not known. */
	readonly isAdult: boolean;
	/** Ids of those followed. */
	readonly following: ReadonlySet<string>;
	/** Ids of those followed who follow back. */
	readonly friends: ReadonlySet<string>;
	/** Ids of private accounts the viewer asked to follow, and that have not answered yet. */
	readonly requested: ReadonlySet<string>;
	/** Ids of those blocked by the viewer, or blocking the viewer. */
	readonly blocked: ReadonlySet<string>;
	/** Ids of those muted by the viewer. */
	readonly muted: ReadonlySet<string>;
}

/** How a guest stands to everybody. */
export const NO_RELATIONS: Relations = {
	isAdult: false,
	following: new Set(),
	friends: new Set(),
	requested: new Set(),
	blocked: new Set(),
	muted: new Set(),
};

/** What one isolate remembers is at most this old, milliseconds: another isolate's change shows within it. */
const FRESH_MS = 500;
/** How long Redis keeps the lists, seconds; each change outdates them before. */
const REDIS_TTL_S = 300;
type Stored = { readonly [List in keyof Omit<Relations, "isAdult">]: string[] } & { readonly isAdult: boolean };

/** Copies are shorter-lived than a change log's lease: they need none. */
const lists = readThrough<Relations, Stored>({
	name: "relations",
	isolate: { max: 1_000, ttlMs: FRESH_MS },
	shared: {
		key: (userId) => `relations:${userId}`,
		ttlS: () => REDIS_TTL_S,
		encode: ({ isAdult, following, friends, requested, blocked, muted }) => ({
			isAdult,
			following: [...following],
			friends: [...friends],
			requested: [...requested],
			blocked: [...blocked],
			muted: [...muted],
		}),
		decode: ({ isAdult, following, friends, requested, blocked, muted }) => ({
			isAdult,
			following: new Set(following),
			friends: new Set(friends),
			requested: new Set(requested),
			blocked: new Set(blocked),
			muted: new Set(muted),
		}),
	},
	lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY },
});

/**
 * Whom the viewer follows, asked to follow and muted, who follows back, who is blocked in either direction, and whether the viewer is an
 * adult, which is asked here where the session has not told it. A change is seen at once in its own isolate and within
 * half a second in every other. When neither cache nor database answers, what was last known is given, else nothing:
 * a feed goes on during an outage.
 */
export async function relationsOf(services: Services, viewer: Asker): Promise<Relations> {
	if (viewer.kind === "guest") return NO_RELATIONS;
	const { userId, teen } = viewer;
	const { values } = await lists.look(services, [userId], async () => new Map([[userId, await readLists(services, userId)]]));
	const known = values.get(userId) ?? NO_RELATIONS;
	return teen === undefined ? known : { ...known, isAdult: !teen };
}

/** To be called after each change of these users' follows, requests, mutes or blocks is written. */
export const outdateRelations = (services: Services, ...userIds: string[]): Promise<void> => lists.invalidate(services, userIds);

/** When it returns, no isolate goes by relations that were outdated before: to be awaited where somebody must not see a thing from now on. */
export const untilRelationsHeard = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FRESH_MS + 50));

/** Removes what Redis and this isolate hold of a user's lists (account deletion). */
export const forgetRelations = (services: Services, userId: string): Promise<void> => lists.forget(services, [userId]);

async function readLists(services: Services, userId: string): Promise<Relations> {
	const database = services.db.user(userId);
	const [account, following, friends, requested, blocking, blockers, muted] = await database.batch([
		database.select({ type: profiles.accountType }).from(profiles).where(eq(profiles.userId, userId)),
		database.select({ id: follows.followeeId }).from(follows).where(eq(follows.followerId, userId)),
		database
			.select({ id: follows.followeeId })
			.from(follows)
			.innerJoin(followers, and(eq(followers.followeeId, follows.followerId), eq(followers.followerId, follows.followeeId)))
			.where(eq(follows.followerId, userId)),
		database.select({ id: sentRequests.userId }).from(sentRequests).where(eq(sentRequests.requesterId, userId)),
		database.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.userId, userId)),
		database.select({ id: blockedBy.blockerId }).from(blockedBy).where(eq(blockedBy.userId, userId)),
		database.select({ id: mutes.mutedId }).from(mutes).where(eq(mutes.userId, userId)),
	]);
	return {
		isAdult: account[0]?.type === "standard",
		following: idsOf(following),
		friends: idsOf(friends),
		requested: idsOf(requested),
		blocked: idsOf([...blocking, ...blockers]),
		muted: idsOf(muted),
	};
}

const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));
