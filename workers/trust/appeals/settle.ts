import { and, eq } from "drizzle-orm";
import { appeals } from "../../../db/schema/reports.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { labelsOf } from "./labels.ts";
import { withoutPeople } from "./without-people.ts";

type Decided = EventMap["decided"];

/** Settles the appeals against a decision that a second reviewer looked at, and has who appealed told, with their reasons. */
export async function settleAppeals(services: Services, decided: Decided): Promise<void> {
	const { appealOf, decision, note, subject } = decided;
	if (appealOf === null || decision === "escalate") return;
	const database = services.db.directory();
	const against = eq(appeals.decisionId, appealOf);
	const waiting = await database
		.select()
		.from(appeals)
		.where(and(against, eq(appeals.state, "waiting")));
	for (const row of waiting) {
		await database
			.update(appeals)
			.set({ state: decision === "approve" ? "upheld" : "rejected", outcome: note, decidedAt: new Date(services.clock()) })
			.where(and(eq(appeals.id, row.id), eq(appeals.state, "waiting")));
	}
	// All of them, as the event may be told again after it broke off here: a notice of the same key is one.
	const settled = await database.select().from(appeals).where(against);
	if (settled.length === 0) return;
	const judged = { id: appealOf, subjectKind: subject.kind, subjectId: subject.id, videoId: subject.videoId ?? null };
	const label = (await labelsOf(services, [judged])).get(appealOf) ?? "";
	for (const { id, userId, reportId, state, outcome } of settled) {
		if (state === "waiting") continue;
		await emit(services, "appealSettled", {
			appealId: id,
			userId,
			isReporter: reportId !== null,
			isUpheld: state === "upheld",
			// A reporter reads what they saw in their own list: what became of it since is not theirs to know.
			label: reportId === null ? label : "",
			outcome: withoutPeople(outcome ?? ""),
		});
	}
}

/** What follows from a person's erasure: their appeals go with them, words and all. */
export async function eraseAppealsOf(services: Services, userId: string): Promise<void> {
	await services.db.directory().delete(appeals).where(eq(appeals.userId, userId));
}
