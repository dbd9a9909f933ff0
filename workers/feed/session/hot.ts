import { LRUCache } from "lru-cache";
import type { Worded } from "../../../contracts/word-filters.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Relations } from "../../rules/relations.ts";
import type { Preferences } from "./preferences.ts";
import type { Queue } from "./queue.ts";
import type { GivenPage } from "./showings.ts";

/** What a session works on, decoded. Its stored form is in SQLite; this is dropped when others are busier. */
export interface Hot {
	/** What was learned, heeding what was set by hand. */
	taste: Taste;
	preferences: Preferences;
	/** True for videos whose words the viewer filters. */
	filtered: (video: Worded) => boolean;
	queue: Queue;
	/** True while the queue stands as it was read: more may have been learned since it was written. It is put into order before it is shown. */
	isStale: boolean;
	/** The page given last and the cursor it was asked for by; no page was given for its own next cursor yet. Null when that is not known. */
	given: { readonly cursor: string | null; readonly page: GivenPage } | null;
	/** What was shown last, the latest at the end. */
	recent: readonly string[];
	relations: Relations | null;
}

/**
 * So many sessions of an isolate are held decoded, at some 40 KB each. The others hold nothing but their open database: that is what lets one
 * process hold thousands of viewers.
 */
const HOT_SESSIONS = 600;
const hot = new LRUCache<object, Hot>({ max: HOT_SESSIONS });

export const hotOf = (session: object): Hot | undefined => hot.get(session);
export const keepHot = (session: object, state: Hot): void => {
	hot.set(session, state);
};
export const dropHot = (session: object): void => {
	hot.delete(session);
};
