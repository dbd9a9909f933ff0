import { sql } from "drizzle-orm";
import type { Services } from "../../platform/services.ts";
import { CHANGED } from "../../videos/state/index.ts";
import { withdrawAgain } from "../notifications/withdraw.ts";

/** At most this many comments are deleted in one go; the next go takes the next. */
const BATCH = 500;

/**
 * Deletes every comment of somebody who leaves, with the counts in the same statement, and what was told of them. Stamped as changed,
 * so that no copy shows an old count.
 * @returns whether nothing is left
 */
export async function eraseCommentsOf(services: Services, userId: string): Promise<boolean> {
	let isDone = true;
	for (const database of services.db.everyVideoShard()) {
		const { rows } = await database.execute<{ id: string; user_id: string; removed: string }>(sql`
			WITH removed AS (
				DELETE FROM comments WHERE id IN (SELECT id FROM comments WHERE user_id = ${userId} LIMIT ${BATCH}) RETURNING video_id
			), counted AS (SELECT video_id, count(*) AS removed FROM removed GROUP BY video_id)
			UPDATE videos SET comment_count = comment_count - counted.removed,
				changed_at = ${CHANGED}
			FROM counted WHERE videos.id = counted.video_id
			RETURNING videos.id, videos.user_id, counted.removed`);
		for (const row of rows) await withdrawAgain(services, String(row.user_id), { actorId: userId });
		if (rows.reduce((sum, { removed }) => sum + Number(removed), 0) >= BATCH) isDone = false;
	}
	return isDone;
}
