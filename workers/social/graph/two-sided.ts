import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import { profiles } from "../../../db/schema/users.ts";
import { isDatabaseUnavailable } from "../../platform/database-faults.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** One user's half of a fact that is kept with both: a single statement that writes rows and counter together. */
export interface Side {
	readonly userId: string;
	/** Does nothing when it was done before; gives back one row when it changed something. */
	readonly run: SQL;
	/** Takes `run` back. Used only where it changed something. */
	readonly undo: SQL;
}

const ATTEMPTS = 3;
/** Wait before the second attempt, milliseconds; doubled for the next. */
const FIRST_DELAY_MS = 40;

/**
 * Writes both halves. In one database that is one transaction. In two, the first half is taken back when the second can't
 * be written; each half is idempotent, so that a repeated call mends what even that could not.
 * @returns whether the first half changed anything
 */
export async function writeBothSides(services: Services, first: Side, second: Side): Promise<boolean> {
	const database = services.db.user(first.userId);
	const other = services.db.user(second.userId);
	if (database === other) {
		const [, changed] = await retried(() =>
			database.batch([lock(database, first.userId, second.userId), database.execute(first.run), database.execute(second.run)]),
		);
		return changed.rows.length > 0;
	}
	const changed = await writeSide(database, first.userId, first.run);
	try {
		await writeSide(other, second.userId, second.run);
	} catch (error) {
		if (changed) await takeBack(services, database, first);
		throw error;
	}
	return changed;
}

async function writeSide(database: Database, userId: string, statement: SQL): Promise<boolean> {
	const [, written] = await retried(() => database.batch([lock(database, userId), database.execute(statement)]));
	return written.rows.length > 0;
}

async function takeBack(services: Services, database: Database, side: Side): Promise<void> {
	try {
		await writeSide(database, side.userId, side.undo);
	} catch (error) {
		services.log.error("half_a_relation_left", { userId: side.userId, ...errorFields(error) });
	}
}

/**
 * Follows and blocks of the same people wait for each other: a follow can't slip in behind a block that did not see it. In
 * the order of ids, so that two that lock the same pair don't wait crosswise.
 */
const lock = (database: Database, ...userIds: string[]) =>
	database.execute(
		sql`SELECT 1 FROM ${profiles} WHERE ${profiles.userId} IN (${sql.join(
			userIds.map((id) => sql`${id}`),
			sql`, `,
		)}) ORDER BY ${profiles.userId} FOR UPDATE`,
	);

async function retried<T>(write: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await write();
		} catch (error) {
			if (attempt === ATTEMPTS || !isDatabaseUnavailable(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, FIRST_DELAY_MS * 2 ** (attempt - 1)));
		}
	}
}
