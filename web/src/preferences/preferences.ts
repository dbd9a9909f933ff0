import { signal } from "@preact/signals";
import { type WordFilters, wordFilter } from "../../../contracts/word-filters.ts";
import { hashtagKey } from "../../../contracts/words.ts";
import type { VideoCard } from "../api/feeds.ts";
import { changePreferences, type FeedPreferences, readPreferences } from "../api/preferences.ts";
import { homeFeeds } from "../feed/feeds.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { applied, type Change, inverse } from "./changes.ts";

/** What the viewer told their feed; null until it was read. */
export const preferences = signal<FeedPreferences | null>(null);
let waiting = 0;
/** Changes go out one after the other: the last answer is how things are. */
let sending: Promise<unknown> = Promise.resolve();

export async function loadPreferences(): Promise<void> {
	const answer = await readPreferences();
	if (waiting === 0) preferences.value = answer;
}

/**
 * Shows a change at once and sends it; when the server refuses, it is taken back and told why.
 * @param done what to tell when it is done, with the way back
 */
export async function change(wanted: Change, done?: string): Promise<boolean> {
	const before = preferences.value ?? (await readPreferences());
	const back = inverse(before, wanted);
	preferences.value = applied(before, wanted);
	waiting++;
	const { labels: _, ...body } = wanted;
	const sent = sending.catch(() => undefined).then(() => changePreferences(body));
	sending = sent;
	try {
		const answer = await sent;
		if (waiting === 1) preferences.value = inPlace(preferences.value, answer);
		keepOut(answer);
		if (done) tell(done, { label: uiWords.undo(), run: () => void change(back) });
		return true;
	} catch (error) {
		preferences.value = applied(preferences.value ?? before, back);
		tellFault(error, () => void change(wanted, done));
		return false;
	} finally {
		waiting--;
	}
}

/** The answer, with topics where they stood on screen; one that was set back stays to be set again. */
function inPlace(shown: FeedPreferences | null, answer: FeedPreferences): FeedPreferences {
	const told = new Map(answer.topics.map((one) => [one.topic, one]));
	const stood = (shown?.topics ?? []).map((one) => told.get(one.topic) ?? { ...one, weight: 1 });
	const known = new Set(stood.map(({ topic }) => topic));
	return { ...answer, topics: [...stood, ...answer.topics.filter(({ topic }) => !known.has(topic))] };
}

/** What the page in hand already holds goes by the same rule as what the server would send. */
function keepOut(now: FeedPreferences): void {
	const isUnwanted = unwanted(now.filters, now);
	for (const list of Object.values(homeFeeds)) {
		if (list.cards.value.length === 0) continue;
		list.remove(list !== homeFeeds.forYou ? wordFilter(now.filters) : isUnwanted);
		void list.topUp();
	}
}

function unwanted(filters: WordFilters, { muted, topics }: FeedPreferences): (card: VideoCard) => boolean {
	const isFiltered = wordFilter(filters);
	const none = topics.flatMap(({ topic, weight }) => (weight === 0 ? [`topic:${topic}`] : []));
	const keys = new Set([...muted.map(({ scope, key }) => `${scope}:${key}`), ...none]);
	return (card) =>
		isFiltered(card) ||
		keys.has(`video:${card.id}`) ||
		keys.has(`creator:${card.user.id}`) ||
		keys.has(`sound:${card.musicId}`) ||
		card.hashtags.some((tag) => keys.has(`topic:${hashtagKey(tag)}`));
}
