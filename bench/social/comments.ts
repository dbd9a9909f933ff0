import { sql } from "drizzle-orm";
import { type Database, openDatabases } from "../../db/client.ts";
import type { BenchStack } from "../stack/miniflare.ts";
import type { Row } from "../table.ts";
import { pageRow, reader } from "./pages.ts";

const COMMENTS = 1_000_000;
/** Of these so many are answers in one thread. */
const ANSWERS = 100_000;
const AT_ONCE = 100_000;
/** As Snowflakes of this year: a millisecond apart. */
const FIRST_ID = 380_000_000_000_000_000n;
const STEP = 1n << 22n;
const VIDEO = "370000000000000000";

const say = (text: string) => console.error(`bench: social: ${text}`);
const idAt = (n: number): string => String(FIRST_ID + BigInt(n) * STEP);

/** A video with a million comments, a hundred thousand of them answers in one thread. */
export async function comments(stack: BenchStack): Promise<Row[]> {
	const database: Database = openDatabases(
		{ default: "postgresql://reelay:local@database.local/reelay" },
		stack.databaseEndpoint,
	).directory();
	const author = await reader(stack, "bench_author");
	const guest = await reader(stack, null);
	const started = performance.now();
	await fill(database, author.id);
	say(`${COMMENTS} comments made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
	await explain(database, "newest", sql`root_id is null and held_at is null and id < ${idAt(COMMENTS / 2)}::bigint order by id desc`);
	await explain(database, "top", sql`root_id is null and held_at is null order by score desc, id desc`);
	const at = `/api/v1/videos/${VIDEO}/comments`;
	const deep = (n: number) => idAt(((n * 7_919) % (COMMENTS - ANSWERS)) + 100);
	return [
		await pageRow("newest of 1 M comments, anywhere in them", guest, (n) => `${at}?limit=20&cursor=${deep(n)}`),
		await pageRow("first page of the newest of 1 M comments", author, () => `${at}?limit=20`),
		await pageRow("first page of the best of 1 M comments", author, () => `${at}?limit=20&sort=top`),
		await pageRow(
			"page of 100 000 answers, anywhere in them",
			guest,
			(n) => `${at}/${idAt(0)}/replies?limit=20&cursor=${idAt(COMMENTS - ANSWERS + ((n * 97) % ANSWERS))}`,
		),
	];
}

async function fill(database: Database, author: string): Promise<void> {
	const manifest = JSON.stringify({ segmentSeconds: 2, lastSegmentSeconds: 1, segmentCount: 1, hasAudio: false, renditions: [] });
	await database.execute(sql`
		insert into videos (id, user_id, status, live_generation, original_bytes, declared_duration_ms, manifest, comment_count)
		values (${VIDEO}::bigint, ${author}::bigint, 'ready', 1, 1, 1000, ${manifest}::jsonb, ${COMMENTS})`);
	for (let from = 0; from < COMMENTS; from += AT_ONCE) {
		const range = sql.raw(`generate_series(${from}, ${from + AT_ONCE - 1}) as n`);
		const id = (n: string) => sql.raw(`${FIRST_ID} + (${n})::bigint * ${STEP}`);
		await database.execute(sql`
			insert into comments (id, video_id, user_id, text, root_id, like_count, client_id)
			select ${id("n")}, ${VIDEO}::bigint, ${author}::bigint, 'Comment ' || n,
				case when n >= ${COMMENTS - ANSWERS} then ${id("0")} end, (n::bigint * 7919 % 1000)::int, gen_random_uuid()
			from ${range}`);
	}
	await database.execute(sql`update comments set reply_count = ${ANSWERS} where id = ${idAt(0)}::bigint`);
	await database.execute(sql`analyze`);
}

/** Read by its index, without sorting. */
async function explain(database: Database, name: string, rest: ReturnType<typeof sql>): Promise<void> {
	const { rows } = await database.execute<Record<string, string>>(
		sql`explain select id from comments where video_id = ${VIDEO}::bigint and ${rest} limit 21`,
	);
	const plan = rows.map((row) => Object.values(row)[0] ?? "").join("\n");
	say(`${name} is read so:\n${plan}`);
	if (/Sort|Seq Scan/.test(plan)) throw new Error(`${name} is not read by its index`);
}
