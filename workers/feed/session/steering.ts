import { wordFilter } from "../../../contracts/word-filters.ts";
import { mute } from "../../../recommender/mutes.ts";
import { undoNotInterested } from "../../../recommender/steering.ts";
import { isForEveryone, loadVideos } from "../../videos/cards/index.ts";
import { keepCopy, rulesFrom } from "../avoid.ts";
import type { SessionHost } from "./host.ts";
import type { Hot } from "./hot.ts";
import type { Known } from "./known.ts";
import { avoided, change, decodePreferences, isEmpty, type Preferences, tell } from "./preferences.ts";
import type { Avoided, Changed, PreferencesChange, Refusal, Told } from "./protocol.ts";
import { steered, writePreferences } from "./stored.ts";

/** What steering needs of the session it belongs to. */
export interface Steered {
	readonly host: SessionHost;
	/** `user:<id>` or `guest:<id>`; null before anyone was met. */
	viewer(): string | null;
	hot(): Hot;
	know(videoIds: readonly string[]): Promise<Known>;
	/** Puts what waits into the order that follows from taste and preferences, and leaves out what they keep out. */
	reorder(hot: Hot, known: Known): void;
	refill(): void;
}

/** What the viewer says by hand of their feed: refusals, topic weights, filters. */
export class Steering {
	readonly #session: Steered;
	#changes = 0;

	constructor(session: Steered) {
		this.#session = session;
	}

	/** Rises with each change: what was gathered under an older one is no good. */
	get changes(): number {
		return this.#changes;
	}

	async refuse({ scope, videoId, undo }: Refusal): Promise<void> {
		const { host } = this.#session;
		const known = await this.#session.know([videoId]);
		const video = known.videos.get(videoId);
		const hot = this.#session.hot();
		let { mutes } = hot.preferences;
		if (undo) mutes = undoNotInterested(hot.taste, scope, videoId, video).mutes;
		else if (video !== undefined) mutes = mute(mutes, scope, video, host.services.clock());
		await this.#take(hot, { ...hot.preferences, mutes }, known);
		// What was dropped from the queue comes back only by gathering it again.
		if (undo) this.#session.refill();
	}

	/** For the viewer to see. */
	told(): Told {
		const { preferences, taste } = this.#session.hot();
		return tell(preferences, taste, this.#session.host.services.clock());
	}

	avoided(): Avoided {
		return avoided(this.#session.hot().preferences);
	}

	/** Changes all that is asked, and with it what waits to be shown; nothing when one of them is full. */
	async change(asked: PreferencesChange): Promise<Changed> {
		const refused = (asked.muted?.add ?? []).flatMap(({ scope, key }) => (scope === "video" ? [key] : []));
		const known = await this.#session.know(refused);
		const hot = this.#session.hot();
		// Anyone may name any id: of a video that is not for everyone nothing is taken but that.
		const videoOf = (id: string) => {
			const record = known.records.get(id);
			return record !== undefined && isForEveryone(record) ? known.videos.get(id) : undefined;
		};
		const next = change(hot.preferences, asked, this.#session.host.services.clock(), videoOf);
		if (typeof next === "string") return { told: null, full: next };
		await this.#take(hot, next, known);
		this.#session.refill();
		return { told: this.told(), full: null };
	}

	/** Interests are kept to begin from again. */
	choose(interests: readonly string[]): void {
		const hot = this.#session.hot();
		hot.preferences = { ...hot.preferences, interests };
		writePreferences(this.#session.host.store, hot.preferences);
	}

	/** Takes over what a guest set, unless something was set here. */
	async inherit(text: string | null | undefined): Promise<void> {
		const hot = this.#session.hot();
		const preferences = text == null ? null : decodePreferences(text);
		if (preferences !== null && isEmpty(hot.preferences)) await this.#take(hot, preferences, null);
	}

	/** Stores what holds, in case what it was read from goes with the taste. */
	keep(): Preferences {
		const { preferences } = this.#session.hot();
		writePreferences(this.#session.host.store, preferences);
		this.#changes++;
		return preferences;
	}

	/** From here on nothing that these keep out is shown, be it queued or on a page given before. */
	async #take(hot: Hot, preferences: Preferences, known: Known | null): Promise<void> {
		const { services, store } = this.#session.host;
		this.#changes++;
		hot.preferences = preferences;
		hot.filtered = wordFilter(preferences.filters);
		hot.taste = steered(hot.taste, preferences);
		writePreferences(store, preferences);
		if (known !== null) this.#session.reorder(hot, known);
		await this.#withdraw(preferences);
		const viewer = this.#session.viewer();
		if (viewer !== null) await keepCopy(services, viewer, avoided(preferences));
	}

	/** A page asked for again gives the same videos but these. */
	async #withdraw(preferences: Preferences): Promise<void> {
		const { services, store } = this.#session.host;
		const given = store.showings.given();
		if (given.length === 0) return;
		const records = await loadVideos(services, given);
		const { unwanted } = rulesFrom(avoided(preferences));
		store.showings.withdraw((videoId) => {
			const record = records.get(videoId);
			return record !== undefined && unwanted(record);
		});
		this.#session.hot().given = null;
	}
}
