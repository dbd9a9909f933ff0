import { and, eq, isNull, sql } from "drizzle-orm";
import type { judgeBot as endpoint } from "../../../contracts/desk-accounts.ts";
import type { BodyOf } from "../../../contracts/endpoint.ts";
import { decisionUnfit } from "../../../contracts/problems/moderation.ts";
import { botScores } from "../../../db/schema/bots.ts";
import { accountLimits, moderationDecisions } from "../../../db/schema/moderation.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { auditStatement } from "../audit/append.ts";
import { decide } from "../moderation/decide.ts";
import { openBotCase } from "./case.ts";

type Verdict = BodyOf<typeof endpoint>;
type BotRow = typeof botScores.$inferSelect;

/**
 * What a person says of an account that was scored: a person has their reach back at once and is left alone for ninety days, a program is
 * limited as by any decision. @throws `decision_unfit` for an account without a score, or with a case that has to be decided
 */
export async function judgeBot(services: Services, operator: Operator, userId: string, { verdict, note }: Verdict): Promise<void> {
	const [row] = await services.db.directory().select().from(botScores).where(eq(botScores.userId, userId));
	if (row === undefined) throw decisionUnfit("This account has no score. Open a case about what it did instead.");
	const decisionId = verdict === "bot" ? (row.decisionId ?? (await limitByHand(services, operator, row, note))) : row.decisionId;
	const now = services.clock();
	const directory = services.db.directory();
	const lifts = verdict === "person" ? decisionId : null;
	await directory.batch([
		directory
			.update(botScores)
			.set({
				state: verdict,
				note,
				judgedBy: operator.id,
				judgedAt: new Date(now),
				decisionId: verdict === "person" ? null : decisionId,
			})
			.where(eq(botScores.userId, userId)),
		directory
			.update(moderationDecisions)
			.set({ overturnedAt: new Date(now) })
			.where(and(sql`${moderationDecisions.id} = ${lifts}::bigint`, isNull(moderationDecisions.overturnedAt))),
		// Over, and not gone: whoever carries out limits that are over sees it, however this breaks off.
		directory
			.update(accountLimits)
			.set({ limitedUntil: new Date(now) })
			.where(and(eq(accountLimits.ownerId, userId), sql`${accountLimits.limitedBy} = ${lifts}::bigint`)),
		directory.execute(
			auditStatement(now, {
				operatorId: operator.id,
				action: "bot.judge",
				target: `account:${userId}`,
				details: { verdict, score: row.score, decisionId },
			}),
		),
	]);
	if (lifts !== null) await emit(services, "limitEnded", { userId });
}

async function limitByHand(services: Services, operator: Operator, { userId, signals }: BotRow, note: string): Promise<string> {
	const { caseId, isNew } = await openBotCase(services, userId, signals);
	if (!isNew) throw decisionUnfit("A case about this account is open already. The score is among its evidence: decide it there.");
	return (await decide(services, { caseId, operator, decision: "shadow_limit", reason: "spam", note })).decisionId;
}

/** A step of `decided`: whose limit was taken back on appeal is a person to the machine, too. */
export async function settleBotScore(services: Services, { decision, appealOf, operatorId, note }: EventMap["decided"]): Promise<void> {
	if (decision !== "approve" || appealOf === null) return;
	await services.db
		.directory()
		.update(botScores)
		.set({ state: "person", judgedBy: operatorId, judgedAt: new Date(services.clock()), note, decisionId: null })
		.where(eq(botScores.decisionId, appealOf));
}

/** A step of `erased`. */
export async function eraseBotScoreOf(services: Services, userId: string): Promise<void> {
	await services.db.directory().delete(botScores).where(eq(botScores.userId, userId));
}
