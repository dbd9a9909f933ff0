import { and, count, desc, eq, inArray } from "drizzle-orm";
import type { Claim, claimMatches, makeClaim } from "../../../contracts/copyright.ts";
import type { AnswerOf, BodyOf } from "../../../contracts/endpoint.ts";
import { cannotClaim, claimNotFound } from "../../../contracts/problems/copyright.ts";
import { copyrightClaims, copyrightDisputes, copyrightMatches, copyrightReferences } from "../../../db/schema/copyright.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";

type ClaimRow = typeof copyrightClaims.$inferSelect;

/** Matches that are listed of a claim. */
const MATCHES_MOST = 200;

/**
 * Somebody says that their upload is their work. People who know copyright look at the proof; until they accept it nothing follows.
 * @throws ProblemError copyright_unfit where it was claimed already
 */
export async function openClaim(services: Services, userId: string, claim: BodyOf<typeof makeClaim>): Promise<string> {
	const id = services.newId();
	const written = await services.db
		.directory()
		.insert(copyrightClaims)
		.values({ id, userId, ...claim, createdAt: new Date(services.clock()) })
		.onConflictDoNothing()
		.returning({ id: copyrightClaims.id });
	if (written.length === 0) throw cannotClaim();
	const { title, artist, name, holder, statement, links, policy, videoId } = claim;
	await openCase(services, {
		subject: { kind: "sound", id: videoId, ownerId: userId, videoId },
		queue: "copyright",
		reason: "intellectual_property",
		severity: 2,
		source: "claim",
		evidence: { kind: "snapshot", fields: { title, artist, name, holder, policy, statement, links: links.join("\n") } },
	});
	return id;
}

/** A person's claims, newest first, with how many videos their works were found in. */
export async function claimsOf(services: Services, userId: string): Promise<Claim[]> {
	const database = services.db.directory();
	const rows = await database.select().from(copyrightClaims).where(eq(copyrightClaims.userId, userId)).orderBy(desc(copyrightClaims.id));
	const found =
		rows.length === 0
			? []
			: await database
					.select({ referenceId: copyrightMatches.referenceId, matches: count() })
					.from(copyrightMatches)
					.where(
						inArray(
							copyrightMatches.referenceId,
							rows.map(({ videoId }) => videoId),
						),
					)
					.groupBy(copyrightMatches.referenceId);
	return rows.map((row) => claimFrom(row, found.find(({ referenceId }) => referenceId === row.videoId)?.matches ?? 0));
}

const claimFrom = ({ userId: _, caseId: __, createdAt, decidedAt, ...row }: ClaimRow, matches: number): Claim => ({
	...row,
	createdAt: createdAt.toISOString(),
	decidedAt: decidedAt?.toISOString() ?? null,
	matches,
});

async function ownClaim(services: Services, userId: string, id: string): Promise<ClaimRow> {
	const [row] = await services.db
		.directory()
		.select()
		.from(copyrightClaims)
		.where(and(eq(copyrightClaims.id, id), eq(copyrightClaims.userId, userId)));
	if (row === undefined) throw claimNotFound();
	return row;
}

/** Videos in which a claimed work was found. @throws ProblemError not_found */
export async function matchesOfClaim(services: Services, userId: string, id: string): Promise<AnswerOf<typeof claimMatches>["matches"]> {
	const { videoId } = await ownClaim(services, userId, id);
	const rows = await services.db
		.directory()
		.select({ match: copyrightMatches, disputed: copyrightDisputes.state })
		.from(copyrightMatches)
		.leftJoin(copyrightDisputes, eq(copyrightDisputes.matchId, copyrightMatches.id))
		.where(eq(copyrightMatches.referenceId, videoId))
		.orderBy(desc(copyrightMatches.id))
		.limit(MATCHES_MOST);
	return rows.map(({ match, disputed }) => ({
		videoId: match.videoId,
		what: match.what,
		fromMs: match.fromMs,
		toMs: match.toMs,
		action: match.action,
		disputed,
		at: match.createdAt.toISOString(),
	}));
}

/** Ends a claim; what it asked for is asked no more. @throws ProblemError not_found */
export async function endClaim(services: Services, userId: string, id: string): Promise<void> {
	const { videoId } = await ownClaim(services, userId, id);
	const database = services.db.directory();
	await database
		.update(copyrightClaims)
		.set({ state: "withdrawn" })
		.where(and(eq(copyrightClaims.id, id), inArray(copyrightClaims.state, ["waiting", "accepted"])));
	await database
		.update(copyrightReferences)
		.set({ kind: "original", policy: "track" })
		.where(and(eq(copyrightReferences.id, videoId), eq(copyrightReferences.kind, "claimed")));
}

/** A reviewer decided about a claim: `approve` accepts it, and what its holder wants done is done from the next upload on; all else rejects it. */
export async function settleClaims(services: Services, { subject, queue, decision }: EventMap["decided"]): Promise<void> {
	if (queue !== "copyright" || subject.kind !== "sound" || decision === "escalate") return;
	const database = services.db.directory();
	const accepted = decision === "approve";
	const settled = await database
		.update(copyrightClaims)
		.set({ state: accepted ? "accepted" : "rejected", decidedAt: new Date(services.clock()) })
		.where(and(eq(copyrightClaims.videoId, subject.id), eq(copyrightClaims.state, "waiting")))
		.returning();
	const [claim] = accepted ? settled : [];
	if (claim === undefined) return;
	const { title, artist, policy, videoId } = claim;
	await database
		.update(copyrightReferences)
		.set({ kind: "claimed", title, artist, policy, licenseType: "restricted", territories: null })
		.where(eq(copyrightReferences.id, videoId));
}
