import { and, eq, lte } from "drizzle-orm";
import { dataExports } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { enqueue } from "./ask.ts";
import { asked, removeArchives } from "./row.ts";

/** Rows taken care of in one run, per database. */
const BATCH = 50;
/** A job has a quarter of an hour, and its retries as long again: one that was enqueued so long ago is lost, milliseconds. */
const LOST_MS = 45 * 60_000;

/** Enqueues copies that never were, or were lost, and removes archives whose time is over. @returns how many */
export async function sweepExports(services: Services): Promise<number> {
	const now = services.clock();
	let swept = 0;
	for (const database of services.db.everyUserShard()) {
		const lost = await database
			.update(dataExports)
			.set({ enqueuedAt: new Date(now) })
			.where(and(eq(dataExports.state, "preparing"), lte(dataExports.enqueuedAt, new Date(now - LOST_MS))))
			.returning();
		for (const row of lost) await enqueue(services, row);
		const ended = await database
			.select()
			.from(dataExports)
			.where(lte(dataExports.endsAt, new Date(now)))
			.limit(BATCH);
		for (const { userId, id } of ended) {
			await removeArchives(services, userId);
			await database.delete(dataExports).where(asked(userId, id));
		}
		swept += lost.length + ended.length;
	}
	return swept;
}

/** A step of `erased`: what somebody asked for is made no more, and nothing of it is left. */
export async function eraseExportsOf(services: Services, userId: string): Promise<void> {
	await services.db.user(userId).delete(dataExports).where(eq(dataExports.userId, userId));
	await removeArchives(services, userId);
}
