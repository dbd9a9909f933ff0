import { expect, it } from "vitest";
import { StreamLeases } from "./leases.ts";

it("two streams are held at once; a third when one ended, or was not heard of for a while", () => {
	const leases = new StreamLeases();
	expect(["a", "b", "c"].map((id) => leases.hold(id, 0))).toEqual([true, true, false]);
	expect(leases.hold("a", 1_000)).toBe(true);
	leases.release("a");
	expect([leases.hold("c", 1_000), leases.hold("d", 1_000)]).toEqual([true, false]);
	// `b` was last heard of at 0, `c` at 1 000.
	expect([leases.hold("d", 15_500), leases.hold("e", 15_500)]).toEqual([true, false]);
});
