import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { CHANGED } from "./changed.ts";
import { GUARDS } from "./guards.ts";
import type { VideoRow } from "./row.ts";
import { type Given, type OfGeneration, TRANSITIONS, type Transition, type TransitionName, type Values } from "./transitions.ts";

/** The video that is to take a transition, and what else must still be of it as it was read. */
export type Target<Name extends TransitionName> = Pick<VideoRow, "id"> &
	Partial<Pick<VideoRow, "userId" | "coverAsked" | "embedding">> &
	(OfGeneration<Name> extends true ? Pick<VideoRow, "generation"> : unknown);

/**
 * Has a video take a transition: one conditional update, so that of two in the same moment one wins whole, and what comes late
 * from an old generation, or to a deleted video, touches nothing.
 * @returns the row as it is after; null when it touched none. @throws when the database can't be reached
 */
export async function transit<Name extends TransitionName>(
	services: Pick<Services, "db" | "clock">,
	name: Name,
	target: Target<Name>,
	given: Given<Name>,
): Promise<VideoRow | null> {
	const { id, userId, coverAsked, embedding, generation } = target as Partial<VideoRow> & Pick<VideoRow, "id">;
	const match = and(
		eq(videos.id, id),
		generation === undefined ? undefined : eq(videos.generation, generation),
		userId === undefined ? undefined : eq(videos.userId, userId),
		coverAsked === undefined ? undefined : eq(videos.coverAsked, coverAsked),
		embedding === undefined ? undefined : embedding === null ? isNull(videos.embedding) : eq(videos.embedding, embedding),
	);
	const { values, where } = statementOf(name, given, services.clock());
	const [row] = await services.db.video(id).update(videos).set(values).where(and(match, where)).returning();
	return row ?? null;
}

/** Has all videos of a user take a transition, `most` of them in one database at most. @returns their ids */
export async function transitAll<Name extends TransitionName>(
	database: Database,
	name: Name,
	userId: string,
	given: Given<Name>,
	now: number,
	most?: number,
): Promise<string[]> {
	const { values, where } = statementOf(name, given, now);
	const all = and(eq(videos.userId, userId), where);
	const some = most === undefined ? undefined : database.select({ id: videos.id }).from(videos).where(all).limit(most);
	const rows = await database
		.update(videos)
		.set(values)
		.where(and(all, some && sql`${videos.id} in ${some}`))
		.returning({ id: videos.id });
	return rows.map(({ id }) => id);
}

/** What a new row begins with: its job waits to be enqueued. */
export const firstState = (now: Date) =>
	({
		status: "processing",
		createdAt: now,
		changedAt: now,
		heartbeatAt: now,
	}) as const satisfies Partial<VideoRow>;

function statementOf<Name extends TransitionName>(name: Name, given: Given<Name>, now: number): { values: Values; where: SQL | undefined } {
	const transition = TRANSITIONS[name] as Transition<Given<Name>>;
	const at = new Date(now);
	return {
		values: {
			...transition.set(given, at),
			status: nextStatus(transition.from),
			changedAt: transition.isSeen ? CHANGED : undefined,
			heartbeatAt: transition.isHeartbeat ? at : undefined,
		},
		where: mayTake(transition.from, now),
	};
}

type From = Transition<never>["from"];
const stepsOf = (from: From) => Object.entries(from) as [VideoRow["status"], NonNullable<From[VideoRow["status"]]>][];

/** In one of the statuses it begins from, with what must hold of that. */
const mayTake = (from: From, now: number): SQL | undefined =>
	or(
		...stepsOf(from).map(([status, step]) =>
			and(eq(videos.status, status), step.if === undefined ? undefined : GUARDS[step.if].where(now)),
		),
	);

/** @returns undefined where it stays what it is */
function nextStatus(from: From): VideoRow["status"] | SQL | undefined {
	const steps = stepsOf(from);
	if (steps.every(([status, { to }]) => status === to)) return undefined;
	const [only, ...others] = new Set(steps.map(([, { to }]) => to));
	if (others.length === 0 && only !== undefined) return only === "previous" ? sql`${videos.deletedFrom}` : only;
	const cases = steps.map(([status, { to }]) => sql`when ${status} then ${to === "previous" ? videos.deletedFrom : to}`);
	return sql`case ${videos.status} ${sql.join(cases, sql` `)} end`;
}
