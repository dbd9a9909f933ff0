import { eq, inArray } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { videos } from "../../../db/schema/index.ts";
import { rowOf, services } from "../testing/fixtures.ts";
import type { StoredStatus, VideoRow } from "./row.ts";
import { type Given, statusAfter, TRANSITIONS, type TransitionName } from "./transitions.ts";
import { type Target, transit, transitAll } from "./write.ts";

const OUTPUTS = {
	manifest: null,
	probe: null,
	blurhash: "LKO2",
	durationMs: 3_000,
	width: 720,
	height: 1_280,
	backend: "container",
	backendRef: null,
};
/** Something to tell each transition. */
const GIVEN: { readonly [Name in TransitionName]: Given<Name> } = {
	enqueued: { at: new Date() },
	progressed: { stage: "encoding", progress: 50 },
	playable: { manifest: { segmentSeconds: 2, lastSegmentSeconds: 2, segmentCount: 1, hasAudio: true, renditions: [] }, blurhash: null },
	handedOver: { backendRef: "copy-1" },
	published: { outputs: OUTPUTS, generation: 2 },
	held: { outputs: OUTPUTS, generation: 2 },
	refused: { outputs: OUTPUTS, generation: 2 },
	flagged: { outputs: OUTPUTS, generation: 2 },
	claimed: { outputs: OUTPUTS, generation: 2 },
	cleared: { muted: [{ fromMs: 1_000, toMs: 2_000 }] },
	takenDown: { isByPerson: true },
	recalled: {},
	approved: { restriction: "age", isByPerson: true },
	readmitted: { restriction: "none", isByPerson: true },
	restricted: { restriction: "no_recommend", isByPerson: false },
	failed: { code: "processing_failed", message: "Something went wrong." },
	reprocessed: {},
	announced: {},
	unannounced: {},
	embedded: { embedding: "AAAA", embeddingVersion: "test" },
	coverChosen: { atMs: 1_000 },
	coverServed: { number: 1, blurhash: "LKO3" },
	copied: { name: "download-1.mp4" },
	deleted: { undoable: true },
	restored: {},
	undoEnded: {},
	hidden: {},
	shown: {},
	secluded: {},
	opened: {},
	sheltered: {},
	unsheltered: {},
};

const STATUSES: readonly StoredStatus[] = [
	"processing",
	"ready",
	"failed",
	"review",
	"blocked",
	"copyright_flagged",
	"copyright_blocked",
	"deleted",
];
const long = new Date(Date.now() - 2 * UNDO_DELETE_MS);
/** Rows of every kind that a guard looks at. */
const KINDS: readonly Partial<VideoRow>[] = [
	{},
	{ liveGeneration: 1 },
	{ liveGeneration: 1, stage: "done" },
	{ liveGeneration: 2, stage: "publishing", hiddenAt: new Date() },
	{ liveGeneration: 2, stage: "done", deletedFrom: "ready", deletedAt: new Date() },
	{ deletedFrom: "failed", deletedAt: long, creatorPrivate: true },
	{ withheldGeneration: 2 },
];

type Some = Partial<VideoRow> & Pick<VideoRow, "status">;
const database = services.db.video(services.newId());
const inserted: string[] = [];

async function insertAll(all: readonly Some[]): Promise<VideoRow[]> {
	const bare = { originalBytes: 1, declaredDurationMs: 1, generation: 2 };
	const rows = await database
		.insert(videos)
		.values(all.map((some) => ({ id: services.newId(), userId: services.newId(), ...bare, ...some })))
		.returning();
	inserted.push(...rows.map(({ id }) => id));
	return rows;
}

const readAll = (rows: readonly VideoRow[]) =>
	database
		.select()
		.from(videos)
		.where(
			inArray(
				videos.id,
				rows.map(({ id }) => id),
			),
		);

async function insert(some: Some): Promise<VideoRow> {
	const [row] = await insertAll([some]);
	if (row === undefined) throw new Error("the row was not written");
	return row;
}

// The sweeper of another test would take what waits here for lost.
afterEach(async () => {
	await database.delete(videos).where(inArray(videos.id, inserted.splice(0)));
});

