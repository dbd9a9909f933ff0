import { eq } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { keepWords, wordsKeptBy } from "../../trust/index.ts";
import { invalidateVideo } from "../../videos/index.ts";
import { releaseFromQueue } from "./held.ts";
import { withdrawComment } from "./notice.ts";
import { tellRoomOfRemoved } from "./room.ts";
import { readComment } from "./rows.ts";
import { deleteRow, restoreRow } from "./write.ts";

/** A step of `decided`: a comment that was removed is gone for everybody at once; a granted appeal puts it back where it was. */
export async function performOnComment(services: Services, { caseId, subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	const { kind, id, videoId, ownerId } = subject;
	if (kind !== "comment" || videoId === undefined) return;
	if (decision === "remove") await remove(services, caseId, { ...subject, videoId });
	if (decision !== "approve" || appealOf === null) return;
	const text = (await wordsKeptBy(services, appealOf, subject))?.comment;
	if (text === undefined) return;
	await restoreRow(services, { id, videoId, userId: ownerId, text });
	await invalidateVideo(services, videoId);
}

async function remove(services: Services, caseId: string, subject: EventMap["decided"]["subject"] & { readonly videoId: string }) {
	const { id, videoId } = subject;
	const row = await readComment(services, videoId, id);
	if (row === null || row.deletedAt !== null) return;
	await keepWords(services, caseId, subject);
	const [video] = await services.db.video(videoId).select({ creatorId: videos.userId }).from(videos).where(eq(videos.id, videoId));
	await deleteRow(services, videoId, id, row.rootId);
	if (video !== undefined) {
		if (row.heldAt !== null) await releaseFromQueue(services, video.creatorId, [id]);
		await withdrawComment(services, row, video.creatorId);
	}
	await invalidateVideo(services, videoId);
	await tellRoomOfRemoved(services, videoId, { id, userId: row.userId });
}
