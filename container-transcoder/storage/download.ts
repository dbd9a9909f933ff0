import { open } from "node:fs/promises";
import type { TranscodeJob } from "../../contracts/transcode.ts";
import { Refusal, TranscodeFailure } from "../failures.ts";
import { type Log, reason } from "../log.ts";
import { retry } from "../retry.ts";

export interface DownloadOptions {
	signal: AbortSignal;
	log: Log;
	/** Called with the bytes that arrived so far. */
	onBytes?: (bytes: number) => void;
	/** Wait before the second attempt of a part, milliseconds. */
	firstDelayMs?: number;
}

const PARALLEL = 4;
const ATTEMPTS = 5;
/** A part that gives nothing for this long is asked for again, milliseconds. */
const STALLED_MS = 20_000;

/**
 * Writes the parts of an original behind each other into one local file. Throws `Refusal` when one is not what was pinned, or
 * its size is not as declared.
 */
export async function downloadSource(source: TranscodeJob["source"], path: string, options: DownloadOptions): Promise<void> {
	const total = source.parts.reduce((sum, part) => sum + part.bytes, 0);
	if (total !== source.bytes) throw sizeMismatch();
	const file = await open(path, "wx", 0o640);
	const group = new AbortController();
	const signal = AbortSignal.any([options.signal, group.signal]);
	try {
		const offsets: number[] = [];
		source.parts.reduce((offset, part) => offsets.push(offset) && offset + part.bytes, 0);
		const waiting = source.parts.map((part, n) => ({ ...part, offset: offsets[n] ?? 0, number: n + 1 }));
		let arrived = 0;
		const worker = async () => {
			for (let part = waiting.shift(); part; part = waiting.shift()) {
				const { bytes, offset, number } = part;
				await retry(() => fetchPart(part, signal, (chunk, at) => file.write(chunk, 0, chunk.length, offset + at)), {
					attempts: ATTEMPTS,
					firstDelayMs: options.firstDelayMs ?? 300,
					signal,
					worthRetrying: (error) => !(error instanceof Refusal),
					onRetry: (error, attempt) => options.log("download.retry", { part: number, attempt, error: reason(error) }),
				});
				arrived += bytes;
				options.onBytes?.(arrived);
			}
		};
		const workers = Array.from({ length: Math.min(PARALLEL, source.parts.length) }, worker);
		const first = await Promise.all(workers).then(
			() => null,
			(error: unknown) => ({ error }),
		);
		if (first) {
			group.abort();
			await Promise.allSettled(workers);
			options.signal.throwIfAborted();
			if (first.error instanceof Refusal) throw first.error;
			throw new TranscodeFailure("download_failed", "Could not fetch the uploaded file.", { cause: first.error });
		}
	} finally {
		await file.close();
	}
}

type Part = TranscodeJob["source"]["parts"][number];

/** The store says that the part is not the one that was pinned, or is no more (RFC 9110 §15.5.13, §15.5.5). */
const CHANGED = new Set([412, 404]);

async function fetchPart(
	{ url, bytes, etag }: Part,
	signal: AbortSignal,
	write: (chunk: Uint8Array, at: number) => Promise<unknown>,
): Promise<void> {
	const stalled = new AbortController();
	const watch = setTimeout(() => stalled.abort(new Error("The download stalled.")), STALLED_MS);
	try {
		const answer = await fetch(url, {
			// A body is taken as it was stored: what the client called it when it put it there must not have it unpacked here.
			headers: { "if-match": `"${etag}"`, "accept-encoding": "identity" },
			signal: AbortSignal.any([signal, stalled.signal]),
		});
		if (!answer.ok || !answer.body || answer.headers.has("content-encoding")) {
			await answer.body?.cancel();
			if (CHANGED.has(answer.status) || answer.headers.has("content-encoding")) throw originalChanged();
			throw new Error(`A part of the upload was answered ${answer.status}.`);
		}
		let at = 0;
		for await (const chunk of answer.body) {
			watch.refresh();
			if (at + chunk.length > bytes) throw sizeMismatch();
			await write(chunk, at);
			at += chunk.length;
		}
		if (at < bytes) {
			const declared = Number(answer.headers.get("content-length") ?? Number.NaN);
			// The store itself holds fewer bytes than were declared; a connection cut short is another matter, and retried.
			if (declared === at) throw sizeMismatch();
			throw new Error(`A part of the upload ended after ${at} of ${bytes} bytes.`);
		}
	} finally {
		clearTimeout(watch);
	}
}

function originalChanged(): Refusal {
	const message = "The uploaded file was changed or removed after the upload was complete, so it can't be used. Please upload it again.";
	return new Refusal("original_changed", message);
}

function sizeMismatch(): Refusal {
	return new Refusal("size_mismatch", "The file that arrived isn't as long as the one that was announced. Please upload it again.");
}
