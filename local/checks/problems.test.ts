import { expect, it } from "vitest";
import { textOf, written } from "./written.fixture.ts";

it("words problems in the catalogue alone: elsewhere they are thrown by name", () => {
	const code = written("{contracts,db,durable-objects,recommender,workers}/**/*.ts");
	const wording = code.filter((path) => /\bnew\s+ProblemError\s*\(/.test(textOf(path)));
	expect(wording.length).toBeGreaterThan(5);
	expect(wording.filter((path) => !path.startsWith("contracts/problems/"))).toEqual([]);
});
