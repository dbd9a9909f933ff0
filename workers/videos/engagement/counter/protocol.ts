import type { Services } from "../../../platform/services.ts";
import type { Entry, Numbers } from "./deltas.ts";
import type { Due } from "./flush.ts";
import type { Split } from "./split.ts";

/** Who counts for many videos shares their numbers, and writes those that are due, all at once. */
export interface BatchWriter {
	/** Version of the numbers it wrote last for this video; 0 when it knows of none. */
	readonly written: number;
}

export interface Applied {
	/** Batches counted by this call and not before. */
	readonly applied: readonly string[];
	/** The video's numbers now; null while only deltas are known. */
	readonly numbers: Numbers | null;
	/** Where batches belong. Those of them that belong elsewhere were not counted. */
	readonly split: Split | null;
	/** For the batch writer to write. */
	readonly due: Due | null;
}

/** What a video's counter object, or a sub-object of a hot video, can be asked. */
export interface CounterRpc extends Rpc.DurableObjectBranded {
	/** Counts batches. Durable when it returns. */
	apply(videoId: string, entries: readonly Entry[], batchWriter: BatchWriter | null): Promise<Applied>;
	/** The batch writer could not write what was due: the counter does it itself. */
	unwritten(): void;
	/** What a sub-object added up; counted here whatever the split. */
	applySum(videoId: string, sum: Entry): Promise<void>;
	/** Counts batches that belong to this sub-object of a hot video. */
	applyShard(videoId: string, shard: number, entries: readonly Entry[]): readonly string[];
	/** The video's numbers now. */
	numbers(videoId: string): Promise<Numbers | null>;
	/** Sets likes right, from the rows they are made of, unless one came in since they were counted. */
	correctLikes(videoId: string, likes: number, whileAt: number): Promise<boolean>;
	/** Writes to Postgres now rather than at the next alarm. */
	flush(): Promise<void>;
	/** Forgets everything: the video is gone. */
	forget(): Promise<void>;
}

/** By a video's id, or by the name of a shard of it (split.ts). */
export const counterOf = ({ objects }: Pick<Services, "objects">, name: string): DurableObjectStub<CounterRpc> =>
	objects.counter<CounterRpc>(name);
