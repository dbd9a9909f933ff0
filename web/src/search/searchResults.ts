import { signal } from "@preact/signals";
import { type SearchPage, type SearchType, search } from "../api/search.ts";

/** What one search found so far; kept while its videos are looked at, so that coming back finds the list as it was. */
export class SearchResults {
	readonly q: string;
	readonly type: SearchType | null;
	readonly page = signal<SearchPage | null>(null);
	readonly fault = signal<unknown>(null);
	private isLoading = false;

	constructor(q: string, type: SearchType | null) {
		this.q = q;
		this.type = type;
	}

	/** The first page, where there is none yet. */
	begin(): void {
		if (this.page.value === null) void this.load();
	}

	/** The next page; the first when none is there. What fails is thrown by those after the first, and shown by the first. */
	async load(): Promise<void> {
		if (this.isLoading) return;
		this.isLoading = true;
		const before = this.page.value;
		try {
			const next = await search(this.q, this.type ?? undefined, before?.nextCursor ?? undefined);
			this.page.value = before === null ? next : joined(before, next);
			this.fault.value = null;
		} catch (error) {
			if (before !== null) throw error;
			this.fault.value = error;
		} finally {
			this.isLoading = false;
		}
	}
}

/** Lists that move between two questions may name something twice: it stands where it stood first. */
function joined(before: SearchPage, next: SearchPage): SearchPage {
	const later = <Entry>(held: readonly Entry[], more: readonly Entry[], key: (entry: Entry) => string) => {
		const keys = new Set(held.map(key));
		return [...held, ...more.filter((entry) => !keys.has(key(entry)))];
	};
	return {
		...next,
		didYouMean: before.didYouMean,
		nothingFound: before.nothingFound,
		videos: later(before.videos, next.videos, ({ id }) => id),
		users: later(before.users, next.users, ({ id }) => id),
		hashtags: later(before.hashtags, next.hashtags, ({ tag }) => tag),
		sounds: later(before.sounds, next.sounds, ({ id }) => id),
	};
}

/** Searches whose results are kept: back and forward among a few of them. */
const KEPT = 12;
const kept = new Map<string, SearchResults>();

export function resultsOf(q: string, type: SearchType | null): SearchResults {
	const key = `${type ?? "all"} ${q}`;
	const held = kept.get(key) ?? new SearchResults(q, type);
	kept.delete(key);
	kept.set(key, held);
	for (const oldest of kept.keys()) {
		if (kept.size <= KEPT) break;
		kept.delete(oldest);
	}
	return held;
}
