import { env } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ARCHIVE_PREFIX, ArchivedEvent, archiveHour, CATALOGUE_KEY, CatalogueLine, MODEL_FILES } from "../../../contracts/archive.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { FALLBACK_MODEL } from "../../../recommender/fallback-model.ts";
import type { Env } from "../../platform/env.ts";
import { servicesOf } from "../../services.ts";
import { seedCatalogue } from "../catalogue.fixture.ts";
import { watchEvent } from "../events/watch-event.fixture.ts";
import { readLive } from "../online-learning/live.ts";
import { withOwnRanker } from "../online-learning/own.fixture.ts";
import { rankerOf } from "../online-learning/stub.ts";
import { MODEL_KEYS, outdateModels } from "../retrieval/models.ts";
import { exportCatalogue } from "./catalogue.ts";
import { archiveEvents } from "./events.ts";
import { expireArchive } from "./lifecycle.ts";
import { takeUpModels } from "./models.ts";

const services = withOwnRanker(servicesOf(env as Env), "archive-test");
const { archive, models } = services;
const MANIFEST = { modelVersion: 1, trainedAt: 0, events: 0, viewers: 0, videos: 0, linkedVideos: 0, fallbackRanking: true };
const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);

function message(name: string, times: readonly number[]): EventsMessage {
	const events = times.map((at, place) =>
		watchEvent({
			eventId: `${name}-${place}`,
			videoId: "77",
			viewer: "user:4711",
			at,
			watchMs: 900,
			durationMs: 1_000,
			liked: true,
			propensity: 0.2,
			country: "DE",
		}),
	);
	return { v: 1, batchId: `${name}-${times[0]}`, pseudonym: name, closedAt: NOON, events };
}

async function linesOf(key: string): Promise<unknown[]> {
	const object = await archive.get(key);
	if (object === null) throw new Error(`no ${key}`);
	const text = await new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
	return text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as unknown);
}

/** Files that ran before may have left events and models; those after it must not be ranked by what was trained here. */
async function emptied(): Promise<void> {
	for (;;) {
		const { objects } = await archive.list();
		if (objects.length === 0) break;
		await archive.delete(objects.map(({ key }) => key));
	}
	for (const { name } of (await models.list()).keys) await models.delete(name);
	outdateModels(services);
}
beforeAll(emptied);
afterAll(emptied);

describe("the event archive", () => {
	it("keeps impressions by the hour they fell into, under a pseudonym, in the form the trainer reads", async () => {
		await archiveEvents(services, [message("aaa", [NOON, NOON + 3_600_000]), message("bbb", [NOON + 1])]);
		const { objects } = await archive.list({ prefix: ARCHIVE_PREFIX });
		expect(objects.map(({ key }) => key.slice(0, archiveHour(NOON).length))).toEqual([archiveHour(NOON), archiveHour(NOON + 3_600_000)]);
		const lines = (await linesOf(objects[0]?.key ?? "")).map((line) => ArchivedEvent.parse(line));
		expect(lines.map(({ viewer }) => viewer)).toEqual(["aaa", "bbb"]);
		expect(JSON.stringify(lines)).not.toContain("4711");
	});

	it("delivered again, replaces what it wrote", async () => {
		const again = message("ccc", [NOON - 86_400_000]);
		await archiveEvents(services, [again]);
		await archiveEvents(services, [again]);
		expect((await archive.list({ prefix: archiveHour(NOON - 86_400_000) })).objects).toHaveLength(1);
	});

	it("forgets days past ninety, and those only", async () => {
		const now = services.clock();
		const kept = message("new", [now - 89 * 86_400_000]);
		await archiveEvents(services, [message("old", [now - 92 * 86_400_000]), kept]);
		expect(await expireArchive(services)).toBe(1);
		expect((await archive.list({ prefix: archiveHour(now - 89 * 86_400_000) })).objects).toHaveLength(1);
	});
});

describe("what passes to the trainer and back", () => {
	it("the catalogue is written once in a while, in the form the trainer reads", async () => {
		const written = await exportCatalogue(services);
		expect(await exportCatalogue(services)).toBe(0);
		if (written > 0) for (const line of await linesOf(CATALOGUE_KEY)) CatalogueLine.parse(line);
	});

	it("the catalogue is of the newest videos where not all have room, in order over all shards", async () => {
		const { records } = await seedCatalogue(services, { count: 12 });
		const newest = records.map(({ id }) => id).sort((a, b) => (BigInt(b) > BigInt(a) ? 1 : -1));
		await archive.delete(CATALOGUE_KEY);
		expect(await exportCatalogue(services, 5)).toBe(5);
		expect((await linesOf(CATALOGUE_KEY)).map((line) => CatalogueLine.parse(line).videoId)).toEqual(newest.slice(0, 5));
	});

	it("trained models are taken up once, not before they are whole, and the ranker goes on from them", async () => {
		const model = { ...FALLBACK_MODEL, id: "run-1", trainedAt: NOON };
		expect(await takeUpModels(services)).toBe(0);
		await archive.put(MODEL_FILES.manifest, "{");
		await expect(takeUpModels(services)).rejects.toThrow("JSON");
		await archive.put(MODEL_FILES.manifest, JSON.stringify({ ...MANIFEST, id: "run-1" }));
		await expect(takeUpModels(services)).rejects.toThrow("not there");
		await archive.put(MODEL_FILES.neighbours, "{}");
		for (const [file, why] of [
			["{", "not JSON"],
			[JSON.stringify({ ...model, version: 99 }), "version"],
			[JSON.stringify({ ...model, id: "run-0" }), "run-0"],
		] as const) {
			await archive.put(MODEL_FILES.rank, file);
			await expect(takeUpModels(services)).rejects.toThrow(why);
			expect(await models.get(MODEL_KEYS.rank)).toBeNull();
		}
		await archive.put(MODEL_FILES.rank, JSON.stringify(model));
		await archive.put(MODEL_FILES.neighbours, '{"1":["2"]}');
		await expect(takeUpModels(services)).rejects.toThrow("ids and weights");
		await archive.put(MODEL_FILES.neighbours, '{"1":{"ids":["2"],"weights":[0.5]}}');
		expect(await takeUpModels(services)).toBe(1);
		expect(await models.get(MODEL_KEYS.rank)).toBe(JSON.stringify(model));
		expect((await readLive(services, rankerOf(services).id))?.model.id).toBe("run-1+0");
		expect(await takeUpModels(services)).toBe(0);
	});
});
