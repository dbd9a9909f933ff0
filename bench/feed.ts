import { memoryPerBareObject, memoryPerSession, memoryWithEviction } from "./stack/memory.ts";
import { type BenchStack, startBareHono, startBenchStack } from "./stack/miniflare.ts";
import { cpuMs } from "./stack/process.ts";
import { seedVideos, viewsOf } from "./stack/seed.ts";
import { each, makeCounters, pause, SETTLED_MS, User, warmUsers } from "./stack/viewers.ts";
import { median, percentile, type Row } from "./table.ts";

/** Speed of the feed: pages from the queue, watch to re-ranked page, memory per session, counters under bursts. */

const VIDEOS = 1_000;
const USERS = 50;
const ROUNDS = 3;
const PAGES_A_ROUND = 4;
const SESSIONS = 2_000;
const VIEWERS = 200;

const say = (text: string) => console.error(`bench: feed: ${text}`);

/** Each user asks for a page, reads it for a moment, asks for the next. */
async function pagesFromQueue(users: readonly User[], readMs: number): Promise<number[]> {
	const times: number[] = [];
	await Promise.all(
		users.map(async (user) => {
			for (let turn = 0; turn < PAGES_A_ROUND; turn++) {
				await pause(readMs * Math.random() * 2);
				const { ms, body } = await user.page();
				times.push(ms);
				user.take(body);
			}
		}),
	);
	return times;
}

/** CPU time of a process per request, microseconds, while `send` is called for all, eight at once. */
async function cpuPerRequest<T>(pid: number, all: readonly T[], send: (one: T) => Promise<unknown>): Promise<number> {
	const before = await cpuMs(pid);
	await each(all, 8, async (one) => void (await send(one)));
	return (((await cpuMs(pid)) - before) / all.length) * 1000;
}

/** Pages read from queues that are long enough not to be filled up meanwhile, against a bare handler answering the bytes of one. */
async function cpuRatio(stack: BenchStack): Promise<{ ours: number; bare: number }> {
	const [first] = await warmUsers(stack, 1);
	const body = (await first?.page())?.body ?? "";
	const bare = await startBareHono(body);
	const ask = () => bare.mf.dispatchFetch("http://bare.bench/api/v1/feed").then((answer) => answer.text());
	const ours: number[] = [];
	const least: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const users = await warmUsers(stack, 200, 1);
		await pause(SETTLED_MS);
		const turns = [...users, ...users];
		least.push(await cpuPerRequest(bare.workerd, turns, ask));
		ours.push(await cpuPerRequest(stack.workerd, turns, (user) => user.page()));
	}
	await bare.close();
	say(`CPU per page, rounds: ${ours.map(Math.round)} µs, bare ${least.map(Math.round)} µs`);
	// The first round warms both.
	return { ours: median(ours.slice(1)), bare: median(least.slice(1)) };
}

async function watchToPage(users: readonly User[]): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await each(users, 4, async (user) => {
			const [clip] = user.videos;
			const took = await user.watch(clip === undefined ? [] : [clip.id]);
			const { ms, body } = await user.page(10);
			times.push(took + ms);
			user.take(body);
		});
	}
	return times;
}

/** 50 users ask for the pages that wait for them: at leisure, then as fast as they can, time after time. @returns p99 of each round */
async function pagesOfMany(stack: BenchStack): Promise<{ reading: number[]; saturated: number[] }> {
	const groups: User[][] = [];
	for (let group = 0; group < 2 * ROUNDS; group++) groups.push(await warmUsers(stack, USERS));
	await pause(SETTLED_MS);
	const [reading, saturated]: [number[], number[]] = [[], []];
	for (const [round, users] of groups.entries()) {
		const isReading = round % 2 === 0;
		(isReading ? reading : saturated).push(percentile(await pagesFromQueue(users, isReading ? 500 : 0), 0.99));
		await pause(1_000);
	}
	return { reading, saturated };
}

