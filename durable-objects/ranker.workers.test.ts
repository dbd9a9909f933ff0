import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { FALLBACK_MODEL } from "../recommender/fallback-model.ts";
import { FEATURES } from "../recommender/features.ts";
import type { RankModel } from "../recommender/model.ts";
import { OnlineRanker } from "../recommender/online-ranker.ts";
import { LESSONS_AN_HOUR } from "../workers/feed/online-learning/allowance.ts";
import { Learner } from "../workers/feed/online-learning/learner.ts";
import type { LessonBatch } from "../workers/feed/online-learning/lessons.ts";
import { LIVE_KEY, readLive } from "../workers/feed/online-learning/live.ts";
import type { Log } from "../workers/platform/log.ts";
import { testEnv } from "../workers/platform/test-env.fixture.ts";
import { servicesOf } from "../workers/services.ts";
import type { Ranker } from "./ranker.ts";

const { RANKER, MODELS } = testEnv;
const services = servicesOf(testEnv);
let rankers = 0;
const newRanker = () => RANKER.get(RANKER.idFromName(`ranker-test-${rankers++}`));
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, with: () => silent };

const TOPIC = FEATURES.indexOf("topic");
const row = (topic: number): number[] => FEATURES.map((_, place) => (place === TOPIC ? topic : 0));
/** Of a topic that is liked, and skipped all the same. */
const skipped = (batchId: string, lessons = 50, viewer = batchId): LessonBatch => ({
	batchId,
	closedAt: Date.now(),
	viewer,
	isSettled: true,
	lessons: Array.from({ length: lessons }, () => ({ row: row(1.5), surface: "fyp", longView: false, watchMs: 800 })),
});
/** How likely a long view of a liked topic is, as this model has it. */
const likedTopic = (model: RankModel): number => new OnlineRanker(model).predict(row(1.5), "fyp").pLongView;
const inside = <T>(stub: DurableObjectStub<Ranker>, run: (learner: Learner, sql: SqlStorage) => T): Promise<T> =>
	runInDurableObject(stub, async (_, state) => run(new Learner(state.storage.sql, silent), state.storage.sql));
const modelOf = (stub: DurableObjectStub<Ranker>): Promise<RankModel> => inside(stub, (learner) => learner.model());

