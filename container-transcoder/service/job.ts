import type { TranscodeEvent, TranscodeJob } from "../../contracts/transcode.ts";
import { Refusal, TranscodeFailure } from "../failures.ts";
import { type Log, reason } from "../log.ts";

export type Listener = (event: TranscodeEvent) => void;

/** Does a job's work: tells progress, resolves with the last event, rejects with `Refusal` or `TranscodeFailure`. */
export type Work = (
	signal: AbortSignal,
	emit: Listener,
) => Promise<Extract<TranscodeEvent, { type: "done" | "embedded" | "covered" | "copied" }>>;

type Aimed = Pick<TranscodeJob, "only" | "text" | "cover" | "download">;

/** What tells jobs of one generation apart: an embedding is of the words it was asked for with, a cover of its moment, a copy of its mark. */
export const aimOf = ({ only, text, cover, download }: Aimed): string =>
	only === undefined ? "" : JSON.stringify([only, { embedding: text, cover, download }[only]]);

const FINAL: ReadonlySet<TranscodeEvent["type"]> = new Set(["done", "embedded", "covered", "copied", "refused"]);

/** One attempt, running or over. Those who attach late are told where it stands. */
export class Job {
	readonly videoId: string;
	readonly generation: number;
	readonly aim: string;
	readonly only: TranscodeJob["only"];
	/** Resolves when nothing of the job is left running. */
	readonly closed: Promise<void>;
	/** The last event, once there is one. */
	last: TranscodeEvent | null = null;
	private readonly stopper = new AbortController();
	private readonly listeners = new Set<Listener>();
	private progress: TranscodeEvent | null = null;
	private playable: TranscodeEvent | null = null;

	constructor(job: Pick<TranscodeJob, "videoId" | "generation"> & Aimed, work: Work, log: Log) {
		this.videoId = job.videoId;
		this.generation = job.generation;
		this.aim = aimOf(job);
		this.only = job.only;
		this.closed = this.run(work, log);
	}

	/** Whether another attempt could not change the outcome. */
	get final(): boolean {
		return this.last !== null && FINAL.has(this.last.type);
	}

	/** Hears all from now on, after what is known already; gives the function that ends it. */
	subscribe(listener: Listener): () => void {
		for (const event of [this.progress, this.playable, this.last]) if (event) listener(event);
		if (!this.last) this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Stops the work; `closed` tells when it has. */
	stop(failure: TranscodeFailure): void {
		this.stopper.abort(failure);
	}

	private async run(work: Work, log: Log): Promise<void> {
		// A turn later, so that the constructor's caller can subscribe first.
		await Promise.resolve();
		const began = performance.now();
		let event: TranscodeEvent;
		try {
			event = await work(this.stopper.signal, (next) => this.tell(next));
		} catch (thrown) {
			const error: unknown = this.stopper.signal.aborted ? this.stopper.signal.reason : thrown;
			event = outcome(error);
			log("job.error", {
				error: reason(error),
				stack: error instanceof Refusal || error instanceof TranscodeFailure ? undefined : stackOf(error),
			});
		}
		const code = event.type === "refused" || event.type === "failed" ? event.code : undefined;
		log("job.end", { outcome: event.type, code, ms: Math.round(performance.now() - began) });
		this.tell(event);
	}

	private tell(event: TranscodeEvent): void {
		if (this.last) return;
		if (event.type === "progress") {
			if (JSON.stringify(event) === JSON.stringify(this.progress)) return;
			this.progress = event;
		} else if (event.type === "playable") this.playable = event;
		else if (event.type !== "heartbeat") this.last = event;
		for (const listener of this.listeners) listener(event);
		if (this.last) this.listeners.clear();
	}
}

function outcome(error: unknown): TranscodeEvent {
	if (error instanceof Refusal) return { type: "refused", code: error.code, message: error.message };
	if (error instanceof TranscodeFailure) return { type: "failed", code: error.code, message: error.message };
	return { type: "failed", code: "internal", message: "Something went wrong on our side. It will be tried again." };
}

function stackOf(error: unknown): string | undefined {
	return error instanceof Error ? error.stack : undefined;
}
