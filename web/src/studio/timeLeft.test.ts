import { expect, it } from "vitest";
import { timeLeft } from "./timeLeft.ts";

it("estimates without false precision", () => {
	expect([3, 22, 58, 150].map(timeLeft)).toEqual([
		"a few seconds left",
		"about 25 seconds left",
		"about a minute left",
		"about 3 minutes left",
	]);
});
