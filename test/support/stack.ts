import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoClip } from "../../local/demo/catalogue.ts";
import type { SeedOptions } from "../../local/demo/seed.ts";
import { structured } from "../../local/supervisor/brief-log.ts";
import { buildClient, isClientStale } from "../../local/supervisor/client.ts";
import { makeDemo } from "../../local/supervisor/demo.ts";
import { ROOT } from "../../local/supervisor/installed.mjs";
import { anyFreePort } from "../../local/supervisor/ports.ts";
import { type Progress, silentProgress } from "../../local/supervisor/progress.ts";
import { untilReady } from "../../local/supervisor/ready.ts";
import type { Secrets } from "../../local/supervisor/secrets.ts";
import { startStack as startLocalStack } from "../../local/supervisor/stack.ts";
import { findFfmpeg, findFfprobe } from "../../local/supervisor/tools.ts";
import { type MediaProxy, startMediaProxy } from "./media-proxy.ts";

type ProcessName = "worker" | "transcoder";

/** One structured log line. */
export type LogLine = Readonly<{ event: string } & Record<string, unknown>>;

interface ProcessHandle {
	/** A signal to the whole process group. Ended so, it is started again after half a second or more. */
	readonly kill: (signal?: NodeJS.Signals) => void;
	/** Ends it, starts it again and waits until it serves. */
	readonly restart: () => Promise<void>;
	readonly pid: () => number | undefined;
}

/** The whole product on free ports, with a state folder of its own and switches to make its parts fail. */
export interface Stack {
	readonly url: string;
	readonly stateDir: string;
	readonly secrets: Secrets;
	readonly ffmpegPath: string;
	readonly transcoder: ProcessHandle & { readonly url: string };
	readonly worker: ProcessHandle;
	/** Paused, it drops every connection. The vector index has a switch of its own. */
	readonly database: { readonly endpoint: string; readonly pause: () => void; readonly resume: () => void };
	readonly redis: { readonly fail: (on: boolean) => void };
	readonly vectors: { readonly fail: (on: boolean) => void };
	/** What the transcoder writes to goes through this proxy. */
	readonly media: Pick<MediaProxy, "failNext" | "failed">;
	readonly log: (name: ProcessName) => Promise<string>;
	/** Structured lines of one process so far, oldest first. */
	readonly events: (name: ProcessName, event?: string) => Promise<LogLine[]>;
	/** Waits for such a line. Throws after `timeout` milliseconds. */
	readonly untilEvent: (
		name: ProcessName,
		event: string,
		options?: { where?: (line: LogLine) => boolean; timeout?: number },
	) => Promise<LogLine>;
	/** Fires a cron trigger and waits for its handler. */
	readonly runCron: (expression: string) => Promise<void>;
	readonly stop: () => Promise<void>;
}

const parseEvents = (text: string): LogLine[] =>
	text.split("\n").flatMap((line) => {
		const fields = structured(line);
		return typeof fields?.event === "string" ? [fields as LogLine] : [];
	});

/** Demo content other than all of it, and who is told of its making. */
interface TestDemo {
	readonly clips: readonly DemoClip[];
	readonly render: SeedOptions["render"];
	readonly onProgress: (line: string) => void;
}

const tellingProgress = (onProgress: TestDemo["onProgress"]): Progress => ({
	say: onProgress,
	step: (name, detail) => onProgress(detail === undefined ? name : `${name}: ${detail}`),
});

/**
 * Starts the product for a test. `client` has the web client built if it is stale, `demo` has the demo content made, `variables` replace
 * the Worker's. Pass a former `stateDir` to go on from there; it isn't removed then.
 */
export async function startStack(
	options: { demo?: boolean | TestDemo; client?: boolean; variables?: Readonly<Record<string, string>>; stateDir?: string } = {},
): Promise<Stack> {
	const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), "reelay-stack-")));
	const [ffmpeg, ffprobe, port] = await Promise.all([findFfmpeg(), findFfprobe(), anyFreePort()]);
	// The Worker's assets folder has to exist, built or not.
	await mkdir(join(ROOT, "web/dist"), { recursive: true });
	if (options.client && (await isClientStale(ROOT))) await buildClient(ROOT);
	let proxy: MediaProxy | undefined;
	const running = await startLocalStack({
		root: ROOT,
		stateDir,
		port,
		database: "here",
		crons: false,
		watchdog: false,
		snapshot: true,
		ffmpegPath: ffmpeg.path,
		ffprobePath: ffprobe.path,
		databaseUrl: process.env.DATABASE_URL,
		redisUrl: process.env.REDIS_URL,
		...(options.variables ? { variables: options.variables } : {}),
		mediaProxy: async (endpoint) => {
			proxy = await startMediaProxy(endpoint);
			return proxy.url;
		},
	}).catch(async (error: unknown) => {
		await proxy?.close();
		const log = await readFile(join(stateDir, "logs/worker.log"), "utf8").catch(() => "");
		throw new Error(`The stack did not start. The end of the Worker's log:\n${log.slice(-3000)}`, { cause: error });
	});
	const media = proxy;
	if (!media) throw new Error("The media proxy was not asked for.");

	const log = (name: ProcessName) => readFile(join(stateDir, `logs/${name}.log`), "utf8");
	const events = async (name: ProcessName, event?: string) =>
		parseEvents(await log(name)).filter((line) => event === undefined || line.event === event);
	const health = { worker: `${running.url}/health`, transcoder: `${running.transcoderUrl}/health` };
	const handle = (name: ProcessName): ProcessHandle => ({
		kill: (signal = "SIGKILL") => running[name].kill(signal),
		pid: running[name].pid,
		async restart() {
			await running[name].restart();
			await untilReady(health[name], { timeout: 60_000 });
		},
	});
	const stop = async () => {
		await running.stop();
		await media.close();
		if (options.stateDir === undefined) await rm(stateDir, { recursive: true, force: true });
	};
	if (options.demo) {
		const wanted = options.demo === true ? null : options.demo;
		const demo = {
			baseUrl: running.url,
			stateDir,
			ffmpegPath: ffmpeg.path,
			progress: wanted === null ? silentProgress : tellingProgress(wanted.onProgress),
			signal: new AbortController().signal,
			...(wanted === null ? {} : { clips: wanted.clips, render: wanted.render }),
		};
		await makeDemo(demo).catch(async (error: unknown) => {
			await stop();
			throw error;
		});
	}
	return {
		url: running.url,
		stateDir,
		secrets: running.secrets,
		ffmpegPath: ffmpeg.path,
		log,
		events,
		stop,
		transcoder: { ...handle("transcoder"), url: running.transcoderUrl },
		worker: handle("worker"),
		database: {
			endpoint: running.database.endpoint,
			pause: () => running.database.gate("refuse"),
			resume: () => running.database.gate("open"),
		},
		redis: { fail: (on) => running.redis.gate(on ? "refuse" : "open") },
		vectors: { fail: (on) => running.database.vectorGate(on ? "refuse" : "open") },
		media: { failNext: media.failNext, failed: media.failed },
		async untilEvent(name, event, { where = () => true, timeout = 60_000 } = {}) {
			const deadline = Date.now() + timeout;
			for (;;) {
				const found = (await events(name, event)).find(where);
				if (found) return found;
				if (Date.now() > deadline)
					throw new Error(`The ${name} did not log "${event}" in ${timeout} ms. Its log ends:\n${(await log(name)).slice(-2000)}`);
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		},
		async runCron(expression) {
			const response = await fetch(`${running.url}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(expression)}`);
			if (!response.ok) throw new Error(`The schedule "${expression}" answered ${response.status}.`);
		},
	};
}
