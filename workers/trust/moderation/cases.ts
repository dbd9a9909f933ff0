import { createHash } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Evidence, Queue, Reason, Severity, Source, Subject } from "../../../contracts/moderation.ts";
import { moderationDecisions } from "../../../db/schema/moderation.ts";
import { videos } from "../../../db/schema/videos.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

import { keepWords } from "./kept-words.ts";

export interface NewCase {
	readonly subject: Subject;
	readonly queue: Queue;
	readonly reason: Reason;
	readonly severity: Severity;
	readonly source: Source;
	readonly evidence: Evidence;
}

/**
 * Has people look at something. One case is open for each subject and queue: what comes again adds its evidence, and may only raise the
 * severity; told again in the same words it changes nothing. Child safety has one case for each account, which gathers all it did, and
 * what is in it is held from then on.
 * @returns `isNew` when no case was open. @throws when the database can't be reached: nothing was written then
 */
export async function openCase(services: Services, given: NewCase): Promise<{ readonly caseId: string; readonly isNew: boolean }> {
	const { subject, queue, evidence } = given;
	const [appealed, reach] = await Promise.all([appealedDecision(services, evidence), reachOf(services, subject)]);
	const id = services.newId();
	const about: Subject = queue === "child_safety" ? { kind: "profile", id: subject.ownerId, ownerId: subject.ownerId } : subject;
	const isRestricted = queue === "child_safety" || (appealed?.isRestricted ?? false);
	const written = caseStatement({ ...given, id, about, isRestricted, appealed, reach, at: services.clock(), evidenceId: services.newId() });
	const { rows } = await services.db.directory().execute<{ id: string }>(written);
	const caseId = String(rows[0]?.id);
	// Held from now on: what its owner deletes or rewrites next is kept as it stood.
	if (queue === "child_safety") await keepWords(services, caseId, subject);
	return { caseId, isNew: caseId === id };
}

interface Appealed {
	readonly id: string;
	readonly operatorId: string | null;
	readonly isRestricted: boolean;
}

interface Written extends NewCase {
	readonly id: string;
	readonly evidenceId: string;
	/** What the case is about; its evidence may be about something of it. */
	readonly about: Subject;
	readonly isRestricted: boolean;
	readonly appealed: Appealed | null;
	readonly reach: number;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Case, evidence and hold in one statement: none of them without the others. */
function caseStatement({ id, evidenceId, about, subject, isRestricted, appealed, reach, at, ...given }: Written): SQL {
	const now = sql`${new Date(at).toISOString()}::timestamptz(3)`;
	const evidence = JSON.stringify(given.evidence);
	const digest = createHash("sha256").update(`${subject.kind} ${subject.id} ${evidence}`).digest("base64url");
	const held =
		given.queue === "child_safety"
			? sql`, held as (
				insert into legal_holds (id, case_id, subject_kind, subject_id, owner_id, at)
				select ${evidenceId}::bigint, opened.id, ${subject.kind}, ${subject.id}, ${subject.ownerId}::bigint, ${now} from opened
				on conflict (case_id, subject_kind, subject_id) do nothing)`
			: sql``;
	return sql`
		with opened as (
			insert into moderation_cases
				(id, queue, subject_kind, subject_id, owner_id, video_id, reason, severity, source, reach, is_restricted, decision_id, not_by, opened_at, changed_at)
			values (${id}::bigint, ${given.queue}, ${about.kind}, ${about.id}, ${about.ownerId}::bigint, ${about.videoId ?? null}::bigint, ${given.reason},
				${given.severity}::smallint, ${given.source}, ${reach}::bigint, ${isRestricted}::boolean, ${appealed?.id ?? null}::bigint,
				${appealed?.operatorId ?? null}::bigint, ${now}, ${now})
			on conflict (queue, subject_kind, subject_id, coalesce(decision_id, 0)) where state = 'open' do update set
				reason = case when excluded.severity > moderation_cases.severity then excluded.reason else moderation_cases.reason end,
				severity = greatest(excluded.severity, moderation_cases.severity),
				reach = greatest(excluded.reach, moderation_cases.reach),
				changed_at = excluded.changed_at
			returning id
		), told as (
			insert into case_evidence (id, case_id, subject_kind, subject_id, video_id, evidence, digest, at)
			select ${evidenceId}::bigint, opened.id, ${subject.kind}, ${subject.id}, ${subject.videoId ?? null}::bigint, ${evidence}::jsonb, ${digest}, ${now} from opened
			on conflict (case_id, digest) do nothing)${held}
		select id from opened`;
}

async function appealedDecision(services: Services, evidence: Evidence): Promise<Appealed | null> {
	if (evidence.kind !== "appeal") return null;
	const [row] = await services.db
		.directory()
		.select({
			id: moderationDecisions.id,
			operatorId: moderationDecisions.operatorId,
			isRestricted: moderationDecisions.isRestricted,
		})
		.from(moderationDecisions)
		.where(eq(moderationDecisions.id, evidence.decisionId));
	if (row === undefined) throw new Error(`an appeal against no decision: ${evidence.decisionId}`);
	return row;
}

/** How many saw it: a case waits for no count. */
async function reachOf(services: Services, { kind, id, videoId }: Subject): Promise<number> {
	const video = kind === "video" ? id : videoId;
	if (video === undefined) return 0;
	try {
		const [row] = await services.db.video(video).select({ views: videos.viewCount }).from(videos).where(eq(videos.id, video));
		return row?.views ?? 0;
	} catch (error) {
		services.log.warn("case_reach_unknown", { videoId: video, ...errorFields(error) });
		return 0;
	}
}
