import { and, desc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import type * as contract from "../../../contracts/appeals.ts";
import type { Appeal, OwnDecision, Standing } from "../../../contracts/appeals.ts";
import type { AnswerOf, QueryOf } from "../../../contracts/endpoint.ts";
import { ADVERSE } from "../../../contracts/moderation.ts";
import { accountLimits, moderationDecisions, strikes } from "../../../db/schema/moderation.ts";
import { appeals } from "../../../db/schema/reports.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { snowflakeTime } from "../../platform/snowflake.ts";
import { isForGood } from "../moderation/ladder.ts";
import { labelsOf } from "./labels.ts";
import { type Decided, statementOf } from "./statement.ts";
import { appealEnd } from "./time.ts";
import { withoutPeople } from "./without-people.ts";

export type DecisionRow = typeof moderationDecisions.$inferSelect;
export type AppealRow = typeof appeals.$inferSelect;

/** Whose standing is asked for. */
interface Owner {
	readonly userId: string;
}

const isAhead = (at: Date | null, now: number): at is Date => at !== null && at.getTime() > now;

/** How somebody's account stands: strikes that count, and what it may not do. */
export async function readStanding(services: Services, { userId }: Owner): Promise<Standing> {
	const now = services.clock();
	const database = services.db.directory();
	const [limits, counting] = await Promise.all([
		database.select().from(accountLimits).where(eq(accountLimits.ownerId, userId)),
		database
			.select()
			.from(strikes)
			.where(and(eq(strikes.ownerId, userId), isNull(strikes.takenBackAt), gt(strikes.expiresAt, new Date(now))))
			.orderBy(desc(strikes.at)),
	]);
	const { suspendedUntil = null, limitedUntil = null, childSince = null } = limits[0] ?? {};
	const [isSuspended, isLimited] = [isAhead(suspendedUntil, now), isAhead(limitedUntil, now)];
	return {
		state: stateOfAccount(childSince !== null, isSuspended, isLimited, counting.length > 0),
		suspendedUntil: isSuspended ? (endOf(suspendedUntil)?.toISOString() ?? null) : null,
		limitedUntil: isLimited ? (endOf(limitedUntil)?.toISOString() ?? null) : null,
		strikes: counting.map(({ decisionId, reason, at, expiresAt }) => ({
			decisionId,
			reason,
			at: at.toISOString(),
			expiresAt: expiresAt.toISOString(),
		})),
	};
}

function stateOfAccount(isChild: boolean, isSuspended: boolean, isLimited: boolean, isWarned: boolean): Standing["state"] {
	if (isChild) return "closed";
	if (isSuspended) return "suspended";
	if (isLimited) return "limited";
	return isWarned ? "warned" : "good";
}

/** Decisions about what is somebody's own, newest first. */
export async function ownDecisions(
	services: Services,
	{ userId }: Owner,
	{ videoId, ...query }: QueryOf<typeof contract.listDecisions>,
): Promise<AnswerOf<typeof contract.listDecisions>> {
	const database = services.db.directory();
	const read = (after: { readonly id: string } | null, limit: number) =>
		database
			.select()
			.from(moderationDecisions)
			.where(
				and(
					eq(moderationDecisions.ownerId, userId),
					inArray(moderationDecisions.decision, [...ADVERSE]),
					videoId === undefined ? undefined : ofVideo(videoId),
					after === null ? undefined : lt(moderationDecisions.id, after.id),
				),
			)
			.orderBy(desc(moderationDecisions.id))
			.limit(limit);
	const { items, nextCursor } = await listPage(
		{
			skeleton: peeking(read, ({ id }: DecisionRow) => ({ id })),
			hydrate: async (rows: readonly DecisionRow[]) => {
				const [own, labels] = await Promise.all([
					database
						.select()
						.from(appeals)
						.where(
							and(
								eq(appeals.userId, userId),
								inArray(
									appeals.decisionId,
									rows.map(({ id }) => id),
								),
							),
						),
					labelsOf(services, rows),
				]);
				return { own, labels };
			},
			rule: () => true,
			present: (rows: readonly DecisionRow[], { own, labels }) =>
				rows.map((row) =>
					presentDecision(
						row,
						labels.get(row.id) ?? "",
						own.find(({ decisionId }) => decisionId === row.id),
						services.clock(),
					),
				),
		},
		idCursor,
		query,
	);
	return { decisions: items, nextCursor };
}

/** About a video, or what stands under it. */
const ofVideo = (videoId: string) =>
	or(
		eq(moderationDecisions.videoId, videoId),
		and(eq(moderationDecisions.subjectKind, "video"), eq(moderationDecisions.subjectId, videoId)),
	);

/** One of them; null when there is none. */
export async function ownDecision(services: Services, { userId }: Owner, decisionId: string): Promise<OwnDecision | null> {
	const database = services.db.directory();
	const [[row], [appeal]] = await Promise.all([
		database
			.select()
			.from(moderationDecisions)
			.where(and(eq(moderationDecisions.id, decisionId), eq(moderationDecisions.ownerId, userId))),
		database
			.select()
			.from(appeals)
			.where(and(eq(appeals.decisionId, decisionId), eq(appeals.userId, userId))),
	]);
	if (row === undefined) return null;
	return presentDecision(row, (await labelsOf(services, [row])).get(row.id) ?? "", appeal, services.clock());
}

function presentDecision(row: DecisionRow, label: string, appeal: AppealRow | undefined, now: number): OwnDecision {
	const end = row.overturnedAt === null && appeal === undefined ? appealEnd(row.at) : null;
	return {
		id: row.id,
		kind: row.subjectKind,
		videoId: row.subjectKind === "video" ? row.subjectId : row.videoId,
		label,
		decision: row.decision,
		reason: row.reason,
		at: row.at.toISOString(),
		until: endOf(row.until)?.toISOString() ?? null,
		state: stateOf(row, now),
		statement: statementOf(decidedOf(row)),
		appeal: appeal === undefined ? null : presentAppeal(appeal),
		appealUntil: isAhead(end, now) ? end.toISOString() : null,
	};
}

function stateOf({ overturnedAt, until }: DecisionRow, now: number): OwnDecision["state"] {
	if (overturnedAt !== null) return "undone";
	return until !== null && until.getTime() <= now ? "over" : "in_force";
}

/** When something ends by itself; null for what is for good. */
const endOf = (until: Date | null): Date | null => (until !== null && isForGood(until) ? null : until);

/** What a decision's statement of reasons is made of. */
export const decidedOf = (row: DecisionRow): Decided => ({ ...row, until: endOf(row.until), postedAt: postedAt(row) });

/** Ids say when what they name was made. When a message was written its conversation alone knows; the decision about it came later. */
function postedAt({ subjectKind, subjectId, ownerId, at }: Pick<DecisionRow, "subjectKind" | "subjectId" | "ownerId" | "at">): Date {
	if (subjectKind === "message" || subjectKind === "conversation") return at;
	return new Date(snowflakeTime(subjectKind === "profile" ? ownerId : subjectId));
}

export const presentAppeal = ({ id, state, text, createdAt, decidedAt, outcome }: AppealRow): Appeal => ({
	id,
	state,
	text,
	createdAt: createdAt.toISOString(),
	decidedAt: decidedAt?.toISOString() ?? null,
	outcome: outcome === null ? null : withoutPeople(outcome),
});
