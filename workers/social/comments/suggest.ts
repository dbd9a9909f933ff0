import { and, desc, eq, ilike, isNull, or } from "drizzle-orm";
import type { UserSummary } from "../../../contracts/users.ts";
import { among } from "../../../db/among.ts";
import { profiles } from "../../../db/schema/users.ts";
import { comments } from "../../../db/schema/videos.ts";
import { loadSummaries, teensAmong } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { mayBeFound } from "../../rules/teens.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { visibleVideos } from "../../videos/index.ts";

/** So many names are offered. */
const OFFERED = 8;
/** Commenters are looked for among so many of a video's latest comments. */
const LATEST = 200;

/** People the viewer may mean by the beginning of a name: those who commented on the video first, then those they follow. */
export async function suggestMentions(
	services: Services,
	viewer: UserViewer,
	{ q, videoId }: { readonly q: string; readonly videoId?: string | undefined },
): Promise<{ users: UserSummary[] }> {
	const prefix = q.replace(/^@/, "").trim().toLowerCase();
	const relations = await relationsOf(services, viewer);
	const [here, followed] = await Promise.all([
		videoId === undefined ? [] : commentersOf(services, viewer, videoId, prefix),
		followedBy(services, relations, prefix),
	]);
	const found = new Map([...here, ...followed].map((user) => [user.id, user]));
	const teens = await teensAmong(services, [...found.keys()]);
	const users = [...found.values()].filter(
		({ id }) => id !== viewer.userId && mayMeet(relations, id) && mayBeFound(teens.has(id), id, relations),
	);
	return { users: users.slice(0, OFFERED) };
}

async function commentersOf(services: Services, viewer: UserViewer, videoId: string, prefix: string): Promise<UserSummary[]> {
	const video = (await visibleVideos(services, viewer, [videoId])).get(videoId);
	if (video === undefined) return [];
	const rows = await services.db
		.video(videoId)
		.select({ userId: comments.userId })
		.from(comments)
		.where(and(eq(comments.videoId, videoId), isNull(comments.rootId), isNull(comments.heldAt), isNull(comments.deletedAt)))
		.orderBy(desc(comments.id))
		.limit(LATEST);
	const ids = [video.userId, ...new Set(rows.map(({ userId }) => userId))];
	const users = await loadSummaries(services, ids);
	return ids.flatMap((id) => users.get(id) ?? []).filter((user) => beginsWith(user, prefix));
}

const beginsWith = ({ username, displayName }: UserSummary, prefix: string): boolean =>
	username.toLowerCase().startsWith(prefix) || displayName.toLowerCase().startsWith(prefix);

async function followedBy(services: Services, { following }: Relations, prefix: string): Promise<UserSummary[]> {
	if (following.size === 0) return [];
	// The name's own signs are none of the pattern's.
	const pattern = `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
	const rows = await Promise.all(
		[...services.db.byUser([...following])].map(([database, ids]) =>
			database
				.select({ id: profiles.userId })
				.from(profiles)
				.where(
					and(
						among(profiles.userId, ids),
						isNull(profiles.deletedAt),
						or(ilike(profiles.username, pattern), ilike(profiles.displayName, pattern)),
					),
				)
				.limit(OFFERED),
		),
	);
	return [
		...(
			await loadSummaries(
				services,
				rows.flat().map(({ id }) => id),
			)
		).values(),
	];
}
