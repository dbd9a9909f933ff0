import { eq } from "drizzle-orm";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import type { Embedding } from "../../../../contracts/transcode.ts";
import { videos } from "../../../../db/schema/index.ts";
import type { Services } from "../../../platform/services.ts";
import { transit, type VideoRow } from "../../state/index.ts";
import { announceVideo } from "../announce.ts";
import type { Disposition } from "../disposition.ts";
import { keptVector, storedVector } from "../publish.ts";
import { attemptEmbedding } from "./attempt.ts";

/** Before a transcoder that had no place is asked again, seconds: in the background of what people upload. */
const COME_AGAIN_S = 30;
/** One that found no place for so long is given up, milliseconds: the next sweep is about to come back to it. */
const PATIENCE_MS = 12 * 3_600_000;

const FINISHED: Disposition = { kind: "finished" };

/**
 * Embeds a video anew that is up, by a message that asks for only that. What is served stays as it is, and the vector it is
 * found by goes on being served with its space. The same message twice does it twice at worst.
 * @throws when the database can't be reached
 */
export async function embedAgain(services: Services, message: TranscodeMessage): Promise<Disposition> {
	const { videoId, generation, requestId } = message;
	const log = services.log.with({ requestId, videoId, generation });
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row?.status !== "ready" || row.generation !== generation || row.liveGeneration !== generation) {
		// Deleted, or processed again as a whole, which embeds it too.
		log.info("embedding_superseded", { status: row?.status });
		return FINISHED;
	}
	if (row.enqueuedAt !== null && row.enqueuedAt.getTime() > message.enqueuedAt) {
		// Asked for again since, for newer words: that message sees to it.
		log.info("embedding_superseded", { by: row.enqueuedAt });
		return FINISHED;
	}
	const startedAt = services.clock();
	const outcome = await attemptEmbedding(services, row, requestId);
	log.info("embedding_attempt", { outcome: outcome.kind, ms: services.clock() - startedAt });
	switch (outcome.kind) {
		case "later":
			if (startedAt - message.enqueuedAt > PATIENCE_MS) return FINISHED;
			return { kind: "again", afterSeconds: COME_AGAIN_S };
		case "failed":
			return outcome;
		case "impossible":
			log.warn("embedding_impossible", { reason: outcome.reason });
			return FINISHED;
		case "embedded":
			if (isSame(row, outcome.embedding)) log.info("embedding_unchanged", { version: row.embeddingVersion });
			else if (await keep(services, row, outcome.embedding)) await announceVideo(services, videoId, row.userId);
			return FINISHED;
	}
}

function isSame({ embedding, embeddingVersion }: VideoRow, next: Embedding): boolean {
	const vector = storedVector(next);
	return vector.embeddingVersion === embeddingVersion && vector.embedding === embedding;
}

/** Writes the vector, unless the video was deleted, processed or embedded again meanwhile. What follows it is what follows publishing. */
async function keep(services: Services, row: VideoRow, embedding: Embedding): Promise<boolean> {
	const vector = storedVector(embedding);
	const asRead = { id: row.id, generation: row.generation, embedding: row.embedding };
	const kept = (await transit(services, "embedded", asRead, { ...vector, ...keptVector(row, vector) })) !== null;
	services.log.info("video_embedded", { videoId: row.id, version: embedding.version, kept });
	return kept;
}
