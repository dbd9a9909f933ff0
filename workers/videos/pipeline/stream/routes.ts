import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { isId } from "../../../../contracts/ids.ts";
import { noticeNotGenuine, noticeUnreadable } from "../../../../contracts/problems/operations.ts";
import { videos } from "../../../../db/schema/index.ts";
import { type AppEnv, limitBodies, limitRequests } from "../../../gateway/index.ts";
import type { Services } from "../../../platform/services.ts";
import { concludeAttempt } from "../process.ts";
import { StreamVideo } from "./client.ts";
import { streamOutcome } from "./outcome.ts";
import { genuineWebhook } from "./signature.ts";

/** Where Stream tells that a video is ready or failed. A notice that is not dealt with is sent again, and asked for by the job. */
export function streamRoutes(app: Hono<AppEnv>): void {
	app.post("/internal/stream/webhook", limitBodies, async (context) => {
		const { services, requestId } = context.var;
		const secret = services.config.STREAM_WEBHOOK_SECRET;
		// Before the signature is computed: anybody may send something here.
		await limitRequests(services, null, context.req.raw.headers);
		const body = await context.req.text();
		const genuine =
			secret !== undefined && (await genuineWebhook(secret, context.req.header("webhook-signature") ?? null, body, services.clock()));
		if (!genuine) throw noticeNotGenuine();
		const parsed = StreamVideo.safeParse(jsonOf(body));
		if (!parsed.success) throw noticeUnreadable();
		await receiveNotice(services, parsed.data, requestId);
		return context.body(null, 204);
	});
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // the schema says that this is no notice
	}
}

/** Concludes the job a notice is about. One about a job that is over, or of nobody's, changes nothing. */
async function receiveNotice(services: Services, video: StreamVideo, requestId: string): Promise<void> {
	const log = services.log.with({ requestId, uid: video.uid });
	const videoId = video.meta?.videoId;
	if (typeof videoId !== "string" || !isId(videoId)) return log.warn("stream_notice_unknown");
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.backendRef !== video.uid || row.liveGeneration === row.generation)
		return log.info("stream_notice_late", { videoId });
	const outcome = await streamOutcome(services, row, video);
	// A failure that may pass is left to the job's own next look, which counts it.
	if (outcome === null || outcome.kind === "failed") return log.info("stream_notice_open", { videoId, state: video.status.state });
	await concludeAttempt(services, log.with({ videoId, generation: row.generation }), row, outcome);
}
