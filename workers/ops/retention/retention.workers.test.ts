import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RETENTION, type SweptName } from "../../../contracts/retention.ts";
import { accountSessions, accountVerifications, conversationReports, formerUsernames } from "../../../db/schema/directory.ts";
import { caseEvidence, caseNotes, legalHolds, moderationCases, operatorSessions } from "../../../db/schema/moderation.ts";
import { reports } from "../../../db/schema/reports.ts";
import { commentEdits } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { feedRoutes } from "../../feed/routes.ts";
import { sessionOf } from "../../feed/session/stub.ts";
import { newOperatorToken, newUser, services, testApp } from "../../gateway/testing/api.ts";
import { createLog } from "../../platform/log.ts";
import { sweepRetention } from "./sweep.ts";
import { BATCH, SWEEPS } from "./sweeps.ts";

const call = testApp(feedRoutes);
const DAY_MS = 86_400_000;
const directory = services.db.directory();
const id = () => services.newId();
/** A moment so many days before the end of what is kept so long, and one as many after it. */
const around = (name: SweptName): { past: Date; within: Date } => {
	const end = services.clock() - RETENTION[name].days * DAY_MS;
	return { past: new Date(end - DAY_MS), within: new Date(end + DAY_MS) };
};

/** Ids of what was written: what is past its time, and what is within, or held. */
const past: Record<string, string[]> = {};
const kept: Record<string, string[]> = {};
const note = (lists: typeof past, table: string, one: string): string => {
	lists[table] = [...(lists[table] ?? []), one];
	return one;
};

async function fill(): Promise<void> {
	const user = await newUser(call);
	const operator = await newOperatorToken("moderator");
	for (const [lists, moment] of [
		[past, "past"],
		[kept, "within"],
	] as const) {
		const at = (name: SweptName) => around(name)[moment];
		await directory
			.insert(accountSessions)
			.values({ id: note(lists, "sessions", id()), userId: user.id, token: id(), expiresAt: at("sessions") });
		const link = { identifier: id(), value: "{}", expiresAt: at("mailedLinks") };
		await directory.insert(accountVerifications).values({ id: note(lists, "links", id()), ...link });
		await directory
			.insert(formerUsernames)
			.values({ username: note(lists, "names", `was${id()}`), userId: user.id, changedAt: at("formerNames") });
		const commentId = note(lists, "edits", id());
		for (const database of services.db.everyVideoShard())
			await database
				.insert(commentEdits)
				.values({ commentId, editedAt: at("earlierWords"), text: "before" })
				.onConflictDoNothing();
		const ended = { operatorId: operator.id, kind: "token" as const, tokenHash: id(), createdAt: new Date(0), seenAt: new Date(0) };
		await directory.insert(operatorSessions).values({ id: note(lists, "staff", id()), ...ended, expiresAt: at("staffSessions") });
		await report(lists, at("reports"), await closed(lists, at("cases")));
	}
	// Past their time as well, and kept all the same: by the law, for the cleared alone, since it is still open.
	await report(kept, around("reports").past, await closed(kept, around("cases").past, { isHeld: true }));
	await report(kept, around("reports").past, await closed(kept, around("cases").past, { isRestricted: true }));
	await report(kept, around("reports").past, await closed(kept, null), "received");
}

async function closed(lists: typeof past, closedAt: Date | null, { isHeld = false, isRestricted = false } = {}): Promise<string> {
	const [caseId, subjectId, at] = [id(), id(), new Date(0)];
	const of = { subjectKind: "video", subjectId, ownerId: id() } as const;
	const state = closedAt === null ? ("open" as const) : ("closed" as const);
	const row = { id: caseId, queue: "content", ...of, reason: "spam", severity: 1, source: "report", state, isRestricted } as const;
	await directory.insert(moderationCases).values({ ...row, openedAt: at, changedAt: at, closedAt });
	const evidence = { kind: "report", reportId: id() } as unknown as (typeof caseEvidence.$inferInsert)["evidence"];
	await directory
		.insert(caseEvidence)
		.values({ id: note(lists, "evidence", id()), caseId, subjectKind: "video", subjectId, evidence, digest: id(), at });
	await directory.insert(caseNotes).values({ id: note(lists, "notes", id()), caseId, operatorId: id(), text: "seen", at });
	if (isHeld) await directory.insert(legalHolds).values({ id: id(), caseId, ...of, at });
	return caseId;
}

/** What the desk would show of these is no conversation's: other files read the same table. */
afterAll(async () => {
	await directory.delete(conversationReports).where(eq(conversationReports.conversationId, "1.2"));
});

async function report(lists: typeof past, decidedAt: Date, caseId: string, state: "received" | "upheld" = "upheld"): Promise<void> {
	const reportId = note(lists, "reports", id());
	const about = { subjectKind: "message", subjectId: reportId, label: "words", reason: "spam", note: "", weight: 1 } as const;
	const decided = { state, caseId, decidedAt: state === "received" ? null : decidedAt, createdAt: decidedAt };
	await directory.insert(reports).values({ id: reportId, reporterId: id(), reporterKey: id(), network: "a network", ...about, ...decided });
	const words = { reason: "spam", note: "", context: [{ text: "hello" }], createdAt: decidedAt };
	await directory
		.insert(conversationReports)
		.values({ id: note(lists, "copies", reportId), clientId: crypto.randomUUID(), conversationId: "1.2", reporterId: id(), ...words });
}

