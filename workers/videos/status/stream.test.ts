import { describe, expect, it } from "vitest";
import type { ProcessingStatus } from "../../../contracts/videos.ts";
import { secondsLeft } from "./estimate.ts";
import { statusStream } from "./stream.ts";

const at = (progress: number, status: ProcessingStatus["status"] = "processing"): ProcessingStatus => ({
	videoId: "1",
	status,
	progress,
	stage: "encoding",
	urls: {},
	manifest: null,
	thumbnail: null,
	estimatedSecondsLeft: null,
});

const ends: number[] = [];
/** Runs a stream against a clock that only sleeping moves. */
async function told(first: ProcessingStatus, next: () => Promise<ProcessingStatus>): Promise<string> {
	let now = 0;
	const times = {
		clock: () => now,
		sleep: async (ms: number) => {
			now += ms;
		},
		renew: async () => true,
		ended: () => void ends.push(now),
	};
	return new Response(statusStream(first, next, times)).text();
}
const statuses = (text: string): ProcessingStatus[] => [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json ?? ""));

describe("the status stream", () => {
	it("tells each change once, numbered, and ends after ready", async () => {
		const steps = [at(10), at(10), at(40), at(100, "ready"), at(100, "ready")];
		const text = await told(at(0), async () => steps.shift() ?? at(0));
		expect(statuses(text).map(({ progress, status }) => [progress, status])).toEqual([
			[0, "processing"],
			[10, "processing"],
			[40, "processing"],
			[100, "ready"],
		]);
		expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(["1", "2", "3", "4"]);
		expect(text).toMatch(/^retry: \d+\n\n/);
	});

	it("ends at once for a video that is up already, and after a failure", async () => {
		expect(statuses(await told(at(100, "ready"), () => Promise.reject(new Error("not asked"))))).toHaveLength(1);
		const failed = { ...at(40, "failed"), failure: { code: "too_long", message: "Too long." } };
		expect(statuses(await told(at(0), async () => failed)).at(-1)).toMatchObject({ failure: { code: "too_long" } });
	});

	it("keeps a quiet connection open with comments, and ends it in the end", async () => {
		const text = await told(at(5), async () => at(5));
		expect(text.match(/^: /gm)?.length).toBeGreaterThan(30);
		expect(statuses(text)).toHaveLength(1);
	});

	it("outlasts a database that is away for a moment", async () => {
		const steps = [new Error("down"), new Error("down"), at(100, "ready")];
		const text = await told(at(0), async () => {
			const step = steps.shift();
			if (step instanceof Error || step === undefined) throw step;
			return step;
		});
		expect(statuses(text).at(-1)?.status).toBe("ready");
	});

	it("ends at once for what never was completed, and says when it is over, once", async () => {
		ends.length = 0;
		expect(statuses(await told(at(0, "uploading"), () => Promise.reject(new Error("not asked"))))).toHaveLength(1);
		expect(ends).toEqual([0]);
	});

	it("ends when another took its place", async () => {
		let looks = 0;
		const renew = async () => ++looks < 3;
		const times = { clock: () => 0, sleep: async () => undefined, renew, ended: () => undefined };
		expect(statuses(await new Response(statusStream(at(5), async () => at(5 + looks), times)).text())).toHaveLength(3);
	});

	it("ends when the status can't be had any more: the client comes back", async () => {
		expect(statuses(await told(at(0), () => Promise.reject(new Error("gone"))))).toHaveLength(1);
	});
});

describe("the time left", () => {
	const row = { status: "processing" as const, progress: 25, enqueuedAt: new Date(1_000_000) };

	it("follows the pace so far", () => {
		expect(secondsLeft(row, 1_010_000)).toBe(30);
	});

	it("is not guessed at the very beginning, before the queue, or after the end", () => {
		expect(secondsLeft({ ...row, progress: 2 }, 1_010_000)).toBeNull();
		expect(secondsLeft({ ...row, enqueuedAt: null }, 1_010_000)).toBeNull();
		expect(secondsLeft({ ...row, status: "ready" }, 1_010_000)).toBeNull();
	});
});
