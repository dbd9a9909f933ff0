import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { commentRules } from "../../../db/schema/users.ts";
import { commentEdits, commentLikes, comments } from "../../../db/schema/videos.ts";
import { type Exported, isoOf, mapped, once, pages } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";

type Shard = ReturnType<Services["db"]["everyVideoShard"]>[number];

/** What comments give to their author's archive: their words, those they said before, what they liked, and who may write to them. */
export const exportComments = (services: Services, userId: string): Exported => ({
	files: {
		comments: everywhere(services, (shard) => written(shard, userId)),
		comment_likes: everywhere(services, (shard) => liked(shard, userId)),
		comment_settings: once(async () => {
			const rows = await services.db.user(userId).select().from(commentRules).where(eq(commentRules.userId, userId));
			return rows.map(({ commentsFrom, holdAll, words }) => ({ commentsFrom, holdAll, words }));
		}),
	},
});

/** They lie with the videos they are under: in any shard. */
async function* everywhere<Row>({ db }: Services, read: (shard: Shard) => AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
	for (const shard of db.everyVideoShard()) yield* read(shard);
}

const written = (shard: Shard, userId: string) =>
	mapped(
		pages((after: { readonly id: string } | null, limit) =>
			shard
				.select()
				.from(comments)
				.where(and(eq(comments.userId, userId), isNull(comments.deletedAt), after === null ? undefined : gt(comments.id, after.id)))
				.orderBy(asc(comments.id))
				.limit(limit),
		),
		async (rows) => {
			const changed = rows.flatMap(({ id, editedAt }) => (editedAt === null ? [] : [id]));
			const edits = changed.length === 0 ? [] : await shard.select().from(commentEdits).where(inArray(commentEdits.commentId, changed));
			return rows.map((row) => ({
				id: row.id,
				videoId: row.videoId,
				text: row.text,
				replyToId: row.replyToId,
				likeCount: row.likeCount,
				createdAt: row.createdAt.toISOString(),
				editedAt: isoOf(row.editedAt),
				earlier: edits.flatMap(({ commentId, text, editedAt }) => (commentId === row.id ? [{ text, until: editedAt.toISOString() }] : [])),
			}));
		},
	);

const liked = (shard: Shard, userId: string) =>
	mapped(
		pages((after: { readonly commentId: string } | null, limit) =>
			shard
				.select()
				.from(commentLikes)
				.where(and(eq(commentLikes.userId, userId), after === null ? undefined : gt(commentLikes.commentId, after.commentId)))
				.orderBy(asc(commentLikes.commentId))
				.limit(limit),
		),
		(rows) => rows.map(({ commentId, createdAt }) => ({ commentId, at: createdAt.toISOString() })),
	);
