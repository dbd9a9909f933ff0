import { eq, sql } from "drizzle-orm";
import type { Comment } from "../../../contracts/engagement.ts";
import { accountGone } from "../../../contracts/problems/accounts.ts";
import { fieldInvalid } from "../../../contracts/problems/gateway.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { comments } from "../../../db/schema/videos.ts";
import { loadSummaries } from "../../lists/people.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { returnAllowance, spendAllowance } from "../../quotas/index.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";

export interface NewComment {
	readonly text: string;
	/** The client's idempotency key. */
	readonly clientId?: string | undefined;
}
export interface CreatedComment {
	readonly comment: Comment;
	readonly commentCount: number;
	/** False when the same client id had made it before. */
	readonly isNew: boolean;
}

/**
 * Comments on a video the viewer may see. Row and count are written by one statement, so the count is exact under any
 * race; a repeated client id answers the comment it made first.
 * @throws `video_not_found`; `daily_limit`; `invalid_fields` for a client id that another comment has
 */
export async function createComment(services: Services, viewer: UserViewer, reference: string, input: NewComment): Promise<CreatedComment> {
	const video = await visibleVideo(services, viewer, reference);
	const id = services.newId();
	const clientId = input.clientId ?? crypto.randomUUID();
	await spendAllowance(services, viewer.userId, "comment", clientId, () => isWritten(services, video.id, clientId));
	const written = await write(services, { id, videoId: video.id, userId: viewer.userId, text: input.text, clientId });
	if (written === null) {
		await returnAllowance(services, viewer.userId, "comment", clientId);
		throw videoNotFound();
	}
	if (written.userId !== viewer.userId || written.videoId !== video.id) {
		throw fieldInvalid("body.clientId", "This client id belongs to another comment. Send the comment under a new one.");
	}
	const user = (await loadSummaries(services, [viewer.userId])).get(viewer.userId);
	if (user === undefined) throw accountGone();
	const isNew = written.id === id;
	if (isNew) {
		await emit(services, "acted", { viewer, videoId: video.id, kind: "commented", creatorId: video.userId, comment: written });
	}
	return {
		comment: { id: written.id, videoId: video.id, user, text: written.text, createdAt: written.createdAt.toISOString(), isYours: true },
		commentCount: written.commentCount,
		isNew,
	};
}

async function isWritten({ db }: Services, videoId: string, clientId: string): Promise<boolean> {
	const rows = await db.video(videoId).select({ id: comments.id }).from(comments).where(eq(comments.clientId, clientId));
	return rows.length > 0;
}

interface Row {
	readonly id: string;
	readonly videoId: string;
	readonly userId: string;
	readonly text: string;
	readonly createdAt: Date;
	readonly commentCount: number;
}

/** @returns the comment under this client id, whoever made it; null when the video is not there (any more) */
async function write(
	services: Services,
	comment: { id: string; videoId: string; userId: string; text: string; clientId: string },
): Promise<Row | null> {
	const database = services.db.video(comment.videoId);
	const at = new Date(services.clock()).toISOString();
	const [, read] = await database.batch([
		database.execute(sql`
			WITH added AS (
				INSERT INTO comments (id, video_id, user_id, text, client_id, created_at)
				SELECT ${comment.id}::bigint, id, ${comment.userId}::bigint, ${comment.text}, ${comment.clientId}::uuid, ${at}::timestamptz
				FROM videos WHERE id = ${comment.videoId} AND status = 'ready'
				ON CONFLICT (client_id) DO NOTHING RETURNING 1
			)
			UPDATE videos SET comment_count = comment_count + 1
			WHERE id = ${comment.videoId} AND EXISTS (SELECT 1 FROM added)`),
		database.execute<{ id: string; video_id: string; user_id: string; text: string; created_at: string; comment_count: string }>(sql`
			SELECT comments.id, comments.video_id, comments.user_id, comments.text, comments.created_at, videos.comment_count
			FROM comments JOIN videos ON videos.id = ${comment.videoId}
			WHERE comments.client_id = ${comment.clientId}::uuid`),
	]);
	const [row] = read.rows;
	if (row === undefined) return null;
	return {
		id: String(row.id),
		videoId: String(row.video_id),
		userId: String(row.user_id),
		text: row.text,
		createdAt: new Date(row.created_at),
		commentCount: Number(row.comment_count),
	};
}
