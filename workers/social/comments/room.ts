import { eq } from "drizzle-orm";
import type { CommentSignal } from "../../../contracts/live.ts";
import { videos } from "../../../db/schema/videos.ts";
import { tellRoom } from "../../live/index.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";

/** What those who have a video's comments open are told: which comment came, changed or went, and how many there are. They read it themselves, as they may. */

async function tell(services: Services, videoId: string, what: Pick<CommentSignal, "change" | "commentId" | "authorId">): Promise<void> {
	const [row] = await services.db.video(videoId).select({ count: videos.commentCount }).from(videos).where(eq(videos.id, videoId));
	await tellRoom(services, videoId, { kind: "comment", videoId, ...what, commentCount: row?.count ?? null });
}

export async function tellRoomOfAct(services: Services, { viewer, videoId, comment, removed }: EventMap["acted"]): Promise<void> {
	if (viewer.kind === "guest") return;
	if (comment !== undefined) await tell(services, videoId, { change: "created", commentId: comment.id, authorId: viewer.userId });
	if (removed !== undefined) await tell(services, videoId, { change: "removed", commentId: removed.id, authorId: removed.userId });
}

export const tellRoomOfRemoved = (
	services: Services,
	videoId: string,
	{ id, userId }: { readonly id: string; readonly userId: string },
): Promise<void> => tell(services, videoId, { change: "removed", commentId: id, authorId: userId });

export const tellRoomOfShown = (services: Services, { videoId, authorId, comment }: EventMap["commentShown"]): Promise<void> =>
	tell(services, videoId, { change: "created", commentId: comment.id, authorId });

export async function tellRoomOfEdit(services: Services, { videoId, authorId, comment }: EventMap["commentEdited"]): Promise<void> {
	if (comment.heldAt === null) await tell(services, videoId, { change: "changed", commentId: comment.id, authorId });
}
