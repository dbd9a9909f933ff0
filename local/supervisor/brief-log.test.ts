import { expect, it } from "vitest";
import { briefLine } from "./brief-log.ts";

const line = (fields: Record<string, unknown>) => JSON.stringify({ level: "info", timestamp: Date.UTC(2026, 0, 2, 3, 4, 5), ...fields });

const told = (text: string) => briefLine("worker", text)?.text;

it("tells time, source, event and fields, and not the stack", () => {
	const text = told(line({ event: "video_published", videoId: "7", ms: 12, stack: "at …", none: null }));
	expect(text).toBe("03:04:05 worker video_published videoId=7 ms=12");
});

it("reads through what wrangler puts around a line, and marks warnings and errors", () => {
	expect(told(`[reelay] ${line({ level: "error", event: "feed_failed" })}`)).toBe("03:04:05 worker ✗ feed_failed");
	const marked = `\u001b[33m▲ \u001b[43;33m[WARNING]\u001b[0m \u001b[1m${line({ level: "warn", event: "slow" })}\u001b[0m`;
	expect(briefLine("worker", marked)).toEqual({ text: "03:04:05 worker ! slow", isTrouble: true });
});

it("takes the transcoder's way of telling the time", () => {
	const text = JSON.stringify({ at: "2026-01-02T03:04:05.678Z", service: "transcoder", event: "job.end", outcome: "done" });
	expect(briefLine("transcoder", text)).toEqual({ text: "03:04:05 transcoder job.end outcome=done", isTrouble: false });
});

it("leaves ordinary events to the log file, unless they are trouble", () => {
	expect(told(line({ event: "request", status: 200 }))).toBeUndefined();
	expect(told(line({ event: "session_loaded" }))).toBeUndefined();
	expect(told(line({ event: "request", level: "error", status: 500 }))).toContain("status=500");
});

it("shortens long values and passes over what is no structured line", () => {
	expect(told(line({ event: "video_x", text: "y".repeat(500) }))?.length).toBeLessThan(200);
	expect(told("⎔ Starting local server...")).toBeUndefined();
	expect(told("{broken")).toBeUndefined();
	expect(told('{"no":"event"}')).toBeUndefined();
});
