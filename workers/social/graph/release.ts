import { and, inArray, sql } from "drizzle-orm";
import { followers, profiles } from "../../../db/schema/users.ts";
import type { Services } from "../../platform/services.ts";
import { youngFrom } from "./held.ts";

/** Follows that come to count at one tick, of one database. */
const RELEASED_AT_ONCE = 500;

/** A job of every minute: follows of accounts that are no longer young count from now on. @returns how many accounts have more followers */
export async function releaseFollows(services: Services): Promise<number> {
	let changed = 0;
	for (const database of services.db.everyUserShard()) {
		const due = await database
			.select({ followeeId: followers.followeeId, followerId: followers.followerId })
			.from(followers)
			.where(and(followers.held, sql`${followers.followerId} < ${youngFrom()}`))
			.orderBy(followers.followerId)
			.limit(RELEASED_AT_ONCE);
		if (due.length === 0) continue;
		const followees = [...new Set(due.map(({ followeeId }) => followeeId))];
		// Profiles first, in the order of their numbers: as whoever follows and unfollows locks them.
		const [, { rows }] = await database.batch([
			database
				.select({ id: profiles.userId })
				.from(profiles)
				.where(inArray(profiles.userId, followees))
				.orderBy(profiles.userId)
				.for("update"),
			database.execute(sql`
				WITH released AS (
					UPDATE followers SET held = false
					WHERE held AND (followee_id, follower_id) IN (${sql.join(
						due.map(({ followeeId, followerId }) => sql`(${followeeId}::bigint, ${followerId}::bigint)`),
						sql`, `,
					)})
					RETURNING followee_id
				), counted AS (SELECT followee_id, count(*) AS number FROM released GROUP BY followee_id)
				UPDATE profiles SET followers_count = followers_count + number FROM counted WHERE user_id = followee_id RETURNING user_id`),
		]);
		changed += rows.length;
	}
	return changed;
}
