import { and, eq } from "drizzle-orm";
import { isId } from "../../contracts/ids.ts";
import { videoNotFound } from "../../contracts/problems/videos.ts";
import { uploadKeys } from "../../db/schema/index.ts";
import type { Services } from "../platform/services.ts";
import type { Viewer } from "../rules/viewer.ts";

/**
 * The Snowflake of a video named by id, or by the UUID its creator began the upload with.
 * @throws ProblemError video_not_found for a UUID the viewer never used
 */
export async function resolveVideoRef(services: Pick<Services, "db">, viewer: Viewer | null, ref: string): Promise<string> {
	if (isId(ref)) return ref;
	const found = viewer?.kind === "user" ? await videoOfKey(services, viewer.userId, ref) : null;
	if (found === null) throw videoNotFound();
	return found;
}

/** The video a user's upload key stands for, or null. */
export async function videoOfKey(services: Pick<Services, "db">, userId: string, clientKey: string): Promise<string | null> {
	const [row] = await services.db
		.user(userId)
		.select({ videoId: uploadKeys.videoId })
		.from(uploadKeys)
		.where(and(eq(uploadKeys.userId, userId), eq(uploadKeys.clientKey, clientKey)))
		.limit(1);
	return row?.videoId ?? null;
}
