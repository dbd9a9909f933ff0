import { Worker } from "node:worker_threads";
import type { HashedPicture, LibraryShard, PictureMatch, SoundMatch } from "../../contracts/copyright-matches.ts";
import type { Query } from "./search.ts";

/** What is asked of the library, and what of it was found. */
interface Question {
	/** The library as it stands: what is not in memory yet is fetched. */
	readonly library: readonly LibraryShard[];
	/** The sound as it is first, then at other speeds. */
	readonly queries: readonly Query[];
	readonly pictures: readonly HashedPicture[];
}
export interface Found {
	readonly sounds: SoundMatch[];
	readonly videos: PictureMatch[];
}

export interface LibraryRequest {
	readonly id: number;
	readonly question: Question;
}
export type LibraryAnswer = { readonly id: number; readonly sounds: Found } | { readonly id: number; readonly error: string };

export interface Library {
	/** Rejects when the library can't be fetched, the thread dies or the patience ends; the next call gets a fresh thread. */
	find(question: Question): Promise<Found>;
	close(): Promise<void>;
}

/** The library is fetched and indexed, and what came before was searched, within this, milliseconds. */
const PATIENCE_MS = 120_000;
const THREAD = new URL("./library-thread.ts", import.meta.url);

interface Waiting {
	readonly resolve: (found: Found) => void;
	readonly reject: (error: Error) => void;
	readonly timer: NodeJS.Timeout;
}

/** Searches the library in a thread of its own, which keeps it in memory. The thread does not keep the process alive. */
export function openLibrary(): Library {
	const waiting = new Map<number, Waiting>();
	let thread: Worker | undefined;
	let nextId = 0;

	function lose(dead: Worker, why: string): void {
		if (thread === dead) thread = undefined;
		for (const [id, { reject, timer }] of waiting) {
			clearTimeout(timer);
			waiting.delete(id);
			reject(new Error(why));
		}
	}

	function start(): Worker {
		const worker = new Worker(THREAD);
		worker.on("message", (answer: LibraryAnswer) => {
			const call = waiting.get(answer.id);
			if (call === undefined) return;
			waiting.delete(answer.id);
			clearTimeout(call.timer);
			if ("error" in answer) call.reject(new Error(answer.error));
			else call.resolve(answer.sounds);
			if (waiting.size === 0) worker.unref();
		});
		worker.on("error", (error) => lose(worker, `The library's thread failed: ${error instanceof Error ? error.message : String(error)}`));
		worker.on("exit", () => lose(worker, "The library's thread ended."));
		return worker;
	}

	return {
		find(question) {
			thread ??= start();
			const worker = thread;
			worker.ref();
			const id = nextId++;
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					lose(worker, "The library took too long.");
					void worker.terminate();
				}, PATIENCE_MS);
				waiting.set(id, { resolve, reject, timer });
				worker.postMessage({ id, question } satisfies LibraryRequest);
			});
		},
		async close() {
			const worker = thread;
			if (worker === undefined) return;
			lose(worker, "The library was closed.");
			await worker.terminate();
		},
	};
}
