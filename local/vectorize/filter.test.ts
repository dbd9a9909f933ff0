import { expect, it } from "vitest";
import { filterToSql } from "./filter.ts";

it("is always true without conditions", () => {
	expect(filterToSql(undefined, 1)).toEqual({ sql: "true", params: [] });
	expect(filterToSql({}, 1)).toEqual({ sql: "true", params: [] });
});

it("keeps values out of the SQL text and numbers parameters from the one given", () => {
	const condition = filterToSql({ topic: "'; DROP TABLE x" }, 4);
	expect(condition.sql).not.toContain("DROP");
	expect(condition.sql).toMatch(/\$4.*\$5/);
	expect(condition.params).toEqual(['["topic"]', `"'; DROP TABLE x"`]);
});

it.each([
	["an unknown operator", { a: { $like: "x" } }],
	["a key that is an operator", { $eq: 1 }],
	["a list for a comparison", { a: { $lt: [1] } }],
	["no list for $in", { a: { $in: 1 } }],
	["ordering by a boolean", { a: { $gt: true } }],
])("refuses %s", (_name, filter) => {
	expect(() => filterToSql(filter as never, 1)).toThrow(/VECTOR_QUERY_ERROR/);
});
