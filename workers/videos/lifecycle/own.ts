import { and, eq, ne } from "drizzle-orm";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import type { VideoRow } from "../state/index.ts";

/** The viewer's own video, in any state but deleted. @throws ProblemError video_not_found, also for somebody else's: nobody learns of it */
export async function ownVideo(services: Services, viewer: UserViewer, videoId: string): Promise<VideoRow> {
	const own = and(eq(videos.id, videoId), eq(videos.userId, viewer.userId), ne(videos.status, "deleted"));
	const [row] = await services.db.video(videoId).select().from(videos).where(own).limit(1);
	if (row === undefined) throw videoNotFound();
	return row;
}
