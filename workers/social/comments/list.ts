import { and, desc, eq, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { CommentSort, listComments as contract } from "../../../contracts/comments.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { type Cursor, idCursor, type KeptPlace, keptCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking, type Skeleton } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayComment } from "../../rules/comments.ts";
import { relationsOf } from "../../rules/relations.ts";
import { standingOf } from "../../rules/videos.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";
import { rulesFor } from "./allowed.ts";
import { commentSteps } from "./present.ts";
import { bestComments } from "./ranking.ts";
import type { CommentRow } from "./rows.ts";

type CommentPage = AnswerOf<typeof contract>;
interface Query extends PageQuery {
	readonly sort: CommentSort;
}

/** Above any id: where a list by id begins. */
const TOP = { id: "8999999999999999999" };
/** At most this many of the viewer's own that wait for approval are shown to them. */
const OWN_HELD = 5;

/**
 * Comments that begin a thread. On the first page the pinned one and those of the viewer's own that wait for approval come first;
 * those of people blocked in either direction are left out. @throws `video_not_found`
 */
export async function listComments(services: Services, viewer: Viewer, reference: string, { sort, ...query }: Query): Promise<CommentPage> {
	const video = await visibleVideo(services, viewer, reference);
	const [{ commentCount, pinned, held }, rules, relations] = await Promise.all([
		readHead(services, viewer, video.id),
		rulesFor(services, video),
		relationsOf(services, viewer),
	]);
	const steps = commentSteps(services, viewer, video);
	const pinnedIds = pinned.map(({ id }) => id);
	const page = async <Place>(read: Read<Place>, codec: Cursor<Place>, first: readonly CommentRow[]) =>
		listPage({ ...steps, skeleton: beginningWith(first, read) }, codec, query);
	const { items, nextCursor } =
		sort === "top"
			? await page<KeptPlace>((after, limit) => bestComments(services, video.id, pinnedIds, after, limit), keptCursor, held)
			: await page<{ id: string }>(newestOf(services, video.id, pinnedIds), idCursor, [...pinned, ...held]);
	return {
		comments: items,
		nextCursor,
		commentCount,
		commentsFrom: rules.commentsFrom,
		mayComment: mayComment(rules.commentsFrom, standingOf(relations, userIdOf(viewer), video.userId)),
	};
}

type Read<Place> = (after: Place | null, limit: number) => Promise<Skeleton<CommentRow, Place>>;

/** A list with some entries before its first. What finds no room on the first page is left out: it is there by its own right, and not by its place. */
const beginningWith =
	<Place>(first: readonly CommentRow[], read: Read<Place>): Read<Place> =>
	async (after, limit) => {
		if (after !== null) return read(after, limit);
		// At least one is read: where the list goes on is known by it.
		const before = first.slice(0, limit - 1);
		const { entries, next } = await read(null, limit - before.length);
		return { entries: [...before, ...entries], next };
	};

const newestOf = ({ db }: Services, videoId: string, pinned: readonly string[]): Read<{ id: string }> =>
	peeking(
		(after, limit) =>
			db
				.video(videoId)
				.select()
				.from(comments)
				.where(
					and(
						eq(comments.videoId, videoId),
						isNull(comments.rootId),
						isNull(comments.heldAt),
						lt(comments.id, (after ?? TOP).id),
						...pinned.map((id) => ne(comments.id, id)),
					),
				)
				.orderBy(desc(comments.id))
				.limit(limit),
		({ id }) => ({ id }),
	);

interface Head {
	readonly commentCount: number;
	readonly pinned: CommentRow[];
	readonly held: CommentRow[];
}

async function readHead({ db }: Services, viewer: Viewer, videoId: string): Promise<Head> {
	const database = db.video(videoId);
	const [counts, pinned, held] = await database.batch([
		database.select({ commentCount: videos.commentCount }).from(videos).where(eq(videos.id, videoId)),
		database
			.select()
			.from(comments)
			.where(and(eq(comments.videoId, videoId), isNotNull(comments.pinnedAt))),
		database
			.select()
			.from(comments)
			.where(
				and(
					eq(comments.userId, userIdOf(viewer) ?? "0"),
					eq(comments.videoId, videoId),
					isNotNull(comments.heldAt),
					isNull(comments.rootId),
				),
			)
			.orderBy(desc(comments.id))
			.limit(OWN_HELD),
	]);
	return { commentCount: counts[0]?.commentCount ?? 0, pinned, held };
}
