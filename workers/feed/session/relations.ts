import { followedTags } from "../../discovery/hashtags/index.ts";
import type { Services } from "../../platform/services.ts";
import { keptFrom } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";

/** What of a viewer's relations a session goes by: `blocked` are all whose videos it leaves out, those muted included. */
export interface FeedRelations extends Pick<Relations, "following" | "blocked"> {
	/** Hashtags followed. */
	readonly topics: ReadonlySet<string>;
	/** Somebody with an account that is not known to be an adult's: no experiment is made with them. */
	readonly isTeen: boolean;
}

export async function feedRelationsOf(services: Services, viewer: Viewer | Pick<UserViewer, "kind" | "userId">): Promise<FeedRelations> {
	const [relations, topics] = await Promise.all([
		// A session knows its viewer by name alone: whether they are a teen is asked.
		relationsOf(services, viewer.kind === "user" ? { kind: "user", userId: viewer.userId } : viewer),
		viewer.kind === "user" ? followedTags(services, viewer.userId) : [],
	]);
	return {
		following: relations.following,
		blocked: keptFrom(relations),
		topics: new Set(topics),
		isTeen: viewer.kind === "user" && !relations.isAdult,
	};
}
