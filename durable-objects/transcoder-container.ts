import { Container } from "@cloudflare/containers";
import { configOf } from "../workers/platform/config.ts";
import type { Env } from "../workers/platform/env.ts";
import { isMoot, TRANSCODER_PORT, transcoderEnvironment } from "./transcoder-environment.ts";

/**
 * One transcoder container. The consumer picks the instance by the video's id, so that a repeated message finds the job
 * it should attach to. The service answers 503 when it is full; the platform stops it with SIGTERM, on which it gives its
 * jobs back (`failed`, code `shutting_down`), and they are tried again elsewhere in time.
 */
export class TranscoderContainer extends Container<Env> {
	override defaultPort = TRANSCODER_PORT;
	/** Long enough for the pauses between retries; a cold start is paid by a creator's patience. */
	override sleepAfter = "10m";

	constructor(context: DurableObjectState<object>, env: Env) {
		super(context, env);
		this.envVars = transcoderEnvironment(configOf(env));
	}

	override async fetch(request: Request): Promise<Response> {
		if (isMoot(request.method, this.ctx.container?.running === true)) return new Response(null, { status: 204 });
		return super.fetch(request);
	}
}
