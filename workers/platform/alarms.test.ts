import { beforeEach, describe, expect, it } from "vitest";
import { type AlarmStorage, Alarms, RETRY_AFTER_MS, RETRY_AT_MOST_MS } from "./alarms.ts";
import type { Log } from "./log.ts";

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, with: () => silent };

/** An object's storage, with what was written to it, and a runtime that has one alarm. */
class Storage implements AlarmStorage {
	text: string | null = null;
	alarm: number | null = null;
	writes = 0;
	read() {
		return this.text;
	}
	write(text: string | null) {
		this.text = text;
		this.writes += 1;
	}
	setAlarm(at: number) {
		this.alarm = at;
	}
	deleteAlarm() {
		this.alarm = null;
	}
}

let storage: Storage;
let now: number;
let ran: string[];
let failing: Set<string>;
const open = () => {
	const handler = (name: string) => () => {
		ran.push(name);
		if (failing.has(name)) throw new Error(`${name} failed`);
	};
	return new Alarms(storage, { a: handler("a"), b: handler("b") }, { clock: () => now, log: silent });
};
/** The runtime lets go of its alarm as it goes off. */
const ring = (alarms: Alarms<"a" | "b">) => {
	storage.alarm = null;
	return alarms.ring();
};

beforeEach(() => {
	storage = new Storage();
	now = 1_000;
	ran = [];
	failing = new Set();
});

describe("setting", () => {
	type Step = readonly [call: "set" | "setNoLater", name: "a" | "b", at: number];
	const cases: readonly [what: string, steps: readonly Step[], alarm: number, writes: number][] = [
		["one", [["set", "a", 2_000]], 2_000, 1],
		[
			"the same again writes nothing",
			[
				["set", "a", 2_000],
				["set", "a", 2_000],
			],
			2_000,
			1,
		],
		[
			"earlier",
			[
				["set", "a", 2_000],
				["set", "a", 1_500],
			],
			1_500,
			2,
		],
		[
			"later",
			[
				["set", "a", 2_000],
				["set", "a", 9_000],
			],
			9_000,
			2,
		],
		[
			"no later than before writes nothing",
			[
				["set", "a", 2_000],
				["setNoLater", "a", 3_000],
			],
			2_000,
			1,
		],
		[
			"no later than now",
			[
				["set", "a", 2_000],
				["setNoLater", "a", 1_500],
			],
			1_500,
			2,
		],
		[
			"another, later: the alarm stays the earliest",
			[
				["set", "a", 2_000],
				["set", "b", 5_000],
			],
			2_000,
			2,
		],
		[
			"another, earlier",
			[
				["set", "a", 5_000],
				["set", "b", 2_000],
			],
			2_000,
			2,
		],
		[
			"the earliest later than the other",
			[
				["set", "a", 2_000],
				["set", "b", 5_000],
				["set", "a", 8_000],
			],
			5_000,
			3,
		],
	];
	it.each(cases)("%s", (_, steps, alarm, writes) => {
		const alarms = open();
		for (const [call, name, at] of steps) alarms[call](name, at);
		expect([storage.alarm, storage.writes]).toEqual([alarm, writes]);
	});

	it("nothing any more takes the runtime's alarm away, and clearing what is not set writes nothing", () => {
		const alarms = open();
		alarms.set("a", 2_000);
		alarms.clear("a");
		expect([storage.alarm, storage.text]).toEqual([null, null]);
		alarms.clear("a");
		expect(storage.writes).toBe(2);
	});
});

describe("ringing", () => {
	it("runs what is due, in one write, and leaves what is not", async () => {
		const alarms = open();
		alarms.set("a", 2_000);
		alarms.set("b", 5_000);
		now = 2_000;
		await ring(alarms);
		expect([ran, storage.alarm, storage.writes]).toEqual([["a"], 5_000, 3]);
	});

	it("early, runs what is due next: the runtime is right", async () => {
		const alarms = open();
		alarms.set("a", 2_000);
		await ring(alarms);
		expect([ran, storage.alarm, storage.text]).toEqual([["a"], null, null]);
	});

	it("with nothing set does nothing", async () => {
		await ring(open());
		expect([ran, storage.writes]).toEqual([[], 0]);
	});

	it("goes on in an object that was lost in between, without a write for what it finds set", async () => {
		open().set("a", 2_000);
		const next = open();
		next.setNoLater("a", 2_500);
		expect(storage.writes).toBe(1);
		now = 2_000;
		await ring(next);
		expect(ran).toEqual(["a"]);
	});

	it("calls one that throws again, alone, later each time and no later than a minute, whatever asks for it meanwhile", async () => {
		const alarms = open();
		alarms.set("a", 2_000);
		alarms.set("b", 2_000);
		failing.add("a");
		now = 2_000;
		await ring(alarms);
		expect([ran, storage.alarm]).toEqual([["a", "b"], now + RETRY_AFTER_MS]);
		alarms.setNoLater("a", now + 1);
		expect(storage.alarm).toBe(now + RETRY_AFTER_MS);
		const waits: number[] = [];
		let lost = open();
		for (let turn = 0; turn < 6; turn++) {
			now = storage.alarm ?? 0;
			await ring(lost);
			waits.push((storage.alarm ?? 0) - now);
			lost = open();
		}
		expect(waits).toEqual([10_000, 20_000, 40_000, RETRY_AT_MOST_MS, RETRY_AT_MOST_MS, RETRY_AT_MOST_MS]);
		expect(ran.filter((name) => name === "b")).toHaveLength(1);
		failing.clear();
		now = storage.alarm ?? 0;
		await ring(lost);
		expect([storage.alarm, storage.text]).toEqual([null, null]);
	});

	it("runs one again whose object was lost while it ran", async () => {
		let fail = (_: Error): void => undefined;
		const lost = new Promise<void>((_, reject) => {
			fail = reject;
		});
		const alarms = new Alarms(storage, { a: () => lost, b: () => undefined }, { clock: () => now, log: silent });
		alarms.set("a", 2_000);
		now = 2_000;
		const ringing = ring(alarms);
		// Written in between, it is there yet.
		alarms.set("b", 9_000);
		const next = open();
		expect(next.dueAt("a")).toBe(2_000);
		now = 9_000;
		await ring(next);
		expect(ran).toEqual(["a", "b"]);
		fail(new Error("lost"));
		await ringing;
	});

	it("a handler sets itself again, another clears what is due as well, and one that forgets everything leaves nothing", async () => {
		const alarms: Alarms<"a" | "b"> = new Alarms(
			storage,
			{
				a: () => {
					alarms.set("a", 7_000);
					alarms.clear("b");
				},
				b: () => void ran.push("b"),
			},
			{ clock: () => now, log: silent },
		);
		alarms.set("a", 2_000);
		alarms.set("b", 2_000);
		now = 2_000;
		await ring(alarms);
		expect([ran, storage.alarm]).toEqual([[], 7_000]);
		const ending: Alarms<"a" | "b"> = new Alarms(
			storage,
			{ a: () => ending.forget(), b: () => undefined },
			{ clock: () => now, log: silent },
		);
		now = 7_000;
		const { writes } = storage;
		await ring(ending);
		expect([storage.alarm, storage.writes]).toEqual([null, writes]);
	});
});
