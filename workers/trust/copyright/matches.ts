import { and, desc, eq, inArray } from "drizzle-orm";
import type { OwnMatch } from "../../../contracts/copyright.ts";
import type { DISPUTE_GROUNDS, MatchAction } from "../../../contracts/copyright-policy.ts";
import { cannotDispute } from "../../../contracts/problems/copyright.ts";
import { copyrightDisputes, copyrightMatches } from "../../../db/schema/copyright.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";
import { referencesOf } from "./references.ts";

type MatchRow = typeof copyrightMatches.$inferSelect;

/** What was found in the newest generation of a video in which something was found. */
export async function matchRows(services: Services, videoId: string): Promise<MatchRow[]> {
	const rows = await services.db
		.directory()
		.select()
		.from(copyrightMatches)
		.where(eq(copyrightMatches.videoId, videoId))
		.orderBy(desc(copyrightMatches.generation), copyrightMatches.fromMs);
	return rows.filter(({ generation }) => generation === rows[0]?.generation);
}

/** The same as its creator is shown it. */
export async function ownMatches(services: Services, videoId: string): Promise<OwnMatch[]> {
	const rows = await matchRows(services, videoId);
	const [references, disputes] = await Promise.all([
		referencesOf(
			services,
			rows.map(({ referenceId }) => referenceId),
		),
		services.db.directory().select().from(copyrightDisputes).where(eq(copyrightDisputes.videoId, videoId)),
	]);
	return rows.map(({ id, what, fromMs, toMs, trackFromMs, action, referenceId }) => {
		const reference = references.get(referenceId);
		const dispute = disputes.find(({ matchId }) => matchId === id);
		return {
			id,
			what,
			title: reference?.title ?? "",
			artist: reference?.artist ?? "",
			fromMs,
			toMs,
			trackFromMs,
			action,
			soundId: reference === undefined ? null : reference.id,
			dispute:
				dispute === undefined
					? null
					: { state: dispute.state, ground: dispute.ground, statement: dispute.statement, createdAt: dispute.createdAt.toISOString() },
		};
	});
}

/** What was done that a creator may object to. */
export const DISPUTABLE: ReadonlySet<MatchAction> = new Set(["blocked", "muted", "replaced", "held"]);

interface NewDispute {
	readonly videoId: string;
	readonly userId: string;
	readonly matchId: string;
	readonly ground: (typeof DISPUTE_GROUNDS)[number];
	readonly statement: string;
}

/**
 * A creator objects to a match: people who know copyright look at it.
 * @throws ProblemError copyright_unfit where there is nothing to object to, or it was objected to before
 */
export async function disputeMatch(services: Services, { videoId, userId, matchId, ground, statement }: NewDispute): Promise<string> {
	const match = (await matchRows(services, videoId)).find(({ id }) => id === matchId);
	if (match === undefined || !DISPUTABLE.has(match.action)) throw cannotDispute();
	const id = services.newId();
	const written = await services.db
		.directory()
		.insert(copyrightDisputes)
		.values({ id, matchId, videoId, userId, ground, statement, createdAt: new Date(services.clock()) })
		.onConflictDoNothing()
		.returning({ id: copyrightDisputes.id });
	if (written.length === 0) throw cannotDispute();
	const subject = { kind: "video", id: videoId, ownerId: userId, videoId } as const;
	const about = { subject, queue: "copyright", reason: "intellectual_property", severity: 2, source: "claim" } as const;
	const reference = (await referencesOf(services, [match.referenceId])).get(match.referenceId);
	await openCase(services, { ...about, evidence: { kind: "snapshot", fields: { dispute: ground, statement } } });
	if (match.what === "sound")
		await openCase(services, {
			...about,
			evidence: {
				kind: "match",
				trackId: match.referenceId,
				title: reference?.title ?? "",
				artist: reference?.artist ?? "",
				fromMs: match.fromMs,
				toMs: match.toMs,
				trackFromMs: match.trackFromMs,
				bitErrorRate: match.bitErrorRate,
			},
		});
	return id;
}

/** A reviewer decided about a video in the copyright queue: what its creator objected to is settled by that. */
export async function settleDisputes(services: Services, { subject, queue, decision }: EventMap["decided"]): Promise<void> {
	if (queue !== "copyright" || subject.kind !== "video" || decision === "escalate") return;
	const database = services.db.directory();
	const upheld = decision === "approve";
	await database
		.update(copyrightDisputes)
		.set({ state: upheld ? "upheld" : "rejected", decidedAt: new Date(services.clock()) })
		.where(and(eq(copyrightDisputes.videoId, subject.id), eq(copyrightDisputes.state, "waiting")));
	if (upheld)
		await database
			.update(copyrightMatches)
			.set({ action: "licensed" })
			.where(and(eq(copyrightMatches.videoId, subject.id), inArray(copyrightMatches.action, [...DISPUTABLE])));
}
