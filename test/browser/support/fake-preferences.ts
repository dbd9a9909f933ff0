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

	/** @returns what there is no room for, or that the feed is not personal */
	change(body: unknown): FeedPreferences | "filters" | "topics" | "personal" {
		const next = change(this.held, PreferencesChange.parse(body), Date.now(), () => undefined);
		if (typeof next === "string") return next;
		this.held = next;
		return this.told();
	}

	told(): FeedPreferences {
		const { isPersonal, interests, topics, filters, muted } = tell(this.held, this.held.isPersonal ? taste : emptyTaste(NOW), NOW);
		return {
			personal: isPersonal,
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
