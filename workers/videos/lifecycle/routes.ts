import type { Hono } from "hono";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { hydrateCards } from "../cards/index.ts";
import { resolveVideoRef } from "../references.ts";
import { videoFor, visibleVideo } from "../visible-video.ts";
import { setCover } from "./cover.ts";
import { deleteVideo } from "./delete.ts";
import { listUserVideos } from "./list.ts";
import { restoreVideo } from "./restore.ts";
import { retryVideo } from "./retry.ts";
import { updateVideo } from "./update.ts";

export function lifecycleRoutes(app: Hono<AppEnv>): void {
	route(app, contract.getVideo, async ({ params, viewer, services }) => {
		const { id } = await visibleVideo(services, viewer, params.videoId);
		const [video] = await hydrateCards(services, viewer, [id]);
		if (video === undefined) throw videoNotFound();
		return { video };
	});

	route(app, contract.mediaGrant, async ({ params, viewer, services, context }) => {
		const { id } = await visibleVideo(services, viewer, params.videoId);
		const [video] = await hydrateCards(services, viewer, [id]);
		if (video === undefined) throw videoNotFound();
		context.header("cache-control", "no-store");
		return { manifest: video.manifest, thumbnail: video.thumbnail };
	});

	route(app, contract.updateVideo, async ({ params, body, viewer, services }) => {
		const { id } = await videoFor(services, viewer, params.videoId, "manage");
		return { video: await updateVideo(services, viewer, id, body) };
	});

	route(app, contract.deleteVideo, async ({ params, query, viewer, services, context }) => {
		// One that is still being uploaded has no record yet: the statement itself asks whose it is.
		const videoId = await resolveVideoRef(services, viewer, params.videoId);
		await deleteVideo(services, viewer.userId, videoId, query.undoable === "true");
		return context.body(null, 204);
	});

	route(app, contract.restoreVideo, async ({ params, viewer, services, requestId }) => {
		// To all others a deleted video is none: the statement itself asks whose it is.
		const videoId = await resolveVideoRef(services, viewer, params.videoId);
		return { video: await restoreVideo(services, viewer, videoId, requestId) };
	});

	route(app, contract.setCover, async ({ params, body, viewer, services }) => {
		const { id } = await videoFor(services, viewer, params.videoId, "manage");
		return { video: await setCover(services, viewer, id, body.atMs) };
	});

	route(app, contract.retryVideo, async ({ params, viewer, services, requestId }) => {
		const { id } = await videoFor(services, viewer, params.videoId, "manage");
		return { video: await retryVideo(services, viewer, id, requestId) };
	});

	route(app, contract.listUserVideos, ({ params, query, viewer, services }) => listUserVideos(services, viewer, params.userId, query));
}
