import { evictDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { why } from "../../contracts/feed.ts";
import { FILTERS_MAX } from "../../contracts/limits.ts";
import { FeedPreferences } from "../../contracts/preferences.ts";
import type { VideoCard } from "../../contracts/videos.ts";
import { type CallAnswer, newName, newUser, PASSWORD, services, testApp } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { createLog } from "../platform/log.ts";
import { bindingsWith } from "../platform/test-env.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { fallbackPage } from "./fallback.ts";
import { forYou } from "./for-you.ts";
import { feedRoutes } from "./routes.ts";
import { sessionOf } from "./session/stub.ts";
import { type Guest, newGuest, watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes, socialRoutes);
const same = { "sec-fetch-site": "same-origin" };
const PREFERENCES = "/api/v1/feed/preferences";
type Reason = AnswerOf<typeof why>["reasons"][number];
let catalogue: Catalogue;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 160, publish: true });
});

const change = (guest: Pick<Guest, "cookie">, body: object): Promise<CallAnswer> =>
	call(`PATCH ${PREFERENCES}`, { cookie: guest.cookie, headers: same, body });
const read = async (guest: Pick<Guest, "cookie">): Promise<FeedPreferences> =>
	(await call(`GET ${PREFERENCES}`, { cookie: guest.cookie })).json;
const having = (videos: readonly VideoCard[], topic: string) => videos.filter(({ hashtags }) => hashtags.includes(topic)).length;
const addKeywords = (...keywords: string[]) => ({ filters: { add: { keywords } } });
const viewerOf = (guest: Guest) => ({ kind: "guest", guestId: guest.key.slice("guest:".length) }) as const;

describe("GET and PATCH /api/v1/feed/preferences", () => {
	it("200: begin empty, keep what was set, also over a restart, and answer as the contract says", async () => {
		const guest = await newGuest(call);
		expect(await read(guest)).toEqual({ personal: true, interests: [], topics: [], filters: { keywords: [], hashtags: [] }, muted: [] });
		const { status, json } = await change(guest, {
			topicWeights: { [TOPICS[0]]: 2, "#City": 0 },
			filters: { add: { keywords: ["Big Wave"], hashtags: ["#Spoiler"] } },
			muted: { add: [{ scope: "creator", key: catalogue.creatorIds[0] }] },
		});
		expect(status).toBe(200);
		expect(FeedPreferences.safeParse(json).error).toBeUndefined();
		await evictDurableObject(sessionOf(services, guest.key));
		const kept = await read(guest);
		expect(kept).toEqual(json);
		expect(kept.topics.map(({ topic, weight }) => [topic, weight])).toEqual([
			[TOPICS[0], 2],
			["city", 0],
		]);
		expect(kept.filters).toEqual({ keywords: ["Big Wave"], hashtags: ["Spoiler"] });
		expect(kept.muted[0]?.label).toContain("@creator");
	});

	it("409: one filter too many changes nothing, in a sentence that says what to do", async () => {
		const guest = await newGuest(call);
		await change(guest, addKeywords(...Array.from({ length: FILTERS_MAX }, (_, n) => `word${n}`)));
		const { status, json } = await change(guest, { ...addKeywords("another"), topicWeights: { ocean: 2 } });
		expect([status, json.code]).toEqual([409, "preferences_full"]);
		expect(json.detail).toContain("Remove one");
		expect((await read(guest)).topics).toEqual([]);
	});

	it("422: refuses what is no word, no weight, no scope, and says which field", async () => {
		const guest = await newGuest(call);
		for (const [body, field] of [
			[addKeywords("?!"), "body.filters.add.keywords.0"],
			[addKeywords("x".repeat(65)), "body.filters.add.keywords.0"],
			[{ filters: { add: { hashtags: ["two words"] } } }, "body.filters.add.hashtags.0"],
			[{ topicWeights: { ocean: 3 } }, "body.topicWeights.ocean"],
			[{ muted: { add: [{ scope: "country", key: "1" }] } }, "body.muted.add.0.scope"],
		] as const) {
			const { status, json } = await change(guest, body);
			expect([status, json.code, json.errors[0].field]).toEqual([422, "invalid_fields", field]);
		}
	});
});

