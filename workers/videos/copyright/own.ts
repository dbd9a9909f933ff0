import { eq } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRow } from "../state/index.ts";

export async function loadRow(services: Services, videoId: string): Promise<VideoRow | null> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	return row ?? null;
}
