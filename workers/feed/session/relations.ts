import { followedTags } from "../../discovery/hashtags/index.ts";
import type { Services } from "../../platform/services.ts";
import { keptFrom } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";

/** What of a viewer's relations a session goes by: `blocked` are all whose videos it leaves out, those muted included. */
export interface FeedRelations extends Pick<Relations, "following" | "blocked"> {
	/** Hashtags followed. */
	readonly topics: ReadonlySet<string>;
}

export async function feedRelationsOf(services: Services, viewer: Viewer | Pick<UserViewer, "kind" | "userId">): Promise<FeedRelations> {
	const [relations, topics] = await Promise.all([
		relationsOf(services, viewer),
		viewer.kind === "user" ? followedTags(services, viewer.userId) : [],
	]);
	return { following: relations.following, blocked: keptFrom(relations), topics: new Set(topics) };
}
