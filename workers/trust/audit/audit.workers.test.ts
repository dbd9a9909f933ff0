import { asc, eq, gte, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditLog } from "../../../db/schema/moderation.ts";
import { services } from "../../gateway/testing/api.ts";
import { audit } from "./append.ts";
import { breaksIn } from "./line.ts";

const directory = services.db.directory();
const target = () => `test:${services.newId()}`;
const linesFrom = (seq: number) => directory.select().from(auditLog).where(gte(auditLog.seq, seq)).orderBy(asc(auditLog.seq));

it("lines that are appended at the same moment are numbered without a gap, each chained to the one before", async () => {
	const mine = target();
	await Promise.all(Array.from({ length: 20 }, () => audit(services, { operatorId: null, action: "test", target: mine })));
	const [first] = await directory.select().from(auditLog).where(eq(auditLog.target, mine)).orderBy(asc(auditLog.seq)).limit(1);
	const lines = await linesFrom(first?.seq ?? 0);
	for (const [at, line] of lines.entries()) {
		const before = lines[at - 1];
		if (before !== undefined) expect([line.seq, line.previous]).toEqual([before.seq + 1, before.hash]);
	}
	// What the database chained is what one command verifies.
	const [before] = await directory
		.select()
		.from(auditLog)
		.where(eq(auditLog.seq, (first?.seq ?? 0) - 1));
	expect(breaksIn(lines, before ?? null)).toEqual([]);
	expect(new Set(lines.map(({ hash }) => hash)).size).toBe(lines.length);
});

it.each([
	["changed", sql`update audit_log set details = '{}'`],
	["removed", sql`delete from audit_log`],
	["emptied", sql`truncate audit_log`],
])("no line is ever %s", async (_, statement) => {
	await audit(services, { operatorId: null, action: "test", target: target() });
	await expect(directory.execute(statement)).rejects.toMatchObject({ cause: { message: expect.stringContaining("append-only") } });
});
