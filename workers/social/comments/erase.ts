import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { commentRules, heldComments } from "../../../db/schema/users.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { CHANGED } from "../../videos/state/index.ts";
import { withdrawAgain } from "../notifications/withdraw.ts";
import { deleteRow } from "./write.ts";

/** At most this many comments or likes are deleted in one go; the next go takes the next. */
const BATCH = 200;

/** The id of nobody. */
const NOBODY = "0";

/**
 * Deletes every comment of somebody who leaves, with the counts in the same statements, and what was told of them; then every heart they
 * gave to comments. Videos are stamped as changed, so that no copy shows an old count. Comments with answers leave an empty place.
 * @returns whether nothing is left
 */
export async function eraseCommentsOf(services: Services, userId: string): Promise<boolean> {
	let isDone = true;
	for (const database of services.db.everyVideoShard()) {
		const rows = await database
			.select({
				id: comments.id,
				videoId: comments.videoId,
				rootId: comments.rootId,
				replyToId: comments.replyToId,
				mentions: comments.mentions,
			})
			.from(comments)
			.where(and(eq(comments.userId, userId), isNull(comments.deletedAt)))
			.orderBy(asc(comments.videoId), asc(comments.id))
			.limit(BATCH);
		if (rows.length === BATCH) isDone = false;
		const videoIds = [...new Set(rows.map(({ videoId }) => videoId))];
		const told = new Set(rows.flatMap(({ mentions }) => mentions.map((mention) => mention.userId)));
		if (rows.length > 0) {
			const answered = rows.flatMap(({ replyToId }) => replyToId ?? []);
			const authors = await database.select({ id: comments.userId }).from(comments).where(inArray(comments.id, answered));
			const creators = await database.select({ id: videos.userId }).from(videos).where(inArray(videos.id, videoIds));
			for (const { id } of [...authors, ...creators]) told.add(id);
		}
		// What they were told goes first: while the comment stands, the rest is done again.
		for (const otherId of told) if (otherId !== userId) await withdrawAgain(services, otherId, { actorId: userId });
		for (const { id, videoId, rootId } of rows) await deleteRow(services, videoId, id, rootId);
		if (videoIds.length > 0) await database.update(videos).set({ changedAt: CHANGED }).where(inArray(videos.id, videoIds));
		// An empty place names nobody: what holds a thread together stays without its author.
		await database
			.update(comments)
			.set({ userId: NOBODY })
			.where(and(eq(comments.userId, userId), isNotNull(comments.deletedAt)));
		if (!(await eraseLikes(database, userId))) isDone = false;
	}
	const own = services.db.user(userId);
	await own.batch([
		own.delete(commentRules).where(eq(commentRules.userId, userId)),
		own.delete(heldComments).where(eq(heldComments.userId, userId)),
	]);
	return isDone;
}

async function eraseLikes(database: ReturnType<Services["db"]["everyVideoShard"]>[number], userId: string): Promise<boolean> {
	const { rows } = await database.execute(sql`
		WITH removed AS (
			DELETE FROM comment_likes WHERE user_id = ${userId}
				AND comment_id IN (SELECT comment_id FROM comment_likes WHERE user_id = ${userId} LIMIT ${BATCH})
			RETURNING comment_id
		), counted AS (
			UPDATE comments SET like_count = like_count - 1 WHERE id IN (SELECT comment_id FROM removed) RETURNING 1
		)
		SELECT comment_id FROM removed`);
	return rows.length < BATCH;
}
