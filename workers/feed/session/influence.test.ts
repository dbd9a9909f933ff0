import { expect, test } from "vitest";
import { Influence, SHOWINGS_AN_HOUR } from "./influence.ts";
import type { ShownEvent } from "./protocol.ts";

const HOUR = 3_600_000;
const showing = (videoId: string, watchMs = 5_000): ShownEvent => ({
	...{ eventId: null, videoId, at: 0, watchMs, durationMs: 10_000, liked: false, commented: false, shared: false },
	...{ followed: false, replayed: false, source: "fyp", startupMs: null },
});

/** A memory of names as the session's store is one. */
function memory() {
	const known = new Set<string>();
	return (names: readonly string[]) => {
		const fresh = new Set(names.filter((name) => !known.has(name)));
		for (const name of fresh) known.add(name);
		return fresh;
	};
}
const nobodys = () => false;

test("a video counts once an hour however often it is watched, and again in the next", () => {
	const influence = new Influence();
	const remember = memory();
	expect(influence.among([showing("1")], HOUR, remember, nobodys).size).toBe(1);
	for (let time = 0; time < 50; time++) expect(influence.among([showing("1")], HOUR + time, remember, nobodys).size).toBe(0);
	expect(influence.among([showing("1")], 2 * HOUR, remember, nobodys).size).toBe(1);
});

test("of one video watched several times in a batch, the longest showing counts", () => {
	const counted = new Influence().among([showing("1", 900), showing("1", 9_000), showing("1", 3_000)], HOUR, memory(), nobodys);
	expect([...counted].map(({ watchMs }) => watchMs)).toEqual([9_000]);
});

test("neither one's own videos nor what was flicked past count", () => {
	const events = [showing("mine"), showing("2", 499), showing("3", 500)];
	const counted = new Influence().among(events, HOUR, memory(), (id) => id === "mine");
	expect([...counted].map(({ videoId }) => videoId)).toEqual(["3"]);
});

test("a bot that watches ten thousand videos in an hour counts for as many as a person could", () => {
	const influence = new Influence();
	const remember = memory();
	let counted = 0;
	for (let from = 0; from < 10_000; from += 100) {
		const events = Array.from({ length: 100 }, (_, place) => showing(String(from + place)));
		counted += influence.among(events, HOUR + from, remember, nobodys).size;
	}
	expect(counted).toBe(SHOWINGS_AN_HOUR);
});
