import { and, eq } from "drizzle-orm";
import type { Pins } from "../../contracts/pins.ts";
import { pins } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { takeBackFrom } from "../videos/index.ts";
import { readPins } from "./rows.ts";

/** Takes one's pin off a video, whatever became of it; one that is not pinned is no fault. @throws ProblemError video_not_found */
export async function unpinVideo(services: Services, viewer: UserViewer, ref: string): Promise<Pins> {
	const { videoId } = await takeBackFrom(services, viewer, ref);
	await forgetPin(services, { userId: viewer.userId, videoId });
	return { pinned: await readPins(services, viewer.userId) };
}

/** What follows from a video's removal. */
export async function forgetPin(
	{ db }: Pick<Services, "db">,
	{ userId, videoId }: { readonly userId: string; readonly videoId: string },
): Promise<void> {
	await db
		.user(userId)
		.delete(pins)
		.where(and(eq(pins.userId, userId), eq(pins.videoId, videoId)));
}

/** What follows from a person's erasure. */
export async function forgetPinsOf({ db }: Pick<Services, "db">, userId: string): Promise<void> {
	await db.user(userId).delete(pins).where(eq(pins.userId, userId));
}
