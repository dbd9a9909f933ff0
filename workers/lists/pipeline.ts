import type { Cursor } from "./cursor.ts";

/**
 * Every list goes the same way: its skeleton is read, all that is known of its entries is looked up in one batch, rules leave out what
 * must not be shown to this viewer, and what is left is presented. A page the rules left short is topped up.
 */

/** What becomes of a list's entries, in their order. */
export interface Steps<Entry, Known, Item> {
	/** All look-ups in one batch. */
	hydrate(entries: readonly Entry[]): Promise<Known>;
	/** Whether an entry is shown. */
	rule(entry: Entry, known: Known): boolean;
	/** May leave out what can't be presented. */
	present(entries: readonly Entry[], known: Known): readonly Item[] | Promise<readonly Item[]>;
}

/** Entries as they are stored; fewer than were asked for are all there are for now. */
export interface Skeleton<Entry, Place> {
	readonly entries: readonly Entry[];
	/** Where the list goes on; null at its end. */
	readonly next: Place | null;
}

export interface List<Entry, Place, Known, Item> extends Steps<Entry, Known, Item> {
	/** Reads at most `limit` entries after a place, from the beginning without one. */
	skeleton(after: Place | null, limit: number): Promise<Skeleton<Entry, Place>>;
	/** How often the skeleton is read for one page at most; then the page is handed out short, and its cursor goes on. */
	readonly rounds?: number;
}

export interface PageQuery {
	readonly limit: number;
	readonly cursor?: string | undefined;
}

const ROUNDS = 5;

/** Hydrates, judges and presents entries that are at hand. */
export async function through<Entry, Known, Item>(steps: Steps<Entry, Known, Item>, entries: readonly Entry[]): Promise<readonly Item[]> {
	if (entries.length === 0) return [];
	const known = await steps.hydrate(entries);
	return steps.present(
		entries.filter((entry) => steps.rule(entry, known)),
		known,
	);
}

/**
 * One page of a list, after a place.
 * @returns at most `limit` items, and where the next page begins; null when there is none
 * @throws what a step throws: a page is whole, or it is not answered
 */
export async function fillPage<Entry, Place, Known, Item>(
	list: List<Entry, Place, Known, Item>,
	after: Place | null,
	limit: number,
): Promise<{ readonly items: Item[]; readonly next: Place | null }> {
	const items: Item[] = [];
	let place = after;
	for (let round = 0; round < (list.rounds ?? ROUNDS); round++) {
		const wanted = limit - items.length;
		const { entries, next } = await list.skeleton(place, wanted);
		items.push(...(await through(list, entries)));
		place = next;
		if (next === null || items.length >= limit || entries.length < wanted) break;
	}
	return { items, next: place };
}

/** The same by cursors, as clients name places. @throws `invalid_fields` for a cursor of another list */
export async function listPage<Entry, Place, Known, Item>(
	list: List<Entry, Place, Known, Item>,
	codec: Cursor<Place>,
	{ limit, cursor }: PageQuery,
): Promise<{ readonly items: Item[]; readonly nextCursor: string | null }> {
	const { items, next } = await fillPage(list, codec.decode(cursor), limit);
	return { items, nextCursor: next === null ? null : codec.encode(next) };
}

/** A skeleton over what reads entries after a place: one more is read than is wanted, to know whether the list goes on. */
export const peeking =
	<Entry, Place>(
		read: (after: Place | null, limit: number) => Promise<readonly Entry[]>,
		placeOf: (entry: Entry) => Place,
	): ((after: Place | null, limit: number) => Promise<Skeleton<Entry, Place>>) =>
	async (after, limit) => {
		const found = await read(after, limit + 1);
		const entries = found.slice(0, limit);
		const last = entries.at(-1);
		return { entries, next: found.length > limit && last !== undefined ? placeOf(last) : null };
	};
