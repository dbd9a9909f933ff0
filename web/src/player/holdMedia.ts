import { HELD_CACHE, nowHeld } from "./heldMedia.ts";

/** Bytes of clips kept on the device at most: the first seconds of a few, or three short clips whole. */
const HELD_BYTES = 10 * 1024 * 1024;
/** What is used of Cache Storage, which is missing where a page is not secure. */
export type MediaCache = Pick<Cache, "match" | "put" | "delete" | "keys">;

/** Media of the clips that come next, on the device: a reload starts with them, and so does a start without a connection. */
export class HeldMedia {
	readonly #open: () => Promise<MediaCache | null>;
	readonly #tell: (paths: ReadonlySet<string>) => void;
	readonly #capacity: number;
	/** Bytes by path, in the order they were wanted. */
	#sizes = new Map<string, number>();
	readonly #ready: Promise<void>;
	#keeping: Promise<void> = Promise.resolve();
	#wanted: readonly string[] = [];

	/** @param tell is told what is held, each time it changes */
	constructor(open: () => Promise<MediaCache | null>, tell: (paths: ReadonlySet<string>) => void, capacityBytes = HELD_BYTES) {
		this.#open = open;
		this.#tell = tell;
		this.#capacity = capacityBytes;
		this.#ready = this.#look().catch(() => undefined);
	}

	/**
	 * Holds these, the first ones first, as far as there is room; lets go of all else.
	 * @param bytesOf what is at hand, or is fetched; null leaves it out. One that rejects is left out as well.
	 */
	keep(paths: readonly string[], bytesOf: (path: string) => Promise<ArrayBuffer | null>): Promise<void> {
		this.#wanted = paths;
		const work = () => this.#keep(paths, bytesOf);
		this.#keeping = this.#keeping.then(work, work).catch(() => undefined);
		return this.#keeping;
	}

	/** Another person looks: nothing of this one's stays. */
	forget(): Promise<void> {
		return this.keep([], async () => null);
	}

	async #keep(paths: readonly string[], bytesOf: (path: string) => Promise<ArrayBuffer | null>): Promise<void> {
		await this.#ready;
		const cache = await this.#open();
		if (cache === null) return;
		const wanted = new Set(paths);
		for (const path of [...this.#sizes.keys()]) if (!wanted.has(path)) await this.#drop(cache, path);
		let held = 0;
		for (const path of paths) {
			// Others are wanted by now.
			if (this.#wanted !== paths) return;
			const size = this.#sizes.get(path) ?? (await this.#put(cache, path, this.#capacity - held, bytesOf));
			held += size;
			if (held > this.#capacity) return this.#drop(cache, path);
		}
	}

	/** @returns bytes that were put; 0 for none */
	async #put(cache: MediaCache, path: string, room: number, bytesOf: (path: string) => Promise<ArrayBuffer | null>): Promise<number> {
		const bytes = await bytesOf(path).catch(() => null);
		if (bytes === null || bytes.byteLength > room) return 0;
		await cache.put(path, new Response(bytes, { headers: { "content-length": String(bytes.byteLength) } }));
		this.#sizes.set(path, bytes.byteLength);
		this.#tell(new Set(this.#sizes.keys()));
		return bytes.byteLength;
	}

	async #drop(cache: MediaCache, path: string): Promise<void> {
		this.#sizes.delete(path);
		this.#tell(new Set(this.#sizes.keys()));
		await cache.delete(path);
	}

	async #look(): Promise<void> {
		const cache = await this.#open();
		for (const request of (await cache?.keys()) ?? []) {
			const size = Number((await cache?.match(request))?.headers.get("content-length"));
			this.#sizes.set(pathOf(request.url), size);
		}
	}
}

const pathOf = (url: string): string => {
	const { pathname, search } = new URL(url);
	return pathname + search;
};

/** What this browser holds. */
export const heldMedia = new HeldMedia(async () => ("caches" in globalThis ? caches.open(HELD_CACHE) : null), nowHeld);
