import { sql } from "drizzle-orm";
import { teensAmong } from "../../../lists/people.ts";
import type { Services } from "../../../platform/services.ts";
import { formerOwnerOf } from "../../../rules/former-names.ts";
import { mayBeFound } from "../../../rules/teens.ts";

/** Somebody whose name is like what was typed. */
export interface Match {
	readonly userId: string;
	readonly followersCount: number;
	/** How their name matches: the smaller, the better. */
	readonly by: number;
}

/** How a name may match, the best first. */
const BY = { handle: 0, formerHandle: 1, handleBegins: 2, name: 3, nameBegins: 4, middle: 5, alike: 6 } as const;
/** Matches of one database at most: more than anybody looks through. */
const MATCHES_MAX = 120;
/** Of those one follows so many are looked for by name however many others match. */
const KNOWN_MAX = 1_000;

interface Row extends Record<string, unknown> {
	readonly id: string;
	readonly followers: number;
	readonly by: number;
}

/**
 * People by handle and name: exactly, then by the beginning, then those one knows, then by the middle and with typos. "Bob Jones" finds
 * @bobjones, and a handle that was given up lately its owner. A teen is found by who follows them alone.
 */
export async function findPeople(services: Services, text: string, following: ReadonlySet<string>): Promise<Match[]> {
	const name = text.replace(/^@/, "").trim();
	const known = JSON.stringify([...following].slice(0, KNOWN_MAX));
	const statement = sql`
		WITH asked AS MATERIALIZED (
			SELECT search_squeeze(${name}) AS squeezed, search_fold(${name}) AS folded,
				replace(replace(replace(search_squeeze(${name}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') AS handle_like,
				replace(replace(replace(search_fold(${name}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') AS name_like,
				array(SELECT jsonb_array_elements_text(${known}::jsonb)::bigint) AS known
		),
		matching AS (
			SELECT p.user_id, p.followers_count, CASE
				WHEN search_squeeze(p.username) = squeezed THEN ${BY.handle}
				WHEN search_squeeze(p.username) LIKE handle_like || '%' THEN ${BY.handleBegins}
				WHEN search_fold(p.display_name) = folded THEN ${BY.name}
				WHEN search_fold(p.display_name) LIKE name_like || '%' THEN ${BY.nameBegins}
				WHEN search_squeeze(p.username) LIKE '%' || handle_like || '%' OR search_fold(p.display_name) LIKE '%' || name_like || '%' THEN ${BY.middle}
				ELSE ${BY.alike} END AS by
			FROM asked, profiles AS p
			WHERE p.deleted_at IS NULL AND squeezed <> '' AND (p.account_type <> 'teen' OR p.user_id = any(known)) AND (
				search_squeeze(p.username) LIKE '%' || handle_like || '%' OR search_squeeze(p.username) % squeezed
				OR search_fold(p.display_name) LIKE '%' || name_like || '%' OR search_fold(p.display_name) % folded)
		)
		(SELECT user_id::text AS id, followers_count::int AS followers, by FROM matching ORDER BY by, followers_count DESC, user_id LIMIT ${MATCHES_MAX})
		UNION
		(SELECT user_id::text, followers_count::int, by FROM matching
			WHERE user_id = any((SELECT known FROM asked)::bigint[]) LIMIT ${MATCHES_MAX})`;
	const [former, ...answers] = await Promise.all([
		formerOwnerOf(services, name.replaceAll(" ", "")),
		...services.db.everyUserShard().map(async (database) => (await database.execute<Row>(statement)).rows),
	]);
	const matches = new Map<string, Match>();
	for (const { id, followers, by } of answers.flat()) {
		matches.set(id, {
			userId: id,
			followersCount: Number(followers),
			by: Number(by),
		});
	}
	if (former !== null && mayBeFound((await teensAmong(services, [former])).has(former), former, { following })) {
		const held = matches.get(former);
		matches.set(former, {
			userId: former,
			followersCount: held?.followersCount ?? 0,
			by: Math.min(held?.by ?? BY.formerHandle, BY.formerHandle),
		});
	}
	return orderPeople([...matches.values()], following);
}

/** A handle first, exactly and by its beginning; then whom one knows; then the others, by how they match and how many follow them. */
function orderPeople(matches: readonly Match[], following: ReadonlySet<string>): Match[] {
	const group = ({ by, userId }: Match): number => (by <= BY.handleBegins ? by : following.has(userId) ? BY.name - 0.5 : by);
	return [...matches].sort((a, b) => group(a) - group(b) || b.followersCount - a.followersCount || a.userId.localeCompare(b.userId));
}
