import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { userNotFound } from "../../../contracts/problems/social.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { blockedBy, followers, follows, profiles } from "../../../db/schema/users.ts";
import { type Place, placeCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { resolveUser } from "../../rules/users.ts";
import type { Viewer } from "../../rules/viewer.ts";

export interface UserPage {
	readonly users: UserSummary[];
	readonly nextCursor: string | null;
}
interface PageQuery {
	readonly limit: number;
	readonly cursor?: string | undefined;
}
/** Reads ids and times below a place, newest first. */
type Skeleton = (after: Place | null, limit: number) => Promise<Place[]>;

/** Rounds of topping up a page that the rules made short; then it stays short and the cursor goes on. */
const ROUNDS = 4;

/** Who follows a user, newest first. @throws `user_not_found` */
export async function listFollowers(services: Services, viewer: Viewer, reference: string, query: PageQuery): Promise<UserPage> {
	const userId = await resolveUser(services, reference);
	const skeleton: Skeleton = (after, limit) =>
		services.db
			.user(userId)
			.select({ id: followers.followerId, at: followers.createdAt })
			.from(followers)
			.where(and(eq(followers.followeeId, userId), below(sql`${followers.createdAt}`, sql`${followers.followerId}`, after)))
			.orderBy(desc(followers.createdAt), desc(followers.followerId))
			.limit(limit);
	return listUsers(services, viewer, userId, skeleton, query);
}

/** Whom a user follows, newest first. @throws `user_not_found` */
export async function listFollowing(services: Services, viewer: Viewer, reference: string, query: PageQuery): Promise<UserPage> {
	const userId = await resolveUser(services, reference);
	const skeleton: Skeleton = (after, limit) =>
		services.db
			.user(userId)
			.select({ id: follows.followeeId, at: follows.createdAt })
			.from(follows)
			.where(and(eq(follows.followerId, userId), below(sql`${follows.createdAt}`, sql`${follows.followeeId}`, after)))
			.orderBy(desc(follows.createdAt), desc(follows.followeeId))
			.limit(limit);
	return listUsers(services, viewer, userId, skeleton, query);
}

const below = (at: SQL, id: SQL, after: Place | null): SQL | undefined =>
	after === null ? undefined : sql`(${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`;

/** Skeleton → hydrate → rules (gone, blocked) → present; topped up while short. */
async function listUsers(services: Services, viewer: Viewer, userId: string, skeleton: Skeleton, query: PageQuery): Promise<UserPage> {
	await checkVisible(services, viewer, userId);
	const { blocked } = await relationsOf(services, viewer);
	const users: UserSummary[] = [];
	let after = placeCursor.decode(query.cursor);
	for (let round = 0; round < ROUNDS; round++) {
		const wanted = query.limit - users.length;
		const places = await skeleton(after, wanted + 1);
		const page = places.slice(0, wanted);
		const summaries = await loadSummaries(
			services,
			page.map(({ id }) => id),
		);
		for (const { id } of page) {
			const summary = summaries.get(id);
			if (summary !== undefined && !blocked.has(id)) users.push(summary);
		}
		after = page.at(-1) ?? after;
		if (places.length <= wanted) return { users, nextCursor: null };
		if (users.length === query.limit) break;
	}
	return { users, nextCursor: after === null ? null : placeCursor.encode(after) };
}

async function checkVisible(services: Services, viewer: Viewer, userId: string): Promise<void> {
	const database = services.db.user(userId);
	const [row] = await database.select({ deletedAt: profiles.deletedAt }).from(profiles).where(eq(profiles.userId, userId));
	if (row === undefined || row.deletedAt !== null) throw userNotFound();
	if (viewer.kind === "guest" || viewer.userId === userId) return;
	const blockers = await services.db
		.user(viewer.userId)
		.select({ id: blockedBy.blockerId })
		.from(blockedBy)
		.where(and(eq(blockedBy.userId, viewer.userId), eq(blockedBy.blockerId, userId)));
	if (blockers.length > 0) throw userNotFound();
}
