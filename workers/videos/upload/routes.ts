import type { Hono } from "hono";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, reply, route } from "../../gateway/route.ts";
import { countryOf } from "../../platform/country.ts";
import { resolveVideoRef } from "../references.ts";
import { abortUpload } from "./abort.ts";
import { completeUpload } from "./complete.ts";
import { beginUpload } from "./init.ts";
import { browserEndpoint } from "./presign.ts";
import { loadUpload, presentUpload, refuseClosed, uploadNotFound } from "./record.ts";

export function uploadRoutes(app: Hono<AppEnv>): void {
	route(app, contract.initUpload, async ({ body, viewer, services, context, requestId }) => {
		const plan = { filename: body.filename, filesize: body.filesize, durationMs: body.duration_ms, clientKey: body.videoId };
		const endpoint = browserEndpoint(services.config, context.req.url);
		const { upload, created } = await beginUpload(services, viewer.userId, plan, endpoint);
		const { videoId, parts } = upload;
		services.log.info("upload_begun", { requestId, videoId, userId: viewer.userId, bytes: body.filesize, parts: parts.length, created });
		return reply(created ? 201 : 200, upload);
	});

	route(app, contract.getUpload, async ({ params, viewer, services, context }) => {
		const videoId = await resolveUploadRef(services, viewer, params.videoId);
		const record = await loadUpload(services, viewer.userId, videoId);
		refuseClosed(record, services.clock());
		return presentUpload(services, record, undefined, browserEndpoint(services.config, context.req.url));
	});

	route(app, contract.abortUpload, async ({ params, viewer, services, context }) => {
		await abortUpload(services, viewer.userId, await resolveUploadRef(services, viewer, params.videoId));
		return context.body(null, 204);
	});

	route(app, contract.completeUpload, async ({ params, body, viewer, services, context, requestId }) => {
		const videoId = await resolveUploadRef(services, viewer, params.videoId);
		const country = countryOf(context.req.raw);
		return completeUpload(services, viewer.userId, videoId, { ...body, country }, requestId);
	});
}

/** As for videos, but what is missing is an upload. */
async function resolveUploadRef(...asked: Parameters<typeof resolveVideoRef>): Promise<string> {
	try {
		return await resolveVideoRef(...asked);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "video_not_found") throw uploadNotFound();
		throw error;
	}
}
