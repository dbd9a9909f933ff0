import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeedPage } from "../../contracts/feed.ts";
import { longAffinity } from "../../recommender/affinity.ts";
import { decodeTaste } from "../../recommender/taste-codec.ts";
import { services, testApp } from "../gateway/testing/api.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { feedRoutes } from "./routes.ts";
import { sessionOf } from "./session/stub.ts";
import { type Guest, newcomer, newGuest, watched } from "./viewers.fixture.ts";

const call = testApp(feedRoutes);
let catalogue: Catalogue;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 160, publish: true });
});

type Card = FeedPage["videos"][number];
const ofTopic = (videos: readonly Card[], topic: string) => videos.filter(({ hashtags }) => hashtags[0] === topic);

/** Pages until some topic was met so often: whose clips come first is chance, and other files' videos are among them. */
async function meetTopic(guest: Guest, times: number): Promise<{ topic: string; met: readonly Card[] }> {
	const given: Card[] = [];
	for (let page = 0; page < 5; page++) {
		given.push(...(await guest.feed("?count=36")).videos);
		const topic = TOPICS.find((name) => ofTopic(given, name).length >= times);
		if (topic !== undefined) return { topic, met: ofTopic(given, topic).slice(0, times) };
	}
	throw new Error(`no topic was met ${times} times among ${given.length} videos`);
}

describe("what was watched", () => {
	it("shows a newcomer who chose nothing what three to five watches said, on the very next page", async () => {
		for (const watches of [3, 5]) {
			let [learned, unlearned] = [0, 0];
			for (let one = 0; one < 4; one++) {
				const [guest, control] = [await newcomer(call), await newcomer(call)];
				// One topic of those they happen to be given is watched to the end; the control leaves at once what it is given.
				const { topic, met } = await meetTopic(guest, watches);
				const other = await control.feed("?count=36");
				await guest.watch(met.map((clip) => watched(clip)));
				await control.watch(other.videos.slice(0, watches).map((clip) => watched(clip, { watchDuration: 500 })));
				learned += ofTopic((await guest.feed("?count=8")).videos, topic).length;
				unlearned += ofTopic((await control.feed("?count=8")).videos, topic).length;
			}
			// By chance, one of eight.
			expect(learned).toBeGreaterThanOrEqual(9);
			expect(learned).toBeGreaterThan(2 * unlearned);
		}
	});

	it("takes an impression without an id, told again, for the one it was", async () => {
		const guest = await newGuest(call);
		const [clip] = (await guest.feed("?count=1")).videos;
		if (clip === undefined) throw new Error("no clip");
		const event = watched(clip, { eventId: undefined, at: services.clock() - 1_000 });
		expect((await guest.watch([event])).json).toMatchObject({ accepted: 1, duplicates: 0 });
		expect((await guest.watch([event])).json).toMatchObject({ accepted: 0, duplicates: 1 });
	});

	it("learns from a look at the creator's profile", async () => {
		const learned = async (more: object) => {
			const guest = await newGuest(call);
			const [clip] = catalogue.records;
			await guest.watch([watched({ id: clip?.id ?? "", durationMs: clip?.durationMs ?? 0 }, more)]);
			const taste = decodeTaste((await runInDurableObject(sessionOf(services, guest.key), (session) => session.bequeath().taste)) ?? "");
			return longAffinity(taste?.creators.get(clip?.userId ?? ""));
		};
		expect(await learned({ profileVisited: true })).toBeGreaterThan(await learned({}));
	});
});
