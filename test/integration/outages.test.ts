import { afterAll, beforeAll, expect, test } from "vitest";
import type { FeedPage } from "../../contracts/feed.ts";
import { type Answer, type Person, signUp } from "../acceptance/support/api.ts";
import { clip } from "../acceptance/support/clips.ts";
import { begin, complete, publish, sendParts } from "../acceptance/support/publish.ts";
import { type LogLine, type Stack, startStack } from "../support/stack.ts";

/** The feed goes on while what stands behind it is down, one part at a time. */

let stack: Stack;
const published: string[] = [];

beforeAll(async () => {
	stack = await startStack();
	const creators = await Promise.all([signUp(stack.url, "one"), signUp(stack.url, "two")]);
	const make = async (number: number) => {
		const file = await clip({ seconds: 1.2, width: 144, height: 256, rate: 15, hue: number * 40 });
		const creator = creators[number % creators.length];
		if (creator === undefined) throw new Error("no creator");
		const words = { title: `Clip ${number}`, hashtags: [number % 2 ? "odd" : "even"] };
		published.push(await publish(stack.url, creator, file, words, { durationMs: 1_200 }));
	};
	for (const numbers of [
		[0, 1, 2, 3],
		[4, 5, 6, 7],
	])
		await Promise.all(numbers.map(make));
}, 300_000);
afterAll(() => stack?.stop());

const page = (person: Person, count = 4): Promise<Answer<FeedPage>> => person.call<FeedPage>("GET", `/api/v1/feed?count=${count}`);
const watch = (person: Person, videoId: string) =>
	person.call("POST", "/api/v1/analytics/watch", { videoId, watchDuration: 1_100, totalDuration: 1_200, source: "fyp" });

test("Redis down: feed, watch events and likes go on from the database", async () => {
	const person = await signUp(stack.url, "redisless");
	stack.redis.fail(true);
	try {
		const first = await page(person);
		expect(first.status).toBe(200);
		expect(first.body.videos.length).toBeGreaterThan(0);
		expect((await watch(person, first.body.videos[0]?.id ?? "")).status).toBeLessThan(300);
		expect((await person.call("POST", `/api/v1/videos/${published[0]}/like`)).body).toMatchObject({ liked: true });
		const second = await page(person);
		expect(second.body.videos.length).toBeGreaterThan(0);
	} finally {
		stack.redis.fail(false);
	}
});

test("vector index down: the feed is never empty and never an error; afterwards it is personal again", async () => {
	stack.vectors.fail(true);
	try {
		const person = await signUp(stack.url, "vectorless");
		const first = await page(person);
		expect(first.status).toBe(200);
		expect(first.body.videos.length).toBeGreaterThan(0);
		expect((await watch(person, first.body.videos[0]?.id ?? "")).status).toBeLessThan(300);
	} finally {
		stack.vectors.fail(false);
	}
	const after = await page(await signUp(stack.url, "vectorful"));
	expect(after.body.isFallback ?? false).toBe(false);
});

test("database down for ten seconds: those swiping go on, nothing they did is lost", async () => {
	const person = await signUp(stack.url, "baseless");
	const first = await page(person, 2);
	expect(first.body.videos).toHaveLength(2);
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	stack.database.pause();
	const until = Date.now() + 10_000;
	try {
		const during = await page(person, 2);
		expect(during.status).toBe(200);
		expect(during.body.videos.length).toBeGreaterThan(0);
		for (const card of first.body.videos) expect(await watch(person, card.id)).toMatchObject({ status: 202, body: { accepted: 1 } });
		const like = await person.call<{ code: string; detail: string }>("POST", `/api/v1/videos/${published[1]}/like`);
		expect(like.status).toBe(503);
		expect(like.body.detail).toMatch(/again/i);
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())));
	} finally {
		stack.database.resume();
	}
	const views = async () => {
		const seen = first.body.videos[0]?.id ?? "";
		return (await person.call<{ video: { viewCount: number } }>("GET", `/api/v1/videos/${seen}`)).body.video?.viewCount ?? 0;
	};
	await expect.poll(views, { timeout: 90_000, interval: 500 }).toBeGreaterThanOrEqual(1);
	expect((await person.call("POST", `/api/v1/videos/${published[1]}/like`)).status).toBe(200);
}, 200_000);

test("the log alone explains an upload: one line per stage, joined by the video's id", async () => {
	const videoId = published[0] ?? "";
	const lines = (await stack.events("worker")).filter((line) => line.videoId === videoId).map((line) => line.event);
	for (const event of [
		"upload_begun",
		"upload_completed",
		"transcode_enqueued",
		"transcode_started",
		"transcode_done",
		"video_published",
	]) {
		expect(lines, event).toContain(event);
	}
	expect((await stack.log("transcoder")).split("\n").filter((line) => line.includes(videoId)).length).toBeGreaterThanOrEqual(4);
});

test("… and a failed one: what was refused at once and what failed later, each with its request", async () => {
	const person = await signUp(stack.url, "failing");
	const send = async (file: Buffer) => {
		const { body } = await begin(person, file);
		const { videoId } = body;
		await sendParts(stack.url, file, body);
		await complete(person, videoId);
		return { videoId, of: (line: LogLine) => line.videoId === videoId };
	};
	const text = await send(Buffer.from("hello, this is no video\n".repeat(40)));
	const refused = await stack.untilEvent("worker", "upload_refused", { where: text.of });
	expect(refused).toMatchObject({ step: "complete", code: "unsupported_type", requestId: expect.any(String), reason: expect.any(String) });
	const cut = await send((await clip({ seconds: 2 })).subarray(0, 3_000));
	const failed = await stack.untilEvent("worker", "video_failed", { where: cut.of });
	const enqueued = await stack.untilEvent("worker", "transcode_enqueued", { where: cut.of });
	expect(failed).toMatchObject({ requestId: enqueued.requestId, code: expect.any(String), message: expect.stringMatching(/^[A-Z].*\.$/) });
	const ended = await stack.untilEvent("transcoder", "job.end", { where: cut.of });
	expect(ended).toMatchObject({ requestId: enqueued.requestId, outcome: "refused" });
});
