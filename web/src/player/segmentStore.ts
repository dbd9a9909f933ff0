import type { BandwidthEstimator } from "./bandwidth.ts";
import type { Transfer } from "./quality.ts";

const RETRY_DELAYS_MS = [250, 750, 2000];
/** Segments held in memory, bytes: about forty seconds of 480p for each of ten clips. */
const CAPACITY_BYTES = 48 * 1024 * 1024;

/** A segment could not be had. `status` is 0 when the network failed. */
export class SegmentError extends Error {
	override readonly name = "SegmentError";
	readonly status: number;
	constructor(url: string, status: number) {
		super(`segment ${url} answered ${status}`);
		this.status = status;
	}
}

/** A transfer began anew after a fault: what was read of it must be read again from the start. */
export class TransferRestarted extends Error {
	override readonly name = "TransferRestarted";
}

export interface SegmentStoreOptions {
	bandwidth: BandwidthEstimator;
	capacityBytes?: number;
	fetch?: typeof globalThis.fetch;
	now?: () => number;
	sleep?: (ms: number) => Promise<void>;
	/** What the device holds of an address; null for nothing. */
	held?: (url: string) => Promise<Response | null>;
	/** Asking for an address now leads nowhere: then it fails at once instead of after its retries. */
	isOutOfReach?: (url: string) => Promise<boolean>;
	/** Lets the bytes of a transfer gather that nobody reads along: taken one by one, each packet would be a task of the page. */
	gather?: (arrivedBytes: number) => Promise<void>;
}

interface Entry {
	promise: Promise<ArrayBuffer>;
	bytes: number;
	abort: AbortController;
	settled: boolean;
	/** What arrived so far, while it arrives. */
	chunks: Uint8Array<ArrayBuffer>[];
	attempt: number;
	/** When the first byte of the attempt came, milliseconds; null before. */
	begunAt: number | null;
	/** Wakes who reads along. */
	wake: (() => void) | null;
	changed: Promise<void>;
	/** Somebody reads along. */
	attended: boolean;
	attend: () => void;
	onAttended: Promise<void>;
}

const bell = (entry: Pick<Entry, "wake" | "changed">) => {
	entry.changed = new Promise((resolve) => {
		entry.wake = resolve;
	});
};

/** Fetches media segments, once each, and holds the most recently used so that a swipe finds its first seconds in memory. */
export class SegmentStore {
	private readonly entries = new Map<string, Entry>();
	private heldBytes = 0;
	private readonly bandwidth: BandwidthEstimator;
	private readonly capacity: number;
	private readonly fetch: typeof globalThis.fetch;
	private readonly now: () => number;
	private readonly sleep: (ms: number) => Promise<void>;
	private readonly held: SegmentStoreOptions["held"];
	private readonly isOutOfReach: (url: string) => Promise<boolean>;
	private readonly gather: SegmentStoreOptions["gather"];

	constructor(options: SegmentStoreOptions) {
		this.bandwidth = options.bandwidth;
		this.capacity = options.capacityBytes ?? CAPACITY_BYTES;
		this.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
		this.now = options.now ?? (() => performance.now());
		this.sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
		this.held = options.held;
		this.isOutOfReach = options.isOutOfReach ?? (async () => false);
		this.gather = options.gather;
	}

	/** True when the bytes are in memory. */
	has(url: string): boolean {
		return this.entries.get(url)?.settled ?? false;
	}

	/** True when the bytes are in memory or on their way. */
	knows(url: string): boolean {
		return this.entries.has(url);
	}

