import { foldKeyword } from "../../../contracts/word-filters.ts";
import { fold } from "../../../contracts/words.ts";
import type { FeedPreferences, PreferencesChange } from "../api/preferences.ts";

type Muted = FeedPreferences["muted"][number];

/** A change with what the screen needs to show it at once: the names of what is muted again. */
export interface Change extends PreferencesChange {
	readonly labels?: readonly Muted[];
}

const none: readonly string[] = [];

function listed(
	held: readonly string[],
	remove: readonly string[] = none,
	add: readonly string[] = none,
	same: (text: string) => string,
): string[] {
	const removed = new Set(remove.map(same));
	const kept = held.filter((text) => !removed.has(same(text)));
	const known = new Set(kept.map(same));
	return [...kept, ...add.filter((text) => !known.has(same(text)))];
}

const isSame = (a: { scope: string; key: string }, b: { scope: string; key: string }): boolean => a.scope === b.scope && a.key === b.key;

/** The preferences as the screen shows them before the server has answered. Topics keep their place, so that nothing jumps. */
export function applied(held: FeedPreferences, change: Change): FeedPreferences {
	const { filters, muted, topicWeights = {} } = change;
	const weights = new Map(Object.entries(topicWeights));
	const known = new Set(held.topics.map(({ topic }) => topic));
	const added = [...weights].flatMap(([topic, weight]) => (known.has(topic) ? [] : [{ topic, weight, learned: 0, picked: false }]));
	const kept = held.muted.filter(
		(one) => !muted?.remove?.some((gone) => isSame(gone, one)) && !(one.scope === "topic" && (weights.get(one.key) ?? 0) > 0),
	);
	const again = (change.labels ?? []).filter(
		(one) => muted?.add?.some((wanted) => isSame(wanted, one)) && !kept.some((held) => isSame(held, one)),
	);
	return {
		...held,
		topics: [...added, ...held.topics.map((one) => ({ ...one, weight: weights.get(one.topic) ?? one.weight }))],
		filters: {
			keywords: listed(held.filters.keywords, filters?.remove?.keywords, filters?.add?.keywords, foldKeyword),
			hashtags: listed(held.filters.hashtags, filters?.remove?.hashtags, filters?.add?.hashtags, fold),
		},
		muted: [...again, ...kept].sort((a, b) => (a.at < b.at ? 1 : -1)),
	};
}

/** What takes a change back, told by how things were before it. */
export function inverse(before: FeedPreferences, change: Change): Change {
	const { filters, muted, topicWeights = {} } = change;
	const weights = Object.keys(topicWeights).map((topic) => [topic, before.topics.find((one) => one.topic === topic)?.weight ?? 1]);
	const has = (list: readonly string[], same: (text: string) => string) => {
		const known = new Map(list.map((text) => [same(text), text]));
		return {
			/** Of these, those that were there, as they were written. */
			there: (some: readonly string[] = none) => some.flatMap((text) => known.get(same(text)) ?? []),
			missing: (some: readonly string[] = none) => some.filter((text) => !known.has(same(text))),
		};
	};
	const keywords = has(before.filters.keywords, foldKeyword);
	const hashtags = has(before.filters.hashtags, fold);
	// Wanting some of a topic unmutes it: taking that back mutes it again.
	const wanted = Object.entries(topicWeights).flatMap(([key, weight]) => (weight > 0 ? [{ scope: "topic", key }] : []));
	const gone = before.muted.filter((one) => [...(muted?.remove ?? []), ...wanted].some((other) => isSame(other, one)));
	return {
		topicWeights: Object.fromEntries(weights),
		filters: {
			add: { keywords: keywords.there(filters?.remove?.keywords), hashtags: hashtags.there(filters?.remove?.hashtags) },
			remove: { keywords: keywords.missing(filters?.add?.keywords), hashtags: hashtags.missing(filters?.add?.hashtags) },
		},
		muted: {
			add: gone.map(({ scope, key }) => ({ scope, key })),
			remove: (muted?.add ?? []).filter((one) => !before.muted.some((held) => isSame(held, one))),
		},
		labels: gone,
	};
}
