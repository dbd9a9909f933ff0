import { expect, it } from "vitest";
import { Tail } from "./tail.ts";

it("keeps a short output whole", () => {
	const tail = new Tail(40);
	for (const chunk of ["FAIL a.te", "st.ts\nexpected 1\n"]) tail.add(chunk);
	expect(tail.read()).toBe("FAIL a.test.ts\nexpected 1");
});

it("keeps the last whole lines of a long one", () => {
	const tail = new Tail(40);
	for (let line = 0; line < 100_000; line += 1) tail.add(`line ${line}\n`);
	expect(tail.read()).toBe("line 99997\nline 99998\nline 99999");
});
