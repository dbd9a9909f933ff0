import { type SQL, sql } from "drizzle-orm";
import type { Services } from "../../platform/services.ts";

/** What staff do, or are shown of what is private. */
export interface AuditLine {
	/** Null: the machine. */
	readonly operatorId: string | null;
	/** `case.open`, `case.decide`, `operator.invite` … */
	readonly action: string;
	/** For those cleared for child safety alone. */
	readonly isRestricted?: boolean;
	/** What it is done to, as `KIND:ID`. */
	readonly target: string;
	/** Ids and choices, never anybody's words. */
	readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/**
 * The statement that appends a line: the database numbers and chains it.
 * @param when what must hold besides, so that a line stands and falls with what else its transaction does
 */
export function auditStatement(
	now: number,
	{ operatorId, action, isRestricted = false, target, details = {} }: AuditLine,
	when?: SQL,
): SQL {
	return sql`
		insert into audit_log (seq, at, operator_id, action, is_restricted, target, details, previous, hash)
		select 0, ${new Date(now).toISOString()}::timestamptz(3), ${operatorId}::bigint, ${action}, ${isRestricted}::boolean, ${target}, ${JSON.stringify(details)}, '', ''
		${when === undefined ? sql`` : sql`where ${when}`}`;
}

/** Appends a line by itself. @throws when it can't be: what it tells of must not happen then */
export async function audit(services: Services, line: AuditLine): Promise<void> {
	await services.db.directory().execute(auditStatement(services.clock(), line));
}
