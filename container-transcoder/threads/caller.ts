import { Worker } from "node:worker_threads";

export interface Question<Input> {
	readonly id: number;
	readonly input: Input;
}
export type Answer<Output> = { readonly id: number; readonly output: Output } | { readonly id: number; readonly error: string };

/** Asks a worker thread, one question after another. */
export interface Caller<Input, Output> {
	/** Rejects when the input can't be used, the thread dies, or it takes too long; the next call gets a fresh thread. */
	call(input: Input): Promise<Output>;
	/** Ends the thread; calls under way reject. */
	close(): Promise<void>;
}

interface Options {
	/** What the thread runs. */
	readonly thread: URL;
	/** In errors, such as "The embedding". */
	readonly what: string;
	/** A question that takes longer is given up and the thread replaced. */
	readonly timeoutMs: number;
}

interface Waiting<Output> {
	readonly resolve: (output: Output) => void;
	readonly reject: (error: Error) => void;
	readonly timer: NodeJS.Timeout;
}

/**
 * A thread for models that block it. It starts at the first call and keeps what it loaded. Inputs are copied to it. It does not keep the
 * process alive.
 */
export function openCaller<Input, Output>({ thread: source, what, timeoutMs }: Options): Caller<Input, Output> {
	const waiting = new Map<number, Waiting<Output>>();
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

	function settle(message: Answer<Output>): void {
		const call = waiting.get(message.id);
		if (call === undefined) return;
		waiting.delete(message.id);
		clearTimeout(call.timer);
		if ("error" in message) call.reject(new Error(message.error));
		else call.resolve(message.output);
		if (waiting.size === 0) thread?.unref();
	}

	function start(): Worker {
		const worker = new Worker(source);
		worker.on("message", settle);
		worker.on("error", (error) => lose(worker, `${what} thread failed: ${error instanceof Error ? error.message : String(error)}`));
		worker.on("exit", () => {
			if (thread === worker) lose(worker, `${what} thread ended.`);
		});
		return worker;
	}

	return {
		async call(input) {
			if (closed) throw new Error(`${what} thread is closed.`);
			thread ??= start();
			const worker = thread;
			worker.ref();
			const id = nextId++;
			// Thrown here, before anyone waits, when the input can't be copied to the thread.
			worker.postMessage({ id, input } satisfies Question<Input>);
			return new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					lose(worker, `${what} took too long.`);
					void worker.terminate();
				}, timeoutMs);
				waiting.set(id, { resolve, reject, timer });
			});
		},
		async close() {
			closed = true;
			const worker = thread;
			if (worker === undefined) return;
			lose(worker, `${what} thread was closed.`);
			await worker.terminate();
		},
	};
}
