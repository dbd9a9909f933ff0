import { mediaKeys } from "../../contracts/media.ts";
import { seeded } from "../../contracts/seeded.ts";
import { type Database, openDatabases } from "../../db/client.ts";
import { profiles } from "../../db/schema/users.ts";
import { videos } from "../../db/schema/videos.ts";
import { dequantise, fromBase64 } from "../../recommender/vectors.ts";
import { catalogueRows } from "../../workers/feed/catalogue-rows.fixture.ts";
import { vectorId } from "../../workers/feed/vectors/ids.ts";
import { snowflakes } from "../../workers/platform/snowflake.ts";
import type { BenchStack } from "./miniflare.ts";

const CREATORS = 100;
const AT_ONCE = 250;

/** Writes ready videos straight to the database and the vector index. @returns their ids */
export async function seedVideos({ mf, databaseEndpoint }: BenchStack, count: number, { media: hasMedia = true } = {}): Promise<string[]> {
	const database: Database = openDatabases({ default: "postgresql://reelay:local@database.local/reelay" }, databaseEndpoint).directory();
	const newId = snowflakes();
	const creatorIds = Array.from({ length: CREATORS }, newId);
	await database
		.insert(profiles)
		.values(creatorIds.map((userId) => ({ userId, username: `creator${userId}`, displayName: `Creator ${userId}` })));
	const rows = catalogueRows({ count, creatorIds, newId, now: Date.now(), random: seeded(42) });
	type Index = { upsert(vectors: { id: string; namespace: string; values: number[] }[]): Promise<unknown> };
	const { VECTORS } = await mf.getBindings<{ VECTORS: Index }>("reelay");
	for (let from = 0; from < rows.length; from += AT_ONCE) {
		const some = rows.slice(from, from + AT_ONCE);
		await database.insert(videos).values(some);
		await VECTORS.upsert(
			some.map(({ id, embedding, embeddingVersion }) => ({
				id: vectorId(id, embeddingVersion ?? ""),
				namespace: embeddingVersion ?? "",
				values: [...dequantise(fromBase64(embedding ?? ""))],
			})),
		);
	}
	const ids = rows.map(({ id }) => id);
	if (!hasMedia) return ids;
	// What the server warms ahead of the player; the bytes don't matter here.
	const media = await mf.getR2Bucket("MEDIA", "reelay");
	for (const id of ids) {
		const names = ["480p/init.mp4", "480p/0.m4s", "360p/init.mp4", "360p/0.m4s"];
		await Promise.all(names.map((name) => media.put(mediaKeys.generation(id, 1) + name, "segment")));
	}
	return ids;
}

/** The numbers of one video as Postgres has them. */
export async function viewsOf({ databaseEndpoint }: BenchStack, videoId: string): Promise<number> {
	const database = openDatabases({ default: "postgresql://reelay:local@database.local/reelay" }, databaseEndpoint).directory();
	const { eq } = await import("drizzle-orm");
	const [row] = await database.select({ views: videos.viewCount }).from(videos).where(eq(videos.id, videoId));
	return row?.views ?? Number.NaN;
}

/** Views of all videos together, as Postgres has them. */
export async function viewsOfAll({ databaseEndpoint }: BenchStack): Promise<number> {
	const database = openDatabases({ default: "postgresql://reelay:local@database.local/reelay" }, databaseEndpoint).directory();
	const { sql } = await import("drizzle-orm");
	const [row] = await database.select({ views: sql<number>`coalesce(sum(${videos.viewCount}), 0)::float8` }).from(videos);
	return row?.views ?? Number.NaN;
}
