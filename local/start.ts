// The whole product on this machine: see USAGE in supervisor/options.ts. `start.mjs` gets here.
import { join } from "node:path";
import { drawAhead } from "./demo/seed.ts";
import { hasOperators, inviteAdmin } from "./operators/first.ts";
import { buildClient, isClientStale } from "./supervisor/client.ts";
import { demoLogins, makeDemo, makeLibrary } from "./supervisor/demo.ts";
import { checkGivenServers } from "./supervisor/given-servers.ts";
import { ROOT } from "./supervisor/installed.mjs";
import { LOCAL_CONNECTION } from "./supervisor/migrate.ts";
import { readOptions, type StartOptions, USAGE } from "./supervisor/options.ts";
import { nextFreePort } from "./supervisor/ports.ts";
import { probeUploads } from "./supervisor/probe.ts";
import { terminalProgress } from "./supervisor/progress.ts";
import { startStack } from "./supervisor/stack.ts";
import { claimState } from "./supervisor/state.ts";
import { findFfmpeg, findFfprobe } from "./supervisor/tools.ts";

const progress = terminalProgress();
const startedAt = performance.now();
const stateDir = join(ROOT, ".reelay");
const stopping = new AbortController();

/** Tells what is served where. */
function announce(url: string, hasDemo: boolean, invitation: string | null): void {
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
	const rows = [
		["Open", url],
		["API docs", `${url}/docs`],
		["Operators", `${url}/ops  (token: ADMIN_TOKEN in ${join(stateDir, "secrets.json")})`],
		["Desk", invitation === null ? `${url}/desk` : `${url}/desk#invitation=${invitation}  (makes you its first operator, once)`],
		...(hasDemo ? demoLogins().map(([username, password]) => ["Sign in", `${username} / ${password}`]) : []),
		["Logs", join(stateDir, "logs")],
	];
	progress.say(`\nReelay is up (${seconds} s). Ctrl-C stops it.\n`);
	for (const [name = "", value = ""] of rows) progress.say(`  ${name.padEnd(10)}${value}`);
	progress.say("");
}

/** The way in for the desk's first operator; null when there is one. */
async function firstInvitation(fetchEndpoint: string): Promise<string | null> {
	const directory = { databaseUrl: LOCAL_CONNECTION, fetchEndpoint };
	return (await hasOperators(directory)) ? null : inviteAdmin(directory, "operator@reelay.test", "First operator");
}

/** Builds the client if it is missing or out of date, while the stand-ins start. A failure is met where it is awaited. */
function builtClient(): Promise<void> {
	const built = isClientStale(ROOT).then((isStale) => {
		if (!isStale) return;
		progress.step("Building the client");
		return buildClient(ROOT);
	});
	built.catch(() => undefined);
	return built;
}

async function main(options: StartOptions): Promise<void> {
	const release = await claimState(stateDir, { fresh: options.fresh });
	const interrupted = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
	try {
		const given = { databaseUrl: process.env.DATABASE_URL, redisUrl: process.env.REDIS_URL };
		const [ffmpeg, ffprobe, port] = await Promise.all([findFfmpeg(), findFfprobe(), nextFreePort(options.port), checkGivenServers(given)]);
		progress.say(`FFmpeg: ${ffmpeg.description}`);
		progress.say(`FFprobe: ${ffprobe.description}`);
		if (port !== options.port) progress.say(`Port ${options.port} is taken by another program; using ${port}.`);
		const drawing = options.demo ? await drawAhead(stateDir, { ffmpegPath: ffmpeg.path, signal: stopping.signal }) : undefined;
		const client = builtClient();
		// While the demo content is made only trouble is told: its uploads would drown all else.
		let isSeeding = options.demo;
		const stack = await startStack({
			root: ROOT,
			stateDir,
			port,
			progress,
			snapshot: !options.watch,
			trainer: true,
			signal: stopping.signal,
			client,
			ffmpegPath: ffmpeg.path,
			ffprobePath: ffprobe.path,
			onLog: ({ text, isTrouble }) => {
				if (isTrouble || !isSeeding) progress.say(text);
			},
			...given,
		});
		try {
			announce(stack.url, options.demo, await firstInvitation(stack.database.endpoint));
			void probeUploads(stack.url, stack.secrets.ADMIN_TOKEN, progress.say);
			if (options.demo) {
				const demo = { baseUrl: stack.url, stateDir, ffmpegPath: ffmpeg.path, progress, signal: stopping.signal, drawing };
				// Without all of it the product is still there to be used.
				await makeDemo(demo).catch((error: unknown) => {
					if (!stopping.signal.aborted)
						progress.say(`The demo content is not complete: ${error instanceof Error ? error.message : String(error)}`);
				});
				const library = { baseUrl: stack.url, adminToken: stack.secrets.ADMIN_TOKEN, stateDir, progress, signal: stopping.signal };
				await makeLibrary(library).catch((error: unknown) => {
					if (!stopping.signal.aborted)
						progress.say(`The sound library is not complete: ${error instanceof Error ? error.message : String(error)}`);
				});
			}
			isSeeding = false;
			await interrupted;
		} finally {
			progress.say("Stopping…");
			await stack.stop();
		}
	} finally {
		await release();
	}
}

/** One Ctrl-C may arrive more than once: from the terminal, from npm and from `start.mjs`. Later than this it is another one. */
const SAME_INTERRUPT_MS = 1_000;
let interruptedAt: number | null = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => {
		const now = performance.now();
		// A second Ctrl-C doesn't wait: the children are ended when this process exits.
		if (interruptedAt !== null && now - interruptedAt > SAME_INTERRUPT_MS) process.exit(130);
		interruptedAt ??= now;
		stopping.abort(new Error("interrupted"));
	});
}

try {
	const options = readOptions(process.argv.slice(2));
	if (options.help) progress.say(USAGE);
	else await main(options);
	process.exit(0);
} catch (error) {
	if (stopping.signal.aborted) process.exit(0);
	progress.say(`\n${error instanceof Error ? error.message : String(error)}`);
	if (error instanceof Error && error.cause) progress.say(String(error.cause));
	process.exit(1);
}
