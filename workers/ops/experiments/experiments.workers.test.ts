import {
	createExecutionContext,
	createMessageBatch,
	evictDurableObject,
	getQueueResult,
	runDurableObjectAlarm,
	runInDurableObject,
} from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ExperimentReport } from "../../../contracts/experiments.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { assign, EXPERIMENTS, isRunning } from "../../experiments/index.ts";
import { readMoments } from "../../experiments/ledger/index.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { watchEvent } from "../../feed/events/watch-event.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { sessionOf } from "../../feed/session/stub.ts";
import { newGuest, watched } from "../../feed/viewers.fixture.ts";
import { newUser, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { bindingsOf } from "../../platform/bindings.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { consume } from "../../queues.ts";
import { opsRoutes } from "../routes.ts";

const call = testApp(feedRoutes, opsRoutes);
const admin = { "x-admin-token": services.config.ADMIN_TOKEN };
const [demo] = EXPERIMENTS;
if (demo === undefined) throw new Error("the demonstration is declared");

const report = async (): Promise<ExperimentReport> => {
	const { status, json } = await call(`GET /internal/experiments/${demo.id}/report`, { headers: admin });
	expect(status).toBe(200);
	return ExperimentReport.parse(json);
};
const viewersOf = (found: ExperimentReport, arm: string) => found.arms.find((one) => one.arm === arm)?.viewers ?? Number.NaN;
/** Minutes watched by an arm's viewers together. */
const minutesOf = async (arm: string) => (await readMoments(services, demo.id)).get(arm)?.sums.watchMinutes ?? 0;

async function deliver(...messages: EventsMessage[]) {
	const batch = createMessageBatch(
		"reelay-events",
		messages.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body })),
	);
	await consume(batch, services);
	return getQueueResult(batch, createExecutionContext());
}

/** A message of one viewer's session: the exposure, and impressions of this length in milliseconds. */
function message(unit: string, arm: string, watchMs: readonly number[], batch = 1): EventsMessage {
	const now = services.clock();
	return {
		v: 1,
		batchId: `${unit}.${batch}.${now}`,
		pseudonym: unit,
		closedAt: now,
		exposures: batch === 1 ? [{ experiment: demo?.id ?? "", arm, unit, at: now - 1 }] : [],
		events: watchMs.map((ms, place) =>
			watchEvent({
				eventId: `${unit}.${batch}.${place}`,
				videoId: "4711",
				at: now,
				watchMs: ms,
				arms: [{ experiment: demo?.id ?? "", arm, unit }],
			}),
		),
	};
}

describe("what operators ask", () => {
	it("403: without the operators' token", async () => {
		for (const headers of [undefined, { "x-admin-token": "wrong" }]) {
			expect((await call("GET /internal/experiments", { headers })).status).toBe(403);
			expect((await call(`GET /internal/experiments/${demo.id}/report`, { headers })).status).toBe(403);
		}
	});

	it("404: an experiment nobody declared", async () => {
		const { status, json } = await call("GET /internal/experiments/nothing/report", { headers: admin });
		expect([status, json.code]).toEqual([404, "experiment_not_found"]);
	});

	it("200: the declared experiments, and whether they run", async () => {
		const { json } = await call("GET /internal/experiments", { headers: admin });
		expect(json.experiments).toContainEqual(
			expect.objectContaining({ id: demo.id, state: expect.stringMatching(/^(scheduled|running|ended)$/), metric: "watch_minutes" }),
		);
	});
});

describe.runIf(isRunning(demo, services.clock()))("from the feed to the report", () => {
	beforeAll(async () => {
		await seedCatalogue(services, { count: 60, publish: true });
	});

	it("a viewer is counted once in their arm, with what they watched after, through session, queue and consumer", async () => {
		const before = await report();
		const guest = await newGuest(call);
		const arm = assign(demo, guest.key) ?? "";
		const minutes = await minutesOf(arm);
		const page = await guest.feed("?count=5");
		await guest.feed("?count=5");
		await guest.watch(page.videos.map((video) => watched(video, { watchDuration: 590 })));
		await evictDurableObject(sessionOf(services, guest.key));
		await guest.feed("?count=5");
		await runDurableObjectAlarm(sessionOf(services, guest.key));
		// The real queue hands it to the real consumer.
		const after = await vi.waitFor(
			async () => {
				// No more time than passed counts: this much is believed at once.
				expect(await minutesOf(arm)).toBeCloseTo(minutes + (5 * 590) / 60_000, 6);
				return report();
			},
			{ timeout: 15_000, interval: 250 },
		);
		expect(viewersOf(after, arm)).toBe(viewersOf(before, arm) + 1);
	});

	it("a page alone makes a viewer of who is signed in, and watched nothing", async () => {
		const user = await newUser(call);
		expect((await call("GET /api/v1/feed?count=5", { token: user.token })).status).toBe(200);
		const unit = await runInDurableObject(sessionOf(services, `user:${user.id}`), (_, state) => {
			const rows = state.storage.sql.exec<{ message: string }>("select message from outbox_messages").toArray();
			const [waiting, ...more] = rows.map(({ message }) => JSON.parse(message) as EventsMessage);
			expect([waiting?.events, waiting?.exposures?.length, more]).toEqual([[], 1, []]);
			return waiting?.exposures?.[0]?.unit;
		});
		expect(unit).toMatch(/^[0-9a-f-]{36}$/);
	});
});

