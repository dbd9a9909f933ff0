import { desc, eq } from "drizzle-orm";
import { pins } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";

/** Ids of the videos a user pinned, the one pinned last first. */
export async function readPins({ db }: Pick<Services, "db">, userId: string): Promise<string[]> {
	const rows = await db
		.user(userId)
		.select({ videoId: pins.videoId })
		.from(pins)
		.where(eq(pins.userId, userId))
		.orderBy(desc(pins.createdAt));
	return rows.map(({ videoId }) => videoId);
}
