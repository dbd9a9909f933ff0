import type { Upload } from "../api/videos.ts";

/** Parts under way at once: enough to fill a line, few enough to leave connections for the rest of the app. */
const PARALLEL = 3;
const RETRY_DELAYS_MS = [800, 2_000, 5_000, 12_000, 30_000];

/** A part was not taken. `status` 0 is the network; 403 an address that ran out. */
export class PutError extends Error {
	override readonly name = "PutError";
	readonly status: number;
	constructor(status: number) {
		super(`the store answered ${status}`);
		this.status = status;
	}
}

export interface TransferPorts {
	/** Sends bytes; answers the store's ETag. `onSent` is told how many bytes went out so far. Throws {@link PutError}. */
	put(url: string, bytes: Blob, signal: AbortSignal, onSent: (bytes: number) => void): Promise<string>;
	/** Fresh addresses for what has not arrived. */
	refresh(): Promise<Upload>;
	sleep(ms: number, signal: AbortSignal): Promise<void>;
	/** Resolves at once when connected, else when the connection is back. */
	connected(signal: AbortSignal): Promise<void>;
}
export interface PartState {
	partNumber: number;
	/** Bytes of the part, and how many of them went out. */
	size: number;
	sent: number;
	state: "waiting" | "sending" | "retrying" | "done";
}
export interface SentPart {
	partNumber: number;
	etag: string;
}

/** All parts of a file, those that arrived before marked as done. */
export function partsOf(fileSize: number, upload: Pick<Upload, "chunkSize" | "arrived">): PartState[] {
	const arrived = new Set(upload.arrived.map(({ partNumber }) => partNumber));
	return Array.from({ length: Math.max(1, Math.ceil(fileSize / upload.chunkSize)) }, (_, i) => {
		const size = Math.min(upload.chunkSize, fileSize - i * upload.chunkSize);
		const isDone = arrived.has(i + 1);
		return { partNumber: i + 1, size, sent: isDone ? size : 0, state: isDone ? "done" : "waiting" };
	});
}

/**
 * Sends what has not arrived of `file`, several parts at once, each retried with growing pauses. Resolves with every part's ETag. Rejects when
 * `signal` aborts, when a part failed for good, or when fresh addresses are refused.
 */
export async function transferParts(
	file: Blob,
	upload: Upload,
	ports: TransferPorts,
	signal: AbortSignal,
	onParts: (parts: readonly PartState[]) => void,
): Promise<SentPart[]> {
	const parts = partsOf(file.size, upload);
	const etags = new Map(upload.arrived.map(({ partNumber, etag }) => [partNumber, etag]));
	const urls = new Map(upload.parts.map(({ partNumber, url }) => [partNumber, url]));
	const failure = new AbortController();
	const stop = AbortSignal.any([signal, failure.signal]);
	let refreshing: Promise<void> | null = null;
	const refresh = () => {
		refreshing ??= ports
			.refresh()
			.then((fresh) => {
				for (const { partNumber, url } of fresh.parts) urls.set(partNumber, url);
			})
			.finally(() => {
				refreshing = null;
			});
		return refreshing;
	};
	const tell = (part: PartState, change: Partial<PartState>) => {
		Object.assign(part, change);
		onParts([...parts]);
	};
	const sendOne = async (part: PartState): Promise<void> => {
		const start = (part.partNumber - 1) * upload.chunkSize;
		for (let attempt = 0; ; attempt++) {
			await ports.connected(stop);
			stop.throwIfAborted();
			tell(part, { state: attempt === 0 ? "sending" : "retrying", sent: 0 });
			try {
				const url = urls.get(part.partNumber);
				if (url === undefined) throw new PutError(403);
				const etag = await ports.put(url, file.slice(start, start + part.size), stop, (sent) => tell(part, { sent }));
				etags.set(part.partNumber, etag);
				return tell(part, { state: "done", sent: part.size });
			} catch (error) {
				if (stop.aborted || !(error instanceof PutError)) throw error;
				const wait = RETRY_DELAYS_MS[attempt];
				if (wait === undefined) throw error;
				tell(part, { state: "retrying", sent: 0 });
				if (error.status === 403 || error.status === 401) await refresh();
				else await ports.sleep(wait, stop);
			}
		}
	};
	const waiting = parts.filter((part) => part.state !== "done");
	onParts([...parts]);
	const work = async () => {
		for (let part = waiting.shift(); part; part = waiting.shift()) await sendOne(part);
	};
	try {
		await Promise.all(Array.from({ length: PARALLEL }, work));
	} catch (error) {
		failure.abort();
		throw error;
	}
	return parts.map(({ partNumber }) => ({ partNumber, etag: etags.get(partNumber) ?? "" }));
}
