import { expect, test } from "vitest";
import { Share } from "./share.ts";

/** `perSecond` lessons would be told if all were; the share that is asked for comes, for so many seconds. */
function run(share: Share, perSecond: number, from: number, seconds: number): void {
	for (let second = 0; second < seconds; second++) share.add(Math.round(perSecond * share.value), from + second * 1000);
}

test("a quiet ranker is told everything", () => {
	const share = new Share();
	run(share, 100, 0, 60);
	expect(share.value).toBe(1);
});

test("a crowd of ten thousand a second is thinned to what one object takes, within seconds", () => {
	const share = new Share();
	run(share, 10_000, 0, 12);
	expect(share.value * 10_000).toBeGreaterThan(300);
	expect(share.value * 10_000).toBeLessThan(700);
});

test("when the crowd is gone, all is told again", () => {
	const share = new Share();
	run(share, 10_000, 0, 20);
	run(share, 50, 20_000, 60);
	expect(share.value).toBe(1);
});
