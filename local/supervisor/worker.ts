import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Child, type ChildOptions, startChild } from "./child.ts";
import { LOCAL_CONNECTION } from "./migrate.ts";
import type { Secrets } from "./secrets.ts";
import type { WorkerSources } from "./snapshot.ts";
import { writeVectorizeConfig } from "./vectorize-config.ts";
import type { BucketFacts, WranglerFacts } from "./wrangler-facts.ts";

/** Path of R2's S3 endpoint on the development server: that of the emulator, which `local/r2` stands before. */
export const LOCAL_S3_PATH = "/cdn-cgi/local/r2/s3";

export interface WorkerOptions {
	readonly root: string;
	readonly stateDir: string;
	readonly port: number;
	readonly secrets: Secrets;
	readonly facts: WranglerFacts;
	readonly databaseEndpoint: string;
	readonly vectorEndpoint: string;
	readonly redisUrl: string;
	/** The S3 API of all buckets. */
	readonly r2Url: string;
	readonly transcoderUrl: string;
	readonly streamUrl: string;
	readonly mailUrl: string;
	readonly authorityUrl: string;
	/** Added to, or put in place of, the Worker's variables. */
	readonly variables?: Readonly<Record<string, string>>;
	readonly sources: WorkerSources;
	readonly watch: Pick<ChildOptions, "onLine" | "onDeath">;
}

/** The Worker's variables and secrets; `workers/platform/config.ts` says what each means. */
function workerVariables(options: Omit<WorkerOptions, "watch">): Record<string, string> {
	const { secrets, facts } = options;
	return {
		ENVIRONMENT: "local",
		DATABASE_URL: LOCAL_CONNECTION,
		DATABASE_FETCH_ENDPOINT: options.databaseEndpoint,
		REDIS_URL: options.redisUrl,
		REDIS_TOKEN: secrets.REDIS_TOKEN,
		MEDIA_S3_ENDPOINT: options.r2Url,
		MEDIA_S3_PUBLIC: options.r2Url.replace("127.0.0.1", "localhost"),
		...s3Variables("INGEST_S3", facts.buckets.INGEST),
		...s3Variables("MEDIA_S3", facts.buckets.MEDIA),
		TRANSCODER_URL: options.transcoderUrl,
		TRANSCODER_KEY: secrets.TRANSCODER_KEY,
		AUTH_SECRET: secrets.AUTH_SECRET,
		GRANT_SECRET: secrets.GRANT_SECRET,
		ADMIN_TOKEN: secrets.ADMIN_TOKEN,
		AUTHORITY_URL: options.authorityUrl,
		AUTHORITY_TOKEN: secrets.AUTHORITY_TOKEN,
		MAIL_API: options.mailUrl,
		MAIL_TOKEN: secrets.MAIL_TOKEN,
		MAIL_FROM: "reelay <hello@reelay.local>",
		VAPID_PUBLIC_KEY: secrets.VAPID_PUBLIC_KEY,
		VAPID_PRIVATE_KEY: secrets.VAPID_PRIVATE_KEY,
		VAPID_SUBJECT: "mailto:push@reelay.local",
		STREAM_API: options.streamUrl,
		STREAM_PLAYBACK: options.streamUrl,
		STREAM_ACCOUNT: "local",
		STREAM_TOKEN: secrets.STREAM_TOKEN,
		STREAM_WEBHOOK_SECRET: secrets.STREAM_WEBHOOK_SECRET,
		...options.variables,
	};
}

const s3Variables = (prefix: string, { bucket, accessKeyId, secretAccessKey }: BucketFacts): Record<string, string> => ({
	[`${prefix}_BUCKET`]: bucket,
	[`${prefix}_ACCESS_KEY_ID`]: accessKeyId,
	[`${prefix}_SECRET_ACCESS_KEY`]: secretAccessKey,
});

/** The environment wrangler runs in: it keeps to the state folder, tells nobody, and two at once don't find each other's Workers. */
export const wranglerEnvironment = (stateDir: string): NodeJS.ProcessEnv => ({
	...process.env,
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	WRANGLER_REGISTRY_PATH: join(stateDir, "registry"),
	WRANGLER_LOG_PATH: join(stateDir, "logs/wrangler"),
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
});

/** Starts `wrangler dev` with the Worker and, as its second Worker, the vector index. */
export async function startWorker(options: WorkerOptions): Promise<Child> {
	const { root, stateDir, port } = options;
	const variables = Object.entries(workerVariables(options)).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
	const envFile = join(stateDir, "worker.env");
	await writeFile(envFile, `${variables.join("\n")}\n`, { mode: 0o600 });
	const main = options.sources.vectorizeMain;
	const configs = [options.sources.configPath, await writeVectorizeConfig(root, stateDir, { main, fetchEndpoint: options.vectorEndpoint })];
	const flags = ["--enable-containers=false", "--show-interactive-dev-session=false", "--inspector-port=0"];
	return startChild({
		name: "worker",
		command: process.execPath,
		args: [
			"--no-warnings",
			join(root, "node_modules/wrangler/wrangler-dist/cli.js"),
			"dev",
			...configs.flatMap((config) => ["-c", config]),
			...["--env-file", envFile],
			...["--port", String(port), "--persist-to", join(stateDir, "cloud"), ...flags],
		],
		cwd: root,
		env: wranglerEnvironment(stateDir),
		logPath: join(stateDir, "logs/worker.log"),
		...options.watch,
	});
}
