import { and, eq } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { isLimited } from "../../trust/index.ts";
import { decideVideo } from "./decide.ts";

/** A step of `decided`: an account whose reach is limited is recommended to nobody, until it is no longer limited. Told again it does what is left. */
export async function performOnLimited(services: Services, { subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	const isConcerned = decision === "shadow_limit" || (decision === "approve" && appealOf !== null);
	if (isConcerned) await limitVideosOf(services, { userId: subject.ownerId });
}

/** Has all videos of an account reach as far as the account may now. */
export async function limitVideosOf(services: Services, { userId }: { readonly userId: string }): Promise<void> {
	const limited = await isLimited(services, userId);
	const [before, after] = limited ? (["none", "limited"] as const) : (["limited", "none"] as const);
	for (const database of services.db.everyVideoShard()) {
		const rows = await database
			.select({ id: videos.id })
			.from(videos)
			.where(and(eq(videos.userId, userId), eq(videos.status, "ready"), eq(videos.restriction, before)));
		for (const { id } of rows) await decideVideo(services, id, { to: "restrict", restriction: after, by: "limit" });
	}
}

/** A step of `published`: what a limited account posts is limited, too, before it is in any list. */
export async function limitPublished(services: Services, { videoId, userId }: EventMap["published"]): Promise<void> {
	if (!(await isLimited(services, userId))) return;
	const [row] = await services.db.video(videoId).select({ restriction: videos.restriction }).from(videos).where(eq(videos.id, videoId));
	if (row?.restriction === "none") await decideVideo(services, videoId, { to: "restrict", restriction: "limited", by: "limit" });
}
