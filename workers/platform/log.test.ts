import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLog, type Log } from "./log.ts";
import { metricsIn } from "./metrics.ts";
import { redacted } from "./redact.ts";

const lines: Record<string, unknown>[] = [];
beforeEach(() => {
	lines.length = 0;
	for (const level of ["log", "warn", "error"] as const)
		vi.spyOn(console, level).mockImplementation((line: string) => void lines.push({ ...JSON.parse(line), on: level }));
});
afterEach(() => vi.restoreAllMocks());

describe("the log", () => {
	it("writes an event with its fields and the ids that connect lines", () => {
		createLog().with({ requestId: "r1" }).info("mail_sent", { userId: "7", kind: "confirm_email" });
		expect(lines).toEqual([
			{ level: "info", event: "mail_sent", requestId: "r1", userId: "7", kind: "confirm_email", timestamp: expect.any(Number), on: "log" },
		]);
	});

	it("leaves out what comes in by a spread and has no field", () => {
		const mail = { kind: "confirm_email", to: "jane@example.org", text: "hello", token: "abc" };
		createLog().info("mail_sent", { userId: "7", ...mail });
		expect(Object.keys(lines[0] ?? {})).toEqual(["level", "event", "userId", "kind", "timestamp", "on"]);
	});

	it("does not compile with a name, a field or a loudness that is not listed", () => {
		const log: Log = createLog();
		// @ts-expect-error there is no such event
		log.info("mail_sendt", {});
		// @ts-expect-error it has no such field
		log.info("mail_sent", { to: "jane@example.org" });
		// @ts-expect-error it is no error
		log.error("mail_sent", {});
		// @ts-expect-error only ids are bound
		log.with({ text: "hello" });
		expect(JSON.stringify(lines)).not.toMatch(/jane|hello/);
	});

	it("counts each line once, told apart by fields of few values alone", () => {
		const points: unknown[] = [];
		const dataset = { writeDataPoint: (point: unknown) => void points.push(point) };
		const log = createLog(metricsIn(dataset));
		const request = { method: "GET", path: "/api/v1/feed", status: 200, ms: 12, viewer: "guest", userId: "7" };
		log.info("request", request);
		log.error("mail_given_up", { kind: "confirm_email", why: "the provider did not take it", userId: "7" });
		expect(points).toEqual([
			{
				indexes: ["request"],
				blobs: ["request", "info", "method=GET", "path=/api/v1/feed", "status=200", "viewer=guest"],
				doubles: [1, 12],
			},
			{ indexes: ["mail_given_up"], blobs: ["mail_given_up", "error", "kind=confirm_email"], doubles: [1, 0] },
		]);
	});

	it("goes on when nothing can be counted", () => {
		const refusing = {
			writeDataPoint: () => {
				throw new Error("too many");
			},
		};
		createLog(metricsIn(refusing)).info("signed_in", { userId: "7" });
		expect(lines).toHaveLength(1);
	});
});

describe("what a log line says of a text", () => {
	const token = "c2lnbmF0dXJlLW9mLWEtc2Vzc2lvbi10aGF0LW9wZW5zLWFsbA";
	it.each([
		["a command of Redis", 'WRONGTYPE, command was: ["set","user:7","{\\"bio\\":\\"mine\\"}"]', "WRONGTYPE"],
		["an address of a person", "no mailbox jane.doe+x@mail.example.org here", "no mailbox …@… here"],
		["credentials in an address", "connect to postgres://app:hunter2@db.example/reelay", "connect to postgres://…@db.example/reelay"],
		["a bearer", `Authorization: Bearer abc.${token}`, "Authorization: Bearer …"],
		["a grant", `GET /videos/eu/12/t.1767225600.42.${token}/g1/master.m3u8`, "GET /videos/eu/12/t.…/g1/master.m3u8"],
		[
			"a signed address",
			"PUT /b/k?X-Amz-Credential=key%2F1&X-Amz-Signature=abc&partNumber=1",
			"PUT /b/k?X-Amz-Credential=…&X-Amz-Signature=…&partNumber=1",
		],
		["a session", `unknown session ${token}`, "unknown session …"],
		["statements", 'Failed query: insert into "comments" values ($1)\nparams: hello', 'Failed query: insert into "comments" values ($1)'],
		["ids and names", "video 7303845129400320 of 3f0b9c1e-5d1a-4c59-9a57-0d7a1f5c2b11 at counters_not_written", null],
	])("keeps or cuts %s", (_, text, said) => {
		expect(redacted(text)).toBe(said ?? text);
	});
});
