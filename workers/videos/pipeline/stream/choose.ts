import { and, count, eq, isNotNull } from "drizzle-orm";
import { videos } from "../../../../db/schema/index.ts";
import type { Services } from "../../../platform/services.ts";
import { audienceOf } from "../../../rules/videos.ts";
import type { VideoRow } from "../../state/index.ts";
import { streamConfigured } from "./client.ts";

/**
 * Which backend takes a job: the configured one; with `overflow` the container, and Stream for what exceeds it. A job
 * keeps its backend. Only public videos go to Stream: what it serves is open to whoever has the address, which a video for
 * few must not be.
 */
export async function chooseBackend(services: Services, row: VideoRow): Promise<"container" | "stream"> {
	const { TRANSCODE_BACKEND, STREAM_OVERFLOW_DEPTH } = services.config;
	if (row.backend === "stream") return "stream";
	if (TRANSCODE_BACKEND === "container" || !streamConfigured(services.config) || audienceOf(row) !== "public") return "container";
	if (TRANSCODE_BACKEND === "stream") return "stream";
	return (await queueDepth(services)) >= STREAM_OVERFLOW_DEPTH ? "stream" : "container";
}

/** Jobs that were enqueued and have not begun. */
async function queueDepth(services: Services): Promise<number> {
	const waiting = and(eq(videos.status, "processing"), eq(videos.stage, "queued"), isNotNull(videos.enqueuedAt));
	const counts = await Promise.all(
		services.db.everyVideoShard().map((database) => database.select({ value: count() }).from(videos).where(waiting)),
	);
	return counts.flat().reduce((sum, { value }) => sum + value, 0);
}
