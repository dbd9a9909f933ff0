import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { ApiError } from "../api/problem.ts";
import { RESTORES_KEY } from "../shell/activity.ts";

/** What restores need of the page they run in. */
export interface RestoresOptions<Video> {
	/** Brings a video back; sent so that it outlives the page. */
	restore(videoId: string): Promise<Video>;
	storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
	/** Wall clock, milliseconds since 1970. */
	now(): number;
	pause(ms: number): Promise<void>;
}

/** Between two tries, milliseconds. */
const AGAIN_MS = 1_500;

/** Deletions that were undone and that the server has not said it undid: kept in storage and asked for until it has, or time is over. */
export class Restores<Video> {
	private readonly options: RestoresOptions<Video>;

	constructor(options: RestoresOptions<Video>) {
		this.options = options;
	}

	/**
	 * Brings a video back once its deletion has settled either way: one that seems to have failed may have arrived.
	 * @throws what the server refused it with, or what the last try failed with
	 */
	async want(videoId: string, deletion: Promise<unknown>): Promise<Video> {
		this.keep({ ...this.kept(), [videoId]: this.options.now() + UNDO_DELETE_MS });
		await deletion.catch(() => undefined);
		return this.bringBack(videoId);
	}

	/** Those an earlier page was left with. */
	resume(): { videoId: string; done: Promise<Video> }[] {
		const due = this.due();
		this.keep(Object.fromEntries(due));
		return due.map(([videoId]) => ({ videoId, done: this.bringBack(videoId) }));
	}

	/** Asks for all that are not done yet at once, deletions under way or not: the page is being left and may never come back. */
	sendAll(): void {
		for (const [videoId] of this.due()) this.options.restore(videoId).then(...this.ends(videoId));
	}

	private async bringBack(videoId: string): Promise<Video> {
		for (;;) {
			try {
				const video = await this.options.restore(videoId);
				this.forget(videoId);
				return video;
			} catch (error) {
				if (!mayWorkLater(error) || !this.due().some(([id]) => id === videoId)) {
					this.forget(videoId);
					throw error;
				}
			}
			await this.options.pause(AGAIN_MS);
		}
	}

	private ends(videoId: string): [() => void, (error: unknown) => void] {
		const forget = () => this.forget(videoId);
		return [forget, (error) => mayWorkLater(error) || forget()];
	}

	/** Those that can still be brought back, each with the time until when, milliseconds since 1970. */
	private due(): [videoId: string, until: number][] {
		return Object.entries(this.kept()).filter(([, until]) => until > this.options.now());
	}

	private forget(videoId: string): void {
		const { [videoId]: _, ...others } = this.kept();
		this.keep(others);
	}

	private kept(): Record<string, number> {
		try {
			return JSON.parse(this.options.storage.getItem(RESTORES_KEY) ?? "{}") as Record<string, number>;
		} catch {
			// Not ours, or a browser that keeps nothing: then only this page brings back.
			return {};
		}
	}

	private keep(restores: Record<string, number>): void {
		try {
			if (Object.keys(restores).length === 0) this.options.storage.removeItem(RESTORES_KEY);
			else this.options.storage.setItem(RESTORES_KEY, JSON.stringify(restores));
		} catch {
			// Full, or forbidden: this page still tries.
		}
	}
}

const mayWorkLater = (error: unknown): boolean => error instanceof ApiError && error.isTransient;
