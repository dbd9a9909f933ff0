import { join } from "node:path";
import { BACKGROUND_NICENESS, type Child, type ChildOptions, startChild } from "./child.ts";
import type { WranglerFacts } from "./wrangler-facts.ts";

export interface TranscoderOptions {
	readonly root: string;
	readonly stateDir: string;
	readonly port: number;
	/** What the Worker signs its calls with. */
	readonly key: string;
	/** S3 endpoint the service writes to. */
	readonly mediaEndpoint: string;
	readonly facts: WranglerFacts;
	readonly ffmpegPath: string;
	readonly ffprobePath: string;
	readonly watch: Pick<ChildOptions, "onLine" | "onDeath">;
}

/** Starts the transcoder, the same service that runs in the container, as a plain process. */
export function startTranscoder(options: TranscoderOptions): Child {
	const { root, stateDir, facts } = options;
	return startChild({
		name: "transcoder",
		command: process.execPath,
		args: [join(root, "container-transcoder/server.ts")],
		cwd: root,
		env: {
			...process.env,
			PORT: String(options.port),
			HOST: "127.0.0.1",
			TRANSCODER_KEY: options.key,
			MEDIA_ENDPOINT: options.mediaEndpoint,
			MEDIA_BUCKET: facts.buckets.MEDIA.bucket,
			FFMPEG_PATH: options.ffmpegPath,
			FFPROBE_PATH: options.ffprobePath,
			WORK_DIR: join(stateDir, "transcoder"),
		},
		logPath: join(stateDir, "logs/transcoder.log"),
		grace: 10_000,
		// The person who swipes comes before the video that is processed.
		niceness: BACKGROUND_NICENESS,
		...options.watch,
	});
}
