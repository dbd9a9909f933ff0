import { account } from "../account/session.ts";
import type { FeedPage, VideoCard } from "../api/feeds.ts";
import { ApiError } from "../api/problem.ts";
import { FIRST_PAGE, type ReadPage } from "./feedList.ts";

/** A feed older than this, milliseconds, is shown only where there is no other. */
const FRESH_MS = 60 * 60_000;
export const KEPT_KEY = "reelay.ahead";
/** Set while the tab lives: with it a start is a reload. */
const SESSION_KEY = "reelay.session";
/** Says that the feed itself comes next; no server's cursor is empty. */
const FROM_THE_START = "";

export interface Kept {
	readonly ownerId: string | null;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly cards: readonly VideoCard[];
}

export const ownerId = () => account.peek()?.id ?? null;

function kept(): Kept | null {
	try {
		const found = JSON.parse(localStorage.getItem(KEPT_KEY) ?? "null") as Kept | null;
		return found?.ownerId === ownerId() && found.cards.length > 0 ? found : null;
	} catch {
		return null;
	}
}

function wasReloaded(): boolean {
	try {
		const was = sessionStorage.getItem(SESSION_KEY) !== null;
		sessionStorage.setItem(SESSION_KEY, "1");
		return was;
	} catch {
		return false;
	}
}
/** The first reading alone may be answered from here: what is read anew later is meant as said. */
let isBeginning = true;
const isReload = wasReloaded();

const pageOf = ({ cards }: Kept): FeedPage => ({ videos: [...cards], nextCursor: FROM_THE_START });

/**
 * Begins with what was kept: after a reload, where it goes on with the clip that was on stage, and where the feed can't be reached. The feed
 * itself follows.
 */
export const beginningWithKept =
	(read: ReadPage): ReadPage =>
	async (count, cursor) => {
		if (cursor !== undefined) return cursor === FROM_THE_START ? read(FIRST_PAGE, undefined) : read(count, cursor);
		const found = isBeginning ? kept() : null;
		isBeginning = false;
		if (found === null) return read(count, undefined);
		const goesOn = isReload && Date.now() - found.at < FRESH_MS;
		if (goesOn) return pageOf(found);
		try {
			return await read(count, undefined);
		} catch (error) {
			if (!(error instanceof ApiError && error.status === 0)) throw error;
			return pageOf(found);
		}
	};
