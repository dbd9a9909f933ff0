import { eq } from "drizzle-orm";
import type { Decision } from "../../../contracts/moderation.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import type { Restriction } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { forgetBlocked, rememberBlocked } from "../../trust/index.ts";
import { invalidateVideo } from "../cards/index.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { announceVideo } from "../pipeline/announce.ts";
import { enqueueTranscode } from "../pipeline/enqueue.ts";
import { REPLACED_LIFETIME_MS } from "../pipeline/publish.ts";
import { transit, type VideoRow } from "../state/index.ts";
import { followUp } from "./update.ts";

/** What was decided about a video after it was screened. */
export interface VideoDecision {
	/** `approve` and `restrict` show it, as far as `restriction` lets it reach; `block` and `review` show it to nobody. */
	readonly to: "approve" | "block" | "review" | "restrict";
	/** `none` where it is not given: an approval lifts what restricted it. */
	readonly restriction?: Restriction;
	/** The operator who decided; null: the machine, whose decision a later check may change. */
	readonly by: string | null;
}

/**
 * Has a decision act everywhere: from the return on no list, search, link, embed or player is given what it forbids; the index and the
 * lists made of it follow before that, too. Repeated, it does what is left to do. Who decided tells the creator.
 * @returns what the video is from now on; `deleted` where its creator was faster
 * @throws ProblemError video_not_found; what a store throws that can't be reached: call again
 */
export async function decideVideo(services: Services, videoId: string, decision: VideoDecision): Promise<VideoRow["status"]> {
	const [before] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (before === undefined) throw videoNotFound();
	const after = await PERFORM[decision.to](services, before, {
		restriction: decision.restriction ?? "none",
		isByPerson: decision.by !== null,
	});
	services.log.info("video_decided", {
		videoId,
		to: decision.to,
		restriction: after.restriction,
		status: after.status,
		by: decision.by ?? "machine",
	});
	return after.status;
}

/**
 * Carries out what a reviewer decided about a video; of decisions that are not about what is shown of it there is nothing to do here.
 * To find nothing in what waits for review is to let it up; to turn down an appeal leaves all as it is.
 */
export async function performOnVideo(services: Services, decided: EventMap["decided"]): Promise<void> {
	const { subject, decision, queue, reason, operatorId } = decided;
	if (subject.kind !== "video") return;
	const asked = DECISIONS[decision];
	if (asked !== undefined) await decideVideo(services, subject.id, { ...asked, by: operatorId });
	// Neither the file nor a near copy of it goes up again, until the removal is taken back. What a machine removed is no measure for others.
	if (decision === "remove" && operatorId !== null) await rememberBlocked(services, subject.id, reason);
	if (decision === "approve") await forgetBlocked(services, subject.id);
	if (decision === "dismiss" && queue !== "appeals" && (await waitsForReview(services, subject.id)))
		await decideVideo(services, subject.id, { to: "approve", by: operatorId });
}

const DECISIONS: Readonly<Partial<Record<Decision, Omit<VideoDecision, "by">>>> = {
	approve: { to: "approve" },
	remove: { to: "block" },
	restrict_age: { to: "restrict", restriction: "age" },
	no_recommend: { to: "restrict", restriction: "no_recommend" },
};

async function waitsForReview(services: Services, videoId: string): Promise<boolean> {
	const [row] = await services.db.video(videoId).select({ status: videos.status }).from(videos).where(eq(videos.id, videoId)).limit(1);
	return row?.status === "review";
}

type Given = { readonly restriction: Restriction; readonly isByPerson: boolean };
type Perform = (services: Services, before: VideoRow, given: Given) => Promise<VideoRow>;

const show: Perform = async (services, before, given) => {
	const target = { id: before.id };
	const approved = await transit(services, "approved", target, given);
	if (approved !== null) {
		await showAgain(services, before, approved);
		return approved;
	}
	const readmitted = await transit(services, "readmitted", target, given);
	if (readmitted !== null) {
		await invalidateVideo(services, before.id);
		await enqueueTranscode(services, { videoId: before.id, generation: readmitted.generation, requestId: `decision-${before.id}` });
		return readmitted;
	}
	const restricted = await transit(services, "restricted", target, given);
	if (restricted === null) return before;
	await invalidateVideo(services, before.id);
	if (restricted.status === "ready") await followUp(services, restricted, true);
	return restricted;
};

const PERFORM: Readonly<Record<VideoDecision["to"], Perform>> = {
	approve: show,
	restrict: show,
	block: (services, before, given) => hide(services, before, "takenDown", given),
	review: (services, before, given) => hide(services, before, "recalled", given),
};

/** What stands in lists, the index and caches is taken out: of what was never up there is nothing. */
async function hide(services: Services, before: VideoRow, name: "takenDown" | "recalled", given: Given): Promise<VideoRow> {
	const hidden = await transit(services, name, { id: before.id }, given);
	if (hidden === null) return before;
	await invalidateVideo(services, before.id);
	if (hidden.liveGeneration !== null && hidden.status !== "deleted")
		await emitOrFail(services, "withheld", { videoId: hidden.id, userId: hidden.userId, spaces: hidden });
	return hidden;
}

/** What fails of the announcement is left to the sweeper, as after any publishing. */
async function showAgain(services: Services, before: VideoRow, after: VideoRow): Promise<void> {
	if (before.liveGeneration !== null && before.liveGeneration !== after.liveGeneration)
		await requestGenerationPurge(services, before.id, before.liveGeneration, services.clock() + REPLACED_LIFETIME_MS);
	await announceVideo(services, before.id, before.userId);
}
