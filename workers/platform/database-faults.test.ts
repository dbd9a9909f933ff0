import { NeonDbError } from "@neondatabase/serverless";
import { describe, expect, it } from "vitest";
import { isDatabaseUnavailable } from "./database-faults.ts";

const wrapped = (fields: { code?: string }) => new Error("Failed query", { cause: Object.assign(new NeonDbError("it broke"), fields) });

describe("database faults", () => {
	it("tells an unreachable database, too many connections and deadlocks from faults of ours", () => {
		for (const fields of [{}, { code: "53300" }, { code: "57P01" }, { code: "40P01" }, { code: "08006" }]) {
			expect(isDatabaseUnavailable(wrapped(fields))).toBe(true);
		}
		expect(isDatabaseUnavailable(wrapped({ code: "42P01" }))).toBe(false);
		expect(isDatabaseUnavailable(new TypeError("x is not a function"))).toBe(false);
	});
});