describe("the ledger", () => {
	it("counts a batch once, however often and in whatever order it comes", async () => {
		const before = await report();
		const minutes = await minutesOf("control");
		const unit = crypto.randomUUID();
		const [first, second] = [message(unit, "control", [60_000, 60_000]), message(unit, "control", [30_000], 2)];
		await deliver(second);
		await deliver(first, second);
		await deliver(first);
		const after = await report();
		expect(viewersOf(after, "control")).toBe(viewersOf(before, "control") + 1);
		expect(await minutesOf("control")).toBeCloseTo(minutes + 2.5, 6);
	});

	it("keeps the arm a viewer was exposed to first", async () => {
		const unit = crypto.randomUUID();
		await deliver(message(unit, "control", [60_000]));
		const before = await report();
		const minutes = await minutesOf("control");
		await deliver(message(unit, "one-in-eight", [60_000], 2));
		const after = await report();
		expect(after.arms.map(({ viewers }) => viewers)).toEqual(before.arms.map(({ viewers }) => viewers));
		expect(await minutesOf("control")).toBeCloseTo(minutes + 1, 6);
	});

	it("gives a message back when it can't be reached, and the rest is not held up", async () => {
		vi.spyOn(console, "warn").mockImplementation(() => undefined);
		const unit = crypto.randomUUID();
		const down = {
			...testEnv,
			EXPERIMENT_LEDGER: { idFromName: () => "", get: () => ({ record: () => Promise.reject(new Error("down")) }) },
		};
		const outside: EventsMessage = { ...message(crypto.randomUUID(), "control", []), exposures: [] };
		const batch = createMessageBatch(
			"reelay-events",
			[message(unit, "control", [1_000]), outside].map((body, place) => ({ id: `m${place}`, timestamp: new Date(), attempts: 1, body })),
		);
		await consume(batch, { ...services, isolate: new IsolateState(), ...bindingsOf(down as unknown as typeof testEnv) });
		const result = await getQueueResult(batch, createExecutionContext());
		expect(result.retryMessages.map(({ msgId }) => msgId)).toEqual(["m0"]);
		expect(result.explicitAcks).toEqual(["m1"]);
		vi.restoreAllMocks();
	});

	it("tells differences, intervals and a mismatch of the sample from what was recorded", async () => {
		const before = await report();
		// Three times as many in one arm as in the other, whatever other tests recorded.
		const many = Array.from({ length: 600 }, (_, place) =>
			message(crypto.randomUUID(), place % 4 === 0 ? "control" : "one-in-eight", [60_000 * (1 + (place % 5))]),
		);
		for (let from = 0; from < many.length; from += 100) await deliver(...many.slice(from, from + 100));
		const after = await report();
		expect(viewersOf(after, "one-in-eight")).toBe(viewersOf(before, "one-in-eight") + 450);
		const comparison = after.metrics[0]?.arms[1]?.comparison;
		expect(comparison?.interval[0]).toBeLessThan(comparison?.difference ?? Number.NaN);
		expect(comparison?.interval[1]).toBeGreaterThan(comparison?.difference ?? Number.NaN);
		expect(after.sampleRatio.mismatch).toBe(true);
		expect(after.verdicts[0]?.code).toBe("invalid");
	});

	it("forgets batches that can't come again, refuses older ones, and drops experiments that are declared no more", async () => {
		const stub = testEnv.EXPERIMENT_LEDGER.get(testEnv.EXPERIMENT_LEDGER.idFromName("prune"));
		const now = services.clock();
		const outcome = (experiment: string) => ({
			experiment,
			arm: "control",
			unit: "0",
			exposedAt: now,
			span: null,
			sums: { impressions: 1, watchMinutes: 1, longViews: 0, skips: 0, likes: 0, sessions: 1 },
		});
		expect(await stub.record([{ batchId: "late", at: now - 6 * 86_400_000, outcomes: [outcome(demo.id)] }])).toBe(0);
		expect(await stub.record([{ batchId: "kept", at: now, outcomes: [outcome(demo.id), outcome("gone-by")] }])).toBe(1);
		await evictDurableObject(stub);
		await runDurableObjectAlarm(stub);
		expect(await stub.moments("gone-by")).toEqual({});
		expect((await stub.moments(demo.id)).control).toMatchObject({ viewers: 1, sums: { watchMinutes: 1 } });
		expect(await stub.record([{ batchId: "kept", at: now, outcomes: [outcome(demo.id)] }])).toBe(0);
	});
});
