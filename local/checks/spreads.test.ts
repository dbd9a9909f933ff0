import { expect, it } from "vitest";
import { textOf, written } from "./written.fixture.ts";

it("writes properties one a line: no literal is spread into another", () => {
	const code = written("**/*.{ts,tsx}").filter((path) => path !== "local/checks/spreads.test.ts");
	expect(code.length).toBeGreaterThan(500);
	expect(code.filter((path) => /\.\.\.\{/.test(textOf(path)))).toEqual([]);
});
