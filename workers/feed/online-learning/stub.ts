import type { Services } from "../../platform/services.ts";
import type { LessonBatch } from "./lessons.ts";

/** What the ranker object can be asked. */
export interface RankerRpc extends Rpc.DurableObjectBranded {
	/** Learns, each batch once. Durable when it returns. @returns how many lessons were new */
	learn(batches: readonly LessonBatch[]): Promise<number>;
	/** The trainer has a new model (JSON): goes on from it. @throws when it can't be read */
	rebase(json: string): Promise<boolean>;
}

/** The one ranker there is. */
export const rankerOf = ({ objects }: Pick<Services, "objects">): DurableObjectStub<RankerRpc> => objects.ranker<RankerRpc>("all");
