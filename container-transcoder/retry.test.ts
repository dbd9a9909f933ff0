import { expect, test } from "vitest";
import { jsonLog, reason, withContext } from "./log.ts";
import { retry } from "./retry.ts";

const signal = new AbortController().signal;
const FAST = { attempts: 3, firstDelayMs: 1, signal };

test("a task is repeated until it succeeds", async () => {
	const attempts: number[] = [];
	const given = await retry(async (attempt) => {
		attempts.push(attempt);
		if (attempt < 3) throw new Error("not yet");
		return "there";
	}, FAST);
	expect(given).toBe("there");
	expect(attempts).toEqual([1, 2, 3]);
});

test("the last error is given when it never succeeds, and each repetition is told", async () => {
	const told: number[] = [];
	const failing = retry((attempt) => Promise.reject(new Error(`attempt ${attempt}`)), {
		...FAST,
		onRetry: (_, attempt) => told.push(attempt),
	});
	await expect(failing).rejects.toThrow("attempt 3");
	expect(told).toEqual([1, 2]);
});

test("an error not worth repeating is given at once", async () => {
	let attempts = 0;
	const failing = retry(() => Promise.reject(new Error(`attempt ${++attempts}`)), { ...FAST, worthRetrying: () => false });
	await expect(failing).rejects.toThrow("attempt 1");
});

test("aborting cuts the wait short", async () => {
	const stop = new AbortController();
	const waiting = retry(() => Promise.reject(new Error("no")), {
		attempts: 2,
		firstDelayMs: 60_000,
		signal: stop.signal,
		onRetry: () => queueMicrotask(() => stop.abort(new Error("enough"))),
	});
	await expect(waiting).rejects.toBeDefined();
});

test("a log line is one JSON object with its context, and an error tells its cause", () => {
	const lines: string[] = [];
	withContext(
		jsonLog({ videoId: "1" }, (line) => lines.push(line)),
		{ generation: 2 },
	)("stage.probe", { ms: 3 });
	expect(JSON.parse(lines[0] ?? "")).toMatchObject({ service: "transcoder", event: "stage.probe", videoId: "1", generation: 2, ms: 3 });
	expect(reason(new Error("outer", { cause: new Error("inner") }))).toBe("outer: inner");
	expect(reason("plain")).toBe("plain");
});
