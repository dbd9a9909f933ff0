import { feedUnavailable } from "../../contracts/problems/feed.ts";
import type { Retrieved } from "../../recommender/types.ts";
import { countCursor } from "../lists/cursor.ts";
import { fillPage } from "../lists/pipeline.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import type { Viewer } from "../rules/viewer.ts";
import { noteGiven } from "../trust/index.ts";
import { rulesOf } from "./avoid.ts";
import { jsonSteps, pageJson } from "./present.ts";
import { creatorsList, freshList, popularList, risingList } from "./retrieval/lists.ts";

const PREFIX = "fallback.";
const FROM_FOLLOWED = 50;

/** Offset of a fallback page's cursor; null for any other cursor. @throws `invalid_fields` for what only looks like one */
export function fallbackCursor(cursor: string | undefined): number | null {
	return cursor?.startsWith(PREFIX) === true ? (countCursor.decode(cursor.slice(PREFIX.length))?.count ?? 0) : null;
}

/**
 * A page without the viewer's session: what is trending, then those followed (where the feed is personal), then what is popular, then what is new. Past
 * the end it begins again: a feed does not end.
 * @returns a FeedPage as JSON, and whether it is empty since there is no video at all
 * @throws `unavailable` when not even these lists, or not one card of them, can be had
 */
export async function fallbackPage(
	services: Services,
	viewer: Viewer,
	count: number,
	offset: number,
): Promise<{ json: string; isEmpty: boolean }> {
	const [relations, rules] = await Promise.all([relationsOf(services, viewer), rulesOf(services, viewer)]);
	const followed = rules.isPersonal ? [...relations.following].slice(0, FROM_FOLLOWED) : [];
	const sources: (() => Promise<readonly Retrieved[]>)[] = [
		() => risingList(services),
		() => creatorsList(services, followed, FROM_FOLLOWED),
		() => popularList(services),
		() => freshList(services),
	];
	let failed = 0;
	const lists = await Promise.all(
		sources.map(async (read) => {
			try {
				return await read();
			} catch (error) {
				failed += 1;
				services.log.warn("fallback_source_failed", errorFields(error));
				return [];
			}
		}),
	);
	const ids = [...new Set(lists.flat().map(({ videoId }) => videoId))];
	const from = ids.length === 0 ? 0 : offset % ids.length;
	const end = from + ids.length;
	const list = {
		...jsonSteps(services, viewer, relations, rules),
		// Once around, from where the page before ended.
		skeleton: async (place: number | null, limit: number) => {
			const at = place ?? from;
			const entries = Array.from({ length: Math.min(limit, end - at) }, (_, step) => ({
				videoId: ids[(at + step) % ids.length] ?? "",
				liked: false,
				following: false,
			}));
			return { entries, next: at + entries.length };
		},
		rounds: Number.POSITIVE_INFINITY,
	};
	const { items: cards, next } = await fillPage(list, from, count);
	// No card though there may be videos: nobody who knows can be asked.
	if (cards.length === 0 && (ids.length > 0 || failed > 0)) {
		throw feedUnavailable();
	}
	await noteGiven(services, viewer, cards);
	const isEmpty = cards.length === 0;
	const nextCursor = isEmpty || next === null ? null : `${PREFIX}${countCursor.encode({ count: next })}`;
	return { json: pageJson(cards, nextCursor, true), isEmpty };
}
