import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { FEATURES } from "./features.ts";
import { parseModel } from "./load-model.ts";
import { OnlineRanker } from "./online-ranker.ts";
import { OnlineState } from "./online-state.ts";
import { fadeRecent, RECENT_HALF_LIFE_MS } from "./popularity.ts";

const row = (given: Partial<Record<(typeof FEATURES)[number], number>>) => FEATURES.map((feature) => given[feature] ?? 0);

describe("the online ranker", () => {
	it("comes to predict what it sees, per feature", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		const random = seeded(1);
		for (let i = 0; i < 8_000; i++) {
			const good = random() < 0.5;
			const longView = random() < (good ? 0.9 : 0.1);
			ranker.learn({ row: row({ quality: good ? -2 : 2 }), surface: "fyp", longView, watchMs: longView ? 20_000 : 1_000 });
		}
		expect(ranker.predict(row({ quality: -2 }), "fyp").pLongView).toBeGreaterThan(0.6);
		expect(ranker.predict(row({ quality: 2 }), "fyp").pLongView).toBeLessThan(0.45);
		expect(ranker.predict(row({ quality: -2 }), "fyp").watchMs).toBeGreaterThan(8_000);
		expect(ranker.updates).toBe(8_000);
	});

	it("is calibrated: of what it gives 30 %, about 30 % are long views", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		const random = seeded(2);
		for (let i = 0; i < 5_000; i++) ranker.learn({ row: row({}), surface: "fyp", longView: random() < 0.3, watchMs: null });
		expect(ranker.predict(row({}), "fyp").pLongView).toBeCloseTo(0.3, 1);
	});

	it("tells surfaces apart", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		for (let i = 0; i < 2_000; i++)
			ranker.learn({ row: row({}), surface: i % 2 ? "profile" : "fyp", longView: i % 2 === 1, watchMs: null });
		expect(ranker.predict(row({}), "profile").pLongView).toBeGreaterThan(ranker.predict(row({}), "fyp").pLongView + 0.4);
	});

	it("learns nothing from numbers that are none, and stays usable", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		const before = ranker.predict(row({}), null).watchMs;
		for (const watchMs of [Number.NaN, Number.POSITIVE_INFINITY])
			ranker.learn({ row: row({ quality: Number.NaN }), surface: null, longView: true, watchMs });
		expect(ranker.predict(row({}), null).watchMs).toBe(before);
		expect(Number.isFinite(ranker.predict(row({}), null).pLongView)).toBe(true);
	});

	it("is not moved far by one video left running overnight", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		const before = ranker.predict(row({}), null).watchMs;
		ranker.learn({ row: row({}), surface: null, longView: true, watchMs: 8 * 3_600_000 });
		expect(ranker.predict(row({}), null).watchMs).toBeLessThan(before * 1.5 + 1000);
	});

	it("goes on from its kept state as if it had never stopped", () => {
		const random = seeded(5);
		const lessons = Array.from({ length: 400 }, () => {
			const good = random() < 0.5;
			return { row: row({ topic: good ? 1 : -1 }), surface: "fyp", longView: good, watchMs: good ? 20_000 : 900 };
		});
		const whole = new OnlineRanker(FALLBACK_MODEL);
		for (const lesson of lessons) whole.learn(lesson);
		const first = new OnlineRanker(FALLBACK_MODEL);
		for (const lesson of lessons.slice(0, 200)) first.learn(lesson);
		const state = OnlineState.parse(JSON.parse(JSON.stringify(first.state())));
		const second = new OnlineRanker(FALLBACK_MODEL, state);
		for (const lesson of lessons.slice(200)) second.learn(lesson);
		expect(second.model("m", 1)).toEqual(whole.model("m", 1));
		expect(second.updates).toBe(400);
	});

	it("gives a model that can be read back", () => {
		const ranker = new OnlineRanker(FALLBACK_MODEL);
		ranker.learn({ row: row({ topic: 1 }), surface: "fyp", longView: true, watchMs: 9_000 });
		expect(parseModel(JSON.stringify(ranker.model("online", 1))).fallback).toBe(false);
	});
});

describe("recent popularity", () => {
	it("halves in its half-life and ignores a clock that runs back", () => {
		expect(fadeRecent(8, RECENT_HALF_LIFE_MS)).toBe(4);
		expect(fadeRecent(8, -1e9)).toBe(8);
	});
});