const perform = (name: TransitionName, row: VideoRow, generation = row.generation) =>
	transit(services, name, { id: row.id, generation } as Target<TransitionName>, GIVEN[name] as never);

describe("the writer", () => {
	it.each(Object.keys(TRANSITIONS) as TransitionName[])("does what the table says: %s", async (name) => {
		const rows = await insertAll(STATUSES.flatMap((status) => KINDS.map((kind) => ({ ...kind, status }))));
		const written = await Promise.all(rows.map((row) => perform(name, row)));
		const left = new Map((await readAll(rows)).map((row) => [row.id, row]));
		for (const [at, row] of rows.entries()) {
			const expected = statusAfter(name, row, services.clock());
			expect({ row, becomes: written[at]?.status ?? null }).toEqual({ row, becomes: expected });
			expect(left.get(row.id)).toEqual(expected === null ? row : written[at]);
		}
	});

	it("touches nothing of another generation, of another's, or that is not as it was read", async () => {
		const row = await insert({ status: "ready", liveGeneration: 2, stage: "done", coverAsked: 3, embedding: "AAAA" });
		expect(await perform("failed", row, 1)).toBeNull();
		expect(await transit(services, "deleted", { id: row.id, userId: services.newId() }, { undoable: false })).toBeNull();
		expect(await transit(services, "coverServed", { id: row.id, generation: 2, coverAsked: 2 }, { number: 2, blurhash: "" })).toBeNull();
		expect(await transit(services, "embedded", { id: row.id, generation: 2, embedding: "BBBB" }, { embedding: "CCCC" })).toBeNull();
		expect(await transit(services, "embedded", { id: row.id, generation: 2, embedding: null }, { embedding: "CCCC" })).toBeNull();
		expect(await rowOf(row.id)).toEqual(row);
	});

	it("of two in the same moment one wins", async () => {
		const row = await insert({ status: "processing" });
		const written = await Promise.all([perform("published", row), perform("published", row), perform("deleted", row)]);
		expect(written.filter((one) => one?.status === "ready").length).toBeLessThanOrEqual(1);
		expect((await rowOf(row.id))?.status).toBe("deleted");
	});

	it("stamps what cards show with a later moment each time, and leaves that alone for a sign of life", async () => {
		const ahead = new Date(Date.now() + 60_000);
		const row = await insert({ status: "processing", changedAt: ahead, heartbeatAt: long });
		const lives = await perform("progressed", row);
		expect(lives?.changedAt).toEqual(ahead);
		expect(lives?.heartbeatAt.getTime()).toBeGreaterThan(long.getTime());
		expect((await perform("published", row))?.changedAt.getTime()).toBe(ahead.getTime() + 1);
		expect((await perform("deleted", row))?.changedAt.getTime()).toBe(ahead.getTime() + 2);
	});

	it("keeps the manifest that is served of what fails or is made again, and none that never was", async () => {
		const { manifest } = GIVEN.playable;
		const up = await insert({ status: "ready", liveGeneration: 1, manifest });
		expect(await perform("failed", up)).toMatchObject({ manifest, stage: "done", failureCode: "processing_failed" });
		const first = await insert({ status: "processing", manifest });
		expect(await perform("failed", first)).toMatchObject({ manifest: null });
		expect(await perform("reprocessed", first)).toMatchObject({ generation: 3, stage: "queued", failureCode: null, enqueuedAt: null });
	});

	it("has all of a user's take a transition, a few at a time", async () => {
		const userId = services.newId();
		const rows = [
			await insert({ userId, status: "ready", liveGeneration: 2 }),
			await insert({ userId, status: "failed" }),
			await insert({ userId, status: "deleted" }),
		];
		const others = await insert({ status: "ready" });
		const go = () => transitAll(database, "deleted", userId, { undoable: false }, services.clock(), 1);
		const deleted = [...(await go()), ...(await go()), ...(await go())];
		expect(deleted.toSorted()).toEqual([rows[0]?.id, rows[1]?.id].toSorted());
		expect((await database.select().from(videos).where(eq(videos.id, others.id)))[0]?.status).toBe("ready");
	});
});
