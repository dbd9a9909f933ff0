import { and, asc, type Column, eq, gt, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { blocks, followers, followRequests, follows, mutes, sentRequests } from "../../../db/schema/users.ts";
import { namesOf } from "../../lists/people.ts";
import { type Exported, mapped, pages } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";

/** Lists of two sides: whose it is, who else, and since when. */
type Sides = PgTable & { readonly createdAt: Column };

/** What a person's ties to others give to their archive. Who blocked or muted them is not theirs to know. */
export function exportGraph(services: Services, userId: string): Exported {
	const of = (table: Sides, near: Column, far: Column) => people(services, userId, { table, near, far });
	async function* requests() {
		for await (const rows of of(sentRequests, sentRequests.requesterId, sentRequests.userId))
			yield rows.map((row) => ({ ...row, by: "you" as const }));
		for await (const rows of of(followRequests, followRequests.userId, followRequests.requesterId))
			yield rows.map((row) => ({ ...row, by: "them" as const }));
	}
	return {
		files: {
			following: of(follows, follows.followerId, follows.followeeId),
			followers: of(followers, followers.followeeId, followers.followerId),
			follow_requests: requests(),
			blocked: of(blocks, blocks.userId, blocks.blockedId),
			muted: of(mutes, mutes.userId, mutes.mutedId),
		},
	};
}

/** One list, read on by the far side's id. */
function people(services: Services, userId: string, { table, near, far }: { table: Sides; near: Column; far: Column }) {
	const read = (after: { readonly id: string } | null, limit: number) =>
		services.db
			.user(userId)
			.select({ id: sql<string>`${far}::text`, at: sql<string>`${table.createdAt}` })
			.from(table)
			.where(and(eq(near, userId), after === null ? undefined : gt(far, after.id)))
			.orderBy(asc(far))
			.limit(limit);
	return mapped(pages(read), async (rows) => {
		const nameOf = await namesOf(
			services,
			rows.map(({ id }) => id),
		);
		return rows.map(({ id, at }) => ({ person: nameOf(id), at: new Date(at).toISOString() }));
	});
}
