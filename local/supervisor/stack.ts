import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startAuthority } from "../authority/server.ts";
import { startMail } from "../mail/server.ts";
import { startR2 } from "../r2/server.ts";
import { startRedis } from "../redis/server.ts";
import type { StandIn } from "../serve.ts";
import { startStream } from "../stream/server.ts";
import { type BriefLine, briefLine } from "./brief-log.ts";
import type { Child } from "./child.ts";
import { runCrons } from "./cron.ts";
import { type DatabaseService, startDatabaseHere, startDatabaseProcess } from "./database.ts";
import { migrate } from "./migrate.ts";
import { anyFreePort } from "./ports.ts";
import { type Progress, silentProgress } from "./progress.ts";
import { untilReady } from "./ready.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { liveSources, takeSnapshot } from "./snapshot.ts";
import { startTrainer } from "./trainer.ts";
import { startTranscoder } from "./transcoder.ts";
import { watch } from "./watchdog.ts";
import { LOCAL_S3_PATH, startWorker, wranglerEnvironment } from "./worker.ts";
import { readWranglerFacts } from "./wrangler-facts.ts";

export interface StackOptions {
	readonly root: string;
	readonly stateDir: string;
	readonly port: number;
	readonly ffmpegPath: string;
	readonly ffprobePath: string;
	readonly databaseUrl?: string | undefined;
	readonly redisUrl?: string | undefined;
	/** "here" runs it in this process, where it can be made to fail. */
	readonly database?: "process" | "here";
	/** Given the real S3 endpoint, returns the one the transcoder is to use. */
	readonly mediaProxy?: (endpoint: string) => Promise<string>;
	readonly variables?: Readonly<Record<string, string>>;
	/** Resolves when `web/dist` is built; built already when left out. */
	readonly client?: Promise<void>;
	/** Runs a snapshot of the Worker's sources, which doesn't follow their changes. */
	readonly snapshot?: boolean;
	/** Learns from what is watched, every few minutes. */
	readonly trainer?: boolean;
	/** Runs the cron triggers every minute; so unless false. */
	readonly crons?: boolean;
	/** Starts the Worker again when it hangs; so unless false. */
	readonly watchdog?: boolean;
	readonly progress?: Progress;
	/** Told of structured log lines worth a look. */
	readonly onLog?: (line: BriefLine) => void;
	readonly signal?: AbortSignal;
}

export interface RunningStack {
	readonly url: string;
	readonly secrets: Secrets;
	readonly database: DatabaseService;
	readonly redis: StandIn;
	readonly r2: StandIn;
	readonly stream: StandIn;
	readonly mail: StandIn;
	/** Where mails lie, one `.eml` file each. */
	readonly mailFolder: string;
	readonly transcoder: Child;
	readonly transcoderUrl: string;
	readonly worker: Child;
	/** Ends everything; the database last. */
	readonly stop: () => Promise<void>;
}

const inSeconds = (milliseconds: number) => `${Number((milliseconds / 1000).toFixed(1))} s`;

const watchOver = (url: string, worker: Child, progress: Progress) =>
	watch({
		url: `${url}/health`,
		async onHung() {
			progress.say("The worker does not answer; starting it again.");
			await worker.restart();
		},
	});

