import { eq } from "drizzle-orm";
import { hashtagFollows } from "../../../db/schema/users.ts";
import { type Exported, once } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";

/** Hashtags a person follows, for their archive. */
export const exportHashtags = ({ db }: Services, userId: string): Exported => ({
	files: {
		followed_hashtags: once(async () => {
			const rows = await db.user(userId).select().from(hashtagFollows).where(eq(hashtagFollows.userId, userId));
			return rows.map(({ tag, createdAt }) => ({ tag, at: createdAt.toISOString() }));
		}),
	},
});