describe("the ranker", () => {
	it("learns from lessons, and leaves what it learned for the sessions within seconds", async () => {
		const ranker = newRanker();
		expect(await ranker.learn([skipped("a"), skipped("b")])).toBe(100);
		const read = () => readLive(services, ranker.id);
		await expect.poll(async () => (await read())?.model.id).toBe("fallback+100");
		const live = await read();
		if (live === null) throw new Error("the corrected model is gone again");
		expect(likedTopic(live.model)).toBeLessThan(likedTopic(FALLBACK_MODEL) - 0.05);
		expect(live.share).toBe(1);
	});

	it("learns a batch once, however often and with whatever others it comes", async () => {
		const ranker = newRanker();
		await ranker.learn([skipped("a")]);
		const once = await modelOf(ranker);
		expect(await ranker.learn([skipped("a")])).toBe(0);
		expect(await modelOf(ranker)).toEqual(once);
		await evictDurableObject(ranker);
		expect(await ranker.learn([skipped("a"), skipped("c", 3)])).toBe(3);
	});

	it("goes on after an eviction as if there had been none", async () => {
		const [evicted, whole] = [newRanker(), newRanker()];
		for (const ranker of [evicted, whole]) await ranker.learn([skipped("a")]);
		await evictDurableObject(evicted);
		for (const ranker of [evicted, whole]) await ranker.learn([skipped("b")]);
		const [after, expected] = [await modelOf(evicted), await modelOf(whole)];
		expect(after.longView).toEqual(expected.longView);
		expect(after.watch).toEqual(expected.watch);
	});

	it("goes on from the trainer's next model, with what that one has not seen", async () => {
		const ranker = newRanker();
		// The ranker notes when it heard of a batch, by the clock of the machine.
		const clockPasses = (moment: number) => expect.poll(() => Date.now(), { interval: 1 }).toBeGreaterThan(moment);
		await ranker.learn([skipped("before")]);
		await clockPasses(Date.now());
		const trainedAt = Date.now();
		await clockPasses(trainedAt);
		await ranker.learn([skipped("after", 20)]);
		const trained: RankModel = { ...FALLBACK_MODEL, id: "run-2", trainedAt, longView: { ...FALLBACK_MODEL.longView, bias: 1 } };
		expect(await ranker.rebase(JSON.stringify(trained))).toBe(true);
		expect(await ranker.rebase(JSON.stringify(trained))).toBe(false);
		const model = await modelOf(ranker);
		expect(model.id).toBe("run-2+20");
		const expected = new OnlineRanker(trained);
		for (const lesson of skipped("after", 20).lessons) expected.learn(lesson);
		expect(likedTopic(model)).toBe(expected.predict(row(1.5), "fyp").pLongView);
		await evictDurableObject(ranker);
		expect((await modelOf(ranker)).id).toBe("run-2+20");
	});

	it("keeps the lessons of the last twenty thousand impressions for that, and no more", async () => {
		const kept = await inside(newRanker(), (learner, sql) => {
			for (let viewer = 0; viewer < 110; viewer++) learner.learn([skipped(`many.${viewer}`, 200)], Date.now());
			learner.prune(Date.now());
			return sql.exec<{ lessons: number; oldest: number }>("select sum(count) as lessons, min(seq) as oldest from lessons").one();
		});
		expect(kept).toEqual({ lessons: 20_000, oldest: 11 });
	});

	it("begins from what the trainer left when nobody told it", async () => {
		await MODELS.put("rank-model", JSON.stringify({ ...FALLBACK_MODEL, id: "run-9", trainedAt: 9 }));
		const ranker = newRanker();
		await ranker.learn([skipped("a", 5)]);
		await MODELS.delete("rank-model");
		expect((await modelOf(ranker)).id).toBe("run-9+5");
	});

	it("refuses a model it can't read, and keeps the one it has", async () => {
		const ranker = newRanker();
		await ranker.learn([skipped("a")]);
		await runInDurableObject(ranker, async (instance) => {
			await expect(instance.rebase('{"version":99}')).rejects.toThrow("can't be read");
		});
		expect((await modelOf(ranker)).id).toBe("fallback+50");
	});

	it("begins anew from its base when what it kept can't be read, and from the shipped weights when the base can't either", async () => {
		const ranker = newRanker();
		await ranker.rebase(JSON.stringify({ ...FALLBACK_MODEL, id: "run-3", trainedAt: 1 }));
		await ranker.learn([skipped("a")]);
		await inside(ranker, (_, sql) => sql.exec("update state set value = '{\"v\":1,' where key = 'learned'"));
		expect((await modelOf(ranker)).id).toBe("run-3+0");
		await inside(ranker, (_, sql) => sql.exec("update state set value = 'nonsense' where key = 'base'"));
		await evictDurableObject(ranker);
		expect(await ranker.learn([skipped("b", 10)])).toBe(10);
		expect((await modelOf(ranker)).id).toBe("fallback+10");
	});

	it("is moved by a bot that watches everything no further than by a person who does nothing else", async () => {
		const [bot, person] = [newRanker(), newRanker()];
		for (let turn = 0; turn < 50; turn++) await bot.learn([skipped(`bot.${turn}`, 100, "bot")]);
		for (let turn = 0; turn < LESSONS_AN_HOUR / 100; turn++) await person.learn([skipped(`person.${turn}`, 100, "person")]);
		expect((await modelOf(bot)).longView).toEqual((await modelOf(person)).longView);
	});

	it("comes to predict what happens: of what it gives a third, about a third are long views", async () => {
		const ranker = newRanker();
		for (let turn = 0; turn < 60; turn++) {
			const lessons = Array.from({ length: 30 }, (_, place) => ({
				row: row(1),
				surface: "fyp",
				longView: place % 3 === 0,
				watchMs: 3_000,
			}));
			await ranker.learn([{ batchId: `calibrated.${turn}`, closedAt: Date.now(), viewer: `viewer-${turn}`, lessons }]);
		}
		expect(new OnlineRanker(await modelOf(ranker)).predict(row(1), "fyp").pLongView).toBeCloseTo(1 / 3, 1);
	});

	it("leaves its model in the lasting store by its alarm, and forgets batches that can't come again", async () => {
		const ranker = newRanker();
		await ranker.learn([{ ...skipped("old"), closedAt: Date.now() - 6 * 86_400_000 }, skipped("new")]);
		expect(await runDurableObjectAlarm(ranker)).toBe(true);
		expect(await MODELS.get<object>(LIVE_KEY, "json")).toMatchObject({ model: { id: "fallback+100" } });
		const kept = await inside(ranker, (_, sql) => [...sql.exec<{ id: string }>("select id from batches")].map(({ id }) => id));
		expect(kept).toEqual(["new"]);
	});
});
