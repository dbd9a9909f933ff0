import { and, eq, lt, ne, or, type SQL } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";

/** A video as it is stored. */
export type VideoRow = typeof videos.$inferSelect;

/**
 * Rows whose newest generation is still to be made: first processing, or a reprocessing while the old generation is
 * served. `stage` tells a reprocessing that was given up (`done`) from one that goes on.
 */
export const anyPending = (): SQL | undefined =>
	or(
		eq(videos.status, "processing"),
		and(eq(videos.status, "ready"), lt(videos.liveGeneration, videos.generation), ne(videos.stage, "done")),
	);

/** The row of this video while exactly this generation is to be made: the condition of every write the pipeline does. */
export const stillPending = (videoId: string, generation: number): SQL | undefined =>
	and(eq(videos.id, videoId), eq(videos.generation, generation), anyPending());

export function isPending(row: Pick<VideoRow, "status" | "liveGeneration" | "generation" | "stage">): boolean {
	if (row.status === "processing") return true;
	return row.status === "ready" && row.liveGeneration !== null && row.liveGeneration < row.generation && row.stage !== "done";
}
