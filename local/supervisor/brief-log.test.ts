import { expect, it } from "vitest";
import { briefLine } from "./brief-log.ts";

const line = (fields: Record<string, unknown>) => JSON.stringify({ level: "info", timestamp: Date.UTC(2026, 0, 2, 3, 4, 5), ...fields });

it("tells time, source, event and fields, and not the stack", () => {
	const text = briefLine("worker", line({ event: "video_published", videoId: "7", ms: 12, stack: "at …", none: null }));
	expect(text).toBe("03:04:05 worker video_published videoId=7 ms=12");
});

it("reads through the name wrangler puts before a line, and marks warnings and errors", () => {
	expect(briefLine("worker", `[reelay] ${line({ level: "error", event: "feed_failed" })}`)).toBe("03:04:05 worker ✗ feed_failed");
	expect(briefLine("worker", line({ level: "warn", event: "slow" }))).toContain("! slow");
});

it("leaves out answered requests, keeps refused ones", () => {
	expect(briefLine("worker", line({ event: "request", status: 200 }))).toBeNull();
	expect(briefLine("worker", line({ event: "request", status: 500 }))).toContain("status=500");
});

it("shortens long values and passes over what is no structured line", () => {
	expect(briefLine("worker", line({ event: "x", text: "y".repeat(500) }))?.length).toBeLessThan(200);
	expect(briefLine("worker", "⎔ Starting local server...")).toBeNull();
	expect(briefLine("worker", "{broken")).toBeNull();
	expect(briefLine("worker", '{"no":"event"}')).toBeNull();
});
