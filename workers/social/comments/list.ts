import { and, desc, eq, lt } from "drizzle-orm";
import type { Comment } from "../../../contracts/engagement.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { idCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayReach } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";

export interface CommentPage {
	readonly comments: Comment[];
	readonly nextCursor: string | null;
	/** Of all comments, those the viewer does not see included. */
	readonly commentCount: number;
}

/** Comments newest first; those of people muted, or blocked in either direction, are left out. @throws `video_not_found` */
export async function listComments(services: Services, viewer: Viewer, reference: string, query: PageQuery): Promise<CommentPage> {
	const video = await visibleVideo(services, viewer, reference);
	const relations = await relationsOf(services, viewer);
	const database = services.db.video(video.id);
	let commentCount = 0;
	const read = async (after: { readonly id: string } | null, limit: number) => {
		const [counts, rows] = await database.batch([
			database.select({ commentCount: videos.commentCount }).from(videos).where(eq(videos.id, video.id)),
			database
				.select()
				.from(comments)
				.where(and(eq(comments.videoId, video.id), after === null ? undefined : lt(comments.id, after.id)))
				.orderBy(desc(comments.id))
				.limit(limit),
		]);
		commentCount = counts[0]?.commentCount ?? 0;
		return rows;
	};
	const skeleton = peeking(read, ({ id }) => ({ id }));
	const { items, nextCursor } = await listPage(
		{
			skeleton,
			hydrate: (rows) =>
				loadSummaries(
					services,
					rows.map(({ userId }) => userId),
				),
			rule: ({ userId }, users) => users.has(userId) && mayReach(relations, userId),
			present: (rows, users) =>
				rows.flatMap(({ id, userId, text, createdAt }): Comment[] => {
					const user = users.get(userId);
					const isYours = userIdOf(viewer) === userId;
					return user === undefined ? [] : [{ id, videoId: video.id, user, text, createdAt: createdAt.toISOString(), isYours }];
				}),
		},
		idCursor,
		query,
	);
	return { comments: items, nextCursor, commentCount };
}
