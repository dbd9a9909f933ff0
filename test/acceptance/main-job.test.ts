import { expect, test } from "vitest";
import type { FeedPage } from "../../contracts/feed.ts";
import type { VideoTile } from "../../contracts/videos.ts";
import { eventually, type Person, signUp } from "./support/api.ts";
import { clip } from "./support/clips.ts";
import { begin, complete, publish, sendParts, settled } from "./support/publish.ts";
import { base } from "./support/server.ts";

/** The main job, as two people would do it: upload → transcode → feed → watch → a better next swipe. */

const page = async (person: Person, count: number, cursor?: string | null): Promise<FeedPage> =>
	(await person.call<FeedPage>("GET", `/api/v1/feed?count=${count}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`)).body;

test("a phone clip is uploaded, processed, on the profile, playable, and met by somebody else in the feed", async () => {
	const creator = await signUp(base, "creator");
	const file = await clip({ seconds: 4, width: 540, height: 960, hue: 40 });
	const upload = await begin(creator, file, { durationMs: 4_000 });
	expect(upload.status).toBe(201);
	expect(upload.body.uploadUrl).toBe(upload.body.parts[0]?.url);
	const parts = await sendParts(base, file, upload.body);
	const done = await complete(creator, upload.body.videoId, { title: "First dance", hashtags: ["Dance", "#new"] }, parts);
	expect(done.status).toBe(202);
	expect(done.body).toMatchObject({ videoId: upload.body.videoId, status: "processing" });

	const mine = await creator.call<{ videos: VideoTile[] }>("GET", `/api/v1/users/${creator.account.id}/videos`);
	expect(mine.body.videos[0]).toMatchObject({ id: upload.body.videoId, title: "First dance" });

	const end = await settled(creator, upload.body.videoId);
	expect(end).toMatchObject({ status: "ready", progress: 100, stage: "done" });
	expect(Object.keys(end.urls)).toEqual(expect.arrayContaining(["240p", "360p", "480p"]));
	expect(end.urls).not.toHaveProperty("720p");

	await expectPlayable(end.manifest?.url ?? "");

	const stranger = await signUp(base, "stranger");
	await eventually(
		async () => {
			let met = false;
			let cursor: string | null | undefined;
			for (let turn = 0; turn < 5 && !met; turn++) {
				const now = await page(stranger, 20, cursor);
				met = now.videos.some((card) => card.id === upload.body.videoId);
				cursor = now.nextCursor;
			}
			return met;
		},
		Boolean,
		20,
		1_000,
	);

	// However it is typed, and what it says of itself.
	const newest = () => stranger.call<FeedPage>("GET", "/api/v1/hashtag/%23DANCE/videos?sort=newest");
	await eventually(
		async () => (await newest()).body.videos.map(({ id }) => id),
		(ids) => ids.includes(upload.body.videoId),
		20,
		500,
	);
	const { body: dance } = await stranger.call<{ tag: string; videoCount: number }>("GET", "/api/v1/hashtag/dance");
	expect(dance.tag).toBe("dance");
	expect(dance.videoCount).toBeGreaterThan(0);
});

/** Follows master → media playlist → init and every segment, and checks what HLS promises. */
async function expectPlayable(masterUrl: string): Promise<void> {
	const master = await fetch(new URL(masterUrl, base));
	expect(master.status).toBe(200);
	expect(master.headers.get("content-type")).toContain("mpegurl");
	const lines = (await master.text()).split("\n");
	expect(lines[0]).toBe("#EXTM3U");
	const variants = lines.filter((line) => line !== "" && !line.startsWith("#"));
	expect(variants.length).toBeGreaterThanOrEqual(3);
	for (const line of lines.filter((text) => text.startsWith("#EXT-X-STREAM-INF"))) {
		expect(line).toMatch(/BANDWIDTH=\d+.*RESOLUTION=\d+x\d+/);
		expect(line).toMatch(/CODECS="avc1\.[^"]+,mp4a\.40\.2"/);
	}
	const lists: string[][] = [];
	for (const variant of variants) {
		const address = new URL(variant, master.url);
		const text = await (await fetch(address)).text();
		expect(text).toContain("#EXT-X-ENDLIST");
		lists.push(text.split("\n").filter((line) => line.startsWith("#EXTINF")));
		const init = /#EXT-X-MAP:URI="([^"]+)"/.exec(text)?.[1] ?? "";
		const segments = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
		for (const file of [init, ...segments]) {
			const response = await fetch(new URL(file, address));
			expect(response.status, file).toBe(200);
			expect(response.headers.get("cache-control")).toContain("immutable");
			expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
		}
	}
	expect(new Set(lists.map((list) => list.length)).size, "aligned segments").toBe(1);
}

test("watching three clips of one topic to the end visibly changes what comes next", async () => {
	const topics = ["alpha", "beta", "gamma", "delta"];
	const run = `t${Date.now().toString(36)}`;
	const topicOf = new Map<string, string>();
	// Everybody makes some of every topic: what comes next is the topic, not somebody's clips.
	const creators = await Promise.all(topics.map((topic) => signUp(base, topic)));
	const make = async (topic: string, place: number, number: number) => {
		const maker = creators[(place + number) % creators.length];
		if (maker === undefined) throw new Error("no creator");
		const file = await clip({ seconds: 1.2, width: 144, height: 256, rate: 15, hue: place * 90 + number });
		const words = { title: `${topic} number ${number}`, hashtags: [`${run}${topic}`] };
		topicOf.set(await publish(base, maker, file, words, { durationMs: 1_200 }), topic);
	};
	// One of each topic at the same time: a small clip mostly waits its turn.
	for (let number = 0; number < 9; number++) await Promise.all(topics.map((topic, place) => make(topic, place, number)));
	// Part of every page is drawn by chance: three people who love the same, and their mean.
	const shares: number[] = [];
	for (let person = 0; person < 3; person++) shares.push(await shareAfterLoving("beta", topicOf));
	const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
	// Six of some forty-five clips left are of that topic, .13: it at least doubles, and leaves room for others.
	expect(mean, `shares of the next pages: ${shares}`).toBeGreaterThanOrEqual(0.27);
	expect(mean).toBeLessThan(0.9);
}, 600_000);

/** Somebody new skips all but three clips of a topic. @returns that topic's share of the six clips that come next */
async function shareAfterLoving(topic: string, topicOf: ReadonlyMap<string, string>): Promise<number> {
	const viewer = await signUp(base, "viewer");
	const seen: string[] = [];
	let loved = 0;
	let cursor: string | null = null;
	for (let turn = 0; turn < 12 && loved < 3; turn++) {
		const now: FeedPage = await page(viewer, 4, cursor);
		cursor = now.nextCursor;
		for (const card of now.videos) {
			seen.push(card.id);
			const isLoved = topicOf.get(card.id) === topic && loved < 3;
			if (isLoved) loved += 1;
			await viewer.call("POST", "/api/v1/analytics/watch", {
				videoId: card.id,
				watchDuration: isLoved ? 2_400 : 300,
				totalDuration: 1_200,
				liked: isLoved,
				source: "fyp",
			});
		}
	}
	expect(loved).toBe(3);
	const next = await page(viewer, 6, cursor);
	expect(
		next.videos.filter((card) => seen.includes(card.id)),
		"never twice",
	).toEqual([]);
	return next.videos.filter((card) => topicOf.get(card.id) === topic).length / next.videos.length;
}
