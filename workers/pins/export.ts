import { eq } from "drizzle-orm";
import { pins } from "../../db/schema/users.ts";
import { type Exported, once } from "../platform/export.ts";
import type { Services } from "../platform/services.ts";

/** Which videos a person pinned, for their archive. */
export const exportPins = ({ db }: Services, userId: string): Exported => ({
	files: {
		pinned_videos: once(async () => {
			const rows = await db.user(userId).select().from(pins).where(eq(pins.userId, userId));
			return rows.map(({ videoId, createdAt }) => ({ videoId, at: createdAt.toISOString() }));
		}),
	},
});
