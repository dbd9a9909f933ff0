import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Subject } from "../../../contracts/moderation.ts";
import { caseEvidence, moderationDecisions } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import { snapshotOf } from "./holds.ts";

/** Keeps the words of what is about to be removed with its case, so that an appeal can be judged, and granted. Told again it keeps the first. */
export async function keepWords(services: Services, caseId: string, subject: Subject): Promise<void> {
	const snapshot = await snapshotOf(services, subject);
	if (snapshot === null) return;
	const digest = createHash("sha256").update(`kept ${subject.kind} ${subject.id}`).digest("base64url");
	await services.db
		.directory()
		.insert(caseEvidence)
		.values({
			id: services.newId(),
			caseId,
			subjectKind: subject.kind,
			subjectId: subject.id,
			videoId: subject.videoId ?? null,
			evidence: snapshot,
			digest,
			at: new Date(services.clock()),
		})
		.onConflictDoNothing({ target: [caseEvidence.caseId, caseEvidence.digest] });
}

/** The words that a decision removed; null where none were kept. */
export async function wordsKeptBy(
	services: Services,
	decisionId: string,
	subject: Subject,
): Promise<Readonly<Record<string, string>> | null> {
	const [row] = await services.db
		.directory()
		.select({ evidence: caseEvidence.evidence })
		.from(caseEvidence)
		.innerJoin(moderationDecisions, eq(moderationDecisions.caseId, caseEvidence.caseId))
		.where(
			and(
				eq(moderationDecisions.id, decisionId),
				eq(caseEvidence.subjectKind, subject.kind),
				eq(caseEvidence.subjectId, subject.id),
				sql`${caseEvidence.evidence}->>'kind' = 'snapshot'`,
			),
		)
		.orderBy(desc(caseEvidence.at))
		.limit(1);
	return row?.evidence.kind === "snapshot" ? row.evidence.fields : null;
}
