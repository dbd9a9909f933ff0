import { and, count, desc, eq, inArray } from "drizzle-orm";
import {
	BOT_STATES,
	type DeskAccount,
	GRANTING,
	type listBots as listing,
	type verifyAccount as verifying,
} from "../../contracts/desk-accounts.ts";
import type { AnswerOf, BodyOf, QueryOf } from "../../contracts/endpoint.ts";
import { fieldInvalid } from "../../contracts/problems/gateway.ts";
import { userNotFound } from "../../contracts/problems/social.ts";
import { botScores } from "../../db/schema/bots.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { accountLimits } from "../../db/schema/moderation.ts";
import { profiles } from "../../db/schema/users.ts";
import { invalidateUser } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { tierOf } from "../quotas/index.ts";
import type { Operator } from "../rules/operator.ts";
import { audit, strikesStanding } from "../trust/index.ts";
import { colleagues } from "./people.ts";

/** Accounts of these numbers as the desk shows them, hidden ones too; who has none, or no profile yet, is left out. */
async function deskAccounts(services: Services, ids: readonly string[]): Promise<DeskAccount[]> {
	if (ids.length === 0) return [];
	const directory = services.db.directory();
	const now = services.clock();
	const [people, limits, scores, strikes] = await Promise.all([
		Promise.all(
			[...services.db.byUser([...ids])].map(([database, some]) => database.select().from(profiles).where(inArray(profiles.userId, some))),
		),
		directory
			.select()
			.from(accountLimits)
			.where(inArray(accountLimits.ownerId, [...ids])),
		directory
			.select()
			.from(botScores)
			.where(inArray(botScores.userId, [...ids])),
		Promise.all(ids.map(async (id) => [id, await strikesStanding(services, id, now)] as const)),
	]);
	const named = await colleagues(
		services,
		scores.map(({ judgedBy }) => judgedBy),
	);
	const profileOf = new Map(people.flat().map((row) => [row.userId, row]));
	const limitsOf = new Map(limits.map((row) => [row.ownerId, row]));
	const scoreOf = new Map(scores.map((row) => [row.userId, row]));
	const strikesOf = new Map(strikes);
	const until = (at: Date | null | undefined): string | null => (at != null && at.getTime() > now ? at.toISOString() : null);
	return ids.flatMap((id): DeskAccount[] => {
		const profile = profileOf.get(id);
		const bot = scoreOf.get(id);
		if (profile === undefined) return [];
		return [
			{
				id,
				username: profile.username,
				displayName: profile.displayName,
				verified: profile.verified,
				tier: tierOf({ verified: profile.verified, followers: profile.followersCount }),
				createdAt: profile.createdAt.toISOString(),
				followers: profile.followersCount,
				videos: profile.videosCount,
				strikes: strikesOf.get(id) ?? 0,
				suspendedUntil: until(limitsOf.get(id)?.suspendedUntil),
				limitedUntil: until(limitsOf.get(id)?.limitedUntil),
				bot:
					bot === undefined
						? null
						: {
								score: bot.score,
								signals: [...bot.signals],
								state: bot.state,
								scoredAt: bot.scoredAt.toISOString(),
								judgedBy: bot.judgedBy === null ? null : named(bot.judgedBy),
								judgedAt: bot.judgedAt?.toISOString() ?? null,
								note: bot.note,
							},
			},
		];
	});
}

/** @throws `user_not_found` */
export async function deskAccountOf(services: Services, userId: string): Promise<DeskAccount> {
	const [account] = await deskAccounts(services, [userId]);
	if (account === undefined) throw userNotFound();
	return account;
}

/** An account by number or user name. That it was looked at is in the audit log before it is answered. @throws `user_not_found` */
export async function openAccount(services: Services, operator: Operator, given: string): Promise<DeskAccount> {
	const name = given.trim().replace(/^@/, "").toLowerCase();
	const match = /^\d{1,19}$/.test(name) ? eq(accountUsers.id, name) : eq(accountUsers.username, name);
	const [row] = await services.db.directory().select({ id: accountUsers.id }).from(accountUsers).where(match);
	if (row === undefined) throw userNotFound();
	await audit(services, { operatorId: operator.id, action: "account.open", target: `account:${row.id}` });
	return deskAccountOf(services, row.id);
}

/** Accounts that behave like programs, in one state, the likest first. */
export async function botPage(services: Services, { state, limit }: QueryOf<typeof listing>): Promise<AnswerOf<typeof listing>> {
	const directory = services.db.directory();
	const [rows, counted] = await Promise.all([
		directory
			.select({ userId: botScores.userId })
			.from(botScores)
			.where(eq(botScores.state, state))
			.orderBy(desc(botScores.score), desc(botScores.userId))
			.limit(limit),
		directory.select({ state: botScores.state, number: count() }).from(botScores).groupBy(botScores.state),
	]);
	const counts = Object.fromEntries(BOT_STATES.map((one) => [one, counted.find((row) => row.state === one)?.number ?? 0]));
	return {
		accounts: await deskAccounts(
			services,
			rows.map(({ userId }) => userId),
		),
		counts: counts as Record<(typeof BOT_STATES)[number], number>,
	};
}

/**
 * Marks an account as proven to be whose it says, or takes that back. The line of the audit log comes first: a mark without one is worse
 * than a line that tells of what was tried. @throws `user_not_found`, `invalid_fields` for a reason of the other kind
 */
export async function verify(
	services: Services,
	operator: Operator,
	userId: string,
	{ verified, reason }: BodyOf<typeof verifying>,
): Promise<DeskAccount> {
	if (reason in GRANTING !== verified) {
		throw fieldInvalid("body.reason", verified ? "Say how it was proven." : "Say why it is taken back.");
	}
	const before = await deskAccountOf(services, userId);
	if (before.verified === verified) return before;
	await audit(services, { operatorId: operator.id, action: "account.verify", target: `account:${userId}`, details: { verified, reason } });
	await services.db
		.user(userId)
		.update(profiles)
		.set({ verified })
		.where(and(eq(profiles.userId, userId), eq(profiles.verified, !verified)));
	await invalidateUser(services, userId);
	return deskAccountOf(services, userId);
}
