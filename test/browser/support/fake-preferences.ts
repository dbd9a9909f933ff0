import type { FeedPreferences } from "../../../contracts/preferences.ts";
import { PreferencesChange } from "../../../contracts/preferences.ts";
import { emptyTaste, seedTaste } from "../../../recommender/taste.ts";
import { change, NO_PREFERENCES, type Preferences, tell } from "../../../workers/feed/session/preferences.ts";
import { PEOPLE } from "./fake-catalogue.ts";

const NOW = Date.now();
/** As of somebody who has swiped a while. */
const taste = seedTaste(seedTaste(emptyTaste(NOW), ["nature", "cooking", "dance", "space"], [], NOW), ["nature"], [], NOW);

/** What the feed was told, kept and changed by the Worker's own rules. */
export class FakePreferences {
	held: Preferences = NO_PREFERENCES;

	/** @returns null when there is no room for it */
	change(body: unknown): FeedPreferences | null {
		const next = change(this.held, PreferencesChange.parse(body), Date.now(), () => undefined);
		if (typeof next === "string") return null;
		this.held = next;
		return this.told();
	}

	told(): FeedPreferences {
		const { interests, topics, filters, muted } = tell(this.held, taste, NOW);
		return {
			interests: [...interests],
			topics: [...topics],
			filters: { keywords: [...filters.keywords], hashtags: [...filters.hashtags] },
			muted: muted.map((one) => ({ ...one, label: labelOf(one), at: new Date(one.at).toISOString() })),
		};
	}
}

function labelOf({ scope, key }: { scope: string; key: string }): string {
	if (scope === "topic") return `#${key}`;
	if (scope === "video") return "Slow sunrise over the harbour, nobody awake but the gulls";
	if (scope === "sound") return "Sound of “Night swim”";
	const person = PEOPLE.find(({ id }) => id === key);
	return person === undefined ? "Someone who left" : `${person.displayName} @${person.username}`;
}
