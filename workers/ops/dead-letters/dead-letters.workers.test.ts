import { beforeEach, describe, expect, it } from "vitest";
import type { DeadLetter } from "../../../contracts/dead-letters.ts";
import { type CallOptions, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { keepDeadLetter } from "../../platform/dead-letters.ts";
import { recordedQueue } from "../../videos/testing/fixtures.ts";
import { deadLetterRoutes } from "./routes.ts";

const call = testApp(deadLetterRoutes);
const operator: CallOptions = { headers: { "x-admin-token": services.config.ADMIN_TOKEN } };
const DAY_MS = 86_400_000;
const PURGE = { v: 1, kind: "purge_video", videoId: "4711", userId: "12" };

const keep = (messageId: string, more: { queue?: string; body?: unknown; daysAgo?: number } = {}) =>
	keepDeadLetter(
		{ archive: testEnv.ARCHIVE, clock: () => Date.now() - (more.daysAgo ?? 0) * DAY_MS },
		{ queue: more.queue ?? "reelay-cleanup", messageId, why: "refused for a week", body: more.body ?? PURGE },
	);
const list = async (query = ""): Promise<{ letters: DeadLetter[]; nextCursor: string | null }> =>
	(await call(`GET /internal/dead-letters${query}`, operator)).json;
const named = async (messageId: string): Promise<DeadLetter> => {
	const letter = (await list("?limit=50")).letters.find((one) => one.messageId === messageId);
	if (letter === undefined) throw new Error(`no letter ${messageId}`);
	return letter;
};

beforeEach(async () => {
	const { objects } = await testEnv.ARCHIVE.list({ prefix: "dead-letters/" });
	if (objects.length > 0) await testEnv.ARCHIVE.delete(objects.map(({ key }) => key));
});

describe("dead letters", () => {
	it("200: none is an empty list", async () => {
		expect(await list()).toEqual({ letters: [], nextCursor: null });
	});

	it("200: are listed newest day first, page after page, each once", async () => {
		for (const [id, daysAgo] of [
			["a", 3],
			["b", 0],
			["c", 0],
			["d", 14],
			["e", 3],
		] as const)
			await keep(id, { daysAgo });
		const seen: string[] = [];
		let cursor: string | null = "";
		for (let turn = 0; cursor !== null && turn < 9; turn++) {
			const page = await list(`?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
			expect(page.letters.length).toBeLessThanOrEqual(2);
			seen.push(...page.letters.map(({ messageId }) => messageId));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(["b", "c", "a", "e", "d"]);
	});

	it("200: tell of what can be sent again, and what no consumer could read", async () => {
		await keep("whole");
		await keep("torn", { body: { kind: "nonsense" } });
		await keep("foreign", { queue: "reelay-unknown" });
		expect((await named("whole")).canRetry).toBe(true);
		expect((await named("torn")).canRetry).toBe(false);
		expect((await named("foreign")).canRetry).toBe(false);
	});

	it("200: one that is sent again is on its queue and no longer kept; 404 the second time", async () => {
		const queue = recordedQueue<typeof PURGE>();
		await keep("again");
		const { id } = await named("again");
		const bindings = { CLEANUP_QUEUE: queue.queue };
		const answer = await call(`POST /internal/dead-letters/${id}/retry`, { ...operator, bindings });
		expect([answer.status, answer.json]).toEqual([200, { queue: "reelay-cleanup" }]);
		expect(queue.sent.map(({ body }) => body)).toEqual([PURGE]);
		const second = await call(`POST /internal/dead-letters/${id}/retry`, { ...operator, bindings });
		expect([second.status, second.json.code]).toEqual([404, "not_found"]);
	});

	it("409: one that nobody can read is not sent, and stays; a queue that refuses loses nothing", async () => {
		await keep("torn", { body: 7 });
		await keep("whole");
		const torn = await call(`POST /internal/dead-letters/${(await named("torn")).id}/retry`, operator);
		expect([torn.status, torn.json.code]).toEqual([409, "dead_letter_unreadable"]);
		const queue = recordedQueue();
		queue.refusing = true;
		const refused = await call(`POST /internal/dead-letters/${(await named("whole")).id}/retry`, {
			...operator,
			bindings: { CLEANUP_QUEUE: queue.queue },
		});
		expect(refused.status).toBeGreaterThanOrEqual(500);
		expect((await list()).letters).toHaveLength(2);
	});

	it("204: one that is dismissed is gone, also when asked twice", async () => {
		await keep("gone");
		const { id } = await named("gone");
		for (let time = 0; time < 2; time++) expect((await call(`DELETE /internal/dead-letters/${id}`, operator)).status).toBe(204);
		expect((await list()).letters).toEqual([]);
	});

	it("403: for nobody but operators; 422: a cursor that is none; 404: an id that is none", async () => {
		expect((await call("GET /internal/dead-letters")).status).toBe(403);
		expect((await call("GET /internal/dead-letters?cursor=%E2%82%AC", operator)).status).toBe(422);
		expect((await call("DELETE /internal/dead-letters/..%2F..%2Fmodels", operator)).status).toBe(404);
	});

	it("204: an id reaches nothing but dead letters", async () => {
		await testEnv.ARCHIVE.put("models/kept.json", "{}");
		const id = btoa("../models/kept.json").replaceAll("=", "");
		expect((await call(`DELETE /internal/dead-letters/${id}`, operator)).status).toBe(204);
		expect(await testEnv.ARCHIVE.head("models/kept.json")).not.toBeNull();
	});
});
