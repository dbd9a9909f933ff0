import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventsMessage } from "../../contracts/queues.ts";
import { newUser, services, testApp } from "../gateway/testing/api.ts";
import type { VideoRecord } from "../videos/cards/index.ts";
import { lifecycleRoutes } from "../videos/lifecycle/routes.ts";
import { seedCatalogue } from "./catalogue.fixture.ts";
import { feedRoutes } from "./routes.ts";
import type { OutboxEvent } from "./session/outbox.ts";
import { sessionOf } from "./session/stub.ts";

const call = testApp(feedRoutes, lifecycleRoutes);
let records: readonly VideoRecord[];
beforeAll(async () => {
	({ records } = await seedCatalogue(services, { count: 30, publish: true }));
});

/** A signed-in viewer, and what their session hands on of a watch. */
async function viewer() {
	const user = await newUser(call);
	const stub = sessionOf(services, `user:${user.id}`);
	return {
		...user,
		async watch(events: readonly object[]): Promise<OutboxEvent[]> {
			// Held back, so that it can be looked at.
			return runInDurableObject(stub, async (_, { storage }) => {
				const before = rows(storage.sql);
				const answer = await call("POST /api/v1/analytics/watch", { token: user.token, body: { events } });
				expect(answer.status).toBe(202);
				return rows(storage.sql).slice(before.length);
			});
		},
	};
}
const rows = (sql: SqlStorage): OutboxEvent[] => {
	const isThere = sql.exec("select 1 from sqlite_master where name = 'outbox_messages'").toArray().length > 0;
	if (!isThere) return [];
	return sql
		.exec<{ message: string }>("select message from outbox_messages order by seq")
		.toArray()
		.flatMap(({ message }) => (JSON.parse(message) as EventsMessage).events);
};
const impression = (videoId: string, more: object = {}) => ({
	eventId: crypto.randomUUID(),
	videoId,
	watchDuration: 900,
	totalDuration: 1,
	...more,
});

describe("what counts of what is told", () => {
	it("is what an answer named, once, by the server's duration", async () => {
		const one = await viewer();
		const [clip, other] = records;
		if (clip === undefined || other === undefined) throw new Error("no records");
		expect((await call(`GET /api/v1/videos/${clip.id}`, { token: one.token })).status).toBe(200);
		const told = await one.watch([impression(clip.id), impression(clip.id), impression(other.id)]);
		expect(told.map(({ videoId, qualifies, durationMs }) => [videoId, qualifies, durationMs])).toEqual([
			[clip.id, true, clip.durationMs],
			[clip.id, false, clip.durationMs],
			[other.id, false, other.durationMs],
		]);
	});

	it("is no more than passed since, however much is told at once", async () => {
		const one = await viewer();
		const { json } = await call("GET /api/v1/feed?count=20", { token: one.token });
		const told = await one.watch(json.videos.map(({ id }: { id: string }) => impression(id, { watchDuration: 60_000 })));
		const counted = told.filter(({ qualifies }) => qualifies);
		expect(counted.length).toBeGreaterThan(0);
		expect(counted.reduce((sum, { watchMs }) => sum + watchMs, 0)).toBeLessThan(20_000);
	});

	it("is never one's own video", async () => {
		const one = await viewer();
		const [own] = (await seedCatalogue(services, { count: 1, publish: true, overrides: { userId: one.id } })).records;
		if (own === undefined) throw new Error("no record");
		await call(`GET /api/v1/videos/${own.id}`, { token: one.token });
		expect((await one.watch([impression(own.id)])).map(({ qualifies }) => qualifies)).toEqual([false]);
	});
});
