import { expect, test } from "vitest";
import type { TranscodeEvent, TranscodeJob } from "../../contracts/transcode.ts";
import { Refusal, TranscodeFailure } from "../failures.ts";
import type { Work } from "./job.ts";
import { Registry } from "./registry.ts";

function job(videoId: string, generation = 1): TranscodeJob {
	const source = { parts: [{ url: "http://127.0.0.1/part", bytes: 1, etag: "e" }], bytes: 1 };
	return { videoId, generation, requestId: "r", source, text: { title: "", description: "", hashtags: [] }, outputPrefix: "videos/1/g1/" };
}

/** A registry whose jobs end when the test says so. */
function setUp(capacity = 2) {
	const clock = { now: 0 };
	const starts: TranscodeJob[] = [];
	const ends: ((how: () => Awaited<ReturnType<Work>>) => void)[] = [];
	const registry = new Registry({
		capacity,
		log: () => undefined,
		keepMs: 1000,
		now: () => clock.now,
		work: (request) => (signal) => {
			starts.push(request);
			return new Promise((resolve, reject) => {
				signal.addEventListener("abort", () => reject(new Error("aborted")));
				ends.push((how) => {
					try {
						resolve(how());
					} catch (error) {
						reject(error);
					}
				});
			});
		},
	});
	return { registry, clock, starts, ends };
}

test("an embedding and a cover of one video don't end each other", async () => {
	const { registry, ends } = setUp();
	const embedding = await started(registry, { ...job("1"), only: "embedding" });
	const cover = (atMs: number, number: number): TranscodeJob => ({ ...job("1"), only: "cover", cover: { atMs, number } });
	expect(await registry.admit(cover(500, 1))).toEqual({ kind: "full" });
	ends[0]?.(() => ({ type: "covered", blurhash: "" }));
	await embedding.closed;
	const first = await started(registry, cover(500, 1));
	expect(await registry.admit(cover(500, 1))).toEqual({ kind: "attached", job: first });
	// Another moment takes the place of the one chosen before.
	expect(await registry.admit(cover(900, 2))).toMatchObject({ kind: "started" });
	expect(first.last).toMatchObject({ type: "failed", code: "superseded" });
	await registry.close();
});

const done = { type: "done" } as Extract<TranscodeEvent, { type: "done" }>;

async function started(registry: Registry, request: TranscodeJob) {
	const admission = await registry.admit(request);
	if (admission.kind !== "started") throw new Error(`It was ${admission.kind}.`);
	await Promise.resolve();
	return admission.job;
}

test("an outcome is kept for a while and then forgotten", async () => {
	const { registry, clock, starts, ends } = setUp();
	const first = await started(registry, job("1"));
	ends[0]?.(() => done);
	await first.closed;
	clock.now = 999;
	expect(await registry.admit(job("1"))).toEqual({ kind: "attached", job: first });
	clock.now = 1001;
	await started(registry, job("1"));
	expect(starts).toHaveLength(2);
});

test("an embedding is not taken for the whole job, nor for one of other words", async () => {
	const { registry, starts, ends } = setUp();
	const embedding = (title: string): TranscodeJob => ({ ...job("1"), only: "embedding", text: { title, description: "", hashtags: [] } });
	const whole = await started(registry, job("1"));
	// … but for one that still runs: it embeds as well, and must not be ended.
	expect(await registry.admit(embedding("a"))).toEqual({ kind: "attached", job: whole });
	ends[0]?.(() => done);
	await whole.closed;
	const first = await started(registry, embedding("a"));
	expect(await registry.admit(embedding("a"))).toEqual({ kind: "attached", job: first });
	const second = await started(registry, embedding("b"));
	expect(first.last).toMatchObject({ type: "failed", code: "superseded" });
	expect(second.last).toBeNull();
	expect(starts).toHaveLength(3);
});

test("a refusal is kept, a failure is tried again", async () => {
	const { registry, ends } = setUp();
	const refused = await started(registry, job("1"));
	ends[0]?.(() => {
		throw new Refusal("too_long", "Too long.");
	});
	await refused.closed;
	expect(refused.last).toEqual({ type: "refused", code: "too_long", message: "Too long." });
	expect((await registry.admit(job("1"))).kind).toBe("attached");

	const failed = await started(registry, job("2"));
	ends[1]?.(() => {
		throw new TranscodeFailure("upload_failed", "No.");
	});
	await failed.closed;
	expect(failed.last).toMatchObject({ type: "failed", code: "upload_failed" });
	expect((await registry.admit(job("2"))).kind).toBe("started");
});

test("an error nobody foresaw is told without its inner words", async () => {
	const { registry, ends } = setUp();
	const broken = await started(registry, job("1"));
	ends[0]?.(() => {
		throw new TypeError("undefined is not a secret path");
	});
	await broken.closed;
	expect(broken.last).toMatchObject({ type: "failed", code: "internal" });
	expect(JSON.stringify(broken.last)).not.toContain("secret");
});

test("places are counted, and free again when a job is over", async () => {
	const { registry, ends } = setUp(1);
	const first = await started(registry, job("1"));
	expect((await registry.admit(job("2"))).kind).toBe("full");
	ends[0]?.(() => done);
	await first.closed;
	await expect.poll(() => registry.runningCount).toBe(0);
	expect((await registry.admit(job("2"))).kind).toBe("started");
});

test("a newer generation takes the older's place even when all are taken, and the older is outdated from then on", async () => {
	const { registry, ends } = setUp(1);
	const older = await started(registry, job("1", 1));
	const newer = await started(registry, job("1", 2));
	expect(older.last).toMatchObject({ type: "failed", code: "superseded" });
	expect(await registry.admit(job("1", 1))).toEqual({ kind: "outdated", generation: 2 });
	ends[1]?.(() => done);
	await newer.closed;
	expect(await registry.admit(job("1", 1))).toEqual({ kind: "outdated", generation: 2 });
});

test("cancelling forgets the outcome too", async () => {
	const { registry, ends } = setUp();
	const first = await started(registry, job("1"));
	ends[0]?.(() => done);
	await first.closed;
	expect(await registry.cancel("1")).toBe(false);
	const second = await started(registry, job("1"));
	expect(await registry.cancel("1")).toBe(true);
	expect(second.last).toMatchObject({ code: "cancelled" });
});

test("who attaches late hears the newest progress and what is playable, then the end", async () => {
	const { registry, ends } = setUp();
	const running = await started(registry, job("1"));
	const heard: string[] = [];
	running.subscribe((event) => heard.push(event.type));
	ends[0]?.(() => done);
	await running.closed;
	expect(heard).toEqual(["done"]);
	const late: string[] = [];
	running.subscribe((event) => late.push(event.type));
	expect(late).toEqual(["done"]);
});

test("closing gives all back and admits no more", async () => {
	const { registry } = setUp();
	const jobs = [await started(registry, job("1")), await started(registry, job("2"))];
	await registry.close();
	for (const { last } of jobs) expect(last).toMatchObject({ type: "failed", code: "shutting_down" });
	expect((await registry.admit(job("3"))).kind).toBe("full");
});
