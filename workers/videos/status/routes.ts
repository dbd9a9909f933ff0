import type { Hono } from "hono";
import { tooManyStatusStreams } from "../../../contracts/problems/limits.ts";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { changesOf } from "../../platform/changes.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { resolveVideoRef } from "../references.ts";
import type { StreamsRpc } from "./leases.ts";
import { processingStatus } from "./status.ts";
import { statusStream } from "./stream.ts";

/** When a stream may have become free, seconds. */
const RETRY_S = 10;

/** One of the few streams a person may hold. A count that can't be reached is no reason to show nobody their progress. */
function streamLease(services: Services, userId: string) {
	const id = crypto.randomUUID();
	const session = services.objects.session<StreamsRpc>(`user:${userId}`);
	const troubled = (error: unknown) => {
		services.log.warn("stream_lease_unknown", { userId, ...errorFields(error) });
		return true;
	};
	return {
		renew: async (): Promise<boolean> => session.holdStream(id).catch(troubled),
		release: async (): Promise<void> => void (await session.releaseStream(id).catch(troubled)),
	};
}

/** Whether the session that opened a stream goes on: signing out, from anywhere, ends what it opened. */
async function isSignedIn(services: Services, { sessionId, userId }: UserViewer): Promise<boolean> {
	const changed = await changesOf(services).current();
	return !changed.has(`session:${sessionId}`) && !changed.has(`user:${userId}`);
}

export function statusRoutes(app: Hono<AppEnv>): void {
	route(app, contract.videoStatus, async ({ params, viewer, services, context }) => {
		const videoId = await resolveVideoRef(services, viewer, params.videoId);
		const load = () => processingStatus(services, viewer.userId, videoId);
		const first = await load();
		const wantsStream = context.req.header("accept")?.includes("text/event-stream") === true || context.req.query("stream") === "1";
		if (!wantsStream) {
			context.header("cache-control", "no-store");
			return first;
		}
		const lease = streamLease(services, viewer.userId);
		if (!(await lease.renew())) {
			throw tooManyStatusStreams(RETRY_S);
		}
		const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
		const renew = async () => (await isSignedIn(services, viewer)) && lease.renew();
		const times = { clock: services.clock, sleep, renew, ended: () => context.executionCtx.waitUntil(lease.release()) };
		return new Response(statusStream(first, load, times), {
			headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
		});
	});
}
