import type { Config } from "../workers/platform/config.ts";

/** Where the service listens in its container. */
export const TRANSCODER_PORT = 8080;

type Told = Pick<
	Config,
	"TRANSCODER_TOKEN" | "MEDIA_S3_ENDPOINT" | "MEDIA_S3_BUCKET" | "MEDIA_S3_ACCESS_KEY_ID" | "MEDIA_S3_SECRET_ACCESS_KEY"
>;

/** What the container's service is told: all it needs and nothing more, for it reads strangers' files. */
export function transcoderEnvironment(config: Told): Record<string, string> {
	return {
		PORT: String(TRANSCODER_PORT),
		TRANSCODER_TOKEN: config.TRANSCODER_TOKEN,
		MEDIA_ENDPOINT: config.MEDIA_S3_ENDPOINT,
		MEDIA_BUCKET: config.MEDIA_S3_BUCKET,
		MEDIA_ACCESS_KEY_ID: config.MEDIA_S3_ACCESS_KEY_ID,
		MEDIA_SECRET_ACCESS_KEY: config.MEDIA_S3_SECRET_ACCESS_KEY,
	};
}

/** A cancellation is no reason to start a container: where none runs, no job does. */
export const isMoot = (method: string, running: boolean): boolean => method === "DELETE" && !running;
