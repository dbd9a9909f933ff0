import { eq } from "drizzle-orm";
import { downloadName } from "../../../../contracts/media.ts";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import type { TranscodeEvent, TranscodeJob } from "../../../../contracts/transcode.ts";
import { videos } from "../../../../db/schema/index.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { mayBeDownloaded } from "../../../rules/videos.ts";
import { invalidateVideo } from "../../cards/index.ts";
import { isPending, transit, type VideoRow } from "../../state/index.ts";
import { DETACH_AFTER_MS, SILENCE_MS } from "../attempt.ts";
import { type Disposition, FINISHED } from "../disposition.ts";
import { transcodeEvents } from "../events.ts";
import { transcodeJob } from "../job.ts";
import { startJob } from "../transcoder.ts";
import { forgetDownload, keepDownload, markOf } from "./request.ts";

/** Before a transcoder that had no place is asked again, seconds: somebody waits. */
const COME_AGAIN_S = 5;
/** One that could not begin for so long is given up, milliseconds: nobody waits so long for a copy. */
const PATIENCE_MS = 10 * 60_000;

type Made =
	| { readonly kind: "made" }
	/** The transcoder has no place, can't be reached, is stopping, or goes on unwatched. */
	| { readonly kind: "later" | "detached" }
	/** Another try could not change it. */
	| { readonly kind: "impossible"; readonly reason: string }
	| { readonly kind: "failed"; readonly reason: string };

/**
 * Makes the copy that was asked for of a video that is up, marked with its creator's name of now; all else of it stays. The same message
 * twice makes it once.
 * @throws when the database can't be reached
 */
export async function makeDownload(services: Services, message: TranscodeMessage): Promise<Disposition> {
	const { videoId, requestId } = message;
	const log = services.log.with({ requestId, videoId });
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.downloadAskedAt === null) return FINISHED;
	const username = await markOf(services, row.userId);
	const startedAt = services.clock();
	const later = (): Promise<Disposition> | Disposition =>
		startedAt - message.enqueuedAt > PATIENCE_MS ? giveUp("nothing was free to make it") : { kind: "again", afterSeconds: COME_AGAIN_S };
	const giveUp = async (reason: string): Promise<Disposition> => {
		log.warn("download_not_made", { reason });
		await forgetDownload(services, videoId);
		return FINISHED;
	};
	if (username === null || !mayBeDownloaded(row)) return giveUp("it is not to be downloaded any more");
	const download = { username, name: downloadName(username) };
	if (row.download === download.name) {
		await forgetDownload(services, videoId);
		return FINISHED;
	}
	// What is served now is about to be replaced: the copy is made of what comes.
	if (isPending(row)) return later();
	if (row.generation !== row.liveGeneration) return giveUp("what is served can't be made again");
	await keepDownload(services, videoId);
	const made = await attempt(services, row, requestId, download);
	log.info("download_attempt", { outcome: made.kind, ms: services.clock() - startedAt });
	switch (made.kind) {
		case "made":
			// Deleted or processed again meanwhile, it is looked at once more.
			if ((await transit(services, "copied", row, { name: download.name })) === null) return later();
			await invalidateVideo(services, videoId);
			return FINISHED;
		case "later":
			return later();
		case "detached":
			return { kind: "again", afterSeconds: 0 };
		case "failed":
			return made;
		case "impossible":
			return giveUp(made.reason);
	}
}

async function attempt(
	services: Services,
	row: VideoRow,
	requestId: string,
	download: NonNullable<TranscodeJob["download"]>,
): Promise<Made> {
	if (row.original === null) return { kind: "impossible", reason: "nothing is kept of the original" };
	const detachAt = services.clock() + DETACH_AFTER_MS;
	let answer: Response;
	try {
		answer = await startJob(services, await transcodeJob(services, row, row.original, requestId, "download", download));
	} catch (error) {
		services.log.warn("transcoder_unreachable", { requestId, videoId: row.id, ...errorFields(error) });
		return { kind: "later" };
	}
	if (answer.status >= 500 || answer.status === 429) return { kind: "later" };
	if (answer.status !== 200 || answer.body === null) return { kind: "failed", reason: `the transcoder answered ${answer.status}` };
	try {
		for await (const event of transcodeEvents(answer.body, SILENCE_MS)) {
			const made = madeBy(event);
			if (made !== null) return made;
			// The next message attaches to the job, which goes on.
			if (services.clock() >= detachAt) return { kind: "detached" };
		}
		return { kind: "failed", reason: "the transcoder ended without a result" };
	} catch (error) {
		services.log.warn("transcoder_broke_off", { requestId, videoId: row.id, ...errorFields(error) });
		return { kind: "failed", reason: "the transcoder broke off" };
	}
}

function madeBy(event: TranscodeEvent): Made | null {
	switch (event.type) {
		case "copied":
			return { kind: "made" };
		case "done":
			// A job that still ran as a whole.
			return { kind: "later" };
		case "refused":
			return { kind: "impossible", reason: event.code };
		case "failed":
			return event.code === "shutting_down" || event.code === "superseded" ? { kind: "later" } : { kind: "failed", reason: event.code };
		default:
			return null;
	}
}
