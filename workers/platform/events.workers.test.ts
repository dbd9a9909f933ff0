import { describe, expect, it } from "vitest";
import type { EventMap } from "./event-map.ts";
import { emit, emitOrFail } from "./events.ts";
import type { Consequences, Services, Step } from "./services.ts";
import { type InSpan, untraced } from "./spans.ts";

type Joined = EventMap["joined"];
const WHAT: Joined = { guestId: "g", userId: "1", isTeen: false };

/** Services with these steps behind one event, and what was logged and done in which order. */
function house(consequences: Partial<Consequences<Joined>>) {
	const logged: unknown[] = [];
	const log = { error: (event: string, fields: object) => logged.push([event, fields]), warn: () => undefined };
	const services = { log, span: untraced, events: { joined: { before: [], after: [], ...consequences } } } as unknown as Services;
	return { services, logged };
}

function recorder() {
	const done: string[] = [];
	const step = (name: string, outcome: () => unknown = () => undefined): Step<Joined> => ({
		name,
		run: async () => {
			await Promise.resolve();
			done.push(name);
			return outcome();
		},
	});
	const failing = (name: string) =>
		step(name, () => {
			throw new Error(`${name} is down`);
		});
	return { done, step, failing };
}

describe("what follows an event", () => {
	it("runs round after round, and a step that fails keeps no other from running", async () => {
		const { done, step, failing } = recorder();
		const { services, logged } = house({ before: [[failing("first"), step("beside")], [step("second")]] });
		expect(await emit(services, "joined", WHAT)).toEqual(["first"]);
		expect(done).toEqual(["first", "beside", "second"]);
		expect(logged).toMatchObject([["event_step_failed", { of: "joined", step: "first", error: "first is down" }]]);
	});

	it("runs each step under a span that says whose it is", async () => {
		const { step } = recorder();
		const spans: unknown[] = [];
		const { services } = house({ before: [[step("first")]] });
		const span: InSpan = (name, attributes, run) => {
			spans.push([name, attributes]);
			return run();
		};
		await emit({ ...services, span }, "joined", WHAT);
		expect(spans).toEqual([["event_step", { of: "joined", step: "first" }]]);
	});

	it("tells of a step that has something left, as of one that failed", async () => {
		const { step } = recorder();
		const { services, logged } = house({ before: [[step("done", () => true)], [step("half", () => false)]] });
		expect(await emit(services, "joined", WHAT)).toEqual(["half"]);
		expect(logged).toEqual([]);
	});

	it("throws what the first failed step threw to who does it all again, after all were tried", async () => {
		const { done, step, failing } = recorder();
		const { services } = house({ before: [[failing("one")], [failing("two")], [step("three")]] });
		await expect(emitOrFail(services, "joined", WHAT)).rejects.toThrow("one is down");
		expect(done).toEqual(["one", "two", "three"]);
	});

	it("does not wait for what follows the acknowledgement, and is not told of its failures", async () => {
		const { done, step } = recorder();
		let release: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		const later: Step<Joined> = {
			name: "later",
			run: async () => {
				await held;
				throw new Error("too late");
			},
		};
		const { services, logged } = house({ before: [[step("now")]], after: [later] });
		expect(await emit(services, "joined", WHAT)).toEqual([]);
		expect(done).toEqual(["now"]);
		release();
		await expect.poll(() => logged).toMatchObject([["event_step_failed", { step: "later" }]]);
	});
});
