import { and, asc, count, eq, gt, isNotNull } from "drizzle-orm";
import { isPublished } from "../../../db/published.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { outdateModels } from "../retrieval/models.ts";
import { decide, type VersionCount } from "./decide.ts";
import { vectorId } from "./ids.ts";
import { readSpace, SPACE_KEY, type VectorSpace } from "./space.ts";

/** Retired vectors removed in one tick. */
const CLEARED_A_TICK = 1_000;

/**
 * Watches over which vectors are served. The first version met is; when videos come with another, that one is filled beside it
 * (by the sweep that embeds anew, see `sweepOutdated`), and served once it is whole; then the one before is cleared from the
 * index. One step a tick. @returns 1 when something was done
 */
export async function tendSpace(services: Services): Promise<number> {
	const space = await readSpace(services);
	const next = await step(services, space);
	if (next === null) return 0;
	await services.models.put(SPACE_KEY, JSON.stringify(next));
	outdateModels(services);
	return 1;
}

async function step(services: Services, space: VectorSpace | null): Promise<VectorSpace | null> {
	const turn = decide(space, await countVersions(services), services.clock());
	if (turn.event !== null) services.log.info(turn.event, { ...turn.space });
	if (turn.space !== space) return turn.space;
	return space === null || space.retired === null ? null : { ...space, retired: await clear(services, space.retired) };
}

/** How many videos for everyone have content vectors of each version, most first. */
async function countVersions(services: Services): Promise<VersionCount[]> {
	const answers = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ version: videos.embeddingVersion, many: count() })
				.from(videos)
				.where(and(isPublished, isNotNull(videos.embeddingVersion)))
				.groupBy(videos.embeddingVersion),
		),
	);
	const sums = new Map<string, number>();
	for (const { version, many } of answers.flat()) if (version !== null) sums.set(version, (sums.get(version) ?? 0) + many);
	return [...sums]
		.map(([version, many]) => ({ version, videos: many }))
		.sort((a, b) => b.videos - a.videos || (a.version < b.version ? -1 : 1));
}

/** Removes the next thousand of a retired space from the index. @returns how far it came; null when it was the last */
async function clear(services: Services, { version, after }: NonNullable<VectorSpace["retired"]>): Promise<VectorSpace["retired"]> {
	const rows = await Promise.all(
		services.db
			.everyVideoShard()
			.map((database) =>
				database.select({ id: videos.id }).from(videos).where(gt(videos.id, after)).orderBy(asc(videos.id)).limit(CLEARED_A_TICK),
			),
	);
	const ids = rows
		.flat()
		.map(({ id }) => id)
		.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
		.slice(0, CLEARED_A_TICK);
	if (ids.length > 0) await services.vectors.deleteByIds(ids.map((id) => vectorId(id, version)));
	const last = ids.at(-1);
	if (ids.length === CLEARED_A_TICK && last !== undefined) return { version, after: last };
	await dropServed(services, version);
	services.log.info("vector_space_cleared", { version });
	return null;
}

/** Learnt vectors of a space that is not served any more only take room. */
async function dropServed(services: Services, version: string): Promise<void> {
	for (const database of services.db.everyVideoShard()) {
		await database.update(videos).set({ servedVector: null, servedVectorVersion: null }).where(eq(videos.servedVectorVersion, version));
	}
}
