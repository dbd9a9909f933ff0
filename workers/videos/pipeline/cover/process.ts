import { eq, sql } from "drizzle-orm";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import type { TranscodeEvent } from "../../../../contracts/transcode.ts";
import { videos } from "../../../../db/schema/index.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { invalidateVideo } from "../../cards/index.ts";
import { transit, type VideoRow } from "../../state/index.ts";
import { SILENCE_MS } from "../attempt.ts";
import type { Disposition } from "../disposition.ts";
import { transcodeEvents } from "../events.ts";
import { transcodeJob } from "../job.ts";
import { startJob } from "../transcoder.ts";

/** Before a transcoder that had no place is asked again, seconds: somebody looks at the old cover meanwhile. */
const COME_AGAIN_S = 5;
/** One that found no place for so long is left to the sweeper, milliseconds. */
const PATIENCE_MS = 600_000;

const FINISHED: Disposition = { kind: "finished" };

type Made =
	| { readonly kind: "made"; readonly blurhash: string }
	| { readonly kind: "later" }
	| { readonly kind: "impossible" }
	| { readonly kind: "failed"; readonly reason: string };

/**
 * Makes the cover its creator chose last of a video that is up; all else of it stays. The same message twice does it once.
 * @throws when the database can't be reached
 */
export async function remakeCover(services: Services, message: TranscodeMessage): Promise<Disposition> {
	const { videoId, requestId, generation } = message;
	const log = services.log.with({ requestId, videoId });
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	const isServed = row?.status === "ready" && row.generation === generation && row.liveGeneration === generation;
	// Deleted, made already, or processed again as a whole: that makes the cover, too.
	if (row === undefined || !isServed || row.coverAsked === row.coverServed || row.coverAtMs === null) return FINISHED;
	const startedAt = services.clock();
	const made = await attempt(services, row, requestId);
	log.info("cover_attempt", { outcome: made.kind, number: row.coverAsked, ms: services.clock() - startedAt });
	switch (made.kind) {
		case "later":
			return startedAt - message.enqueuedAt > PATIENCE_MS ? FINISHED : { kind: "again", afterSeconds: COME_AGAIN_S };
		case "failed":
			return made;
		case "impossible":
			await keepCover(services, videoId);
			return FINISHED;
		case "made":
			if (await serve(services, row, made.blurhash)) await invalidateVideo(services, videoId);
			return FINISHED;
	}
}

/** Gives up the cover that was asked for: what is served stays. */
export async function keepCover(services: Services, videoId: string): Promise<void> {
	await services.db
		.video(videoId)
		.update(videos)
		.set({ coverAsked: sql`${videos.coverServed}` })
		.where(eq(videos.id, videoId));
}

async function attempt(services: Services, row: VideoRow, requestId: string): Promise<Made> {
	if (row.original === null) return { kind: "impossible" };
	let answer: Response;
	try {
		answer = await startJob(services, await transcodeJob(services, row, row.original, requestId, "cover"));
	} catch (error) {
		services.log.warn("transcoder_unreachable", { requestId, videoId: row.id, ...errorFields(error) });
		return { kind: "later" };
	}
	if (answer.status >= 500 || answer.status === 429) return { kind: "later" };
	if (answer.status !== 200 || answer.body === null) return { kind: "failed", reason: `the transcoder answered ${answer.status}` };
	try {
		for await (const event of transcodeEvents(answer.body, SILENCE_MS)) {
			const made = madeBy(event, row.coverAsked);
			if (made !== null) return made;
		}
		return { kind: "failed", reason: "the transcoder ended without a result" };
	} catch (error) {
		services.log.warn("transcoder_broke_off", { requestId, videoId: row.id, ...errorFields(error) });
		return { kind: "failed", reason: "the transcoder broke off" };
	}
}

function madeBy(event: TranscodeEvent, number: number): Made | null {
	switch (event.type) {
		case "covered":
			return { kind: "made", blurhash: event.blurhash };
		case "done":
			// A job that still ran as a whole.
			return event.result.cover === number ? { kind: "made", blurhash: event.result.blurhash } : { kind: "later" };
		case "refused":
			return { kind: "impossible" };
		case "failed":
			return event.code === "shutting_down" || event.code === "superseded" ? { kind: "later" } : { kind: "failed", reason: event.code };
		default:
			return null;
	}
}

/** Serves a cover that was made, unless another was chosen, or the video deleted or processed again, meanwhile. */
async function serve(services: Services, { id, generation, coverAsked }: VideoRow, blurhash: string): Promise<boolean> {
	return (await transit(services, "coverServed", { id, generation, coverAsked }, { number: coverAsked, blurhash })) !== null;
}
