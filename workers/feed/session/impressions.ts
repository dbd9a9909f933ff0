import { keptMs } from "../../../contracts/retention.ts";
import type { PageItem } from "./protocol.ts";
import type { StoredSlot } from "./slots.ts";

/** A page as it was given, so that its cursor answers the same again. */
export interface GivenPage {
	readonly items: readonly PageItem[];
	readonly nextCursor: string;
	readonly isFallback: boolean;
}

/** How a video came to be shown. */
export type Telling = Pick<StoredSlot, "kind" | "propensity" | "parts">;
/** … and when, milliseconds since 1970. */
export type Impression = Telling & { readonly at: number };

/** A page and what it showed. */
export interface Giving {
	/** The cursor it was asked for by; null for the next page whatever it be. */
	readonly cursor: string | null;
	readonly page: GivenPage;
	readonly slots: readonly (Telling & Pick<StoredSlot, "videoId">)[];
	readonly at: number;
}

/** Shown videos are remembered this long, milliseconds, and at most SHOWN_MAX of them. */
export const SHOWN_FOR_MS = keptMs("shown");
const SHOWN_MAX = 20_000;
/** Videos in the history at most, those watched last; older ones are forgotten with what was shown. */
export const HISTORY_MAX = 500;
/** How videos came to be shown is told of the pages given last. */
export const PAGES_KEPT = 50;

/** A video, and when it was watched last, milliseconds. */
export interface Watched {
	readonly videoId: string;
	readonly at: number;
}

type ToldSlot = readonly [videoId: string, kind: Telling["kind"], propensity: Telling["propensity"], parts: Telling["parts"]];
type KeptPage = GivenPage & { readonly told: readonly ToldSlot[]; readonly at: number };

const SCHEMA = `
	create table if not exists shown (id integer primary key, at integer not null, watched integer);
	create table if not exists given (seq integer primary key, cursor text, ids text not null, page text not null);
`;

/**
 * What a viewer was shown. A row of `shown` is an id, a time, and when it was watched last, if it was: a page marks twenty of them, in
 * places all over the table. How each came to be shown stays with its page. The history is a column of rows that are written when
 * something is watched anyhow: it costs no write.
 */
export class Impressions {
	readonly #sql: SqlStorage;
	readonly #writeSoon: () => void;
	#noted: Giving[] = [];
	#isClosed = false;

	/** @param writeSoon has `putAway` called in a moment */
	constructor(sql: SqlStorage, writeSoon: () => void) {
		this.#sql = sql;
		this.#writeSoon = writeSoon;
		sql.exec(SCHEMA);
	}

