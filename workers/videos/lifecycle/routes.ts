import type { Hono } from "hono";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, route } from "../../gateway/route.ts";
import { hydrateCards } from "../cards/index.ts";
import { resolveVideoRef, videoNotFound } from "../references.ts";
import { deleteVideo } from "./delete.ts";
import { listUserVideos } from "./list.ts";
import { updateVideo } from "./update.ts";

export function lifecycleRoutes(app: Hono<AppEnv>): void {
	route(app, contract.getVideo, async ({ params, viewer, services }) => {
		const [video] = await hydrateCards(services, viewer, [await resolveVideoRef(services, viewer, params.videoId)]);
		if (video === undefined) throw videoNotFound();
		return { video };
	});

	route(app, contract.mediaGrant, async ({ params, viewer, services, context }) => {
		const [video] = await hydrateCards(services, viewer, [await resolveVideoRef(services, viewer, params.videoId)]);
		if (video === undefined) throw videoNotFound();
		context.header("cache-control", "no-store");
		return { manifest: video.manifest, thumbnail: video.thumbnail };
	});

	route(app, contract.updateVideo, async ({ params, body, viewer, services }) => {
		const videoId = await resolveVideoRef(services, viewer, params.videoId);
		return { video: await updateVideo(services, viewer, videoId, body) };
	});

	route(app, contract.deleteVideo, async ({ params, viewer, services, context }) => {
		await deleteVideo(services, viewer.userId, await resolveVideoRef(services, viewer, params.videoId));
		return context.body(null, 204);
	});

	route(app, contract.listUserVideos, ({ params, query, viewer, services }) =>
		listUserVideos(services, viewer, params.userId, query.limit, query.cursor),
	);
}
