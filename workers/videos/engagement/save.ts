import { and, eq } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { save } from "../../../contracts/engagement.ts";
import { userSaves } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { takeBackFrom, visibleVideo } from "../visible-video.ts";

type Saved = AnswerOf<typeof save>;

/** Keeps a video among the viewer's favourites. Postgres first; only the one call that wrote the row teaches the feed. */
export async function saveVideo(services: Services, viewer: UserViewer, ref: string): Promise<Saved> {
	const record = await visibleVideo(services, viewer, ref);
	const { userId } = viewer;
	const [row] = await services.db
		.user(userId)
		.insert(userSaves)
		.values({ userId, videoId: record.id })
		.onConflictDoNothing()
		.returning({ videoId: userSaves.videoId });
	if (row !== undefined) await emit(services, "acted", { viewer, videoId: record.id, kind: "saved" });
	return { saved: true };
}

/** Takes a video out of the favourites; also one that can't be seen any more. */
export async function unsaveVideo(services: Services, viewer: UserViewer, ref: string): Promise<Saved> {
	const { videoId } = await takeBackFrom(services, viewer, ref);
	const { userId } = viewer;
	const [row] = await services.db
		.user(userId)
		.delete(userSaves)
		.where(and(eq(userSaves.userId, userId), eq(userSaves.videoId, videoId)))
		.returning({ videoId: userSaves.videoId });
	if (row !== undefined) await emit(services, "acted", { viewer, videoId, kind: "unsaved" });
	return { saved: false };
}
