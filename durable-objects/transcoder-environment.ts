import type { Config } from "../workers/platform/config.ts";

/** Where the service listens in its container. */
export const TRANSCODER_PORT = 8080;

type Known = Pick<Config, "TRANSCODER_KEY" | "MEDIA_S3_ENDPOINT" | "MEDIA_S3_BUCKET">;

/**
 * What the container's service is told: all it needs and nothing more, for it reads strangers' files. It has no key to any
 * bucket: each job brings addresses of its own parts, and credentials for its own folder.
 */
export function transcoderEnvironment(config: Known): Record<string, string> {
	return {
		PORT: String(TRANSCODER_PORT),
		TRANSCODER_KEY: config.TRANSCODER_KEY,
		MEDIA_ENDPOINT: config.MEDIA_S3_ENDPOINT,
		MEDIA_BUCKET: config.MEDIA_S3_BUCKET,
	};
}

/** A cancellation is no reason to start a container: where none runs, no job does. */
export const isMoot = (method: string, running: boolean): boolean => method === "DELETE" && !running;
