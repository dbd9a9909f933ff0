import { expect, test } from "vitest";
import { comparable, isFlood, SAME_OF_ONE, SAME_OF_YOUNG } from "./flood.ts";

test("words are the same whatever is strewn between them, and short ones are everybody's", () => {
	const one = comparable("Earn MONEY at home: cheap-pills.example!!");
	expect(one).not.toBeNull();
	expect(comparable("earn money   at home cheap pills example 💸")).toBe(one);
	expect(comparable("earn money at home cheap pills example two")).not.toBe(one);
	for (const common of ["Congratulations!", "happy birthday", "first", "😂".repeat(60)]) expect(comparable(common)).toBeNull();
});

test("one person may say the same a few times, young accounts together some more, others as often as they like", () => {
	expect(isFlood({ byOne: SAME_OF_ONE, byYoung: SAME_OF_YOUNG })).toBe(false);
	expect(isFlood({ byOne: SAME_OF_ONE + 1, byYoung: 0 })).toBe(true);
	expect(isFlood({ byOne: 1, byYoung: SAME_OF_YOUNG + 1 })).toBe(true);
	expect(isFlood({ byOne: 1, byYoung: 0 })).toBe(false);
});
