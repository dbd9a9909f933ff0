import { expect, it } from "vitest";
import { type AuditRow, breaksIn, hashOfLine } from "./line.ts";

function chain(length: number): AuditRow[] {
	const rows: AuditRow[] = [];
	for (let seq = 1; seq <= length; seq++) {
		const row: AuditRow = {
			seq,
			at: new Date(seq * 1_000),
			operatorId: seq % 2 === 0 ? null : "7",
			action: "case.open",
			isRestricted: seq === 2,
			target: `case:${seq}`,
			details: "{}",
			previous: rows.at(-1)?.hash ?? "",
			hash: "",
		};
		rows.push({ ...row, hash: hashOfLine(row) });
	}
	return rows;
}
const change = (rows: readonly AuditRow[], seq: number, more: Partial<AuditRow>): AuditRow[] =>
	rows.map((row) => (row.seq === seq ? { ...row, ...more } : row));

it("a whole chain has no break, from its beginning or from any line on", () => {
	const rows = chain(5);
	expect(breaksIn(rows, null)).toEqual([]);
	expect(breaksIn(rows.slice(3), rows[2] ?? null)).toEqual([]);
});

it.each([
	["details", { details: '{"decision":"approve"}' }],
	["who", { operatorId: "8" }],
	["when", { at: new Date(0) }],
	["what", { action: "case.decide" }],
	["to what", { target: "case:99" }],
	["whom it is shown to", { isRestricted: true }],
] as const)("a changed line is found: %s", (_, more) => {
	expect(breaksIn(change(chain(4), 3, more), null)).toEqual([{ seq: 3, what: "changed" }]);
});

it("a line that was taken out, or changed with its own hash, is found by the next", () => {
	const rows = chain(4);
	expect(
		breaksIn(
			rows.filter(({ seq }) => seq !== 2),
			null,
		),
	).toEqual([{ seq: 2, what: "missing" }]);
	const [, second] = rows;
	if (second === undefined) throw new Error("no second line");
	const rewritten = { ...second, details: "[]" };
	expect(breaksIn(change(rows, 2, { ...rewritten, hash: hashOfLine(rewritten) }), null)).toEqual([{ seq: 3, what: "unchained" }]);
});
