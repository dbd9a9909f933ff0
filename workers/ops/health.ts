import { sql } from "drizzle-orm";
import type { Health, HealthPart } from "../../contracts/health.ts";
import type { Services } from "../platform/services.ts";
import { within } from "../platform/waiting.ts";
import { lastProbe } from "../videos/index.ts";

/** A part that takes longer than this to say it is well is not, milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Asks every part the Worker leans on, each within its time, one after the other: asked at once, those that share a process or a line
 * would all show the time of the slowest. Never throws.
 */
export async function checkHealth(services: Services, patienceMs = PATIENCE_MS): Promise<Health> {
	const check = (probe: () => Promise<string | undefined>) => timed(services.clock, patienceMs, probe);
	const parts = {
		database: await check(async () => void (await services.db.directory().execute(sql`SELECT 1`))),
		redis: await check(async () => void (await services.redis.client.ping())),
		vectors: await check(async () => void (await services.vectors.describe())),
		transcoder: await check(() => checkTranscoder(services, patienceMs)),
		uploads: await check(() => checkUploads(services)),
	};
	const { database } = parts;
	const failed = Object.values(parts).some(({ status }) => status === "failed");
	return { status: database.status === "failed" ? "down" : failed ? "degraded" : "ok", parts };
}

async function checkTranscoder({ config, objects }: Services, patienceMs: number): Promise<string | undefined> {
	// A look from here would start a container and keep it awake.
	if (config.TRANSCODER_URL === undefined) return objects.transcoder === null ? "not configured" : "started on demand";
	const answer = await fetch(new URL("/health", config.TRANSCODER_URL), {
		signal: AbortSignal.timeout(patienceMs),
	});
	await answer.body?.cancel();
	if (!answer.ok) throw new Error(`the transcoder answered ${answer.status}`);
	return undefined;
}

/** What strangers could do with the addresses they are given, as last tried. What it was stands in the log: this answer is public. */
async function checkUploads(services: Services): Promise<string | undefined> {
	const outcome = await lastProbe(services);
	if (outcome === null) return "not probed lately";
	if (outcome.found.length > 0) throw new Error("the probe of the store found a fault");
	return undefined;
}

async function timed(clock: () => number, patienceMs: number, probe: () => Promise<string | undefined>): Promise<HealthPart> {
	const started = clock();
	try {
		const detail = await within(patienceMs, "the check", probe());
		return { status: "ok", ms: clock() - started, ...(detail === undefined ? {} : { detail }) };
	} catch (error) {
		return { status: "failed", ms: clock() - started, detail: publicDetail(error) };
	}
}

/** Says what is wrong without connection strings, queries or stacks: this answer is public. */
function publicDetail(error: unknown): string {
	const message = error instanceof Error ? error.message : "";
	return /^the (check took|transcoder answered|probe of the store found)/.test(message) ? message : "no good answer";
}
