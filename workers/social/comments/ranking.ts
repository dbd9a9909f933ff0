import { createHash } from "node:crypto";
import { and, desc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { comments } from "../../../db/schema/videos.ts";
import type { KeptPlace } from "../../lists/cursor.ts";
import type { Skeleton } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import type { CommentRow } from "./rows.ts";

/**
 * Comments, the best first. Scores change while somebody pages, and a list that is sorted by them would skip and repeat comments.
 * So the order of the best is kept when a list is begun, under the digest of that order (who begins at the same time shares it);
 * what is below them follows newest first, which never changes. Where the kept order is lost the list goes on by the scores of now.
 */

/** The order of so many of the best is kept. */
const RANKED = 500;
/** Somebody who pages is given this long from page to page, seconds. */
const KEPT_S = 3_600;
/** The order of a list that is read by the scores of now. */
const NOW = "0".repeat(16);
/** Where the list below the best begins. */
const BEGINNING = "0";

const orderKey = (videoId: string, order: string): string => `comments:top:${videoId}:${order}`;
const THREADS = and(isNull(comments.rootId), isNull(comments.heldAt));

/** @param pinned ids that come first */
export async function bestComments(
	services: Services,
	videoId: string,
	pinned: readonly string[],
	after: KeptPlace | null,
	limit: number,
): Promise<Skeleton<CommentRow, KeptPlace>> {
	if (after === null) {
		const best = await rankedIds(services, videoId, pinned);
		const order = digestOf(best);
		const isWhole = best.length <= limit;
		const isKept = isWhole || (await keep(services, videoId, order, best));
		return !isKept ? byScore(services, videoId, best, limit) : fromKept(services, videoId, order, best, 0, BEGINNING, limit);
	}
	if (after.order !== NOW) {
		const best = await kept(services, videoId, after.order);
		if (best !== null) return fromKept(services, videoId, after.order, best, after.count, after.id, limit);
	}
	return byScore(services, videoId, await idsBelow(services, videoId, pinned, after.id, limit + 1), limit);
}

async function rankedIds({ db }: Services, videoId: string, pinned: readonly string[]): Promise<string[]> {
	const rows = await db
		.video(videoId)
		.select({ id: comments.id })
		.from(comments)
		.where(and(eq(comments.videoId, videoId), THREADS))
		.orderBy(desc(comments.score), desc(comments.id))
		.limit(RANKED);
	return [...pinned, ...rows.map(({ id }) => id).filter((id) => !pinned.includes(id))];
}

const digestOf = (ids: readonly string[]): string => createHash("sha256").update(ids.join()).digest("hex").slice(0, NOW.length);

/** @returns whether it was */
async function keep(services: Services, videoId: string, order: string, ids: readonly string[]): Promise<boolean> {
	return (await services.redis.soft((redis) => redis.set(orderKey(videoId, order), ids.join(), { ex: KEPT_S }))) !== null;
}

async function kept(services: Services, videoId: string, order: string): Promise<string[] | null> {
	const text = await services.redis.soft((redis) => redis.getex<string>(orderKey(videoId, order), { ex: KEPT_S }));
	// One id alone is read as a number.
	return text === null ? null : String(text).split(",");
}

async function fromKept(
	services: Services,
	videoId: string,
	order: string,
	best: readonly string[],
	count: number,
	lastId: string,
	limit: number,
): Promise<Skeleton<CommentRow, KeptPlace>> {
	const ids = best.slice(count, count + limit);
	const missing = limit - ids.length;
	const reached = count + ids.length;
	const last = count < best.length ? BEGINNING : lastId;
	const [rows, rest] = await Promise.all([
		rowsOf(services, videoId, ids),
		// Nothing is below fewer than the most that are ranked.
		reached < best.length || best.length < RANKED ? [] : newestBeside(services, videoId, best, last, missing + 1),
	]);
	const entries = [...rows, ...rest.slice(0, missing)];
	const goesOn = reached < best.length || rest.length > missing;
	const id = missing > 0 ? (rest[missing - 1]?.id ?? last) : BEGINNING;
	return { entries, next: goesOn ? { order, count: reached, id: reached < best.length ? (ids.at(-1) ?? id) : id } : null };
}

/** Rows of ids, in their order; those that are gone are left out. */
async function rowsOf({ db }: Services, videoId: string, ids: readonly string[]): Promise<CommentRow[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.video(videoId)
		.select()
		.from(comments)
		.where(inArray(comments.id, [...ids]));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

function newestBeside({ db }: Services, videoId: string, best: readonly string[], lastId: string, limit: number): Promise<CommentRow[]> {
	const below = lastId === BEGINNING ? undefined : sql`${comments.id} < ${lastId}::bigint`;
	return db
		.video(videoId)
		.select()
		.from(comments)
		.where(and(eq(comments.videoId, videoId), THREADS, notInArray(comments.id, [...best]), below))
		.orderBy(desc(comments.id))
		.limit(limit);
}

async function idsBelow({ db }: Services, videoId: string, pinned: readonly string[], id: string, limit: number): Promise<string[]> {
	const place = sql`(select score, id from comments where id = ${id}::bigint)`;
	const rows = await db
		.video(videoId)
		.select({ id: comments.id })
		.from(comments)
		.where(
			and(
				eq(comments.videoId, videoId),
				THREADS,
				pinned.length === 0 ? undefined : notInArray(comments.id, [...pinned]),
				sql`(${comments.score}, ${comments.id}) < ${place}`,
			),
		)
		.orderBy(desc(comments.score), desc(comments.id))
		.limit(limit);
	return rows.map((row) => row.id);
}

/** @param ids more than `limit` where the list goes on */
async function byScore(
	services: Services,
	videoId: string,
	ids: readonly string[],
	limit: number,
): Promise<Skeleton<CommentRow, KeptPlace>> {
	const shown = ids.slice(0, limit);
	const last = shown.at(-1);
	const next = ids.length > limit && last !== undefined ? { order: NOW, count: 0, id: last } : null;
	return { entries: await rowsOf(services, videoId, shown), next };
}
