import { Container } from "@cloudflare/containers";
import { configOf } from "../workers/platform/config.ts";
import type { Env } from "../workers/platform/env.ts";

/**
 * One transcoder container. The consumer picks the instance by the video's id, so that a repeated message finds the job
 * it should attach to. The service answers 503 when it is full; the platform stops it with SIGTERM, on which it gives its
 * jobs back (`failed`, code `shutting_down`), and they are tried again elsewhere in time.
 */
export class TranscoderContainer extends Container<Env> {
	override defaultPort = 8080;
	/** Long enough for the pauses between retries; a cold start is paid by a creator's patience. */
	override sleepAfter = "10m";

	constructor(context: DurableObjectState<object>, env: Env) {
		super(context, env);
		const config = configOf(env);
		this.envVars = {
			PORT: "8080",
			TRANSCODER_TOKEN: config.TRANSCODER_TOKEN,
			MEDIA_ENDPOINT: config.MEDIA_S3_ENDPOINT,
			MEDIA_BUCKET: config.MEDIA_S3_BUCKET,
			MEDIA_ACCESS_KEY_ID: config.MEDIA_S3_ACCESS_KEY_ID,
			MEDIA_SECRET_ACCESS_KEY: config.MEDIA_S3_SECRET_ACCESS_KEY,
		};
	}

	/** A cancellation is no reason to start a container: where none runs, no job does. */
	override async fetch(request: Request): Promise<Response> {
		if (request.method === "DELETE" && this.ctx.container?.running !== true) return new Response(null, { status: 204 });
		return super.fetch(request);
	}
}