	/** How far the transfer of `url` is; null when none is under way. */
	progressOf(url: string): Transfer | null {
		const entry = this.entries.get(url);
		if (!entry || entry.settled || entry.begunAt === null) return null;
		return { arrivedBytes: entry.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0), elapsedMs: this.now() - entry.begunAt };
	}

	/** The bytes of `url`, from memory, from a transfer under way, or from the network. Throws {@link SegmentError}. */
	get(url: string, priority: RequestPriority = "high"): Promise<ArrayBuffer> {
		const known = this.entries.get(url);
		if (known) {
			this.entries.delete(url);
			this.entries.set(url, known);
			return known.promise;
		}
		let attend: () => void = () => undefined;
		const onAttended = new Promise<void>((resolve) => {
			attend = resolve;
		});
		const pending = {
			attended: false,
			attend,
			onAttended,
			bytes: 0,
			abort: new AbortController(),
			settled: false,
			chunks: [],
			attempt: 0,
			begunAt: null,
			wake: null,
			changed: Promise.resolve(),
		};
		bell(pending);
		const entry: Entry = Object.assign(pending, { promise: this.load(url, priority, pending) });
		this.entries.set(url, entry);
		entry.promise.then(
			(bytes) => this.settle(url, entry, bytes.byteLength),
			() => this.entries.get(url) === entry && this.entries.delete(url),
		);
		return entry.promise;
	}

	/**
	 * The bytes of `url` as they arrive, so that a player need not wait for the whole. Throws {@link TransferRestarted} when the transfer
	 * had to begin anew after some were read, else {@link SegmentError}.
	 */
	async *read(url: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
		const whole = this.get(url);
		const entry = this.entries.get(url);
		const attempt = entry?.attempt;
		if (entry) {
			entry.attended = true;
			entry.attend();
		}
		let at = 0;
		let offset = 0;
		while (entry && !entry.settled) {
			if (entry.attempt !== attempt && offset > 0) throw new TransferRestarted(`transfer of ${url} began anew`);
			const chunk = entry.chunks[at];
			if (chunk) {
				at++;
				offset += chunk.byteLength;
				yield chunk;
			} else await Promise.race([whole, entry.changed]);
		}
		const bytes = await whole;
		if (entry && entry.attempt !== attempt && offset > 0) throw new TransferRestarted(`transfer of ${url} began anew`);
		if (offset < bytes.byteLength) yield new Uint8Array(bytes, offset);
	}

	/** Stops the transfer of a segment nobody waits for any more; held bytes stay. */
	cancel(url: string): void {
		const entry = this.entries.get(url);
		if (!entry || entry.settled) return;
		this.entries.delete(url);
		entry.abort.abort();
	}

	private settle(url: string, entry: Entry, bytes: number): void {
		if (this.entries.get(url) !== entry) return;
		entry.settled = true;
		entry.chunks = [];
		entry.wake?.();
		entry.bytes = bytes;
		this.heldBytes += bytes;
		for (const [oldest, other] of this.entries) {
			if (this.heldBytes <= this.capacity) break;
			if (!other.settled || other === entry) continue;
			this.entries.delete(oldest);
			this.heldBytes -= other.bytes;
		}
	}

	private async load(url: string, priority: RequestPriority, entry: Omit<Entry, "promise">): Promise<ArrayBuffer> {
		const { signal } = entry.abort;
		for (let attempt = 0; ; attempt++) {
			const wait = RETRY_DELAYS_MS[attempt];
			entry.attempt = attempt;
			entry.begunAt = null;
			entry.chunks = [];
			try {
				return await this.transfer(url, priority, signal, entry);
			} catch (error) {
				const status = error instanceof SegmentError ? error.status : 0;
				if (status === 0 && (await this.isOutOfReach(url))) throw new SegmentError(url, 0);
				if (signal.aborted || wait === undefined || (status >= 400 && status < 500 && status !== 429)) throw error;
				await this.sleep(wait);
			}
		}
	}

	private async transfer(url: string, priority: RequestPriority, signal: AbortSignal, entry: Omit<Entry, "promise">): Promise<ArrayBuffer> {
		const held = this.held && (await this.held(url));
		// It says nothing of the line.
		if (held) return held.arrayBuffer();
		const response = await this.fetch(url, { signal, priority });
		if (!response.ok) throw new SegmentError(url, response.status);
		// Timed from the first byte: the round trip is latency, not bandwidth.
		const begun = this.now();
		entry.begunAt = begun;
		const chunks: Uint8Array<ArrayBuffer>[] = entry.chunks;
		let length = 0;
		const reader = response.body?.getReader();
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			chunks.push(part.value);
			length += part.value.byteLength;
			entry.wake?.();
			bell(entry);
			if (this.gather && !entry.attended) await Promise.race([this.gather(length), entry.onAttended]);
		}
		this.bandwidth.add(length, this.now() - begun);
		const bytes = new Uint8Array(length);
		let offset = 0;
		for (const chunk of chunks) {
			bytes.set(chunk, offset);
			offset += chunk.byteLength;
		}
		return bytes.buffer;
	}
}
