import { and, eq, isNull } from "drizzle-orm";
import { comments, videos } from "../../../db/schema/videos.ts";
import { services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { socialRoutes } from "../routes.ts";

export const call = testApp(socialRoutes);

/** A published video; comments look at nothing but who may see it. */
export async function newVideo(creator: TestUser, visibility: "public" | "followers" | "private" = "public"): Promise<string> {
	const id = services.newId();
	await services.db
		.video(id)
		.insert(videos)
		.values({
			id,
			userId: creator.id,
			status: "ready",
			visibility,
			liveGeneration: 1,
			originalBytes: 1,
			declaredDurationMs: 1_000,
			durationMs: 1_000,
			width: 9,
			height: 16,
			blurhash: "",
			manifest: { segmentSeconds: 2, lastSegmentSeconds: 1, segmentCount: 1, hasAudio: false, renditions: [] },
		});
	return id;
}

export const write = (by: TestUser, videoId: string, text: string, more: { clientId?: string | undefined; replyTo?: string } = {}) =>
	call(`POST /api/v1/videos/${videoId}/comment`, { token: by.token, body: { text, ...more } });
/** @returns the id of a comment that was written */
export const written = async (...args: Parameters<typeof write>): Promise<string> => (await write(...args)).json.comment.id;

const as = (by: TestUser | undefined) => (by === undefined ? {} : { token: by.token });
export const list = async (videoId: string, by?: TestUser, query = "") =>
	(await call(`GET /api/v1/videos/${videoId}/comments${query}`, as(by))).json;
export const replies = async (videoId: string, id: string, by?: TestUser, query = "") =>
	(await call(`GET /api/v1/videos/${videoId}/comments/${id}/replies${query}`, as(by))).json;
/** Does something to one comment: `at("POST", videoId, id, "/like", ann)`. */
export const at = (method: string, videoId: string, id: string, what: string, by?: TestUser, body?: unknown) =>
	call(`${method} /api/v1/videos/${videoId}/comments/${id}${what}` as `${string} /${string}`, {
		...as(by),
		...(body === undefined ? {} : { body }),
	});

export const texts = (page: { comments: { text: string }[] }) => page.comments.map(({ text }) => text);
export const noticesOf = async (user: TestUser) =>
	(await call("GET /api/v1/notifications", { token: user.token })).json.notifications as {
		type: string;
		text: string;
		commentId: string | null;
		actor: { id: string } | null;
	}[];

/** The count on the row, and the rows it counts. */
export async function truth(videoId: string) {
	const database = services.db.video(videoId);
	const [[row], rows] = await database.batch([
		database.select({ count: videos.commentCount }).from(videos).where(eq(videos.id, videoId)),
		database
			.select()
			.from(comments)
			.where(and(eq(comments.videoId, videoId), isNull(comments.deletedAt), isNull(comments.heldAt))),
	]);
	return [row?.count, rows.length];
}
