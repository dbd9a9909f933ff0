import { tooManyMails } from "../../contracts/problems/limits.ts";
import type { Services } from "../platform/services.ts";

const HOUR_S = 3_600;

/** Mails of one kind that an account has sent in an hour. */
export const MAILS_PER_HOUR = 5;

/**
 * Counts one more of a thing within the hour that began with the first. While Redis is away nothing is counted: the limits of the
 * network address hold all the same.
 * @returns false when there were `limit` already
 */
export async function onceMoreThisHour(services: Services, what: string, limit: number): Promise<boolean> {
	const key = `hourly:${what}`;
	const counted = await services.redis.soft((redis) =>
		redis.multi().set(key, 0, { ex: HOUR_S, nx: true }).incr(key).exec<[string | null, number]>(),
	);
	return counted === null || counted[1] <= limit;
}

/** @throws `rate_limited` when the account had its mails of this hour */
export async function spendMail(services: Services, userId: string, kind: string): Promise<void> {
	if (await onceMoreThisHour(services, `${kind}:${userId}`, MAILS_PER_HOUR)) return;
	throw tooManyMails(MAILS_PER_HOUR, HOUR_S);
}
