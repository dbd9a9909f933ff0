import type { WatchEvent } from "../api/feeds.ts";
import { ApiError } from "../api/problem.ts";

const KEY = "reelay.watch";
const DRAFT_KEY = "reelay.watch.draft";
/** A draft this old belongs to a page that is gone and will not end it, milliseconds. */
const LEFT_BEHIND_MS = 30_000;
/** The API takes this many at once. */
const BATCH = 100;
/** Older ones give way when a long time is spent offline. */
const KEPT = 500;
const RETRY_DELAYS_MS = [1_000, 4_000, 15_000, 60_000];

export interface WatchOutboxOptions {
	send(events: WatchEvent[]): Promise<unknown>;
	storage: Pick<Storage, "getItem" | "setItem">;
	/** Wall clock, milliseconds since 1970. */
	now?: () => number;
	/** Calls back after a time, milliseconds. */
	schedule?: (callback: () => void, ms: number) => void;
}

/** Watch events on their way: kept in storage until the server has them, repeated under the same id until then. */
export class WatchOutbox {
	private readonly options: WatchOutboxOptions;
	private events: WatchEvent[];
	private sending: Promise<void> | null = null;
	private failures = 0;

	constructor(options: WatchOutboxOptions) {
		this.options = options;
		this.events = parse(options.storage.getItem(KEY));
		const [draft] = parse(options.storage.getItem(DRAFT_KEY));
		const now = options.now ?? Date.now;
		if (draft && now() - (draft.at ?? 0) > LEFT_BEHIND_MS) {
			this.events = [...this.events, draft];
			this.keepDraft(null);
			this.save();
		}
	}

	get pending(): number {
		return this.events.length;
	}

	/**
	 * Keeps what an impression would tell if its page ended now, or nothing. A page that is killed while out of sight is not asked again; the
	 * next visit sends what it left.
	 */
	keepDraft(event: WatchEvent | null): void {
		try {
			this.options.storage.setItem(DRAFT_KEY, JSON.stringify(event ? [event] : []));
		} catch {
			// Storage is full or forbidden: then only what ends in sight is told.
		}
	}

	/** Keeps an event and sends it at once. */
	add(event: WatchEvent): Promise<void> {
		this.keepDraft(null);
		this.events = [...this.events, event].slice(-KEPT);
		this.save();
		return this.flush();
	}

	/** Sends what is there. Resolves when the server has it, or when sending failed and was put off. */
	flush(): Promise<void> {
		this.sending ??= this.drain().finally(() => {
			this.sending = null;
		});
		return this.sending;
	}

	private async drain(): Promise<void> {
		while (this.events.length > 0) {
			const batch = this.events.slice(0, BATCH);
			try {
				await this.options.send(batch);
				this.failures = 0;
			} catch (error) {
				if (!(error instanceof ApiError) || error.isTransient || error.status === 401) return this.retryLater();
				// Refused for good: sent again it would be refused again, and hold up those behind it.
				console.warn("watch events refused", error.code, batch.length);
			}
			const sent = new Set(batch.map((event) => event.eventId));
			this.events = this.events.filter((event) => !sent.has(event.eventId));
			this.save();
		}
	}

	private retryLater(): void {
		const delay = RETRY_DELAYS_MS[Math.min(this.failures++, RETRY_DELAYS_MS.length - 1)] ?? 60_000;
		const schedule = this.options.schedule ?? ((callback, ms) => setTimeout(callback, ms));
		schedule(() => void this.flush(), delay);
	}

	private save(): void {
		try {
			this.options.storage.setItem(KEY, JSON.stringify(this.events));
		} catch {
			// Storage is full or forbidden: the events still live in memory and are sent from there.
			this.events = this.events.slice(-BATCH);
		}
	}
}

function parse(text: string | null): WatchEvent[] {
	try {
		const value: unknown = JSON.parse(text ?? "[]");
		return Array.isArray(value) ? (value as WatchEvent[]) : [];
	} catch {
		return [];
	}
}
