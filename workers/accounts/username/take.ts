import { type SQL, sql } from "drizzle-orm";
import { forgottenBefore } from "../../rules/former-names.ts";

/**
 * Has an account take a name, and holds its old one for it: one statement, so that of two who want the same name at once one gets it,
 * by the index of names. Gives back the account's id, or nothing where the old name is not the account's any more, the new one is held for
 * somebody else, or the changes are used up.
 */
export const takeName = (take: {
	readonly userId: string;
	/** As it is now, lower-case. */
	readonly from: string;
	/** As it was typed. */
	readonly to: string;
	readonly most: number;
	readonly now: number;
}): SQL => {
	const { userId, from, to, most, now } = take;
	const username = to.toLowerCase();
	const since = forgottenBefore(now).toISOString();
	return sql`
		WITH moved AS (
			UPDATE account_users SET username = ${username}, display_username = ${to}, name = ${to}, updated_at = ${new Date(now).toISOString()}::timestamptz
			WHERE id = ${userId} AND username = ${from}
			AND (SELECT count(*) FROM former_usernames WHERE user_id = ${userId} AND changed_at > ${since}::timestamptz) < ${most}::int
			AND NOT EXISTS (
				SELECT 1 FROM former_usernames WHERE username = ${username} AND user_id <> ${userId} AND changed_at > ${since}::timestamptz
			)
			RETURNING id
		),
		held AS (
			INSERT INTO former_usernames (username, user_id, changed_at)
			SELECT ${from}, id, ${new Date(now).toISOString()}::timestamptz FROM moved
			ON CONFLICT (username) DO UPDATE SET user_id = excluded.user_id, changed_at = excluded.changed_at
		)
		SELECT id FROM moved`;
};
