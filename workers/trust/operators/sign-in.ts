import { createHash } from "node:crypto";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { type Me, SESSION_LASTS_MS } from "../../../contracts/operators.ts";
import { operatorUnknown, tooManyOperatorTries } from "../../../contracts/problems/operators.ts";
import { operatorSessions, operators } from "../../../db/schema/moderation.ts";
import { hashPassword, verifyPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import { auditStatement } from "../audit/append.ts";
import { hashOf, newSecret, unseal } from "./secrets.ts";
import { periodOf } from "./totp.ts";

/** Tries at one address in a period; a thousand guesses a day hit one of a million codes every three years, and need the password. */
const TRIES_MAX = 10;
const PERIOD_MS = 15 * 60_000;

export interface Given {
	readonly email: string;
	readonly password: string;
	readonly code: string;
}

/**
 * Signs in by password and a code that was not used before. Who is unknown, invited only or let go is refused in the same words, after
 * the same work.
 * @returns the secret of the session, told once. @throws `operator_unknown`, `rate_limited`
 */
export async function signIn(
	services: Services,
	{ email, password, code }: Given,
): Promise<{ readonly operator: Me; readonly secret: string; readonly expiresAt: Date }> {
	await countTry(services, email);
	const directory = services.db.directory();
	const [row] = await directory
		.select()
		.from(operators)
		.where(and(eq(operators.email, email), isNull(operators.disabledAt)));
	const isPassword = await verifyPassword(row?.password ?? (await nobodysHash()), password);
	if (row?.totpSecret == null || !isPassword) throw operatorUnknown();
	const now = services.clock();
	const period = periodOf(await unseal(services.config.AUTH_SECRET, row.totpSecret), code, now);
	if (period === null) throw operatorUnknown();
	// Of two that send the same code one is let in.
	const taken = await directory
		.update(operators)
		.set({ totpPeriod: period, tries: 0 })
		.where(and(eq(operators.id, row.id), lt(operators.totpPeriod, period)))
		.returning({ id: operators.id });
	if (taken.length === 0) throw operatorUnknown();
	const secret = newSecret("session");
	const expiresAt = new Date(now + SESSION_LASTS_MS);
	const at = new Date(now);
	await directory.batch([
		directory.insert(operatorSessions).values({
			id: services.newId(),
			operatorId: row.id,
			kind: "session",
			tokenHash: hashOf(secret),
			createdAt: at,
			seenAt: at,
			expiresAt,
		}),
		directory.execute(auditStatement(now, { operatorId: row.id, action: "operator.sign_in", target: `operator:${row.id}` })),
	]);
	return { operator: { id: row.id, name: row.name, email: row.email, roles: row.roles }, secret, expiresAt };
}

let unknownHash: Promise<string> | undefined;
/** A hash of nobody's password: comparing with it takes as long as with somebody's. */
const nobodysHash = (): Promise<string> => (unknownHash ??= hashPassword("nobody's password"));

/** Counts a try, of an address nobody has, too. @throws `rate_limited` */
async function countTry(services: Services, email: string): Promise<void> {
	const now = services.clock();
	const since = new Date(now - PERIOD_MS).toISOString();
	const at = new Date(now).toISOString();
	const { rows } = await services.db.directory().execute<{ tries: number; since: string }>(sql`
		update operators set
			tries = case when tries_since > ${since}::timestamptz then tries + 1 else 1 end,
			tries_since = case when tries_since > ${since}::timestamptz then tries_since else ${at}::timestamptz end
		where email = ${email} returning tries, (extract(epoch from tries_since) * 1000)::bigint as since`);
	const [counted] = rows;
	const tries = counted === undefined ? await triesOfUnknown(services, email) : Number(counted.tries);
	if (tries <= TRIES_MAX) return;
	const endsAt = (counted === undefined ? now : Number(counted.since)) + PERIOD_MS;
	services.log.warn("operator_tries_used_up", { tries });
	throw tooManyOperatorTries(Math.max(1, Math.ceil((endsAt - now) / 1_000)));
}

/** Nothing tells whether somebody of an address works here: one that nobody has runs out of tries alike. */
async function triesOfUnknown(services: Services, email: string): Promise<number> {
	const key = `operator-tries:${createHash("sha256").update(email).digest("base64url")}`;
	const counted = await services.redis.soft((redis) =>
		redis.pipeline().set(key, 0, { px: PERIOD_MS, nx: true }).incr(key).exec<[unknown, number]>(),
	);
	return Number(counted?.[1] ?? 0);
}