describe("a filter", () => {
	it("holds at once in what waits in the queue, in Trending and in the fallback, and lets go when it is removed", async () => {
		const guest = await newGuest(call);
		const [word, topic] = [TOPICS[1].toUpperCase(), TOPICS[1]];
		const { status } = await change(guest, addKeywords(word));
		expect(status).toBe(200);
		const trending = `GET /api/v1/feed/trending?count=50` as const;
		expect(having((await guest.feed("?count=40")).videos, topic)).toBe(0);
		expect(having((await call(trending, { cookie: guest.cookie })).json.videos, topic)).toBe(0);
		const fallback = JSON.parse((await fallbackPage(services, viewerOf(guest), 40, 0)).json) as { videos: VideoCard[] };
		expect(fallback.videos.length).toBeGreaterThan(10);
		expect(having(fallback.videos, topic)).toBe(0);

		await change(guest, { filters: { remove: { keywords: [topic] } } });
		expect(having((await call(trending, { cookie: guest.cookie })).json.videos, topic)).toBeGreaterThan(0);
		await expect.poll(async () => having((await guest.feed("?count=20")).videos, topic)).toBeGreaterThan(0);
	});

	it("holds on the fallback's pages while the session can't answer", async () => {
		const guest = await newGuest(call);
		await change(guest, { filters: { add: { hashtags: [TOPICS[2]] } }, muted: { add: [{ scope: "topic", key: TOPICS[4] }] } });
		const down = () => {
			throw new Error("the session's object is down");
		};
		const dark = { ...services, isolate: new IsolateState(), ...bindingsWith({ USER_SESSION: { idFromName: down } }) };
		const { json } = await forYou(dark, viewerOf(guest), { count: 40, cursor: undefined }, { country: null, device: null }, createLog());
		const page = JSON.parse(json) as { isFallback: boolean; videos: VideoCard[] };
		expect(page.isFallback).toBe(true);
		expect(page.videos.length).toBeGreaterThan(10);
		expect([having(page.videos, TOPICS[2]), having(page.videos, TOPICS[4])]).toEqual([0, 0]);
	});

	it("takes its videos out of a page asked for again under its cursor", async () => {
		const guest = await newGuest(call);
		const first = await guest.feed("?count=5");
		const again = () => guest.feed(`?count=20&cursor=${first.nextCursor}`);
		const before = await again();
		const topic = before.videos[0]?.hashtags[0] ?? "";
		await change(guest, addKeywords(topic));
		const now = await again();
		expect(now.videos.map(({ id }) => id)).toEqual(before.videos.filter(({ hashtags }) => hashtags[0] !== topic).map(({ id }) => id));
	});

	it("keeps people one follows to their unfiltered videos; a muted creator's are still there", async () => {
		const user = await newUser(call);
		const [creator = ""] = catalogue.creatorIds;
		const mine = { cookie: user.cookie };
		await call(`POST /api/v1/users/${creator}/follow`, { token: user.token });
		const following = async () => (await call("GET /api/v1/feed/following?count=50", { token: user.token })).json.videos as VideoCard[];
		const all = await following();
		const topic = all[0]?.hashtags[0] ?? "";
		await change(mine, { ...addKeywords(topic), muted: { add: [{ scope: "creator", key: creator }] } });
		const left = await following();
		expect(left.map(({ id }) => id)).toEqual(all.filter(({ hashtags }) => hashtags[0] !== topic).map(({ id }) => id));
		expect(left.length).toBeGreaterThan(0);
	});
});

describe("a topic's weight", () => {
	it("brings more of it on the next page, less at less, none at none", async () => {
		const pages: Record<string, number> = {};
		for (const [name, weight] of [
			["none", 0],
			["less", 0.5],
			["learned", 1],
			["more", 2],
		] as const) {
			pages[name] = 0;
			for (let one = 0; one < 4; one++) {
				const guest = await newGuest(call);
				await change(guest, { topicWeights: { [TOPICS[5]]: weight } });
				pages[name] += having((await guest.feed("?count=20")).videos, TOPICS[5]);
			}
		}
		expect(pages.none).toBe(0);
		expect(pages.less).toBeLessThan(pages.learned ?? 0);
		expect(pages.more).toBeGreaterThan((pages.learned ?? 0) + 4);
	});

	it("names in its reasons what there can be more or less of", async () => {
		const guest = await newGuest(call);
		const topic = TOPICS[4];
		await call("PATCH /api/v1/feed/preferences", { cookie: guest.cookie, headers: same, body: { topicWeights: { [topic]: 2 } } });
		const page = await guest.feed("?count=20");
		const told = await Promise.all(
			page.videos
				.filter(({ hashtags }) => hashtags.includes(topic))
				.map(async ({ id }) => (await call(`GET /api/v1/feed/${id}/why`, { cookie: guest.cookie })).json.reasons as Reason[]),
		);
		const asked = told.flat().find(({ code }) => code === "chosen");
		expect(asked).toMatchObject({ text: `You asked for more #${topic}`, about: { scope: "topic", key: topic, label: `#${topic}` } });
	});
});

describe("interests just chosen", () => {
	it("are told as chosen, not as what one watches", async () => {
		const guest = await newGuest(call);
		// The one of the catalogue's topics that is offered as an interest.
		const topic = TOPICS[7];
		await call("POST /api/v1/onboarding/interests", { cookie: guest.cookie, headers: same, body: { interests: [topic] } });
		const page = await guest.feed("?count=20");
		const told = await Promise.all(
			page.videos.map(async ({ id }) => (await call(`GET /api/v1/feed/${id}/why`, { cookie: guest.cookie })).json.reasons as Reason[]),
		);
		const texts = told.flat().map(({ text }) => text);
		expect(texts).toContain(`You chose #${topic} as an interest`);
		const { topics } = await read(guest);
		expect(topics).toEqual([expect.objectContaining({ topic, picked: true })]);
		expect(texts.filter((text) => /You (often watch|have been watching)|videos you like/.test(text))).toEqual([]);
	});
});

