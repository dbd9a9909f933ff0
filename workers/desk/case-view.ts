import { and, asc, desc, eq, or } from "drizzle-orm";
import type { CaseDetail } from "../../contracts/desk.ts";
import { DECIDES, DECISIONS, type Decision } from "../../contracts/moderation.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { accountLimits, caseEvidence, caseNotes, moderationDecisions } from "../../db/schema/moderation.ts";
import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import { audit, type CaseRecord, caseFor, isCleared, roleMissing, strikesStanding } from "../trust/index.ts";
import { colleagues } from "./people.ts";
import { presentCase, presentDecisions } from "./present.ts";
import { shownOf } from "./shown.ts";

/** Decisions of one history, newest. */
const HISTORY_MAX = 50;

/**
 * All a reviewer is to know of a case. Messages, videos that are for nobody and what a profile hides may be in it: that it was read is
 * in the audit log before it is answered. @throws `case_not_found`
 */
export async function viewCase(services: Services, operator: Operator, caseId: string): Promise<CaseDetail> {
	const found = await caseFor(services, operator, caseId);
	await audit(services, {
		operatorId: operator.id,
		action: "case.open",
		isRestricted: found.isRestricted,
		target: `case:${found.id}`,
		details: { subject: `${found.subjectKind}:${found.subjectId}`, ownerId: found.ownerId },
	});
	const directory = services.db.directory();
	const ofBoth = or(
		eq(moderationDecisions.ownerId, found.ownerId),
		and(eq(moderationDecisions.subjectKind, found.subjectKind), eq(moderationDecisions.subjectId, found.subjectId)),
	);
	const [evidence, notes, decisions, limits, account, row, shown, strikes] = await Promise.all([
		directory.select().from(caseEvidence).where(eq(caseEvidence.caseId, caseId)).orderBy(asc(caseEvidence.at)),
		directory.select().from(caseNotes).where(eq(caseNotes.caseId, caseId)).orderBy(asc(caseNotes.id)),
		directory
			.select()
			.from(moderationDecisions)
			.where(and(ofBoth, isCleared(operator) ? undefined : eq(moderationDecisions.isRestricted, false)))
			.orderBy(desc(moderationDecisions.id))
			.limit(HISTORY_MAX),
		directory.select().from(accountLimits).where(eq(accountLimits.ownerId, found.ownerId)),
		directory.select({ createdAt: accountUsers.createdAt }).from(accountUsers).where(eq(accountUsers.id, found.ownerId)),
		presentCase(services, found),
		shownOf(services, found),
		strikesStanding(services, found.ownerId, services.clock()),
	]);
	const named = await colleagues(
		services,
		notes.map(({ operatorId }) => operatorId),
	);
	const until = (at: Date | null | undefined): string | null => (at != null && at.getTime() > services.clock() ? at.toISOString() : null);
	return {
		case: row,
		evidence: evidence.map((piece) => ({
			id: piece.id,
			subject: { kind: piece.subjectKind, id: piece.subjectId },
			evidence: piece.evidence,
			at: piece.at.toISOString(),
		})),
		shown,
		notes: notes.map(({ id, operatorId, text, at }) => ({ id, by: named(operatorId), text, at: at.toISOString() })),
		history: await presentDecisions(services, decisions),
		account: {
			createdAt: account[0]?.createdAt.toISOString() ?? null,
			strikes,
			suspendedUntil: until(limits[0]?.suspendedUntil),
			limitedUntil: until(limits[0]?.limitedUntil),
		},
		decisions: DECISIONS.filter((decision) => isOffered(operator, found, decision)),
	};
}

function isOffered(operator: Operator, found: CaseRecord, decision: Decision): boolean {
	if (found.state === "closed" || found.notBy === operator.id) return false;
	if (found.queue === "appeals") return decision === "approve" || decision === "dismiss";
	if (decision === "mute_sound" || decision === "replace_sound") {
		if (found.queue !== "copyright") return false;
	}
	return DECIDES[decision].includes(found.subjectKind) && roleMissing(operator, decision) === null;
}