/** Starts the stand-ins, the transcoder and the Worker, migrates the database, and waits until the Worker serves. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
	const { root, stateDir, port, progress = silentProgress } = options;
	await mkdir(join(stateDir, "logs"), { recursive: true });
	const [secrets, facts] = await Promise.all([readSecrets(stateDir), readWranglerFacts(root)]);
	const url = `http://localhost:${port}`;
	const logs = (name: string) => ({
		onLine: (line: string) => {
			const brief = briefLine(name, line);
			if (brief !== null) options.onLog?.(brief);
		},
		onDeath: (how: string, restartInMs: number) =>
			progress.say(`The ${name} ${how}; starting it again in ${inSeconds(restartInMs)}. Its log: ${join(stateDir, `logs/${name}.log`)}`),
	});

	// Started parts, to be stopped in the reverse order.
	const stops: (() => Promise<void> | void)[] = [];
	const stop = async () => {
		for (const next of stops.splice(0).reverse()) await next();
	};
	const own = <T extends { stop: () => Promise<void> } | { close: () => Promise<void> }>(part: T): T => {
		stops.push("stop" in part ? part.stop : part.close);
		return part;
	};
	try {
		const place = { folder: stateDir, databaseUrl: options.databaseUrl };
		progress.step("Starting the database and the other stand-ins");
		const mailFolder = join(stateDir, "mail");
		const [sources, database, redis, stream, mail, authority, r2] = await Promise.all([
			options.snapshot
				? takeSnapshot(root, join(stateDir, "snapshot"), wranglerEnvironment(stateDir), options.client)
				: Promise.resolve(options.client).then(() => liveSources(root)),
			options.database === "here"
				? startDatabaseHere(place).then(own)
				: startDatabaseProcess({ ...place, root, logDir: join(stateDir, "logs"), watch: logs("database") }).then(own),
			startRedis({ token: secrets.REDIS_TOKEN, redisUrl: options.redisUrl }).then(own),
			startStream({
				account: "local",
				token: secrets.STREAM_TOKEN,
				webhookSecret: secrets.STREAM_WEBHOOK_SECRET,
				ffmpegPath: options.ffmpegPath,
				ffprobePath: options.ffprobePath,
			}).then(own),
			startMail({
				folder: mailFolder,
				token: secrets.MAIL_TOKEN,
				onMail: (to, path) => progress.say(`A mail to ${to}: ${path}`),
			}).then(own),
			startAuthority({ folder: join(stateDir, "reports"), token: secrets.AUTHORITY_TOKEN }).then(own),
			startR2({
				upstream: `http://127.0.0.1:${port}${LOCAL_S3_PATH}`,
				buckets: Object.values(facts.buckets),
				browsers: { bucket: facts.buckets.INGEST.bucket, origins: [url, url.replace("localhost", "127.0.0.1")] },
			}).then(own),
		]);
		const transcoderPort = await anyFreePort();
		const transcoderUrl = `http://127.0.0.1:${transcoderPort}`;
		progress.step("Starting the Worker and the transcoder");
		// The Worker first, so that it is stopped after the transcoder, which gives its jobs back to it.
		const worker = own(
			await startWorker({
				root,
				stateDir,
				port,
				secrets,
				facts,
				watch: logs("worker"),
				databaseEndpoint: database.endpoint,
				vectorEndpoint: database.vectorEndpoint,
				redisUrl: redis.url,
				r2Url: r2.url,
				streamUrl: stream.url,
				mailUrl: mail.url,
				authorityUrl: authority.url,
				transcoderUrl,
				sources,
				...(options.variables ? { variables: options.variables } : {}),
			}),
		);
		const transcoder = own(
			startTranscoder({
				root,
				stateDir,
				facts,
				port: transcoderPort,
				key: secrets.TRANSCODER_KEY,
				mediaEndpoint: (await options.mediaProxy?.(r2.url)) ?? r2.url,
				ffmpegPath: options.ffmpegPath,
				ffprobePath: options.ffprobePath,
				watch: logs("transcoder"),
			}),
		);
		const applied = await migrate(root, database.endpoint);
		if (applied > 0) progress.say(`Applied ${applied} database migration${applied === 1 ? "" : "s"}.`);
		const wait = { timeout: 90_000, ...(options.signal ? { signal: options.signal } : {}) };
		await Promise.all([untilReady(`${url}/health`, wait), untilReady(`${transcoderUrl}/health`, wait)]);
		if (options.crons !== false) stops.push(runCrons(url, facts.crons, (text) => progress.say(`worker: ${text}`)));
		if (options.watchdog !== false) stops.push(watchOver(url, worker, progress));
		if (options.trainer === true) own(startTrainer({ root, stateDir, s3: r2.url, facts, watch: logs("trainer") }));
		return { url, secrets, database, redis, r2, stream, mail, mailFolder, transcoder, transcoderUrl, worker, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
