import { createExecutionContext, createMessageBatch, getQueueResult, runInDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { watchEvent } from "../../feed/events/watch-event.fixture.ts";
import { faultyServices } from "../../feed/faults.fixture.ts";
import { risingList } from "../../feed/retrieval/lists.ts";
import { services, testEnv } from "../../gateway/testing/api.ts";
import type { Services } from "../../platform/services.ts";
import { consume } from "../../queues.ts";
import { hydrateCards, loadVideo, type VideoRecord } from "../cards/index.ts";
import { Ledger } from "./counter/ledger.ts";
import { WORTH_A_LOOK } from "./counter/pulse.ts";
import { applyWithPulse, Watch } from "./counter/virality.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
let records: readonly VideoRecord[];
let next = 0;
let batches = 0;
const fresh = (): VideoRecord => {
	const record = records[next++];
	if (record === undefined) throw new Error("seed more videos");
	return record;
};

beforeAll(async () => {
	({ records } = await seedCatalogue(services, { count: 12, creators: 12, publish: true }));
});

/** An impression to each of so many viewers, `agoMs` (of the n-th) before now. */
function impressions(videoId: string, viewers: number, more: Partial<EventsMessage["events"][number]> = {}, agoMs = (_: number) => 0) {
	const now = Date.now();
	return Array.from({ length: viewers }, (_, viewer): EventsMessage => {
		const event = watchEvent({
			videoId,
			viewer: `guest:${viewer}`,
			at: now - agoMs(viewer),
			settled: true,
			address: `a${viewer}`,
			network: `n${viewer}`,
			...more,
		});
		return { v: 1, batchId: `virality-${batches++}`, pseudonym: "p", closedAt: now, events: [event] };
	});
}

async function deliver(messages: readonly EventsMessage[], using: Services = services): Promise<void> {
	for (let from = 0; from < messages.length; from += 100) {
		const some = messages.slice(from, from + 100).map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body }));
		const batch = createMessageBatch("reelay-events", some);
		await consume(batch, using);
		expect((await getQueueResult(batch, createExecutionContext())).retryMessages).toEqual([]);
	}
}

const counter = (videoId: string) => testEnv.VIDEO_COUNTER.get(testEnv.VIDEO_COUNTER.idFromName(videoId));
const viralAt = async (videoId: string): Promise<Date | null> => {
	const [row] = await services.db.video(videoId).select({ viralAt: videos.viralAt }).from(videos).where(eq(videos.id, videoId));
	return row?.viralAt ?? null;
};
const untilViral = (videoId: string): Promise<void> => expect.poll(() => viralAt(videoId)).not.toBeNull();
/** What was delivered before has been judged: a video that surely spreads, delivered after it, is marked. */
async function judged(): Promise<void> {
	const { id } = fresh();
	await deliver(impressions(id, WORTH_A_LOOK));
	await untilViral(id);
}

