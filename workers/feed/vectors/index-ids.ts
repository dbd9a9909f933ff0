import { eq } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { readSpace, vectorId } from "./space.ts";

/** Every id under which the index may hold a video: one for each space that is served, filled or not yet cleared, or that its row names. */
export async function everyVectorId(services: Services, videoId: string): Promise<string[]> {
	const [space, [row]] = await Promise.all([
		readSpace(services),
		services.db
			.video(videoId)
			.select({ embedding: videos.embeddingVersion, served: videos.servedVectorVersion })
			.from(videos)
			.where(eq(videos.id, videoId))
			.limit(1),
	]);
	const versions = [space?.active, space?.next?.version, space?.retired?.version, row?.embedding, row?.served];
	return [...new Set(versions)].flatMap((version) => (version == null ? [] : [vectorId(videoId, version)]));
}
