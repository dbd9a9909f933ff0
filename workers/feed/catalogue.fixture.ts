import { seeded } from "../../contracts/seeded.ts";
import { profiles } from "../../db/schema/users.ts";
import { videos } from "../../db/schema/videos.ts";
import type { Services } from "../platform/services.ts";
import { loadVideos, type VideoRecord } from "../videos/cards/index.ts";
import { catalogueRows } from "./catalogue-rows.fixture.ts";
import { indexVideo } from "./follow-up.ts";
import { dropLists } from "./retrieval/lists.ts";

export { TOPICS } from "./catalogue-rows.fixture.ts";

export interface SeedOptions {
	readonly count: number;
	readonly creators?: number;
	readonly seed?: number;
	/** Also into the vector index, as publishing does. */
	readonly publish?: boolean;
	readonly overrides?: Partial<typeof videos.$inferInsert>;
}

export interface Catalogue {
	readonly creatorIds: readonly string[];
	readonly records: readonly VideoRecord[];
}

/** Writes creators and videos; topics take turns. @returns the videos as they are loaded */
export async function seedCatalogue(services: Services, options: SeedOptions): Promise<Catalogue> {
	const random = seeded(options.seed ?? 1);
	const creatorIds = Array.from({ length: options.creators ?? 8 }, () => services.newId());
	for (const userId of creatorIds) {
		const username = `creator${userId}`;
		await services.db
			.user(userId)
			.insert(profiles)
			.values({ userId, username, displayName: `Creator ${userId.slice(-4)}` });
	}
	const rows = catalogueRows({ ...options, creatorIds, newId: services.newId, now: services.clock(), random });
	for (const [database, ids] of services.db.byVideo(rows.map(({ id }) => id))) {
		const mine = rows.filter(({ id }) => ids.includes(id));
		for (let from = 0; from < mine.length; from += 200) await database.insert(videos).values(mine.slice(from, from + 200));
	}
	const loaded = await loadVideos(
		services,
		rows.map(({ id }) => id),
	);
	const records = rows.flatMap(({ id }) => loaded.get(id) ?? []);
	if (options.publish === true) for (const record of records) await indexVideo(services, record);
	dropLists(services);
	return { creatorIds, records };
}