describe("a video that spreads", () => {
	it("is noticed within seconds, marked on its card, leads what rises, and is kept a day in the shared cache", async () => {
		const { id } = fresh();
		await deliver(impressions(id, WORTH_A_LOOK));
		await untilViral(id);
		await expect.poll(async () => (await loadVideo(services, id))?.viralAt).not.toBeNull();
		const [card] = await hydrateCards(services, { kind: "guest", guestId: "g" }, [id]);
		expect(card?.trending).toBe(true);
		// Other tests' videos spread as well: before it is nobody who is not marked.
		const rising = await risingList(services);
		const place = rising.findIndex(({ videoId }) => videoId === id);
		expect(place).toBeGreaterThanOrEqual(0);
		for (const { videoId } of rising.slice(0, place)) expect(await viralAt(videoId)).not.toBeNull();
		expect(rising[place]?.score).toBeGreaterThan(WORTH_A_LOOK);
		expect(await services.redis.client.ttl(`video:${id}`)).toBeGreaterThan(23 * 3_600);
	});

	it("is told by when people watched, not by when we heard of it", async () => {
		const [slow, late] = [fresh(), fresh()];
		await deliver(impressions(slow.id, 300, {}, (viewer) => (viewer % 5) * 61 * MINUTE));
		await deliver(impressions(late.id, 300, {}, (viewer) => viewer * (55 / 300) * MINUTE));
		await untilViral(late.id);
		expect(await viralAt(slow.id)).toBeNull();
	});

	it("is none when those who watch are new, of one network, or one viewer, or when they are told twice", async () => {
		const [replayed, looped, unsettled, related] = [fresh(), fresh(), fresh(), fresh()];
		const messages = impressions(replayed.id, WORTH_A_LOOK - 50);
		await deliver(messages);
		await deliver(messages);
		await deliver(impressions(looped.id, 2 * WORTH_A_LOOK, { qualifies: false }));
		await judged();
		expect([await viralAt(replayed.id), await viralAt(looped.id)]).toEqual([null, null]);
		await deliver(impressions(unsettled.id, 2 * WORTH_A_LOOK, { settled: false }));
		await deliver(impressions(related.id, 2 * WORTH_A_LOOK, { network: "one" }));
		await judged();
		expect([await viralAt(unsettled.id), await viralAt(related.id)]).toEqual([null, null]);
		const viewsOf = async (videoId: string) => (await counter(videoId).numbers(videoId))?.views;
		expect([await viewsOf(unsettled.id), await viewsOf(related.id)]).toEqual([2 * WORTH_A_LOOK, 2 * WORTH_A_LOOK]);
		expect(await counter(looped.id).numbers(looped.id)).toMatchObject({ views: looped.viewCount, impressions: looped.impressionCount });
	});
});

describe("watching over a video's pulse", () => {
	/** A ledger of its own and the watch over it, by a clock that a test moves. */
	function watching<T>(run: (ledger: Ledger, watch: Watch, clock: { now: number }) => Promise<T>, using: Services = services): Promise<T> {
		const clock = { now: Date.now() };
		const stub = testEnv.VIDEO_COUNTER.get(testEnv.VIDEO_COUNTER.idFromName(`pulse-${batches++}`));
		return runInDurableObject(stub, (_, state) => {
			const ledger = new Ledger(state.storage.sql);
			return run(ledger, new Watch({ ...using, clock: () => clock.now }, ledger), clock);
		});
	}
	const views = (count: number, at: number) => [
		{ batchId: `b${batches++}`, at, deltas: { views: count }, minutes: [[Math.floor(at / MINUTE), count] as const] },
	];
	function take(ledger: Ledger, count: number, now: number): boolean {
		return applyWithPulse(ledger, views(count, now), now).isWorthALook;
	}

	it("says when it is over, and takes the mark away", async () => {
		const { id } = fresh();
		await watching(async (ledger, watch, clock) => {
			expect(take(ledger, 10, clock.now)).toBe(false);
			expect(take(ledger, 10_000, clock.now)).toBe(true);
			await watch.look(id);
			expect(await viralAt(id)).toEqual(new Date(clock.now));
			expect(watch.isNeeded).toBe(true);
			clock.now += HOUR + MINUTE;
			await watch.look(id);
			expect([await viralAt(id), watch.isNeeded]).toEqual([null, false]);
		});
	});

	it("marks it later when the database can't be asked at once", async () => {
		const { id } = fresh();
		const { services: faulty, faults } = faultyServices(services);
		await watching(async (ledger, watch, clock) => {
			take(ledger, 10_000, clock.now);
			faults.database = true;
			await expect(watch.look(id)).rejects.toThrow("down");
			faults.database = false;
			expect(await viralAt(id)).toBeNull();
			await watch.look(id);
			expect(await viralAt(id)).not.toBeNull();
		}, faulty);
	});

	it("does not mark what is not for everyone any more", async () => {
		const { id } = fresh();
		await services.db.video(id).update(videos).set({ visibility: "private" }).where(eq(videos.id, id));
		await watching(async (ledger, watch, clock) => {
			take(ledger, 10_000, clock.now);
			await watch.look(id);
			expect(await viralAt(id)).toBeNull();
		});
	});
});
