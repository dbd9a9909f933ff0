import { expect, it } from "vitest";
import { Semaphore } from "./semaphore.ts";

it("gives at most its permits, each again when it was given back, once", () => {
	const semaphore = new Semaphore(2, 1_000);
	const first = semaphore.tryAcquire(0);
	const second = semaphore.tryAcquire(0);
	expect([first, second, semaphore.tryAcquire(0)].map((permit) => permit !== null)).toEqual([true, true, false]);
	first?.();
	first?.();
	expect([semaphore.tryAcquire(1), semaphore.tryAcquire(1)].map((permit) => permit !== null)).toEqual([true, false]);
});

it("a permit whose holder is gone is free after its time, and not given back twice by a holder who comes late", () => {
	const semaphore = new Semaphore(1, 1_000);
	const lost = semaphore.tryAcquire(0);
	expect(semaphore.tryAcquire(999)).toBeNull();
	expect(semaphore.tryAcquire(1_000)).not.toBeNull();
	lost?.();
	expect(semaphore.tryAcquire(1_001)).toBeNull();
});
