import { Worker } from "node:worker_threads";
import * as z from "zod";
import { Embedding, type TranscodeJob } from "../contracts/transcode.ts";

/** What the embedding sees, reads and hears of a video. */
export interface EmbeddingInput {
	/** JPEG, short side 224–256 pixels. */
	frames: Uint8Array[];
	text: TranscodeJob["text"];
	/** Mono; null without sound. */
	pcm: Float32Array | null;
	sampleRate: 16_000;
}

/** Makes vectors in a thread of its own: the models are heavy, and the service must keep answering. */
export interface Embedder {
	/** Loads the models ahead of the first use. */
	warm(): void;
	/** Rejects when it fails, takes too long or is aborted. */
	embed(input: EmbeddingInput, signal: AbortSignal): Promise<Embedding>;
	close(): Promise<void>;
}

export const EmbeddingReply = z.discriminatedUnion("ok", [
	z.object({ id: z.int(), ok: z.literal(true), embedding: Embedding }),
	z.object({ id: z.int(), ok: z.literal(false), message: z.string() }),
]);

const TIMEOUT_MS = 90_000;

export function startEmbedder(script: URL = new URL("./embedding-worker.ts", import.meta.url)): Embedder {
	let worker: Worker | null = null;
	let nextId = 1;
	const waiting = new Map<number, { resolve: (embedding: Embedding) => void; reject: (error: Error) => void }>();
	const failAll = (error: Error) => {
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const start = () => {
		if (worker) return worker;
		const started = new Worker(script);
		started.unref();
		started.on("message", (message: unknown) => {
			const reply = EmbeddingReply.parse(message);
			const asked = waiting.get(reply.id);
			waiting.delete(reply.id);
			if (reply.ok) asked?.resolve(reply.embedding);
			else asked?.reject(new Error(reply.message));
		});
		started.on("error", (error: unknown) => failAll(error instanceof Error ? error : new Error(String(error))));
		started.on("exit", () => {
			if (worker === started) worker = null;
			failAll(new Error("The embedding's thread ended."));
		});
		worker = started;
		return started;
	};
	const stop = async () => {
		const running = worker;
		worker = null;
		await running?.terminate();
	};
	return {
		warm: () => void start(),
		async embed(input, signal) {
			signal.throwIfAborted();
			const id = nextId++;
			const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
			const answer = new Promise<Embedding>((resolve, reject) => {
				waiting.set(id, { resolve, reject });
				limit.addEventListener("abort", () => reject(limit.reason instanceof Error ? limit.reason : new Error("aborted")), { once: true });
			});
			start().postMessage({ id, input });
			try {
				return await answer;
			} catch (error) {
				// A thread that overran can't be stopped any other way; a fresh one starts with the next video.
				if (limit.aborted && !signal.aborted) await stop();
				throw error;
			} finally {
				waiting.delete(id);
			}
		},
		close: stop,
	};
}
