import type { Embedding, TranscodeEvent } from "../../../../contracts/transcode.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";
import { DETACH_AFTER_MS, SILENCE_MS } from "../attempt.ts";
import { transcodeEvents } from "../events.ts";
import { transcodeJob } from "../job.ts";
import { startJob } from "../transcoder.ts";

/** How a try to embed a video ended. */
export type EmbedOutcome =
	| { readonly kind: "embedded"; readonly embedding: Embedding }
	/** The transcoder has no place, can't be reached, is stopping or goes on unwatched: what people upload goes first. */
	| { readonly kind: "later" }
	/** Another try could not change it. */
	| { readonly kind: "impossible"; readonly reason: string }
	| { readonly kind: "failed"; readonly reason: string };

/** Has the transcoder embed what is served of a video, from its original. Never throws. */
export async function attemptEmbedding(services: Services, row: VideoRow, requestId: string): Promise<EmbedOutcome> {
	const detachAt = services.clock() + DETACH_AFTER_MS;
	const told = (event: "transcoder_unreachable" | "transcoder_broke_off", error: unknown) =>
		services.log.warn(event, { requestId, videoId: row.id, ...errorFields(error), stack: undefined });
	if (row.original === null) return { kind: "impossible", reason: "nothing is kept of the original" };
	let answer: Response;
	try {
		answer = await startJob(services, await transcodeJob(services, row, row.original, requestId, "embedding"));
	} catch (error) {
		told("transcoder_unreachable", error);
		return { kind: "later" };
	}
	if (answer.status >= 500 || answer.status === 429) return { kind: "later" };
	if (answer.status !== 200 || answer.body === null) return { kind: "failed", reason: `the transcoder answered ${answer.status}` };
	try {
		for await (const event of transcodeEvents(answer.body, SILENCE_MS)) {
			const outcome = outcomeOf(event);
			if (outcome !== null) return outcome;
			// The next message attaches to the job, which goes on.
			if (services.clock() >= detachAt) return { kind: "later" };
		}
		return { kind: "failed", reason: "the transcoder ended without a result" };
	} catch (error) {
		// It may be this very file that ends the transcoder: tried as often as any job, and not for hours.
		told("transcoder_broke_off", error);
		return { kind: "failed", reason: "the transcoder broke off" };
	}
}

function outcomeOf(event: TranscodeEvent): EmbedOutcome | null {
	switch (event.type) {
		case "embedded":
			return { kind: "embedded", embedding: event.embedding };
		case "done": {
			// A job that still ran as a whole, or a previous transcoder that knows no other answer.
			const { embedding } = event.result;
			return embedding === null ? { kind: "failed", reason: "the transcoder made no embedding" } : { kind: "embedded", embedding };
		}
		case "refused":
			return { kind: "impossible", reason: event.message };
		case "failed":
			return event.code === "shutting_down" ? { kind: "later" } : { kind: "failed", reason: event.code };
		default:
			return null;
	}
}
