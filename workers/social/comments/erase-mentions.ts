import { and, eq, inArray, sql } from "drizzle-orm";
import { commentEdits, comments, videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { CHANGED } from "../../videos/state/index.ts";
import { withoutMention } from "./without-mention.ts";

/** At most this many comments are changed in one go; the next go takes the next. */
const BATCH = 200;

/** What others wrote stays theirs, without the name of somebody who leaves. What they wrote before they changed it goes. @returns whether nothing is left */
export async function eraseMentionsOf(services: Services, userId: string): Promise<boolean> {
	let isDone = true;
	for (const database of services.db.everyVideoShard()) {
		const rows = await database
			.select({ id: comments.id, videoId: comments.videoId, text: comments.text, mentions: comments.mentions })
			.from(comments)
			.where(sql`${comments.mentions} <> '[]' and ${comments.mentions} @> ${JSON.stringify([{ userId }])}::jsonb`)
			.limit(BATCH);
		if (rows.length === BATCH) isDone = false;
		for (const { id, text, mentions } of rows) {
			// Who edits it meanwhile writes last: the next round finds it again.
			const [changed] = await database
				.update(comments)
				.set(withoutMention(text, mentions, userId))
				.where(and(eq(comments.id, id), eq(comments.text, text)))
				.returning({ id: comments.id });
			if (changed === undefined) isDone = false;
			await database.delete(commentEdits).where(eq(commentEdits.commentId, id));
		}
		const videoIds = [...new Set(rows.map(({ videoId }) => videoId))];
		if (videoIds.length > 0) await database.update(videos).set({ changedAt: CHANGED }).where(inArray(videos.id, videoIds));
	}
	return isDone;
}
