import { eq } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRecord } from "../../videos/cards/index.ts";
import { vectorId } from "./ids.ts";
import { readSpace } from "./space.ts";

/** What names the spaces a video has vectors in. */
export type SpacesOf = Pick<VideoRecord, "embeddingVersion" | "servedVectorVersion">;

/**
 * Every id under which the index may hold a video: one for each space that is served, filled or not yet cleared, or that its
 * row names. @param known as the row was, for when it may be gone
 */
export async function everyVectorId(services: Services, videoId: string, known?: SpacesOf): Promise<string[]> {
	const [space, [row]] = await Promise.all([
		readSpace(services),
		services.db
			.video(videoId)
			.select({ embeddingVersion: videos.embeddingVersion, servedVectorVersion: videos.servedVectorVersion })
			.from(videos)
			.where(eq(videos.id, videoId))
			.limit(1),
	]);
	const named = [row, known].flatMap((one) => [one?.embeddingVersion, one?.servedVectorVersion]);
	const versions = new Set([space?.active, space?.next?.version, space?.retired?.version, ...named]);
	return [...versions].flatMap((version) => (version == null ? [] : [vectorId(videoId, version)]));
}
