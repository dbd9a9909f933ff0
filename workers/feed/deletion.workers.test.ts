import { runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { FeedPage } from "../../contracts/feed.ts";
import { videos } from "../../db/schema/videos.ts";
import { services } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { invalidateVideo, type VideoRecord } from "../videos/cards/index.ts";
import { seedCatalogue } from "./catalogue.fixture.ts";
import { forYou } from "./for-you.ts";
import { SessionStore } from "./session/store.ts";
import { sessionOf } from "./session/stub.ts";

/** A page from stock would do on a busy machine; here it must be the queue's. */
const patient = { ...services, isolate: new IsolateState(), config: { ...services.config, PATIENCE_FACTOR: 60 } };
const NOWHERE = { country: null, device: null };

it("serves a deleted video from none of a thousand queues once the deletion is acknowledged", { timeout: 180_000 }, async () => {
	// Enough others that nobody gathers more meanwhile.
	const { records } = await seedCatalogue(services, { count: 81, seed: 404, publish: true });
	const [doomed, ...others] = records;
	if (doomed === undefined) throw new Error("no record");
	const slot = ({ id, userId }: VideoRecord) => ({
		// Drawn by chance, it keeps its place when the queue is put into order.
		videoId: id,
		creatorId: userId,
		kind: "explore",
		propensity: 0.1,
		score: 1,
		parts: {},
		sources: {},
	});
	const guests = Array.from({ length: 1_000 }, () => crypto.randomUUID());
	const page = async (guestId: string) => {
		const { json } = await forYou(patient, { kind: "guest", guestId }, { count: 5, cursor: undefined }, NOWHERE, services.log);
		return (JSON.parse(json) as FeedPage).videos.map(({ id }) => id);
	};
	const each = async <T>(run: (guestId: string) => Promise<T>): Promise<T[]> => {
		const done: T[] = [];
		for (let from = 0; from < guests.length; from += 50) done.push(...(await Promise.all(guests.slice(from, from + 50).map(run))));
		return done;
	};
	await each((guestId) =>
		runInDurableObject(sessionOf(services, `guest:${guestId}`), (_, state) => {
			const slots = [doomed, ...others].map(slot);
			const queue = { slots, repeats: false, isFallback: false, madeAt: Date.now() + 60_000, hasMore: false, liked: [] };
			new SessionStore(state.storage.sql).write("queue", JSON.stringify(queue));
		}),
	);
	expect(await page(guests[0] ?? "")).toContain(doomed.id);
	await services.db.video(doomed.id).update(videos).set({ status: "deleted" }).where(eq(videos.id, doomed.id));
	await invalidateVideo(services, doomed.id);
	const pages = await each(page);
	expect(pages.filter((ids) => ids.includes(doomed.id))).toEqual([]);
	expect(pages.filter((ids) => ids.length > 0)).toHaveLength(1_000);
});
