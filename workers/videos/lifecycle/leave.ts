import { and, eq, sql } from "drizzle-orm";
import { uploads, videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { DELETION_LEASE_MS } from "../cards/index.ts";
import { requestPurge } from "../cleanup/request.ts";
import { transitAll } from "../state/index.ts";

/** So many videos and uploads of somebody who leaves are deleted in one go; the next go takes the next. */
const BATCH = 200;

/** Nobody is shown the videos of this user any more, from the return on. Repeated, it changes nothing. */
export async function hideVideosOf(services: Services, userId: string): Promise<void> {
	await forAll(services, userId, "hidden");
}

/** Takes `hideVideosOf` back. */
export async function showVideosOf(services: Services, userId: string): Promise<void> {
	await forAll(services, userId, "shown");
}

/** From the return on, the videos of this user are for followers, or again for whom each is meant. Repeated, it changes nothing. */
export const turnVideosOf = (
	services: Services,
	{ userId, isPrivate }: { readonly userId: string; readonly isPrivate: boolean },
): Promise<void> => forAll(services, userId, isPrivate ? "secluded" : "opened");

/** From the return on, the videos of somebody who came of age may be brought to strangers. Repeated, it changes nothing. */
export const ripenVideosOf = (services: Services, { userId }: { readonly userId: string }): Promise<void> =>
	forAll(services, userId, "unsheltered");

type OfAccount = "hidden" | "shown" | "secluded" | "opened" | "unsheltered";

/** The change log names what was stamped: no copy in an isolate or in Redis is served once the lease is over. */
async function forAll(services: Services, userId: string, name: OfAccount): Promise<void> {
	const changed = await Promise.all(
		services.db.everyVideoShard().map((database) => transitAll(database, name, userId, {}, services.clock())),
	);
	if (changed.flat().length > 0) await new Promise((resolve) => setTimeout(resolve, DELETION_LEASE_MS));
}

/**
 * Deletes the videos and gives up the uploads of somebody who leaves. Their objects, vectors, counters and rows go by the purge of each
 * (`cleanup/`), the last an hour later. @returns whether nothing is left of any
 */
export async function eraseVideosOf(services: Services, userId: string): Promise<boolean> {
	let left = 0;
	for (const database of services.db.everyVideoShard()) {
		const deleted = await transitAll(database, "deleted", userId, { undoable: false }, services.clock(), BATCH);
		const openUploads = database
			.select({ videoId: uploads.videoId })
			.from(uploads)
			.where(and(eq(uploads.userId, userId), eq(uploads.state, "open")))
			.limit(BATCH);
		const aborted = await database
			.update(uploads)
			.set({ state: "aborted" })
			.where(sql`${uploads.videoId} in ${openUploads}`)
			.returning({ videoId: uploads.videoId });
		for (const videoId of [...deleted, ...aborted.map((upload) => upload.videoId)]) await requestPurge(services, videoId, userId);
		left += (await database.$count(videos, eq(videos.userId, userId))) + (await database.$count(uploads, eq(uploads.userId, userId)));
	}
	return left === 0;
}
