import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import type { Habits } from "./score.ts";

/**
 * What an account does in a day, counted in Redis for as long as two days. Lost with Redis, it costs a score and nothing else: nobody is
 * limited for what is not known.
 */

const DAY_MS = 86_400_000;
const KEPT_S = (2 * DAY_MS) / 1_000;
/** Accounts that did so much since they were looked at that they should be again. */
const DUE = "bots:due";
/** From this many on, and again after each further step, an account is looked at: below it no score can be one to act on. */
const LOOKED_AT = { posted: { from: 30, step: 10 }, shown: { from: 500, step: 100 } } as const;

type Counted = "posted" | "shown" | "engaged";
const keyOf = (userId: string, at: number): string => `habits:${Math.floor(at / DAY_MS)}:${userId}`;

/** Adds to what an account did today. Never throws. */
export async function noteHabit(services: Services, userId: string, what: Counted, by: number): Promise<void> {
	if (by <= 0) return;
	const key = keyOf(userId, services.clock());
	const reached = await services.redis.soft((redis) =>
		redis.pipeline().hincrby(key, what, by).expire(key, KEPT_S).exec<[number, number]>(),
	);
	if (reached === null || what === "engaged") return;
	const { from, step } = LOOKED_AT[what];
	const stepsOf = (total: number) => (total < from ? -1 : Math.floor((total - from) / step));
	if (stepsOf(reached[0]) > stepsOf(reached[0] - by)) await services.redis.soft((redis) => redis.sadd(DUE, userId));
}

/** Notes how many accounts a device of theirs has; the most of the day stands. Never throws. */
export async function noteDeviceAccounts(services: Services, userId: string, accounts: number): Promise<void> {
	const key = keyOf(userId, services.clock());
	await services.redis.soft(async (redis) => {
		const known = Number((await redis.hget(key, "accounts")) ?? 0);
		if (accounts > known) await redis.pipeline().hset(key, { accounts }).expire(key, KEPT_S).exec();
	});
}

/** What an account did on whichever of the last two days (UTC) had more; null while Redis can't be asked. */
export async function readHabits(services: Services, userId: string): Promise<Omit<Habits, "profileParts"> | null> {
	const now = services.clock();
	const days = await services.redis.soft((redis) =>
		redis
			.pipeline()
			.hgetall(keyOf(userId, now))
			.hgetall(keyOf(userId, now - DAY_MS))
			.exec<(Record<string, unknown> | null)[]>(),
	);
	if (days === null) return null;
	const [busier, other] = days
		.map((day) => ({
			posted: countOf(day, "posted"),
			shown: countOf(day, "shown"),
			engaged: countOf(day, "engaged"),
			accounts: countOf(day, "accounts"),
		}))
		.sort((one, two) => two.posted + two.shown - (one.posted + one.shown));
	if (busier === undefined || other === undefined) return null;
	const { accounts, ...counted } = busier;
	return { ...counted, accountsOnDevice: Math.max(1, accounts, other.accounts) };
}

const countOf = (day: Record<string, unknown> | null | undefined, field: string): number => Number(day?.[field] ?? 0);

/** Takes up to so many of the accounts that are to be looked at: whoever takes them looks. */
export const takeDue = async (services: Services, most: number): Promise<string[]> =>
	((await services.redis.soft((redis) => redis.spop<(string | number)[]>(DUE, most))) ?? []).map(String);

/** Has an account looked at again at the next tick. */
export const putBack = (services: Services, userId: string): Promise<unknown> => services.redis.soft((redis) => redis.sadd(DUE, userId));

/** A step of `erased`: what was counted of somebody goes at once, and not with the day. */
export async function forgetHabits(services: Services, userId: string): Promise<void> {
	const now = services.clock();
	await services.redis.soft((redis) =>
		redis
			.pipeline()
			.del(keyOf(userId, now), keyOf(userId, now - DAY_MS))
			.srem(DUE, userId)
			.exec(),
	);
}

/** A step of `acted`, of its account's own: guests have no score. */
export async function noteAct(services: Services, { viewer, kind }: EventMap["acted"]): Promise<void> {
	if (viewer.kind !== "user") return;
	if (kind === "commented") await noteHabit(services, viewer.userId, "posted", 1);
	else if (kind === "liked" || kind === "saved" || kind === "shared") await noteHabit(services, viewer.userId, "engaged", 1);
}

/** A step of `published` and `reposted`. */
export const notePosting = (services: Services, { userId }: { readonly userId: string }): Promise<void> =>
	noteHabit(services, userId, "posted", 1);

/** A step of `followed`. */
export async function noteFollow(services: Services, { userId, kind }: EventMap["followed"]): Promise<void> {
	if (kind === "follow" || kind === "request") await noteHabit(services, userId, "engaged", 1);
}
