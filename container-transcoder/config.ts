import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

const Environment = z.object({
	PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
	/** Interface to listen on; a container is reached from outside, so all of them by default. */
	HOST: z.string().min(1).default("0.0.0.0"),
	TRANSCODER_KEY: z.string().min(16),
	/** S3 endpoint; objects are at `{endpoint}/{bucket}/{key}`. What opens it comes with each job. */
	MEDIA_ENDPOINT: z.url(),
	MEDIA_BUCKET: z.string().min(3),
	FFMPEG_PATH: z.string().min(1).default("ffmpeg"),
	FFPROBE_PATH: z.string().min(1).default("ffprobe"),
	/** User that FFmpeg runs as, another than the service; needs the right to switch (CAP_SETUID, CAP_SETGID and CAP_KILL). */
	FFMPEG_UID: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
	WORK_DIR: z.string().min(1).default(join(tmpdir(), "reelay-transcoder")),
	/** Jobs at once; one per two cores keeps each within its time targets. */
	MAX_JOBS: z.coerce
		.number()
		.int()
		.min(1)
		.max(64)
		.default(() => Math.max(1, Math.floor(availableParallelism() / 2))),
	/** Address space of one FFmpeg process, bytes. */
	FFMPEG_MEMORY_BYTES: z.coerce
		.number()
		.int()
		.min(256 * 1024 * 1024)
		.default(4 * 1024 * 1024 * 1024),
});

/** What the service is told from outside, read once and frozen. */
export interface Config {
	readonly port: number;
	readonly host: string;
	/** What the Worker signs its calls with. */
	readonly key: string;
	readonly media: { readonly endpoint: string; readonly bucket: string };
	readonly ffmpeg: string;
	readonly ffprobe: string;
	/** Null leaves FFmpeg to the service's own user. */
	readonly ffmpegUid: number | null;
	readonly workDir: string;
	readonly maxJobs: number;
	readonly ffmpegMemoryBytes: number;
}

/** Parses the environment; throws a message that names each wrong variable. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
	const parsed = Environment.safeParse(given);
	if (!parsed.success) throw new Error(`The transcoder's environment is not right:\n${z.prettifyError(parsed.error)}`);
	const env = parsed.data;
	return Object.freeze({
		port: env.PORT,
		host: env.HOST,
		key: env.TRANSCODER_KEY,
		media: Object.freeze({
			endpoint: env.MEDIA_ENDPOINT.replace(/\/+$/, ""),
			bucket: env.MEDIA_BUCKET,
		}),
		ffmpeg: env.FFMPEG_PATH,
		ffprobe: env.FFPROBE_PATH,
		ffmpegUid: env.FFMPEG_UID ?? null,
		workDir: env.WORK_DIR,
		maxJobs: env.MAX_JOBS,
		ffmpegMemoryBytes: env.FFMPEG_MEMORY_BYTES,
	});
}
