import { Worker } from "node:worker_threads";
import type { Embedding } from "../../contracts/transcode.ts";
import type { EmbedInput } from "./parts.ts";

/** A video that takes longer than this is given up and its thread replaced, milliseconds; an ordinary one takes under 500. */
const TIMEOUT_MS = 60_000;

/** What the thread runs. */
const THREAD = new URL("./embed-worker.ts", import.meta.url);

export interface EmbedRequest {
	readonly id: number;
	readonly input: EmbedInput | "warm-up";
}
export type EmbedAnswer = { readonly id: number; readonly embedding: Embedding | null } | { readonly id: number; readonly error: string };

export interface Embedder {
	/** Rejects when a frame can't be read, the thread dies, or a minute passes; the next call gets a fresh thread. */
	embed(input: EmbedInput): Promise<Embedding>;
	/** Loads the networks ahead of the first video. */
	warmUp(): Promise<void>;
	/** Ends the thread; calls under way reject. */
	close(): Promise<void>;
}

interface Waiting {
	readonly resolve: (embedding: Embedding | null) => void;
	readonly reject: (error: Error) => void;
	readonly timer: NodeJS.Timeout;
}

/**
 * Embeds videos in a worker thread, one after another. The thread starts at the first call and keeps the networks.
 * Inputs are copied to it. The thread does not keep the process alive.
 */
export function createEmbedder({ timeoutMs = TIMEOUT_MS, thread: source = THREAD }: { timeoutMs?: number; thread?: URL } = {}): Embedder {
	const waiting = new Map<number, Waiting>();
	let thread: Worker | undefined;
	let nextId = 0;
	let closed = false;

	function lose(dead: Worker, reason: string): void {
		if (thread === dead) thread = undefined;
		for (const [id, { reject, timer }] of waiting) {
			clearTimeout(timer);
			waiting.delete(id);
			reject(new Error(reason));
		}
	}

	function settle(message: EmbedAnswer): void {
		const call = waiting.get(message.id);
		if (call === undefined) return;
		waiting.delete(message.id);
		clearTimeout(call.timer);
		if ("error" in message) call.reject(new Error(message.error));
		else call.resolve(message.embedding);
		if (waiting.size === 0) thread?.unref();
	}

	function start(): Worker {
		const worker = new Worker(source);
		worker.on("message", settle);
		worker.on("error", (error) => lose(worker, `The embedding thread failed: ${error instanceof Error ? error.message : String(error)}`));
		worker.on("exit", () => {
			if (thread === worker) lose(worker, "The embedding thread ended.");
		});
		return worker;
	}

	async function call(input: EmbedRequest["input"]): Promise<Embedding | null> {
		if (closed) throw new Error("The embedder is closed.");
		thread ??= start();
		const worker = thread;
		worker.ref();
		const id = nextId++;
		// Thrown here, before anyone waits, when the input can't be copied to the thread.
		worker.postMessage({ id, input } satisfies EmbedRequest);
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				lose(worker, "The embedding took too long.");
				void worker.terminate();
			}, timeoutMs);
			waiting.set(id, { resolve, reject, timer });
		});
	}

	return {
		async embed(input) {
			const embedding = await call(input);
			if (embedding === null) throw new Error("The embedding thread gave no vector.");
			return embedding;
		},
		async warmUp() {
			await call("warm-up");
		},
		async close() {
			closed = true;
			const worker = thread;
			if (worker === undefined) return;
			lose(worker, "The embedder was closed.");
			await worker.terminate();
		},
	};
}
