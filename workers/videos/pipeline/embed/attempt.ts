import type { Embedding } from "../../../../contracts/transcode.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { transcodeEvents } from "../events.ts";
import { transcodeJob } from "../job.ts";
import type { VideoRow } from "../pending.ts";
import { startJob } from "../transcoder.ts";

/** Longest time without a line from the transcoder, milliseconds. */
const SILENCE_MS = 60_000;

/** How a try to embed a video ended. */
export type EmbedOutcome =
	| { readonly kind: "embedded"; readonly embedding: Embedding }
	/** The transcoder has no place, can't be reached or is stopping: what people upload goes first. */
	| { readonly kind: "later" }
	/** Another try could not change it. */
	| { readonly kind: "impossible"; readonly reason: string }
	| { readonly kind: "failed"; readonly reason: string };

/** Has the transcoder embed what is served of a video, from its original. Never throws. */
export async function attemptEmbedding(services: Services, row: VideoRow, requestId: string): Promise<EmbedOutcome> {
	try {
		const job = await transcodeJob(services.config, row, requestId);
		const answer = await startJob(services, { ...job, only: "embedding" });
		if (answer.status >= 500 || answer.status === 429) return { kind: "later" };
		if (answer.status !== 200 || answer.body === null) return { kind: "failed", reason: `the transcoder answered ${answer.status}` };
		for await (const event of transcodeEvents(answer.body, SILENCE_MS)) {
			if (event.type === "embedded") return { kind: "embedded", embedding: event.embedding };
			// A transcoder that still remembers how it made this generation, or one of before that knows no other answer.
			if (event.type === "done")
				return event.result.embedding === null ? noVector : { kind: "embedded", embedding: event.result.embedding };
			if (event.type === "refused") return { kind: "impossible", reason: event.message };
			if (event.type === "failed") return event.code === "shutting_down" ? { kind: "later" } : { kind: "failed", reason: event.code };
		}
		return { kind: "failed", reason: "the transcoder ended without a result" };
	} catch (error) {
		services.log.warn("embedding_broke_off", { requestId, videoId: row.id, ...errorFields(error), stack: undefined });
		return { kind: "later" };
	}
}

const noVector: EmbedOutcome = { kind: "failed", reason: "the transcoder made no embedding" };