/** Of these, those that are there. */
async function there(lists: typeof past): Promise<Record<string, number>> {
	const ids = (table: string) => lists[table] ?? [];
	const edits = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select()
				.from(commentEdits)
				.where(inArray(commentEdits.commentId, ids("edits"))),
		),
	);
	const lengths = {
		sessions: (
			await directory
				.select()
				.from(accountSessions)
				.where(inArray(accountSessions.id, ids("sessions")))
		).length,
		links: (
			await directory
				.select()
				.from(accountVerifications)
				.where(inArray(accountVerifications.id, ids("links")))
		).length,
		names: (
			await directory
				.select()
				.from(formerUsernames)
				.where(inArray(formerUsernames.username, ids("names")))
		).length,
		edits: new Set(edits.flat().map(({ commentId }) => commentId)).size,
		staff: (
			await directory
				.select()
				.from(operatorSessions)
				.where(inArray(operatorSessions.id, ids("staff")))
		).length,
		evidence: (
			await directory
				.select()
				.from(caseEvidence)
				.where(inArray(caseEvidence.id, ids("evidence")))
		).length,
		notes: (
			await directory
				.select()
				.from(caseNotes)
				.where(inArray(caseNotes.id, ids("notes")))
		).length,
		reports: (
			await directory
				.select()
				.from(reports)
				.where(inArray(reports.id, ids("reports")))
		).length,
		copies: (
			await directory
				.select()
				.from(conversationReports)
				.where(inArray(conversationReports.id, ids("copies")))
		).length,
	};
	return lengths;
}
const counts = (lists: typeof past): Record<string, number> =>
	Object.fromEntries(Object.entries(lists).map(([table, ids]) => [table, ids.length]));

describe("the nightly sweep", { timeout: 240_000 }, () => {
	beforeAll(fill);

	it("deletes what is past its time and nothing else: what is held, restricted or undecided stays", async () => {
		expect(await there(past)).toEqual(counts(past));
		await sweepRetention(services);
		expect(await there(past)).toEqual(Object.fromEntries(Object.keys(past).map((table) => [table, 0])));
		expect(await there(kept)).toEqual(counts(kept));
		// What came as a report so long ago is told apart from others by its network no more.
		const left = await directory
			.select({ network: reports.network })
			.from(reports)
			.where(inArray(reports.id, kept.reports ?? []));
		expect(left.map(({ network }) => network)).toEqual(left.map(() => null));
	});

	it("keeps the network of a report for a month", async () => {
		const fresh: typeof past = {};
		await report(fresh, around("reportNetworks").within, await closed(fresh, new Date()), "received");
		await sweepRetention(services);
		const [row] = await directory
			.select({ network: reports.network })
			.from(reports)
			.where(eq(reports.id, fresh.reports?.[0] ?? ""));
		expect(row?.network).toBe("a network");
	});

	it("goes on in batches to the end, no further than one night's, and past a sweep that fails", async () => {
		const calls: string[] = [];
		const logged: unknown[][] = [];
		const log = { ...createLog(), error: (...line: unknown[]) => void logged.push(line) };
		let left = 3 * BATCH;
		const none = Object.fromEntries(Object.keys(SWEEPS).map((name) => [name, []])) as unknown as typeof SWEEPS;
		const done = await sweepRetention(
			{ ...services, log },
			{
				...none,
				sessions: [
					async () => {
						throw new Error("the database is away");
					},
				],
				mailedLinks: [
					async () => {
						calls.push("links");
						left -= BATCH;
						return left >= 0 ? BATCH : 0;
					},
				],
				formerNames: [
					async () => {
						calls.push("names");
						return BATCH;
					},
				],
			},
		);
		expect(calls.filter((name) => name === "links")).toHaveLength(4);
		expect(calls.filter((name) => name === "names")).toHaveLength(50);
		expect(done).toBe(53 * BATCH);
		expect(logged).toMatchObject([["schedule_job_failed", { job: "retention_sessions", error: "the database is away" }]]);
	});
});

describe("a session of somebody who does not come back", () => {
	it("forgets what was shown and what was told by its own alarm, when it is past its time", async () => {
		await seedCatalogue(services, { count: 20, publish: true });
		const user = await newUser(call);
		await call("GET /api/v1/feed?count=5", { token: user.token });
		const stub = sessionOf(services, `user:${user.id}`);
		const rows = (query: string, ...values: (number | string)[]) =>
			runInDurableObject(stub, (_, { storage }) => storage.sql.exec(query, ...values).toArray());
		await expect.poll(async () => (await rows("select id from shown")).length).toBe(5);
		const at = (days: number) => services.clock() - days * DAY_MS;
		await rows("update shown set at = ? where id in (select id from shown limit 4)", at(31));
		await rows("update given set page = json_set(page, '$.at', ?)", at(31));
		await rows("insert into event_ids values ('old', ?), ('new', ?)", at(181), at(179));
		// The day of the first look is over; nobody asked anything of the session meanwhile.
		await rows("update state set value = ? where key = 'alarms'", await dueNow(await rows("select value from state where key = 'alarms'")));
		await evictDurableObject(stub);
		expect(await runDurableObjectAlarm(stub)).toBe(true);
		expect([(await rows("select id from shown")).length, (await rows("select seq from given")).length]).toEqual([1, 0]);
		expect(await rows("select id from event_ids")).toEqual([{ id: "new" }]);
		// It looks again a day later: the next is a day from its end.
		const next = await runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
		expect(Math.round(((next ?? 0) - services.clock()) / DAY_MS)).toBe(1);
	});
});

/** The stored alarms as if their time had come. */
async function dueNow([row]: readonly Record<string, unknown>[]): Promise<string> {
	const alarms = String(row?.value);
	expect(alarms).toContain("prune");
	return alarms.replace(/\d{13}/g, "1");
}
