import { describe, expect, test } from "vitest";
import { admit, type Facts, isSettled, NEWCOMER, SHOWINGS_AN_HOUR, type Standing, TOLERANCE_MS } from "./influence.ts";
import type { ShownEvent } from "./protocol.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_000 * DAY + HOUR;
const impression = (videoId: string, watchMs = 5_000, at = NOW): ShownEvent => ({
	eventId: null,
	videoId,
	at,
	watchMs,
	durationMs: 10_000,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	replayed: false,
	source: "fyp",
	startupMs: null,
});

/** A viewer to whom everything was given ten minutes ago, and whose store remembers. */
function viewer(more: Partial<Facts> = {}, givenAt: number | null = NOW - 600_000) {
	const known = new Set<string>();
	let standing: Standing = NEWCOMER;
	return {
		tell(events: readonly ShownEvent[], now = NOW, given = givenAt) {
			const admitted = admit(standing, events, {
				now,
				givenAt: () => given,
				isOwn: (id) => id === "mine",
				onceAnHour(names) {
					const fresh = new Set(names.filter((name) => !known.has(name)));
					for (const name of fresh) known.add(name);
					return fresh;
				},
				...more,
			});
			standing = admitted.standing;
			return [...admitted.counted].map(([{ videoId }, watchMs]) => [videoId, watchMs]);
		},
		get standing() {
			return standing;
		},
	};
}

test.each<[string, number | null, number, boolean]>([
	["nothing that no answer named", null, NOW, false],
	["what was named a moment ago", NOW - 2_000, NOW, true],
	["what was named an hour ago", NOW - HOUR, NOW, true],
	["nothing that was named longer ago: a clip held ahead", NOW - HOUR - 1, NOW, false],
	["what was watched within the hour, though told much later", NOW - 9 * HOUR, NOW - 8.5 * HOUR, true],
	["what a slow clock tells as watched before it was given", NOW - 60_000, NOW - 600_000, true],
])("counts %s", (_, givenAt, at, counts) => {
	expect(viewer().tell([impression("1", 5_000, at)], NOW, givenAt)).toEqual(counts ? [["1", 5_000]] : []);
});

test("a video counts once an hour however often it is watched, and again in the next", () => {
	const one = viewer();
	expect(one.tell([impression("1")])).toHaveLength(1);
	for (let time = 1; time < 50; time++) expect(one.tell([impression("1", 5_000, NOW + time * 1_000)], NOW + time * 1_000)).toEqual([]);
	// By the hour in which it was watched, not that in which it is told.
	expect(one.tell([impression("1", 5_000, NOW + 1)], NOW + HOUR)).toEqual([]);
	expect(one.tell([impression("1", 5_000, NOW + HOUR)], NOW + HOUR, NOW + HOUR - 9_000)).toHaveLength(1);
});

test("of one video watched several times in a batch, the longest impression counts", () => {
	expect(viewer().tell([impression("1", 900), impression("1", 9_000), impression("1", 3_000)])).toEqual([["1", 9_000]]);
});

test("neither one's own videos nor what was flicked past count", () => {
	expect(viewer().tell([impression("mine"), impression("2", 499), impression("3", 500)])).toEqual([["3", 500]]);
});

describe("no more watch time than passed", () => {
	test("since it was given", () => {
		expect(viewer().tell([impression("1", 60_000)], NOW, NOW - 5_000)).toEqual([["1", 5_000 + TOLERANCE_MS]]);
		// Loops and pauses are no matter.
		expect(viewer().tell([impression("1", 60_000)], NOW, NOW - 60_000)).toEqual([["1", 60_000]]);
		expect(viewer().tell([impression("1", 60_000)], NOW, NOW - HOUR)).toEqual([["1", 60_000]]);
	});
	test("for all that is told: a thousand views in .6 s are as many as fit", () => {
		const bot = viewer({}, NOW);
		let counted = 0;
		for (let from = 0; from < 1_000; from += 100) {
			const events = Array.from({ length: 100 }, (_, place) => impression(String(from + place), 10_000));
			counted += bot.tell(events, NOW + from * 0.6).length;
		}
		expect(counted).toBeLessThanOrEqual((TOLERANCE_MS + 600) / 500);
	});
	test("of a page watched one by one all of it counts, told at once or each by itself", () => {
		const page = ["1", "2", "3", "4"].map((id, place) => impression(id, 9_000, NOW + (place + 1) * 10_000));
		const all = page.map(({ videoId }) => [videoId, 9_000]);
		expect(viewer().tell(page, NOW + 40_000, NOW)).toEqual(all);
		const one = viewer();
		expect(page.flatMap((event) => one.tell([event], event.at, NOW))).toEqual(all);
	});
});

test("a bot that watches all hour, each for half a second, counts for as many as a person could", () => {
	const bot = viewer();
	let counted = 0;
	for (let step = 0; step < 5_000; step++) counted += bot.tell([impression(String(step), 500)], NOW + step * 600, NOW).length;
	expect(counted).toBe(SHOWINGS_AN_HOUR);
});

test("who has been here for a day, on two days and for twenty impressions, is settled; nobody sooner", () => {
	const one = viewer();
	const watch = (count: number, at: number) => {
		for (let place = 0; place < count; place++) one.tell([impression(`${at}.${place}`, 2_000, at + place * 5_000)], at + place * 5_000, at);
	};
	watch(100, NOW);
	expect(isSettled(one.standing, NOW + HOUR)).toBe(false);
	// Age alone is no history.
	expect(isSettled(one.standing, NOW + 9 * DAY)).toBe(false);
	watch(1, NOW + 2 * DAY);
	expect(isSettled(one.standing, NOW + 2 * DAY)).toBe(true);
	expect(isSettled({ ...one.standing, impressions: 19 }, NOW + 2 * DAY)).toBe(false);
	expect(isSettled(NEWCOMER, NOW)).toBe(false);
});
