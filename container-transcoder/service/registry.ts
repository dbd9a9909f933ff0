import type { TranscodeJob } from "../../contracts/transcode.ts";
import { TranscodeFailure } from "../failures.ts";
import { type Log, withContext } from "../log.ts";
import { aimOf, Job, type Work } from "./job.ts";

export interface RegistryOptions {
	/** Jobs at once. */
	capacity: number;
	work: (job: TranscodeJob, log: Log) => Work;
	log: Log;
	/** How long an outcome is kept for whoever lost the connection, milliseconds. */
	keepMs?: number;
	now?: () => number;
}

export type Admission =
	| { kind: "started" | "attached"; job: Job }
	/** A newer generation is known already. */
	| { kind: "outdated"; generation: number }
	| { kind: "full" };

const KEEP_MS = 10 * 60_000;
const KEEP_MOST = 200;

/** The jobs of this process: at most one per video, and no more at once than it has room for. */
export class Registry {
	readonly capacity: number;
	private readonly options: RegistryOptions;
	private readonly running = new Map<string, Job>();
	private readonly over = new Map<string, { job: Job; at: number }>();
	/** Jobs that were replaced or stopped but still clean up; they keep their place until then. */
	private readonly ending = new Set<Job>();
	private shutDown = false;

	constructor(options: RegistryOptions) {
		this.options = options;
		this.capacity = options.capacity;
	}

	get runningCount(): number {
		return this.running.size + this.ending.size;
	}

	/** Starts a job or finds the one that does the same; a newer generation takes the place of an older, newer words of older ones. */
	async admit(request: TranscodeJob): Promise<Admission> {
		const known = this.running.get(request.videoId) ?? this.remembered(request.videoId);
		if (known && known.generation > request.generation) return { kind: "outdated", generation: known.generation };
		// A whole job that still runs answers with its embedding, too, and is never ended for it.
		const isSame = known?.generation === request.generation && (known.aim === aimOf(request) || (known.aim === "" && !known.last));
		if (known && isSame && (!known.last || known.final)) return { kind: "attached", job: known };
		// An embedding, a cover and a copy don't end each other: the later one comes again.
		const isOtherPart = request.only !== undefined && known?.only !== undefined && known.only !== request.only;
		if (known && !known.last && isOtherPart && known.generation === request.generation) return { kind: "full" };
		if (known && !known.last) {
			await this.end(known, new TranscodeFailure("superseded", "A newer version of this video is being processed."));
			return this.admit(request);
		}
		if (this.shutDown || this.runningCount >= this.capacity) return { kind: "full" };
		return { kind: "started", job: this.start(request) };
	}

	/** Stops a video's job, whatever its generation, and forgets its outcome; resolves when nothing of it is left. */
	async cancel(videoId: string): Promise<boolean> {
		const job = this.running.get(videoId);
		this.over.delete(videoId);
		if (job) await this.end(job, new TranscodeFailure("cancelled", "This job was cancelled."));
		this.over.delete(videoId);
		return job !== undefined;
	}

	/** Gives every job back and takes no more. */
	async close(): Promise<void> {
		this.shutDown = true;
		const failure = new TranscodeFailure("shutting_down", "The transcoder is shutting down. The job goes back to the queue.");
		await Promise.all([...this.running.values()].map((job) => this.end(job, failure)));
		await Promise.all([...this.ending].map((job) => job.closed));
	}

	private start(request: TranscodeJob): Job {
		const { videoId, generation, requestId } = request;
		const log = withContext(this.options.log, { videoId, generation, requestId });
		log("job.start", { bytes: request.source.bytes, parts: request.source.parts.length });
		const job = new Job(request, this.options.work(request, log), log);
		this.running.set(videoId, job);
		this.over.delete(videoId);
		void job.closed.then(() => {
			if (this.running.get(videoId) === job) this.running.delete(videoId);
			this.ending.delete(job);
			this.remember(job);
		});
		return job;
	}

	private async end(job: Job, failure: TranscodeFailure): Promise<void> {
		job.stop(failure);
		if (this.running.get(job.videoId) === job) this.running.delete(job.videoId);
		this.ending.add(job);
		await job.closed;
		this.ending.delete(job);
	}

	private remember(job: Job): void {
		// A failure is not kept: asking again means trying again.
		const newer = this.over.get(job.videoId);
		if (!job.final || (newer && newer.job.generation > job.generation)) return;
		this.over.set(job.videoId, { job, at: this.now() });
		for (const [videoId, { at }] of this.over) {
			if (this.over.size <= KEEP_MOST && this.now() - at < (this.options.keepMs ?? KEEP_MS)) break;
			this.over.delete(videoId);
		}
	}

	private remembered(videoId: string): Job | undefined {
		const found = this.over.get(videoId);
		if (found && this.now() - found.at < (this.options.keepMs ?? KEEP_MS)) return found.job;
		this.over.delete(videoId);
		return undefined;
	}

	private now(): number {
		return (this.options.now ?? Date.now)();
	}
}
