import type { WatchEvent } from "../api/feeds.ts";
import { ApiError } from "../api/problem.ts";

const KEY = "reelay.watch";
/** The API takes this many at once. */
const BATCH = 100;
/** Older ones give way when a long time is spent offline. */
const KEPT = 500;
const RETRY_DELAYS_MS = [1_000, 4_000, 15_000, 60_000];

export interface WatchOutboxOptions {
	send(events: WatchEvent[]): Promise<unknown>;
	storage: Pick<Storage, "getItem" | "setItem">;
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
	}

	get pending(): number {
		return this.events.length;
	}

	/** Keeps an event and sends it at once. */
	add(event: WatchEvent): Promise<void> {
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
