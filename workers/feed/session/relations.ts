import type { Services } from "../../platform/services.ts";
import { keptFrom } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";

/** What of a viewer's relations a session goes by: `blocked` are all whose videos it leaves out, those muted included. */
export type FeedRelations = Pick<Relations, "following" | "blocked">;

export async function feedRelationsOf(services: Services, viewer: Viewer | Pick<UserViewer, "kind" | "userId">): Promise<FeedRelations> {
	const relations = await relationsOf(services, viewer);
	return { following: relations.following, blocked: keptFrom(relations) };
}
