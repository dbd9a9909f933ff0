import type { Hono } from "hono";
import { storeNotProbed } from "../../../contracts/problems/operations.ts";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { uploadNotFound } from "../../../contracts/problems/uploads.ts";
import { teensDownload } from "../../../contracts/problems/videos.ts";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, limitFileChecks, reply, route } from "../../gateway/index.ts";
import { countryOf } from "../../platform/country.ts";
import type { Fields, Log } from "../../platform/log.ts";
import { mayLetDownload } from "../../rules/teens.ts";
import { knownFile, networkOf, noteUploader } from "../../trust/index.ts";
import { resolveVideoRef } from "../references.ts";
import { abortUpload } from "./abort.ts";
import { completeUpload } from "./complete.ts";
import { beginUpload } from "./init.ts";
import { browserEndpoint } from "./presign.ts";
import { probeNow } from "./probed.ts";
import { loadUpload, presentUpload, refuseClosed } from "./record.ts";

export function uploadRoutes(app: Hono<AppEnv>): void {
	route(app, contract.initUpload, async ({ body, viewer, services, context, log }) => {
		const plan = { filename: body.filename, filesize: body.filesize, durationMs: body.duration_ms, clientKey: body.videoId };
		const endpoint = browserEndpoint(services.config, context.req.url);
		const begin = () => beginUpload(services, viewer.userId, plan, endpoint);
		const { upload, created } = await explained(log, { step: "init", clientKey: body.videoId, bytes: body.filesize }, begin);
		log.info("upload_begun", { videoId: upload.videoId, bytes: body.filesize, parts: upload.parts.length, created });
		return reply(created ? 201 : 200, upload);
	});

	route(app, contract.checkFile, async ({ body, viewer, services }) => {
		await limitFileChecks(services, viewer.userId);
		return { known: (await knownFile(services, body.sha256)) !== null };
	});

	route(app, contract.getUpload, async ({ params, viewer, services, context, log }) => {
		const videoId = await resolveUploadRef(services, viewer, params.videoId);
		return explained(log, { step: "resume", videoId }, async () => {
			const record = await loadUpload(services, viewer.userId, videoId);
			refuseClosed(record, services.clock());
			const upload = await presentUpload(services, record, undefined, browserEndpoint(services.config, context.req.url));
			log.info("upload_resumed", { videoId, arrived: upload.arrived.length, missing: upload.parts.length });
			return upload;
		});
	});

	route(app, contract.abortUpload, async ({ params, viewer, services, context }) => {
		await abortUpload(services, viewer.userId, await resolveUploadRef(services, viewer, params.videoId));
		return context.body(null, 204);
	});

	route(app, contract.probeStore, async ({ services }) => {
		try {
			return { found: [...(await probeNow(services))] };
		} catch (cause) {
			throw storeNotProbed(cause);
		}
	});

	route(app, contract.completeUpload, async ({ params, body, viewer, services, context, requestId, log }) => {
		const videoId = await resolveUploadRef(services, viewer, params.videoId);
		const country = countryOf(context.req.raw);
		// Before it can be up.
		await noteUploader(services, videoId, networkOf(services, context.req.raw.headers));
		if (body.allowDownload === true && !mayLetDownload(viewer.teen)) throw teensDownload();
		return explained(log, { step: "complete", videoId }, () =>
			completeUpload(services, viewer.userId, videoId, { ...body, country }, requestId),
		);
	});
}

type UploadFields = Pick<Fields<"upload_refused">, "step" | "videoId" | "clientKey" | "bytes">;

/** Does one step of an upload. One that is refused or fails gets a line of its own, so that the log tells why an upload went no further. */
async function explained<T>(log: Log, fields: UploadFields, step: () => Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		if (error instanceof ProblemError) log.warn("upload_refused", { ...fields, code: error.code, reason: error.message });
		// The gateway's own line has the stack, but not which upload it was.
		else log.error("upload_failed", { ...fields, error: String(error) });
		throw error;
	}
}

/** As for videos, but what is missing is an upload. */
async function resolveUploadRef(...asked: Parameters<typeof resolveVideoRef>): Promise<string> {
	try {
		return await resolveVideoRef(...asked);
	} catch (error) {
		if (error instanceof ProblemError && error.code === "video_not_found") throw uploadNotFound();
		throw error;
	}
}
