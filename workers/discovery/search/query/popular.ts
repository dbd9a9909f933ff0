import { sql } from "drizzle-orm";
import type { Database } from "../../../../db/client.ts";

/** So many are read: what a viewer may not see is made up for. */
const READ = 60;

/** Ids of what many watch, the most watched first. */
export async function popularVideos(databases: readonly Database[]): Promise<string[]> {
	const statement = sql`
		SELECT video_id::text AS id, reach FROM search_documents ORDER BY reach DESC, video_id DESC LIMIT ${READ}`;
	const answers = await Promise.all(
		databases.map(async (database) => (await database.execute<{ id: string; reach: number }>(statement)).rows),
	);
	return answers
		.flat()
		.sort((a, b) => Number(b.reach) - Number(a.reach))
		.map(({ id }) => id);
}
