import { seeded } from "../../contracts/seeded.ts";
import { percentile } from "../table.ts";
import type { BenchStack } from "./miniflare.ts";
import { viewsOfAll } from "./seed.ts";
import { each, pause, User } from "./viewers.ts";

export interface Ingest {
	readonly sent: number;
	/** Views Postgres has in the end. */
	readonly counted: number;
	/** Events told a second, as it came out. */
	readonly perSecond: number;
	/** From the answer to the event's sender until its counters had it, milliseconds: 99th percentile and most, each event once. */
	readonly lagP99: number;
	readonly lagMax: number;
}

export interface IngestOptions {
	readonly perSecond: number;
	readonly seconds: number;
	/** Hands over a function that is to be called with each line the Worker logs. */
	onLog(take: (line: string) => void): void;
}

/** Events in one request, as the player's outbox tells them. */
const EVENTS_A_REQUEST = 10;
const VIEWERS = 500;
/** Counters flush each ten seconds. */
const SETTLE_SECONDS = 60;

interface Point {
	readonly at: number;
	/** Events up to this moment. */
	readonly total: number;
}

/**
 * Tells watch events at a steady rate, popular videos more often than others (Zipf), and waits until all are counted. The viewers have
 * had a page, and each video was watched before: objects that are made for the first time, some four seconds of one core
 * together, are no part of it.
 */
export async function ingest(stack: BenchStack, videoIds: readonly string[], options: IngestOptions): Promise<Ingest> {
	const users = Array.from({ length: VIEWERS }, () => new User(stack.mf));
	await each(users, 4, async (user) => void (await user.page()));
	const places = Array.from({ length: Math.ceil(videoIds.length / EVENTS_A_REQUEST) }, (_, place) => place * EVENTS_A_REQUEST);
	await each(places, 4, async (from) => {
		await users[from % users.length]?.watch(videoIds.slice(from, from + EVENTS_A_REQUEST));
	});
	await settledViews(stack);
	const random = seeded(7);
	const draw = zipf(videoIds.length, random);
	const told: Point[] = [];
	const counted: Point[] = [];
	options.onLog((line) => {
		if (!line.includes('"events_counted"')) return;
		const { events } = JSON.parse(line) as { events: number };
		counted.push({ at: Date.now(), total: (counted.at(-1)?.total ?? 0) + events });
	});
	const requests = (options.perSecond * options.seconds) / EVENTS_A_REQUEST;
	const gap = (1_000 * EVENTS_A_REQUEST) / options.perSecond;
	const started = Date.now();
	const underWay: Promise<void>[] = [];
	for (let request = 0; request < requests; request++) {
		const wait = started + request * gap - Date.now();
		if (wait > 0) await pause(wait);
		const user = users[request % users.length] ?? new User(stack.mf);
		const ids = Array.from({ length: EVENTS_A_REQUEST }, () => videoIds[draw()] ?? "");
		underWay.push(
			user.watch(ids).then(() => {
				told.push({ at: Date.now(), total: (told.at(-1)?.total ?? 0) + EVENTS_A_REQUEST });
			}),
		);
	}
	await Promise.all(underWay);
	const took = Date.now() - started;
	const sent = requests * EVENTS_A_REQUEST;
	// Each is weighed and told to its counter; few are views: nobody watches a thousand clips a second.
	const taken = () => counted.at(-1)?.total ?? 0;
	for (let second = 0; second < SETTLE_SECONDS && taken() < sent; second++) await pause(1_000);
	const lags = lagsOf(told, counted);
	return {
		sent,
		counted: Math.min(taken(), sent),
		perSecond: (sent * 1_000) / took,
		lagP99: percentile(lags, 0.99),
		lagMax: Math.max(...lags),
	};
}

/** Views once nothing earlier is on its way any more. */
async function settledViews(stack: BenchStack): Promise<number> {
	let views = await viewsOfAll(stack);
	for (let unchanged = 0; unchanged < 12; unchanged++) {
		await pause(1_000);
		const now = await viewsOfAll(stack);
		if (now !== views) unchanged = 0;
		views = now;
	}
	return views;
}

/** For each report, how long after it as many events were counted as had been told by then. Batches counted twice shorten nothing: queues deliver in order here. */
function lagsOf(told: readonly Point[], counted: readonly Point[]): number[] {
	let place = 0;
	return told.map(({ at, total }) => {
		while (place < counted.length && (counted[place]?.total ?? 0) < total) place++;
		return Math.max(0, (counted[place]?.at ?? Number.POSITIVE_INFINITY) - at);
	});
}

/** Draws places 0 … count−1 by Zipf's law with exponent 1. */
function zipf(count: number, random: () => number): () => number {
	const sums: number[] = [];
	for (let place = 0; place < count; place++) sums.push((sums.at(-1) ?? 0) + 1 / (place + 1));
	const whole = sums.at(-1) ?? 0;
	return () => {
		const wanted = random() * whole;
		let [low, high] = [0, count - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) < wanted) low = middle + 1;
			else high = middle;
		}
		return low;
	};
}
