import type { VideoCard } from "../../contracts/videos.ts";
import type { Services } from "../platform/services.ts";
import { mustSeeListsOf, resolveUser } from "../rules/users.ts";
import type { Viewer } from "../rules/viewer.ts";
import { hydrateCards } from "../videos/cards/index.ts";
import { visibleVideos } from "../videos/index.ts";
import { readPins } from "./rows.ts";

/** What a user pinned, as far as this viewer may see it. @throws ProblemError user_not_found, account_private */
export async function listPins(services: Services, viewer: Viewer, user: string): Promise<{ videos: VideoCard[] }> {
	const userId = await resolveUser(services, user);
	await mustSeeListsOf(services, viewer, userId);
	const pinned = await readPins(services, userId);
	const visible = await visibleVideos(services, viewer, pinned);
	const shown = pinned.filter((id) => visible.has(id));
	return { videos: await hydrateCards(services, viewer, shown) };
}
