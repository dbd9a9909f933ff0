import { expect, it } from "vitest";
import { execute } from "./execute.ts";
import { Tail } from "./tail.ts";

const talker = (...args: string[]) => ({ script: "local/checks/talker.fixture.mjs", args });

it("lets a step take as long as it likes while it tells of progress", async () => {
	const tail = new Tail();
	// Longer in all than the silence that is allowed.
	expect(await execute(talker("800", "6", "end"), [], tail, 4_000)).toBeNull();
	expect(tail.read()).toContain("line 5");
});

it("ends a step that has fallen silent, and says so", async () => {
	const tail = new Tail();
	expect(await execute(talker("1", "2", "hang"), [], tail, 2_000)).toMatch(/it hung: nothing was printed for 2 s/);
	expect(tail.read()).toContain("line 1");
});

it("tells a step's exit code", async () => {
	expect(await execute({ script: "local/checks/no-such-file.mjs", args: [] }, [], new Tail(), 30_000)).toBe("code 1");
});
