import { and, eq, gt, sql } from "drizzle-orm";
import { BOT_LIMITED_ABOVE, BOT_LISTED_FROM, type BotSignal, PERSON_FOR_MS } from "../../../contracts/desk-accounts.ts";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { botScores } from "../../../db/schema/bots.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { accountLimits, moderationDecisions } from "../../../db/schema/moderation.ts";
import { profiles } from "../../../db/schema/users.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { decide } from "../moderation/decide.ts";
import { openBotCase } from "./case.ts";
import { putBack, readHabits, takeDue } from "./habits.ts";
import { botScore } from "./score.ts";

/** Accounts looked at in one tick: each takes a few questions. */
const MOST_AT_ONCE = 50;

/** What the person is told, with how to have somebody look again below it. */
const NOTE =
	"This account posts, watches and reacts as programs do, so its videos are not recommended for now. This was decided by a machine. If you are a person, appeal: somebody will look.";

/** A job of every minute: looks at accounts that did unusually much. @returns how many */
export async function examineDue(services: Services): Promise<number> {
	const due = await takeDue(services, MOST_AT_ONCE);
	for (const userId of due) {
		try {
			await examine(services, userId);
		} catch (error) {
			await putBack(services, userId);
			services.log.error("account_not_examined", { userId, ...errorFields(error) });
		}
	}
	return due.length;
}

/** Scores an account, puts it on the list where it belongs there, and limits its reach where it behaves like a program. */
export async function examine(services: Services, userId: string): Promise<void> {
	const facts = await factsOf(services, userId);
	if (facts === null) return;
	const { score, signals } = botScore(facts.habits);
	if (score < BOT_LISTED_FROM) return;
	const now = new Date(services.clock());
	const personSince = new Date(services.clock() - PERSON_FOR_MS);
	// Whoever was found to be a person stays one for a while; what a person or the machine decided stands.
	const again = sql`case when ${botScores.state} = 'person' and ${botScores.judgedAt} < ${personSince.toISOString()}::timestamptz then 'waiting' else ${botScores.state} end`;
	const [row] = await services.db
		.directory()
		.insert(botScores)
		.values({ userId, score, signals, state: "waiting", scoredAt: now })
		.onConflictDoUpdate({ target: botScores.userId, set: { score, signals, scoredAt: now, state: again } })
		.returning();
	// A badge was given by somebody who knew who it is: they are looked at, and not limited by a machine.
	if (row?.state !== "waiting" || score <= BOT_LIMITED_ABOVE || facts.isVerified) return;
	const decisionId = facts.limit === null ? await limit(services, userId, signals) : facts.limit.byMachine;
	if (decisionId === null) return;
	await services.db.directory().update(botScores).set({ state: "limited", decisionId }).where(eq(botScores.userId, userId));
	services.log.warn("bot_limited", { userId, score });
}

/** What a score is made of; null for who is gone, and while nothing is known. */
async function factsOf(services: Services, userId: string) {
	const [[account], [profile], habits, [limited]] = await Promise.all([
		services.db.directory().select({ emailVerified: accountUsers.emailVerified }).from(accountUsers).where(eq(accountUsers.id, userId)),
		services.db.user(userId).select().from(profiles).where(eq(profiles.userId, userId)),
		readHabits(services, userId),
		services.db
			.directory()
			.select({ decisionId: moderationDecisions.id, operatorId: moderationDecisions.operatorId })
			.from(accountLimits)
			.innerJoin(moderationDecisions, eq(moderationDecisions.id, accountLimits.limitedBy))
			.where(and(eq(accountLimits.ownerId, userId), gt(accountLimits.limitedUntil, new Date(services.clock())))),
	]);
	if (account === undefined || profile === undefined || habits === null) return null;
	const parts = [profile.avatarUrl !== null, profile.bio !== "", profile.displayName !== profile.username, account.emailVerified];
	return {
		habits: { ...habits, profileParts: parts.filter((part) => part).length },
		isVerified: profile.verified,
		// The machine's own, where it broke off before that was written down; what a person decided is theirs.
		limit: limited === undefined ? null : { byMachine: limited.operatorId === null ? limited.decisionId : null },
	};
}

/**
 * Limits an account's reach as any decision does, so that its owner is told why and can appeal.
 * @returns null where somebody is at a case of this account already: they see the evidence, and decide
 */
async function limit(services: Services, userId: string, signals: readonly BotSignal[]): Promise<string | null> {
	const { caseId, isNew } = await openBotCase(services, userId, signals);
	if (!isNew) return null;
	try {
		return (await decide(services, { caseId, operator: null, decision: "shadow_limit", reason: "spam", note: NOTE })).decisionId;
	} catch (error) {
		if (error instanceof ProblemError && (error.code === "case_taken" || error.code === "case_closed")) return null;
		throw error;
	}
}