/** 200 users are given a video and tell of 50 views each of it, in bursts: each is one view. */
async function viewsCounted(stack: BenchStack, videoId: string): Promise<number> {
	const before = await viewsOf(stack, videoId);
	const users = Array.from({ length: VIEWERS }, () => new User(stack.mf));
	await each(users, 8, (user) => user.open(videoId));
	for (let burst = 0; burst < 5; burst++)
		await each(users, 50, async (user) => void (await user.watch(new Array<string>(10).fill(videoId))));
	for (let second = 0; second < 60; second++) {
		await pause(1_000);
		if ((await viewsOf(stack, videoId)) - before >= VIEWERS) break;
	}
	await pause(1_000);
	return (await viewsOf(stack, videoId)) - before;
}

export async function run(): Promise<Row[]> {
	let sessionsRead = 0;
	const stack = await startBenchStack((line) => {
		if (line.includes('"session_loaded"')) sessionsRead += 1;
	});
	try {
		const ids = await seedVideos(stack, VIDEOS);
		await makeCounters(stack, ids);
		const users = await warmUsers(stack, USERS);
		const { ours, bare } = await cpuRatio(stack);
		const { reading, saturated } = await pagesOfMany(stack);
		say(`pages, p99 of each round: reading ${reading.map(Math.round)} ms, saturated ${saturated.map(Math.round)} ms`);
		const watch = await watchToPage(users);
		say(
			`watch to page: median ${median(watch).toFixed(1)} ms; ${users.reduce((sum, user) => sum + user.fallbacks, 0)} of the pages were fallbacks`,
		);
		const memory = await memoryPerSession(stack, SESSIONS);
		const floor = await memoryPerBareObject(SESSIONS);
		const views = await viewsCounted(stack, ids[0] ?? "");
		// Nothing is evicted here: each session is read once, unless the runtime ended its object (docs/decisions/shared-isolates.md).
		const [made, readAgain] = [User.made, sessionsRead - User.made];
		const resting = await memoryWithEviction(SESSIONS, VIDEOS);
		const absolute = { baseline: null, ratio: null };
		return [
			{ figure: "feed page, 50 users reading, p99", value: median(reading), unit: "ms", ...absolute, must: "< 100 ms", aim: "< 20 ms" },
			{
				figure: "feed page, 50 users without pause, p99",
				value: median(saturated),
				unit: "ms",
				...absolute,
				must: "< 100 ms",
				aim: "< 20 ms",
			},
			{
				figure: "feed page, CPU against bare Hono",
				value: ours,
				unit: "µs",
				baseline: bare,
				ratio: ours / bare,
				must: "≤ 4 ×",
				aim: "≤ 2 ×",
			},
			{ figure: "watch → re-ranked page, p99", value: percentile(watch, 0.99), unit: "ms", ...absolute, must: "< 100 ms", aim: "< 50 ms" },
			{
				figure: "memory per session of 2 000, as the runtime keeps them: those that rest are let go of",
				value: resting / 1024,
				unit: "KB",
				...absolute,
				must: "< 200 KB",
				aim: "< 60 KB",
			},
			{
				figure: "the same with none let go of, against a bare object",
				value: memory / 1024,
				unit: "KB",
				baseline: floor / 1024,
				ratio: memory / floor,
				must: "< 200 KB",
				aim: "< 60 KB",
			},
			{
				figure: "of it the session's own, above a bare object",
				value: (memory - floor) / 1024,
				unit: "KB",
				...absolute,
				must: "< 200 KB",
				aim: "< 60 KB",
			},
			{
				figure: "sessions lost from memory while at work",
				value: readAgain,
				unit: "sessions",
				baseline: made,
				ratio: readAgain / made,
				must: "0",
				aim: "0",
			},
			{
				figure: "10 000 views of one video told in bursts by 200 viewers: a view each",
				value: views,
				unit: "views",
				baseline: VIEWERS,
				ratio: views / VIEWERS,
				must: "exact",
				aim: "exact",
			},
		];
	} finally {
		await stack.close();
	}
}
