import { type Ingest, ingest } from "./stack/ingest.ts";
import { type BenchStack, startBenchStack } from "./stack/miniflare.ts";
import { seedVideos } from "./stack/seed.ts";
import { each, pause, warmUsers } from "./stack/viewers.ts";
import { median, percentile, type Row } from "./table.ts";

/**
 * The local stack under more than a laptop's demo: a catalogue of 100 000 videos against one of 1 000, and 1 000 watch
 * events a second for a minute.
 */

const LARGE = 100_000;
const SMALL = 1_000;
const VIEWERS = 40;
const EVENTS_PER_SECOND = 1_000;
const SECONDS = 60;
/** Clips watched to the end, after which a queue is made anew. */
const WATCHED = 5;
const PATIENCE_MS = 20_000;

const say = (text: string) => console.error(`bench: scale: ${text}`);

interface Generation {
	/** Plan, retrieval, ranking and layout as the session tells them, milliseconds; before comes a rest that lets others go first. */
	readonly ms: number;
	readonly candidates: number;
	readonly isFallback: boolean;
}

/** The next line that holds `text`. */
function nextLog(logs: Set<(line: string) => void>, text: string): Promise<string> {
	return new Promise((resolve) => {
		const take = (line: string) => {
			if (!line.includes(text)) return;
			logs.delete(take);
			resolve(line);
		};
		logs.add(take);
	});
}

/**
 * Viewers watch clips to the end, so that their queue is made anew from what was learned: plan, all sources with an index query
 * for each interest, 500 candidates ranked, 100 laid out. One at a time.
 */
async function generations(stack: BenchStack, logs: Set<(line: string) => void>): Promise<Generation[]> {
	const users = await warmUsers(stack, VIEWERS);
	// A queue just made is left alone for three seconds.
	await pause(4_000);
	const made: Generation[] = [];
	await each(users, 1, async (user) => {
		const standing = nextLog(logs, '"queue_laid_out"');
		await user.watch(user.videos.slice(0, WATCHED).map(({ id }) => id));
		const line = await Promise.race([standing, pause(PATIENCE_MS)]);
		if (typeof line !== "string") throw new Error(`no queue was made within ${PATIENCE_MS} ms`);
		made.push(JSON.parse(line) as Generation);
	});
	return made;
}

interface Measured {
	readonly times: readonly number[];
	readonly candidates: number;
	readonly fallbacks: number;
	readonly ingested: Ingest | null;
}

async function measured(videos: number): Promise<Measured> {
	const logs = new Set<(line: string) => void>();
	const stack = await startBenchStack((line) => {
		for (const take of logs) take(line);
	});
	try {
		const started = performance.now();
		const ids = await seedVideos(stack, videos, { media: false });
		say(`${videos} videos seeded in ${((performance.now() - started) / 1000).toFixed(0)} s`);
		const made = await generations(stack, logs);
		const times = made.map(({ ms }) => ms);
		const candidates = median(made.map((one) => one.candidates));
		const fallbacks = made.filter(({ isFallback }) => isFallback).length;
		say(
			`${videos} videos: generation median ${median(times).toFixed(0)} ms, ${candidates} candidates, ${fallbacks} of ${made.length} fallbacks`,
		);
		if (videos !== SMALL) return { times, candidates, fallbacks, ingested: null };
		const ingested = await ingest(stack, ids, { perSecond: EVENTS_PER_SECOND, seconds: SECONDS, onLog: (take) => logs.add(take) });
		say(`${ingested.sent} events told, ${ingested.counted} counted; lag p99 ${ingested.lagP99.toFixed(0)} ms, most ${ingested.lagMax} ms`);
		return { times, candidates, fallbacks, ingested };
	} finally {
		await stack.close();
	}
}

export async function run(): Promise<Row[]> {
	const small = await measured(SMALL);
	const large = await measured(LARGE);
	const { ingested } = small;
	if (ingested === null) throw new Error("the events were not measured");
	const absolute = { baseline: null, ratio: null };
	const [few, many] = [median(small.times), median(large.times)];
	const [slowFew, slowMany] = [percentile(small.times, 0.95), percentile(large.times, 0.95)];
	return [
		{
			figure: `queue generation, ${LARGE} videos against ${SMALL}: median`,
			value: many,
			unit: "ms",
			baseline: few,
			ratio: many / few,
			must: "< 300 ms",
			aim: "< 150 ms",
		},
		{
			figure: `the same, p95; ${large.candidates} candidates, ${large.fallbacks} of ${large.times.length} fallbacks`,
			value: slowMany,
			unit: "ms",
			baseline: slowFew,
			ratio: slowMany / slowFew,
			must: "< 500 ms",
			aim: "< 300 ms",
		},
		{
			figure: `${EVENTS_PER_SECOND} watch events a second for ${SECONDS} s: taken in of those told`,
			value: ingested.counted,
			unit: "events",
			baseline: ingested.sent,
			ratio: ingested.counted / ingested.sent,
			must: "none lost",
			aim: "none lost",
		},
		{ figure: "the same: events told a second", value: ingested.perSecond, unit: "/s", ...absolute, must: "1 000 /s", aim: "—" },
		{ figure: "the same: told → counted, p99", value: ingested.lagP99, unit: "ms", ...absolute, must: "< 5 000 ms", aim: "< 2 000 ms" },
	];
}
