import { describe, expect, it } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { FEATURES } from "../../../recommender/features.ts";
import { MODEL_VERSION } from "../../../recommender/model.ts";
import { watchEvent } from "../events/watch-event.fixture.ts";
import { Allowance, LESSONS_AN_HOUR, NEW_LESSONS_AN_ADDRESS, NEW_LESSONS_AN_HOUR } from "./allowance.ts";
import { lessonsOf } from "./lessons.ts";

type Event = EventsMessage["events"][number];
const HOUR = 3_600_000;
const row = FEATURES.map((_, place) => place / 10);
const event = (more: Partial<Event> = {}): Event => watchEvent({ qualifies: true, lesson: { v: MODEL_VERSION, row }, ...more });
const message = (name: string, events: Event[]): EventsMessage => ({
	v: 1,
	batchId: `of ${name}`,
	pseudonym: name,
	closedAt: 7,
	events,
});

describe("what messages teach", () => {
	it("is how each impression ended, with the row from before it, under the batch's name and the session's", () => {
		const batches = lessonsOf([message("anna", [event(), event({ watchMs: 800, source: "profile" })])]);
		expect(batches).toEqual([
			{
				batchId: "of anna",
				closedAt: 7,
				viewer: "anna",
				isSettled: false,
				address: undefined,
				lessons: [
					{ row, surface: "fyp", longView: true, watchMs: 9_000 },
					{ row, surface: "profile", longView: false, watchMs: 800 },
				],
			},
		]);
	});

	it.each<[string, Partial<Event>]>([
		["told without a row", { lesson: undefined }],
		["of another version", { lesson: { v: MODEL_VERSION + 1, row } }],
		["of another length", { lesson: { v: MODEL_VERSION, row: row.slice(1) } }],
		["with what is no number", { lesson: { v: MODEL_VERSION, row: row.map(() => Number.NaN) } }],
		["that moves nothing", { moves: false }],
		["flicked past", { watchMs: 499 }],
		["that was none", { kind: "share" }],
	])("is nothing of an impression %s", (_, more) => {
		expect(lessonsOf([message("anna", [event(more)])])).toEqual([]);
	});

	it("is evenly less of each when there is too much for one call", () => {
		const batches = lessonsOf(
			Array.from({ length: 100 }, (_, viewer) =>
				message(
					`v${viewer}`,
					Array.from({ length: 100 }, () => event()),
				),
			),
		);
		expect(new Set(batches.map(({ lessons }) => lessons.length))).toEqual(new Set([20]));
	});
});

describe("one viewer's allowance", () => {
	const bot = { viewer: "bot", isSettled: true };
	it("is spent within the hour and there again in the next, apart for each viewer", () => {
		const allowance = new Allowance();
		expect(allowance.take(bot, LESSONS_AN_HOUR - 1, HOUR)).toBe(LESSONS_AN_HOUR - 1);
		expect([allowance.take(bot, 50, HOUR + 1), allowance.take(bot, 50, HOUR + 2)]).toEqual([1, 0]);
		expect(allowance.take({ ...bot, viewer: "anna" }, 50, HOUR + 3)).toBe(50);
		expect(allowance.take(bot, 50, 2 * HOUR)).toBe(50);
	});
	it("is smaller for who is new, and shared by all who are at one address", () => {
		const allowance = new Allowance();
		const granted = (count: number, address?: string) =>
			Array.from({ length: count }, (_, place) => allowance.take({ viewer: `${address}.${place}`, address }, 500, HOUR)).reduce(
				(a, b) => a + b,
				0,
			);
		expect(granted(1)).toBe(NEW_LESSONS_AN_HOUR);
		expect(granted(200, "one")).toBe(NEW_LESSONS_AN_ADDRESS);
		expect(granted(2, "another")).toBe(2 * NEW_LESSONS_AN_HOUR);
		expect(allowance.take({ ...bot, address: "one" }, 50, HOUR)).toBe(50);
	});
});
