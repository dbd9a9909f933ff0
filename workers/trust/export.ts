import { and, asc, eq, gt } from "drizzle-orm";
import { copyrightClaims, copyrightDisputes, copyrightMatches, copyrightReferences } from "../../db/schema/copyright.ts";
import { appeals, reports } from "../../db/schema/reports.ts";
import { type Exported, isoOf, mapped, once, pages } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";
import { ownDecisions, readStanding } from "./appeals/own.ts";
import { withoutPeople } from "./appeals/without-people.ts";

/** Tables of the directory with an id, read on by it. */
type Owned =
	| typeof appeals
	| typeof reports
	| typeof copyrightReferences
	| typeof copyrightClaims
	| typeof copyrightMatches
	| typeof copyrightDisputes;

const owned = <Table extends Owned>({ db }: Services, table: Table, mine: ReturnType<typeof eq>) =>
	pages(
		(after: { readonly id: string } | null, limit) =>
			db
				.directory()
				.select()
				.from(table as Owned)
				.where(and(mine, after === null ? undefined : gt(table.id, after.id)))
				.orderBy(asc(table.id))
				.limit(limit) as unknown as Promise<Table["$inferSelect"][]>,
	);

/** What was decided about somebody's own things, what they appealed against, and what they reported. Who reported them is not theirs to know. */
export const exportJudged = (services: Services, userId: string): Exported => ({
	files: {
		standing: once(async () => [await readStanding(services, { userId })]),
		decisions: decisionsOf(services, userId),
		appeals: mapped(owned(services, appeals, eq(appeals.userId, userId)), (rows) =>
			rows.map(({ id, decisionId, text, state, outcome, createdAt, decidedAt }) => ({
				id,
				decisionId,
				text,
				state,
				outcome: outcome === null ? null : withoutPeople(outcome),
				createdAt: createdAt.toISOString(),
				decidedAt: isoOf(decidedAt),
			})),
		),
		reports: mapped(owned(services, reports, eq(reports.reporterId, userId)), (rows) =>
			rows.map(({ id, subjectKind, label, reason, note, state, createdAt, decidedAt }) => ({
				id,
				about: subjectKind,
				label,
				reason,
				note,
				state,
				createdAt: createdAt.toISOString(),
				decidedAt: isoOf(decidedAt),
			})),
		),
	},
});

async function* decisionsOf(services: Services, userId: string) {
	for (let cursor: string | undefined; ; ) {
		const page: Awaited<ReturnType<typeof ownDecisions>> = await ownDecisions(services, { userId }, { limit: 100, cursor });
		yield page.decisions.map(({ id, kind, videoId, decision, reason, statement, at, until, state }) => ({
			id,
			about: kind,
			videoId,
			decision,
			reason,
			facts: statement.facts,
			ground: statement.ground,
			explanation: statement.explanation,
			at,
			until,
			state,
		}));
		if (page.nextCursor === null) return;
		cursor = page.nextCursor;
	}
}

/** What is known to be somebody's work, what they claimed, what was found in their uploads, and what they said to that. */
export const exportCopyright = (services: Services, userId: string): Exported => ({
	files: {
		copyright_references: mapped(owned(services, copyrightReferences, eq(copyrightReferences.ownerId, userId)), (rows) =>
			rows.map(({ id, kind, title, artist, policy, createdAt }) => ({
				id,
				kind,
				title,
				artist,
				policy,
				createdAt: createdAt.toISOString(),
			})),
		),
		copyright_claims: mapped(owned(services, copyrightClaims, eq(copyrightClaims.userId, userId)), (rows) =>
			rows.map(({ id, videoId, holder, name, title, artist, policy, statement, links, state, createdAt, decidedAt }) => ({
				id,
				videoId,
				holder,
				name,
				title,
				artist,
				policy,
				statement,
				links,
				state,
				createdAt: createdAt.toISOString(),
				decidedAt: isoOf(decidedAt),
			})),
		),
		copyright_matches: mapped(owned(services, copyrightMatches, eq(copyrightMatches.userId, userId)), (rows) =>
			rows.map(({ id, videoId, what, fromMs, toMs, action, createdAt }) => ({
				id,
				videoId,
				what,
				fromMs,
				toMs,
				action,
				createdAt: createdAt.toISOString(),
			})),
		),
		copyright_disputes: mapped(owned(services, copyrightDisputes, eq(copyrightDisputes.userId, userId)), (rows) =>
			rows.map(({ id, matchId, videoId, ground, statement, state, createdAt, decidedAt }) => ({
				id,
				matchId,
				videoId,
				ground,
				statement,
				state,
				createdAt: createdAt.toISOString(),
				decidedAt: isoOf(decidedAt),
			})),
		),
	},
});
