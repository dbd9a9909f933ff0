import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { approveComment as approveContract, listHeldComments as contract, HeldComment } from "../../../contracts/comments.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { heldComments } from "../../../db/schema/users.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking, through } from "../../lists/pipeline.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadVideos, presentThumbnail, type VideoRecord } from "../../videos/cards/index.ts";
import { visibleVideo } from "../../videos/index.ts";
import { commentSteps, presentOne } from "./present.ts";
import { type CommentRow, commentFor } from "./rows.ts";
import { releaseComment } from "./write.ts";

interface Held {
	readonly creatorId: string;
	readonly videoId: string;
	readonly commentId: string;
}

/** Puts a comment into its creator's queue; written before the comment, so that none waits where nobody finds it. */
export async function holdForCreator({ db }: Services, { creatorId, videoId, commentId }: Held): Promise<void> {
	await db.user(creatorId).insert(heldComments).values({ userId: creatorId, videoId, commentId }).onConflictDoNothing();
}

/** Takes it out again, once it was approved or is gone. */
export async function releaseFromQueue({ db }: Services, creatorId: string, commentIds: readonly string[]): Promise<void> {
	if (commentIds.length === 0) return;
	await db
		.user(creatorId)
		.delete(heldComments)
		.where(and(eq(heldComments.userId, creatorId), inArray(heldComments.commentId, [...commentIds])));
}

/** Shows everybody a comment that waited. Who is told of comments is told now. @throws `video_not_found`, `not_found` */
export async function approveComment(
	services: Services,
	viewer: UserViewer,
	reference: string,
	commentId: string,
): Promise<AnswerOf<typeof approveContract>> {
	const video = await visibleVideo(services, viewer, reference);
	const { rootId } = await commentFor(services, viewer, video, commentId, "approve");
	const released = await releaseComment(services, video.id, commentId, rootId);
	await releaseFromQueue(services, viewer.userId, [commentId]);
	const row = await commentFor(services, viewer, video, commentId, "approve");
	if (released) {
		const author = { kind: "user", userId: row.userId } as const;
		await emit(services, "commentShown", { authorId: author.userId, videoId: video.id, creatorId: video.userId, comment: row });
	}
	const [counts] = await services.db
		.video(video.id)
		.select({ commentCount: videos.commentCount })
		.from(videos)
		.where(eq(videos.id, video.id));
	return { comment: await presentOne(services, viewer, video, row), commentCount: counts?.commentCount ?? 0 };
}

interface Entry {
	readonly id: string;
	readonly videoId: string;
}
interface Known {
	readonly rows: ReadonlyMap<string, CommentRow>;
	readonly records: ReadonlyMap<string, VideoRecord>;
}

/** Comments that wait for the viewer's approval, latest first. Those that are gone leave the queue. */
export async function listHeldComments(services: Services, viewer: UserViewer, query: PageQuery): Promise<AnswerOf<typeof contract>> {
	const database = services.db.user(viewer.userId);
	const read = (after: { readonly id: string } | null, limit: number): Promise<Entry[]> =>
		database
			.select({ id: heldComments.commentId, videoId: heldComments.videoId })
			.from(heldComments)
			.where(and(eq(heldComments.userId, viewer.userId), after === null ? undefined : lt(heldComments.commentId, after.id)))
			.orderBy(desc(heldComments.commentId))
			.limit(limit);
	const gone: string[] = [];
	const { items, nextCursor } = await listPage<Entry, { id: string }, Known, HeldComment>(
		{
			skeleton: peeking(read, ({ id }) => ({ id })),
			async hydrate(entries) {
				const [rows, records] = await Promise.all([
					readRows(services, entries),
					loadVideos(services, [...new Set(entries.map((one) => one.videoId))]),
				]);
				return { rows, records };
			},
			rule({ id, videoId }, { rows, records }) {
				const row = rows.get(id);
				const isWaiting =
					row !== undefined && row.heldAt !== null && row.deletedAt === null && records.get(videoId)?.userId === viewer.userId;
				if (!isWaiting) gone.push(id);
				return isWaiting;
			},
			present: (entries, known) => presentHeld(services, viewer, entries, known),
		},
		idCursor,
		query,
	);
	await releaseFromQueue(services, viewer.userId, gone);
	return { held: items, nextCursor };
}

async function readRows({ db }: Services, entries: readonly Entry[]): Promise<Map<string, CommentRow>> {
	const byVideo = Map.groupBy(entries, ({ videoId }) => videoId);
	const groups = [...db.byVideo([...byVideo.keys()])].map(([database, videoIds]) =>
		database
			.select()
			.from(comments)
			.where(
				inArray(
					comments.id,
					videoIds.flatMap((videoId) => byVideo.get(videoId)?.map(({ id }) => id) ?? []),
				),
			),
	);
	return new Map((await Promise.all(groups)).flat().map((row) => [row.id, row]));
}

async function presentHeld(
	services: Services,
	viewer: UserViewer,
	entries: readonly Entry[],
	{ rows, records }: Known,
): Promise<HeldComment[]> {
	const shown = await Promise.all(
		entries.map(async ({ id, videoId }) => {
			const [row, record] = [rows.get(id), records.get(videoId)];
			if (row === undefined || record === undefined) return [];
			const comments = await through(commentSteps(services, viewer, record, mayMeet), [row]);
			const video = { id: videoId, title: record.title, thumbnail: presentThumbnail(services.config.REGION, record) };
			return comments.map((comment) => ({ comment, video }));
		}),
	);
	return shown.flat();
}
