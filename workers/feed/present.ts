import type { UserSummary } from "../../contracts/users.ts";
import { knownSummaries } from "../lists/people.ts";
import type { Steps } from "../lists/pipeline.ts";
import { perIsolate } from "../platform/isolate.ts";
import type { Services } from "../platform/services.ts";
import { mayReach } from "../rules/people.ts";
import type { Relations } from "../rules/relations.ts";
import { isRecommendable } from "../rules/videos.ts";
import type { Viewer } from "../rules/viewer.ts";
import { countsOf, fixedCard, type Loaded, loadEntries, presentCardJson, soundLabels } from "../videos/cards/index.ts";
import type { Rules } from "./avoid.ts";
import type { PageItem } from "./session/protocol.ts";

/** JSON of creators, by the very summary it was written from. */
const userJsons = perIsolate(() => new WeakMap<UserSummary, string>());

function userJson(services: Services, user: UserSummary): string {
	const held = userJsons(services);
	const known = held.get(user);
	if (known !== undefined) return known;
	const json = JSON.stringify(user);
	held.set(user, json);
	return json;
}

/** A video's card as JSON. */
export interface CardJson {
	readonly videoId: string;
	readonly json: string;
}

/**
 * From items of a feed page to cards as JSON; left out is what is no more to be brought to people.
 * @param viewer who looks; null where that is not known
 * @param relations where given, they say who is followed and who must not be shown, rather than the items
 * @param rules where given, what the viewer keeps out of lists that were not chosen by their session
 */
export const jsonSteps = (
	services: Services,
	viewer: Viewer | null = null,
	relations?: Pick<Relations, "following" | "blocked" | "muted">,
	rules?: Pick<Rules, "unwanted">,
): Steps<PageItem, Loaded["entries"], CardJson> => ({
	hydrate: async (items) => {
		const { entries } = await loadEntries(
			services,
			items.map(({ videoId }) => videoId),
		);
		return entries;
	},
	rule: ({ videoId }, entries) => {
		const record = entries.get(videoId)?.record;
		if (record === undefined || !isRecommendable(record) || rules?.unwanted(record) === true) return false;
		return relations === undefined || mayReach(relations, record.userId);
	},
	present: async (items, entries) => {
		const shown = items.flatMap((item) => {
			const entry = entries.get(item.videoId);
			return entry === undefined ? [] : [{ item, entry }];
		});
		const [users, sounds] = await Promise.all([
			knownSummaries(services, [...new Set(shown.map(({ entry }) => entry.record.userId))]),
			soundLabels(
				services,
				viewer,
				shown.map(({ entry }) => entry.record),
			),
		]);
		const counts = countsOf(services);
		return shown.flatMap(({ item, entry }) => {
			const user = users.get(entry.record.userId);
			if (user === undefined) return [];
			const { liked, saved = false } = item;
			const flags = { liked, saved, following: relations === undefined ? item.following : relations.following.has(user.id) };
			entry.fixedJson ??= JSON.stringify(fixedCard(services.config.REGION, entry.record, null));
			const sound = sounds.get(item.videoId);
			const json = presentCardJson(entry.fixedJson, userJson(services, user), counts.of(entry.record), flags, sound);
			return [{ videoId: item.videoId, json }];
		});
	},
});

/** A feed page as JSON. */
export function pageJson(cards: readonly CardJson[], nextCursor: string | null, isFallback: boolean): string {
	return `{"videos":[${cards.map(({ json }) => json).join(",")}],"nextCursor":${JSON.stringify(nextCursor)}${isFallback ? ',"isFallback":true' : ""}}`;
}
