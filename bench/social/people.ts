import { sql } from "drizzle-orm";
import { type Database, openDatabases } from "../../db/client.ts";
import type { BenchStack } from "../stack/miniflare.ts";
import type { Row } from "../table.ts";
import { pageRow, reader } from "./pages.ts";

const FOLLOWERS = 1_000_000;
/** The most somebody may follow, and the most requests that wait: contracts/limits.ts. */
const FOLLOWING = 10_000;
const REQUESTS = 10_000;
const AT_ONCE = 100_000;

const say = (text: string) => console.error(`bench: social: ${text}`);

/** One person followed by a million; another who follows ten thousand, all of whom follow back; a third whom ten thousand ask. */
export async function people(stack: BenchStack): Promise<Row[]> {
	const database: Database = openDatabases(
		{ default: "postgresql://reelay:local@database.local/reelay" },
		stack.databaseEndpoint,
	).directory();
	const [star, friend, guest] = [await reader(stack, "bench_star"), await reader(stack, "bench_friend"), await reader(stack, null)];
	const started = performance.now();
	await fill(database, star.id, friend.id);
	say(`${FOLLOWERS} followers made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
	await explain(database, star.id);
	/** Somewhere in a list whose entries are a millisecond apart: deep pages cost what the first one does, or the index is wrong. */
	const deep = (n: number) => `${BEGAN + ((n * 7_919) % FOLLOWERS)}-${FIRST_ID + ((n * 7_919) % FOLLOWERS)}`;
	return [
		await pageRow("page of 1 M followers, anywhere in them", guest, (n) => `/api/v1/users/${star.id}/followers?limit=30&cursor=${deep(n)}`),
		await pageRow("first page of 1 M followers", guest, () => `/api/v1/users/${star.id}/followers?limit=30`),
		await pageRow("profile with 1 M followers", friend, () => `/api/v1/users/${star.id}`),
		await pageRow(
			"page of 10 000 friends",
			friend,
			(n) => `/api/v1/users/me/friends?limit=30&cursor=${BEGAN + ((n * 83) % FOLLOWING)}-${FIRST_ID}`,
		),
		await pageRow(
			"page of 10 000 follow requests",
			star,
			(n) => `/api/v1/users/me/follow-requests?limit=30&cursor=${BEGAN + ((n * 83) % REQUESTS)}-${FIRST_ID}`,
		),
		await pageRow("Following of one who follows 10 000", friend, () => "/api/v1/feed/following?count=20"),
		await pageRow("Friends of one who has 10 000", friend, () => "/api/v1/feed/friends?count=20"),
	];
}

/** Made-up people have ids from here on, and followed a millisecond after one another. */
const FIRST_ID = 1_000_000_000_000;
const BEGAN = 1_790_000_000_000;

async function fill(database: Database, star: string, friend: string): Promise<void> {
	const at = sql.raw(`to_timestamp((${BEGAN} + n) / 1000.0)`);
	for (let from = 0; from < FOLLOWERS; from += AT_ONCE) {
		const range = sql.raw(`generate_series(${from}, ${from + AT_ONCE - 1}) as n`);
		const id = sql.raw(`${FIRST_ID} + n`);
		await database.execute(
			sql`insert into profiles (user_id, username, display_name) select ${id}, 'p' || n, 'Person ' || n from ${range}`,
		);
		await database.execute(
			sql`insert into followers (followee_id, follower_id, created_at) select ${star}::bigint, ${id}, ${at} from ${range}`,
		);
	}
	const some = sql.raw(`generate_series(0, ${FOLLOWING - 1}) as n`);
	const id = sql.raw(`${FIRST_ID} + n`);
	await database.execute(
		sql`insert into follows (follower_id, followee_id, created_at) select ${friend}::bigint, ${id}, ${at} from ${some}`,
	);
	await database.execute(
		sql`insert into followers (followee_id, follower_id, created_at) select ${friend}::bigint, ${id}, ${at} from ${some}`,
	);
	await database.execute(
		sql`insert into follow_requests (user_id, requester_id, created_at) select ${star}::bigint, ${id}, ${at} from ${some}`,
	);
	await database.execute(sql`update profiles set followers_count = ${FOLLOWERS} where user_id = ${star}::bigint`);
	await database.execute(sql`analyze`);
}

/** How Postgres reads a page in the midst of the million: by the index alone, without sorting. */
async function explain(database: Database, star: string): Promise<void> {
	const { rows } = await database.execute<Record<string, string>>(sql`
		explain select follower_id, created_at from followers where followee_id = ${star}::bigint
		and (created_at, follower_id) < (to_timestamp(${(BEGAN + FOLLOWERS / 2) / 1000}::float8), ${FIRST_ID}::bigint)
		order by created_at desc, follower_id desc limit 31`);
	const plan = rows.map((row) => Object.values(row)[0] ?? "").join("\n");
	say(`a page is read so:\n${plan}`);
	if (/Sort|Seq Scan/.test(plan)) throw new Error("a page of followers is not read by its index");
}