	/** A page is being given: it is written, and what it shows marked, a moment later. */
	give(giving: Giving): void {
		if (this.#isClosed) return;
		this.#noted.push(giving);
		this.#writeSoon();
	}

	/** What was shown by pages that are not written yet. */
	unwritten(): string[] {
		return this.#noted.flatMap(({ slots }) => slots.map(({ videoId }) => videoId));
	}

	/** Writes what was noted. */
	putAway(): void {
		const noted = this.#noted;
		if (noted.length === 0) return;
		this.#noted = [];
		for (const { cursor, page, slots, at } of noted) {
			const ids = slots.map(({ videoId }) => videoId);
			this.#mark(ids, at);
			const told = slots.map(({ videoId, kind, propensity, parts }): ToldSlot => [videoId, kind, propensity, parts]);
			const kept: KeptPage = { ...page, told, at };
			this.#sql.exec("insert into given (cursor, ids, page) values (?, ?, ?)", cursor, `,${ids.join()},`, JSON.stringify(kept));
		}
	}

	/** The session is forgotten: what was noted, and what a page that is under way notes yet, is not written. */
	close(): void {
		this.#isClosed = true;
		this.#noted = [];
	}

	/** Which of these were shown to this viewer. Told as one value: each row of an answer costs more than finding it. */
	among(videoIds: readonly string[]): Set<string> {
		this.putAway();
		const { ids } = this.#sql
			.exec<{ ids: string }>(
				"select json_group_array(cast(id as text)) as ids from shown where id in (select cast(value as integer) from json_each(?))",
				JSON.stringify(videoIds),
			)
			.one();
		return new Set(JSON.parse(ids) as string[]);
	}

	/** An impression elsewhere (profile, search); the latest counts. */
	markSeen(videoIds: readonly string[], at: number): void {
		this.putAway();
		this.#mark(videoIds, at);
	}

	/** The same of those that were watched. */
	markWatched(videoIds: readonly string[], at: number): void {
		this.putAway();
		this.#mark(videoIds, at, at);
	}

	#mark(videoIds: readonly string[], at: number, watchedAt: number | null = null): void {
		if (videoIds.length === 0) return;
		this.#sql.exec(
			`insert into shown (id, at, watched) select cast(value as integer), ?, ? from json_each(?) where true
			on conflict (id) do update set at = excluded.at, watched = coalesce(excluded.watched, watched)`,
			at,
			watchedAt,
			JSON.stringify(videoIds),
		);
	}

	/** Those watched last, latest first, from below a place. */
	history(limit: number, after: Watched | null): Watched[] {
		this.putAway();
		const rows = this.#sql.exec<{ id: string; watched: number }>(
			`select cast(h.id as text) as id, h.watched from
				(select id, watched from shown where watched is not null order by watched desc, id desc limit ${HISTORY_MAX}) as h
			where (h.watched, h.id) < (?, cast(? as integer)) order by h.watched desc, h.id desc limit ?`,
			after?.at ?? Number.MAX_SAFE_INTEGER,
			after?.videoId ?? "0",
			limit,
		);
		return [...rows].map(({ id, watched }) => ({ videoId: id, at: watched }));
	}

	/** Takes one video, or all, out of the history; that it was shown stays known. */
	forgetWatched(videoId: string | null): void {
		this.putAway();
		this.#sql.exec(
			"update shown set watched = null where watched is not null and (? is null or id = cast(? as integer))",
			videoId,
			videoId,
		);
	}

	/** How these came to be shown, and when, of those that this feed showed lately. */
	tell(videoIds: readonly string[]): Map<string, Impression> {
		this.putAway();
		const wanted = new Set(videoIds);
		const found = new Map<string, Impression>();
		if (wanted.size === 0) return found;
		const pages = this.#sql.exec<{ page: string }>(
			"select page from given where exists (select 1 from json_each(?) where instr(ids, value) > 0) order by seq desc",
			JSON.stringify(videoIds.map((id) => `,${id},`)),
		);
		for (const { page } of pages) {
			const { told, at } = JSON.parse(page) as KeptPage;
			for (const [videoId, kind, propensity, parts] of told) {
				if (wanted.delete(videoId)) found.set(videoId, { kind, propensity, parts, at });
			}
			if (wanted.size === 0) break;
		}
		return found;
	}

	/** Shown videos, those longest ago first, leaving out the `share` of them shown last. */
	longestAgo(limit: number, share: number): string[] {
		this.putAway();
		const [row] = this.#sql.exec<{ count: number }>("select count(*) as count from shown").toArray();
		const some = Math.min(limit, Math.max(1, Math.ceil((row?.count ?? 0) * (1 - share))));
		const rows = this.#sql.exec<{ id: string }>("select cast(id as text) as id from shown order by at, id limit ?", some);
		return [...rows].map(({ id }) => id);
	}

	/** Latest last. */
	last(limit: number): { videoId: string; at: number; watchedAt: number | null }[] {
		this.putAway();
		const rows = this.#sql.exec<{ id: string; at: number; watched: number | null }>(
			"select cast(id as text) as id, at, watched from shown order by at desc limit ?",
			limit,
		);
		return [...rows].map(({ id, at, watched }) => ({ videoId: id, at, watchedAt: watched })).reverse();
	}

	/** The page given for this cursor. */
	page(cursor: string): GivenPage | null {
		this.putAway();
		const [row] = this.#sql.exec<{ page: string }>("select page from given where cursor = ? order by seq desc limit 1", cursor).toArray();
		if (row === undefined) return null;
		const { items, nextCursor, isFallback } = JSON.parse(row.page) as KeptPage;
		return { items, nextCursor, isFallback };
	}

	/** Videos of the pages that may be asked for again. */
	given(): string[] {
		return this.#pages().flatMap(({ page }) => page.items.map(({ videoId }) => videoId));
	}

	/** Takes videos out of the pages that may be asked for again; a page that loses all is made anew when it is. */
	withdraw(isMeant: (videoId: string) => boolean): void {
		for (const { seq, page } of this.#pages()) {
			const items = page.items.filter(({ videoId }) => !isMeant(videoId));
			if (items.length === page.items.length) continue;
			if (items.length === 0) this.#sql.exec("delete from given where seq = ?", seq);
			else this.#sql.exec("update given set page = ? where seq = ?", JSON.stringify({ ...page, items }), seq);
		}
	}

	#pages(): { seq: number; page: KeptPage }[] {
		this.putAway();
		const rows = this.#sql.exec<{ seq: number; page: string }>("select seq, page from given where cursor is not null");
		return [...rows].map(({ seq, page }) => ({ seq, page: JSON.parse(page) as KeptPage }));
	}

	/** No page is given again; that its videos were shown, and how they came to be, stays known. */
	forgetPages(): void {
		this.putAway();
		this.#sql.exec("update given set cursor = null where cursor is not null");
	}

	/** Nothing is known any more of what spoke for the videos of pages. */
	forgetReasons(): void {
		this.putAway();
		const rows = this.#sql.exec<{ seq: number; page: string }>("select seq, page from given").toArray();
		for (const { seq, page } of rows) {
			const kept = JSON.parse(page) as KeptPage;
			const told = kept.told.map(([videoId, kind, propensity]): ToldSlot => [videoId, kind, propensity, {}]);
			this.#sql.exec("update given set page = ? where seq = ?", JSON.stringify({ ...kept, told }), seq);
		}
	}

	/**
	 * Forgets what is too old or too much. In one go: of such a list only the last statement stays prepared in memory.
	 * @returns when the next will be too old, milliseconds since 1970; null when nothing is left
	 */
	prune(now: number): number | null {
		this.putAway();
		this.#sql.exec(
			`delete from shown where id in (select id from shown order by at desc limit -1 offset ${SHOWN_MAX});
			delete from given where seq <= (select max(seq) from given) - ${PAGES_KEPT};
			delete from shown where at < ?`,
			now - SHOWN_FOR_MS,
		);
		// A page tells what it showed: it goes with that.
		this.#sql.exec("delete from given where json_extract(page, '$.at') < ?", now - SHOWN_FOR_MS);
		const { at } = this.#sql.exec<{ at: number | null }>("select min(at) as at from shown").one();
		return at === null ? null : at + SHOWN_FOR_MS;
	}
}
