import { and, asc, eq, gt } from "drizzle-orm";
import { reposts } from "../../db/schema/users.ts";
import { type Exported, mapped, pages } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";

/** What a person passed on, for their archive. */
export const exportReposts = ({ db }: Services, userId: string): Exported => ({
	files: {
		reposts: mapped(
			pages((after: { readonly videoId: string } | null, limit) =>
				db
					.user(userId)
					.select()
					.from(reposts)
					.where(and(eq(reposts.userId, userId), after === null ? undefined : gt(reposts.videoId, after.videoId)))
					.orderBy(asc(reposts.videoId))
					.limit(limit),
			),
			(rows) => rows.map(({ videoId, createdAt }) => ({ videoId, at: createdAt.toISOString() })),
		),
	},
});
