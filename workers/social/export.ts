import { eq } from "drizzle-orm";
import { profiles } from "../../db/schema/users.ts";
import { type Exported, once } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";

/** What a profile gives to its owner's archive. */
export const exportProfile = ({ db }: Services, userId: string): Exported => ({
	files: {
		profile: once(async () => {
			const rows = await db.user(userId).select().from(profiles).where(eq(profiles.userId, userId));
			return rows.map((row) => ({
				username: row.username,
				displayName: row.displayName,
				bio: row.bio,
				links: row.links,
				verified: row.verified,
				isPrivate: row.isPrivate,
				showsLiked: row.showsLiked,
				interests: row.interests,
				followersCount: row.followersCount,
				followingCount: row.followingCount,
				likesCount: row.likesCount,
				videosCount: row.videosCount,
				createdAt: row.createdAt.toISOString(),
			}));
		}),
	},
});
