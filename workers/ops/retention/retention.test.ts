import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isTold, RETENTION, type Retention, type RetentionName } from "../../../contracts/retention.ts";
import { BINDINGS, OBJECTS, TABLES } from "../../accounts/leaving/stores.ts";

const table = Object.entries<Retention>(RETENTION);
const named = new Set(table.flatMap(([, { stores }]) => stores));

describe("the retention table", () => {
	it("names every store there is, and none that is not", () => {
		const stores = [...Object.keys(TABLES), ...Object.keys(OBJECTS), ...Object.keys(BINDINGS), "REDIS"];
		expect([...named].sort()).toEqual(stores.sort());
	});

	it("gives a number of days to all that a clock ends, and to nothing else", () => {
		for (const [name, kept] of table)
			expect([name, "days" in kept]).toEqual([name, ["sweeper", "job", "object", "store"].includes(kept.by)]);
	});

	it("tells people of all but who works here", () => {
		expect((Object.keys(RETENTION) as RetentionName[]).filter((name) => !isTold(name))).toEqual(["staff", "staffSessions"]);
	});

	it("is said in plain words in the policy, row by row, with these days", () => {
		const policy = readFileSync("docs/policies/privacy.md", "utf8");
		const rows = [...policy.matchAll(/^\| `(\w+)` \| .+ \| (.+) \|$/gm)].map(([, name, until]) => [name, until]);
		const told = table.filter(([name]) => isTold(name as RetentionName));
		expect(rows.map(([name]) => name)).toEqual(told.map(([name]) => name));
		for (const [name, until = ""] of rows) {
			const kept = RETENTION[name as RetentionName];
			if ("days" in kept && kept.days > 0)
				expect([name, until]).toEqual([name, expect.stringMatching(new RegExp(`\\b${kept.days} days?\\b`))]);
		}
	});
});
