import { type Signal, signal } from "@preact/signals";
import type { Sound } from "../api/sounds.ts";

type Read = (cursor: string | undefined) => Promise<{ sounds: Sound[]; nextCursor: string | null }>;

/** Sounds of the library or of one's favourites, page by page. What comes late of a former search is dropped. */
export class SoundList {
	readonly sounds: Signal<readonly Sound[]> = signal([]);
	readonly state: Signal<"loading" | "ready" | "end" | "failed"> = signal("loading");
	readonly error: Signal<unknown> = signal(null);
	private cursor: string | undefined;
	private loading: Promise<void> | null = null;
	private epoch = 0;

	/** Reads another list, or this one anew; what is shown stays until that is there. */
	restart(read: Read): Promise<void> {
		this.epoch++;
		this.cursor = undefined;
		return this.load(read, true);
	}

	more(read: Read): Promise<void> {
		if (this.state.value !== "ready") return Promise.resolve();
		this.loading ??= this.load(read, false).finally(() => {
			this.loading = null;
		});
		return this.loading;
	}

	put(sound: Sound): void {
		this.sounds.value = this.sounds.value.map((other) => (other.id === sound.id ? sound : other));
	}

	private async load(read: Read, anew: boolean): Promise<void> {
		const { epoch } = this;
		if (this.sounds.value.length === 0) this.state.value = "loading";
		try {
			const page = await read(this.cursor);
			if (epoch !== this.epoch) return;
			const before = anew ? [] : this.sounds.value;
			const known = new Set(before.map(({ id }) => id));
			this.sounds.value = [...before, ...page.sounds.filter(({ id }) => !known.has(id))];
			this.cursor = page.nextCursor ?? undefined;
			this.state.value = page.nextCursor ? "ready" : "end";
		} catch (error) {
			if (epoch !== this.epoch) return;
			this.error.value = error;
			if (anew) this.sounds.value = [];
			this.state.value = "failed";
		}
	}
}