describe("a mute", () => {
	it("made in the feed stands in the list, with its name, and is taken back there", async () => {
		const guest = await newGuest(call);
		const topic = TOPICS[6];
		const clip = catalogue.records.find(({ hashtags }) => hashtags[0] === topic);
		for (const scope of ["topic", "video", "creator"]) {
			await call(`POST /api/v1/feed/${clip?.id}/not-interested`, { cookie: guest.cookie, headers: same, body: { scope } });
		}
		const { muted } = await read(guest);
		expect(muted.map(({ scope }) => scope).sort()).toEqual(["creator", "topic", "video"]);
		expect(muted.find(({ scope }) => scope === "topic")?.label).toBe(`#${topic}`);
		expect(muted.find(({ scope }) => scope === "video")?.label).toBe(clip?.title);
		const { json } = await change(guest, { muted: { remove: muted.map(({ scope, key }) => ({ scope, key })) } });
		expect(json.muted).toEqual([]);
		await expect.poll(async () => having((await guest.feed("?count=20")).videos, topic)).toBeGreaterThan(0);
	});

	it("of a video that is not public tells nothing of it", async () => {
		const guest = await newGuest(call);
		const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { visibility: "private", title: "Secret" } });
		const { json } = await change(guest, { muted: { add: [{ scope: "video", key: records[0]?.id }] } });
		expect(json.muted).toMatchObject([{ scope: "video", label: "A video that is gone, or not visible to you" }]);
		expect(JSON.stringify(json)).not.toContain("Secret");
	});
});

describe("reset", () => {
	it("forgets what was learned and keeps what was set by hand, interests to begin from again among it", async () => {
		const guest = await newGuest(call);
		await call("POST /api/v1/onboarding/interests", { cookie: guest.cookie, headers: same, body: { interests: [TOPICS[7]] } });
		await change(guest, {
			...addKeywords(TOPICS[0]),
			topicWeights: { [TOPICS[3]]: 2 },
			muted: { add: [{ scope: "topic", key: TOPICS[1] }] },
		});
		const liked = catalogue.records.filter(({ hashtags }) => hashtags[0] === TOPICS[2]).slice(0, 4);
		await guest.watch(liked.map(({ id, durationMs }) => watched({ id, durationMs: durationMs ?? 0 })));
		expect((await read(guest)).topics.map(({ topic }) => topic)).toContain(TOPICS[2]);
		await call("POST /api/v1/feed/reset", { cookie: guest.cookie, headers: same });
		const kept = await read(guest);
		expect(kept.interests).toEqual([TOPICS[7]]);
		expect(kept.topics.map(({ topic }) => topic)).toEqual([TOPICS[3], TOPICS[7]]);
		expect([kept.filters.keywords, kept.muted.length]).toEqual([[TOPICS[0]], 1]);
		const { videos } = await guest.feed("?count=20");
		expect([having(videos, TOPICS[0]), having(videos, TOPICS[1])]).toEqual([0, 0]);
		expect(having(videos, TOPICS[7])).toBeGreaterThan(having(videos, TOPICS[2]));
	});
});

describe("signing up", () => {
	it("takes what a guest set along to the new account", async () => {
		const guest = await newGuest(call);
		await change(guest, { ...addKeywords("spider"), topicWeights: { dance: 0 }, muted: { add: [{ scope: "creator", key: "77" }] } });
		const body = { username: newName(), password: PASSWORD, birthdate: "1990-05-17" };
		const { status, json } = await call("POST /api/v1/auth/register", { cookie: guest.cookie, headers: same, body });
		expect(status).toBe(201);
		const inherited: FeedPreferences = (await call(`GET ${PREFERENCES}`, { token: json.token })).json;
		expect(inherited.filters.keywords).toEqual(["spider"]);
		expect(inherited.topics).toMatchObject([{ topic: "dance", weight: 0 }]);
		expect(inherited.muted).toMatchObject([{ scope: "creator", key: "77", label: "Someone who is not here, or not visible to you" }]);
	});

	it("leaves alone what the account has set itself", async () => {
		const guest = await newGuest(call);
		await change(guest, addKeywords("guestly"));
		const user = await newUser(call);
		await change(user, addKeywords("mine"));
		await sessionOf(services, `user:${user.id}`).inherit(`user:${user.id}`, await sessionOf(services, guest.key).bequeath());
		expect((await read(user)).filters.keywords).toEqual(["mine"]);
	});
});
