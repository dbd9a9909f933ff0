import { and, desc, eq, lt } from "drizzle-orm";
import type { Comment } from "../../../contracts/engagement.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { idCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";

export interface CommentPage {
	readonly comments: Comment[];
	readonly nextCursor: string | null;
	/** Of all comments, those the viewer does not see included. */
	readonly commentCount: number;
}

/** Rounds of topping up a page that the rules made short; then it stays short and the cursor goes on. */
const ROUNDS = 4;

/** Comments newest first; those of people blocked in either direction are left out. @throws `video_not_found` */
export async function listComments(
	services: Services,
	viewer: Viewer,
	reference: string,
	query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<CommentPage> {
	const video = await visibleVideo(services, viewer, reference);
	const { blocked } = await relationsOf(services, viewer);
	const database = services.db.video(video.id);
	const shown: Comment[] = [];
	let commentCount = 0;
	let before = idCursor.decode(query.cursor)?.id ?? null;
	for (let round = 0; round < ROUNDS; round++) {
		const wanted = query.limit - shown.length;
		const [counts, rows] = await database.batch([
			database.select({ commentCount: videos.commentCount }).from(videos).where(eq(videos.id, video.id)),
			database
				.select()
				.from(comments)
				.where(and(eq(comments.videoId, video.id), before === null ? undefined : lt(comments.id, before)))
				.orderBy(desc(comments.id))
				.limit(wanted + 1),
		]);
		commentCount = counts[0]?.commentCount ?? 0;
		const page = rows.slice(0, wanted);
		const users = await loadSummaries(
			services,
			page.map(({ userId }) => userId),
		);
		for (const { id, userId, text, createdAt } of page) {
			const user = users.get(userId);
			if (user === undefined || blocked.has(userId)) continue;
			const isYours = viewer.kind === "user" && viewer.userId === userId;
			shown.push({ id, videoId: video.id, user, text, createdAt: createdAt.toISOString(), isYours });
		}
		before = page.at(-1)?.id ?? before;
		if (rows.length <= wanted) return { comments: shown, nextCursor: null, commentCount };
		if (shown.length === query.limit) break;
	}
	return { comments: shown, nextCursor: before, commentCount };
}
