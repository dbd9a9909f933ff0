import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { CREATOR_FOLLOWERS, DAILY_LIMITS, type LimitedAct, type Tier, UPLOADS_RETURNED_A_DAY } from "../../contracts/limits.ts";
import { dailyLimit } from "../../contracts/problems/limits.ts";
import { profiles } from "../../db/schema/users.ts";
import { perIsolate } from "../platform/isolate.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { noteQuota } from "../platform/told-quotas.ts";
import { type GuestViewer, viewerKey } from "../rules/viewer.ts";
import { secondsLeftOfDay } from "./spent.ts";

const DAY_S = 86_400;

/** What a user's session object can be asked about their day. */
export interface AllowancesRpc extends Rpc.DurableObjectBranded {
	/** Counts something new against the user's day. @returns how many are counted by now; null when `limit` is used up */
	spend(act: LimitedAct, subject: string, limit: number): number | null;
	/** @returns false when `most` were given back today */
	giveBack(act: LimitedAct, subject: string, most: number): boolean;
}

/**
 * Counts something new against the user's day: limits by tier (docs/product.md#limits-a-day). To be called before it is done.
 * @param who a user's id, or a guest
 * @param subject what it is done to: the same once more is not counted again
 * @param isDone asked before a refusal: what is done already costs nothing, also when it was done on another day
 * @param most a limit of this user's own, below that of their tier
 * @throws `daily_limit`; never because the count can't be reached: a limit is no reason for an outage
 */
export async function spendAllowance(
	services: Services,
	who: string | GuestViewer,
	act: LimitedAct,
	subject: string,
	isDone: () => Promise<boolean>,
	most = Number.POSITIVE_INFINITY,
): Promise<void> {
	const limit = await exceeded(services, who, act, subject, most);
	if (limit === null || (await isDone())) return;
	services.log.warn("daily_limit", { userId: idOf(who), act, limit });
	throw dailyLimit(act, limit, secondsLeftOfDay(services.clock()));
}

/**
 * Gives back what `spendAllowance` took for something that came to nothing; for uploads, which may be given up at will, at most
 * `UPLOADS_RETURNED_A_DAY` times a day. Never throws: at worst it counts until midnight.
 */
export async function returnAllowance(services: Services, userId: string, act: LimitedAct, subject: string): Promise<void> {
	try {
		const most = act === "upload" ? UPLOADS_RETURNED_A_DAY * services.config.DAILY_LIMIT_FACTOR : Number.MAX_SAFE_INTEGER;
		if (!(await objectOf(services, userId).giveBack(act, subject, most))) services.log.warn("allowance_kept", { userId, act, most });
	} catch (error) {
		services.log.warn("allowance_not_returned", { userId, act, ...errorFields(error) });
	}
}

/** The user's own session object: it takes one call at a time, so that no race overruns a limit. */
const objectOf = ({ objects }: Services, who: string | GuestViewer) =>
	objects.session<AllowancesRpc>(typeof who === "string" ? `user:${who}` : viewerKey(who));
const idOf = (who: string | GuestViewer): string | undefined => (typeof who === "string" ? who : undefined);

/**
 * The limit that is used up; null while there is some left, which the answer tells. Who stays below the least limit is not asked for a tier
 * anew: for what is told, one that was read lately is good enough.
 */
async function exceeded(
	services: Services,
	who: string | GuestViewer,
	act: LimitedAct,
	subject: string,
	most: number,
): Promise<number | null> {
	const limitOf = (tier: Tier): number => Math.min(most, DAILY_LIMITS[act][tier]) * services.config.DAILY_LIMIT_FACTOR;
	const tell = (used: number, limit: number): void =>
		noteQuota({
			policy: `${act}-day`,
			most: limit,
			windowSeconds: DAY_S,
			left: limit - used,
			resetSeconds: secondsLeftOfDay(services.clock()),
		});
	try {
		const object = objectOf(services, who);
		const [used, told] = await Promise.all([object.spend(act, subject, limitOf("free")), toldTier(services, who)]);
		if (used !== null) {
			if (told !== null) tell(used, limitOf(told));
			return null;
		}
		const limit = limitOf(typeof who === "string" ? await readTier(services, who) : "free");
		const usedOfMore = await object.spend(act, subject, limit);
		if (usedOfMore === null) return limit;
		tell(usedOfMore, limit);
		return null;
	} catch (error) {
		services.log.warn("allowance_unknown", { userId: idOf(who), act, ...errorFields(error) });
		return null;
	}
}

/** A tier is told for so long before it is read again, milliseconds. */
const TOLD_FOR_MS = 300_000;
const tiers = perIsolate((services) => new LRUCache<string, Tier>({ max: 20_000, ttl: TOLD_FOR_MS, perf: { now: services.clock } }));

/** The tier to be told; null while it can't be read: then nothing is told. */
async function toldTier(services: Services, who: string | GuestViewer): Promise<Tier | null> {
	if (typeof who !== "string") return "free";
	const held = tiers(services).get(who);
	if (held !== undefined) return held;
	try {
		return await readTier(services, who);
	} catch (error) {
		services.log.warn("allowance_unknown", { userId: who, act: "tier", ...errorFields(error) });
		return null;
	}
}

async function readTier(services: Services, userId: string): Promise<Tier> {
	const [profile] = await services.db
		.user(userId)
		.select({ verified: profiles.verified, followers: profiles.followersCount })
		.from(profiles)
		.where(eq(profiles.userId, userId));
	const tier = profile === undefined ? "free" : tierOf(profile);
	tiers(services).set(userId, tier);
	return tier;
}

/** Which limits a day an account has. */
export function tierOf({ verified, followers }: { readonly verified: boolean; readonly followers: number }): Tier {
	if (followers >= CREATOR_FOLLOWERS) return "creator";
	return verified ? "verified" : "free";
}
