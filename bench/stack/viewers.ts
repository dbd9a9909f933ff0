import type { Miniflare } from "miniflare";
import { signToken } from "../../workers/gateway/signed-token.ts";
import { snowflakes } from "../../workers/platform/snowflake.ts";
import { AUTH_SECRET, type BenchStack } from "./miniflare.ts";

export const newId = snowflakes();

const WATCH_TRIES = 3;
/** What a viewer's first page sets going (their exposure to experiments, told ten seconds later) is over after so long, milliseconds. */
export const SETTLED_MS = 12_000;

/** A guest with a session of its own; each call answers with the time it took, milliseconds. */
export class User {
	/** How many there are. */
	static made = 0;
	readonly #mf: Miniflare;
	readonly #headers: Record<string, string>;
	cursor: string | null = null;
	#page = '{"videos":[]}';
	/** Pages that came as a fallback: on a machine under other load a source may be too slow. */
	fallbacks = 0;

	constructor(mf: Miniflare) {
		User.made += 1;
		this.#mf = mf;
		const token = signToken(AUTH_SECRET, "guest", newId());
		// Everybody from an address of their own.
		const address = `10.${(User.made >> 16) & 255}.${(User.made >> 8) & 255}.${User.made & 255}`;
		this.#headers = {
			"cf-connecting-ip": address,
			cookie: `reelay_guest=${token}`,
			"sec-fetch-site": "same-origin",
			"content-type": "application/json",
		};
	}

	async page(count = 20): Promise<{ ms: number; body: string }> {
		const cursor = this.cursor === null ? "" : `&cursor=${this.cursor}`;
		const started = performance.now();
		const answer = await this.#mf.dispatchFetch(`http://reelay.bench/api/v1/feed?count=${count}${cursor}`, { headers: this.#headers });
		const body = await answer.text();
		const ms = performance.now() - started;
		if (answer.status !== 200) throw new Error(`the feed answered ${answer.status}: ${body}`);
		return { ms, body };
	}

	/** Is given one video by itself. */
	async open(videoId: string): Promise<void> {
		const answer = await this.#mf.dispatchFetch(`http://reelay.bench/api/v1/videos/${videoId}`, { headers: this.#headers });
		await answer.text();
		if (answer.status !== 200) throw new Error(`the video answered ${answer.status}`);
	}

	/** Takes a page; apart, so that the reader's own time is not measured. Its cursor only: others wait for their answers meanwhile. */
	take(body: string): void {
		const cursor = /"nextCursor":"([^"]+)"(,"isFallback":true)?\}$/.exec(body.slice(-1_100));
		if (cursor?.[1] === undefined) throw new Error(`a page without a cursor: ${body.slice(-200)}`);
		if (cursor[2] !== undefined) this.fallbacks += 1;
		this.cursor = cursor[1];
		this.#page = body;
	}

	/** Videos of the page taken last. */
	get videos(): { id: string; durationMs: number }[] {
		return (JSON.parse(this.#page) as { videos: { id: string; durationMs: number }[] }).videos;
	}

	async watch(videoIds: readonly string[], watchMs = 9_000): Promise<number> {
		const events = videoIds.map((videoId) => ({ eventId: crypto.randomUUID(), videoId, watchDuration: watchMs, totalDuration: 9_000 }));
		const started = performance.now();
		const request = { method: "POST", headers: this.#headers, body: JSON.stringify({ events }) };
		for (let attempt = 1; ; attempt++) {
			try {
				const answer = await this.#mf.dispatchFetch("http://reelay.bench/api/v1/analytics/watch", request);
				const body = await answer.text();
				if (answer.status !== 202) throw new Error(`watch answered ${answer.status}: ${body}`);
				return performance.now() - started;
			} catch (error) {
				// A connection that closed: told again, as the player does; the events' ids make it safe.
				if (!(error instanceof TypeError) || attempt === WATCH_TRIES) throw error;
			}
		}
	}
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `work` for all, at most `atOnce` at the same time. */
export async function each<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
	const left = [...all];
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next);
		}),
	);
}

/** Users with a queue of their own, which begins with what they watch first; a machine under other load may need several tries for a page. */
export async function warmUsers(stack: BenchStack, count: number, videos = 20): Promise<User[]> {
	const users = Array.from({ length: count }, () => new User(stack.mf));
	await each(users, 4, async (user) => {
		for (let attempt = 0; attempt < 20; attempt++) {
			const { body } = await user.page(videos);
			if (!body.includes('"isFallback":true')) {
				user.take(body);
				if (attempt > 0) return;
				await user.watch(user.videos.slice(0, 1).map(({ id }) => id));
			} else await pause(500);
		}
		throw new Error("every page was a fallback");
	});
	return users;
}

/** Each video's counter is an object of its own, made with the first view: has all made before something else is measured. */
export async function makeCounters(stack: BenchStack, videoIds: readonly string[]): Promise<void> {
	const [viewer] = await warmUsers(stack, 1);
	for (let from = 0; from < videoIds.length; from += 100) await viewer?.watch(videoIds.slice(from, from + 100));
	await pause(SETTLED_MS);
}
