import type { Log } from "../log.ts";
import type { ObjectStore } from "./object-store.ts";

/** The folder of one generation in the media bucket. */
export interface Output {
	/** Writes what never changes again. */
	putFinal(name: string, body: Uint8Array | string): Promise<void>;
	/** Writes what will be written again. */
	putGrowing(name: string, body: string): Promise<void>;
	read(name: string): Promise<string | null>;
	/** Bytes written so far, repetitions included. */
	readonly bytesWritten: number;
}

/** A day, as the delivery caches keep them; a generation's objects are never rewritten once final. */
const FINAL = "public, max-age=86400, immutable";
const GROWING = "no-store";

const CONTENT_TYPES: Record<string, string> = {
	m3u8: "application/vnd.apple.mpegurl",
	m4s: "video/iso.segment",
	mp4: "video/mp4",
	m4a: "audio/mp4",
	jpg: "image/jpeg",
	vtt: "text/vtt; charset=utf-8",
	json: "application/json",
};

export function openOutput(store: ObjectStore, prefix: string, options: { signal: AbortSignal; log: Log }): Output {
	let written = 0;
	const put = async (name: string, body: Uint8Array | string, cacheControl: string) => {
		const contentType = CONTENT_TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
		await store.put(prefix + name, body, { contentType, cacheControl, ...options });
		written += typeof body === "string" ? Buffer.byteLength(body) : body.length;
	};
	return {
		putFinal: (name, body) => put(name, body, FINAL),
		putGrowing: (name, body) => put(name, body, GROWING),
		read: (name) => store.get(prefix + name, options.signal),
		get bytesWritten() {
			return written;
		},
	};
}
