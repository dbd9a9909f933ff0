import { expect, it } from "vitest";
import { execute, HeldBack, SHOWN } from "./execute.ts";
import { Tail } from "./tail.ts";

const talker = (...args: string[]) => ({ script: "local/checks/talker.fixture.mjs", args });

it("lets a step take as long as it likes while it tells of progress", async () => {
	const tail = new Tail();
	// Longer in all than the silence that is allowed.
	expect(await execute(talker("800", "6", "end"), [], tail, SHOWN, 4_000)).toBeNull();
	expect(tail.read()).toContain("line 5");
});

it("ends a step that has fallen silent, and says so", async () => {
	const tail = new Tail();
	expect(await execute(talker("1", "2", "hang"), [], tail, SHOWN, 2_000)).toMatch(/it hung: nothing was printed for 2 s/);
	expect(tail.read()).toContain("line 1");
});

it("tells a step's exit code", async () => {
	expect(await execute({ script: "local/checks/no-such-file.mjs", args: [] }, [], new Tail(), SHOWN, 30_000)).toBe("code 1");
});

it("holds a step's output back until it is asked for, whole and in order", async () => {
	const held = new HeldBack();
	await execute(talker("1", "3", "end"), [], new Tail(), held, 30_000);
	const shown: string[] = [];
	const output = { write: (chunk: string) => void shown.push(chunk) };
	held.show(output);
	expect(shown.join("")).toMatch(/line 0\s+line 1\s+line 2/);
	held.write("later", "stdout");
	expect(shown.at(-1)).toBe("later");
	expect(shown.join("").match(/line 1/g)).toHaveLength(1);
});
