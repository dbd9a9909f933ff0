import { and, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { MODEL_FILES, type VectorLine } from "../../../contracts/archive.ts";
import { isPublished } from "../../../db/published.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { forgetCopies, readRecords } from "../../videos/cards/index.ts";
import { readManifest } from "../archive/models.ts";
import { indexEntry } from "./entry.ts";
import { vectorId } from "./ids.ts";
import { gunzipLines, parseVectorLine } from "./lines.ts";
import { readSpace } from "./space.ts";

/** How far the vectors of a run were taken up; KV. */
const PROGRESS_KEY = "vectors-taken-up";
const Progress = z.object({ run: z.string(), lines: z.int().min(0), done: z.boolean() });
/** Vectors a batch: one upsert, one update a database. Vectorize takes 1 000 at once. */
const BATCH = 250;
/** Time for one tick, milliseconds: what is left is done at the next. */
const TIME_MS = 20_000;

/**
 * Takes up the vectors the trainer made: into the rows, and with the numbers of the moment into the index, batch by batch; it
 * goes on where the last tick ended. Those of another space than the one that is served are left. @returns how many
 * @throws when the file is missing or no gzip: those before go on serving
 */
export async function takeUpVectors(services: Services, timeMs = TIME_MS): Promise<number> {
	const { archive, models } = services;
	const newest = await readManifest(services);
	if (newest === null) return 0;
	const { id: run, space: trainedIn = null } = newest.manifest;
	const stored = Progress.safeParse(await models.get<unknown>(PROGRESS_KEY, "json"));
	const before = stored.success && stored.data.run === run ? stored.data : { run, lines: 0, done: false };
	if (before.done) return 0;
	const space = await readSpace(services);
	if (space === null) return 0;
	const keep = (lines: number, done: boolean) => models.put(PROGRESS_KEY, JSON.stringify({ run, lines, done }));
	// A catalogue from before spaces had names was of the only one there was.
	const isUnnamed = trainedIn === null && space.next === null && space.past.length === 0;
	if (trainedIn !== space.active && !isUnnamed) {
		services.log.warn("trained_vectors_of_another_space", { run, trainedIn, served: space.active });
		await keep(0, true);
		return 0;
	}
	const file = await archive.get(MODEL_FILES.vectors);
	if (file === null) throw new Error("the trainer's manifest names vectors that are not there");
	const until = services.clock() + timeMs;
	let read = 0;
	let taken = 0;
	let unreadable = 0;
	let batch: VectorLine[] = [];
	for await (const text of gunzipLines(file.body)) {
		read += 1;
		if (read <= before.lines) continue;
		const line = parseVectorLine(text);
		if (line === null) unreadable += 1;
		else batch.push(line);
		if (batch.length < BATCH) continue;
		taken += await serve(services, batch, space.active);
		batch = [];
		if (services.clock() >= until) {
			await keep(read, false);
			return taken;
		}
	}
	if (batch.length > 0) taken += await serve(services, batch, space.active);
	await keep(read, true);
	services.log.info("vectors_taken_up", { run, lines: read, taken, unreadable });
	return taken;
}

/** Rows first: what is ranked by a vector that the index does not have yet lies near the one it has. @returns how many are for everyone */
async function serve(services: Services, lines: readonly VectorLine[], space: string): Promise<number> {
	const vectors = new Map(lines.map(({ videoId, vector }) => [videoId, vector]));
	const ids = await writeRows(services, vectors, space);
	if (ids.length === 0) return 0;
	await forgetCopies(services, ids);
	const records = await readRecords(services, ids);
	await services.vectors.upsert(records.map((record) => indexEntry(record, space, vectors.get(record.id) ?? "")));
	// Deleted or hidden since the rows were written: their own removal may have come before the upsert.
	const still = new Set(await forEveryone(services, ids));
	const gone = ids.filter((id) => !still.has(id));
	if (gone.length > 0) await services.vectors.deleteByIds(gone.map((id) => vectorId(id, space)));
	return still.size;
}

/** @returns ids of those that are for everyone: only these were written */
async function writeRows(services: Services, vectors: ReadonlyMap<string, string>, space: string): Promise<string[]> {
	const written = await Promise.all(
		[...services.db.byVideo([...vectors.keys()])].map(([database, ids]) => {
			const given = sql.join(
				ids.map((id) => sql`(${id}::bigint, ${vectors.get(id) ?? ""}::text)`),
				sql`, `,
			);
			return database
				.update(videos)
				.set({ servedVector: sql`given.vector`, servedVectorVersion: space })
				.from(sql`(values ${given}) as given (video_id, vector)`)
				.where(and(sql`given.video_id = ${videos.id}`, isPublished))
				.returning({ id: videos.id });
		}),
	);
	return written.flat().map(({ id }) => id);
}

async function forEveryone(services: Services, ids: readonly string[]): Promise<string[]> {
	const rows = await Promise.all(
		[...services.db.byVideo(ids)].map(([database, some]) =>
			database
				.select({ id: videos.id })
				.from(videos)
				.where(and(inArray(videos.id, some), isPublished)),
		),
	);
	return rows.flat().map(({ id }) => id);
}
