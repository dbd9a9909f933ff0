import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import { videoEngagement, videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { counterOf } from "./counter/protocol.ts";

/** Rows looked at in one query. */
const PAGE = 500;

/**
 * Sets like counts right where they differ from the rows they are made of (a counter that was down when a heart was given).
 * Run daily. @returns how many were corrected
 */
export async function reconcileLikes(services: Services): Promise<number> {
	let corrected = 0;
	for (const database of services.db.everyVideoShard()) {
		let after = "0";
		for (;;) {
			const rows = await pageOf(database, after);
			for (const { id, held, real } of rows) {
				if (held === real) continue;
				const counter = counterOf(services, id);
				// The counter may be ahead of the row it flushes to: what it holds now is what is compared.
				const now = await counter.numbers(id);
				if (now === null || now.likes === real) continue;
				// Refused when a like came in between: the next night compares anew.
				if (!(await counter.correctLikes(id, real, now.likes))) continue;
				corrected += 1;
				services.log.warn("likes_corrected", { videoId: id, held: now.likes, real });
			}
			const last = rows.at(-1);
			if (last === undefined || rows.length < PAGE) break;
			after = last.id;
		}
	}
	return corrected;
}

async function pageOf(database: Database, after: string): Promise<{ id: string; held: number; real: number }[]> {
	const likes = sql<string>`(select count(*) from ${videoEngagement} e where e.video_id = ${videos.id} and e.type = 'like')`;
	const rows = await database
		.select({ id: videos.id, held: videos.likeCount, real: likes })
		.from(videos)
		.where(and(gt(videos.id, after), eq(videos.status, "ready")))
		.orderBy(asc(videos.id))
		.limit(PAGE);
	return rows.map((row) => ({ ...row, real: Number(row.real) }));
}
