import { createHash } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { SIGN_IN_PERIOD_S, SIGN_IN_TRIES } from "../../contracts/limits.ts";
import { tooManyTriesUnderName } from "../../contracts/problems/limits.ts";
import { accountSessions, accountUsers } from "../../db/schema/directory.ts";
import { addressKey } from "../gateway/index.ts";
import type { Services } from "../platform/services.ts";
import { noteQuota } from "../platform/told-quotas.ts";

/** Two thousand a day guess nothing but the commonest passwords, and those are refused. */
const TRIES_MAX = SIGN_IN_TRIES;
const PERIOD_S = SIGN_IN_PERIOD_S;

export interface Tries {
	/** The try was good, or came to nothing: it is not counted. Never throws. */
	forget(): Promise<void>;
}

/**
 * Counts a try to sign in to an account, beside the limit of its network address (`limits.ts`): many addresses together get no
 * more tries than one. Who is signed in from the same network already has tries of their own there, so that a stranger who
 * uses up an account's tries doesn't shut its owner out; and all ends with the period. A name that nobody has is counted
 * and refused in the same way, after as many look-ups: nothing tells whether there is such an account. While Redis is away
 * only addresses are limited.
 * @throws `rate_limited`, before any password is compared
 */
export async function countTry(services: Services, name: string, headers: Headers): Promise<Tries> {
	const address = addressKey(headers);
	const { account, isKnownHere } = await look(services, name, address);
	const key = keyOf(isKnownHere ? `${account}@${address}` : account);
	const [tries = 0, secondsLeft = PERIOD_S] =
		(
			await services.redis.soft((redis) =>
				redis.pipeline().set(key, 0, { ex: PERIOD_S, nx: true }).incr(key).ttl(key).exec<[unknown, number, number]>(),
			)
		)
			?.slice(1)
			.map(Number) ?? [];
	if (tries > TRIES_MAX) {
		services.log.warn("sign_in_tries_used_up", { tries, isKnownHere });
		throw tooManyTriesUnderName(secondsLeft);
	}
	const tell = (used: number) =>
		noteQuota({
			policy: "sign-in",
			most: TRIES_MAX,
			windowSeconds: PERIOD_S,
			left: TRIES_MAX - used,
			resetSeconds: Math.max(1, secondsLeft),
		});
	if (tries > 0) tell(tries);
	// The period may have ended since: a number without an end would count tries for ever.
	const takeBack = () => services.redis.soft((redis) => redis.pipeline().set(key, 0, { ex: PERIOD_S, nx: true }).decr(key).exec());
	return {
		forget: async () => {
			if (tries > 0) tell(tries - 1);
			await takeBack();
		},
	};
}

/** Redis holds no names and no addresses: only their hash. */
const keyOf = (what: string): string => `tries:${createHash("sha256").update(what).digest("base64url")}`;

/** What is tried: the account's id, so that its name and its mail are one; else the name itself. And whether it is in use from this network. */
async function look(services: Services, given: string, address: string): Promise<{ account: string; isKnownHere: boolean }> {
	const directory = services.db.directory();
	const name = given.toLowerCase().replace(/^@/, "");
	const match = name.includes("@") ? eq(accountUsers.email, name) : eq(accountUsers.username, name);
	const [found] = await directory.select({ id: accountUsers.id }).from(accountUsers).where(match);
	const sessions = await directory
		.select({ ipAddress: accountSessions.ipAddress })
		.from(accountSessions)
		.where(and(eq(accountSessions.userId, found?.id ?? "0"), gt(accountSessions.expiresAt, new Date(services.clock()))));
	const isKnownHere = sessions.some(({ ipAddress }) => ipAddress !== null && ipAddress !== "" && keyOfAddress(ipAddress) === address);
	return { account: found === undefined ? `name:${name}` : `account:${found.id}`, isKnownHere };
}

const keyOfAddress = (address: string): string => addressKey(new Headers({ "cf-connecting-ip": address }));
