import { createHash } from "node:crypto";
import type { auditLog } from "../../../db/schema/moderation.ts";

export type AuditRow = typeof auditLog.$inferSelect;

/** The hash a line must have: what the database's trigger `audit_log_chain` computes, from the same bytes. */
export function hashOfLine({ previous, seq, at, operatorId, action, isRestricted, target, details }: AuditRow): string {
	const parts = [previous, seq, at.getTime(), operatorId ?? "", action, isRestricted ? "t" : "f", target, details];
	return createHash("sha256").update(parts.join("\n")).digest("hex");
}

/** Where the chain is broken. */
export interface Break {
	readonly seq: number;
	readonly what: "missing" | "changed" | "unchained";
}

/**
 * What is wrong with lines that follow one another.
 * @param rows in their order, from the first one after `before` @param before the last line that was verified; null at the beginning
 */
export function breaksIn(rows: readonly AuditRow[], before: Pick<AuditRow, "seq" | "hash"> | null): Break[] {
	const breaks: Break[] = [];
	let last = before ?? { seq: 0, hash: "" };
	for (const row of rows) {
		if (row.seq !== last.seq + 1) breaks.push({ seq: last.seq + 1, what: "missing" });
		else if (row.previous !== last.hash) breaks.push({ seq: row.seq, what: "unchained" });
		if (hashOfLine(row) !== row.hash) breaks.push({ seq: row.seq, what: "changed" });
		last = row;
	}
	return breaks;
}
