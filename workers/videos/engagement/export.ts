import { and, asc, eq, gt } from "drizzle-orm";
import { userLikes, userSaves } from "../../../db/schema/users.ts";
import { type Exported, mapped, pages } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";

/** What hearts and favourites give to a person's archive. */
export const exportEngagement = ({ db }: Services, userId: string): Exported => {
	const of = (table: typeof userLikes | typeof userSaves) =>
		mapped(
			pages((after: { readonly videoId: string } | null, limit) =>
				db
					.user(userId)
					.select()
					.from(table)
					.where(and(eq(table.userId, userId), after === null ? undefined : gt(table.videoId, after.videoId)))
					.orderBy(asc(table.videoId))
					.limit(limit),
			),
			(rows) => rows.map(({ videoId, createdAt }) => ({ videoId, at: createdAt.toISOString() })),
		);
	return { files: { likes: of(userLikes), favourites: of(userSaves) } };
};
