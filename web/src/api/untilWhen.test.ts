import { afterEach, expect, it } from "vitest";
import { language, locale } from "../language/language.ts";
import { ApiError, sentenceOf } from "./problem.ts";
import { untilWhen } from "./untilWhen.ts";

afterEach(() => {
	language.value = "en";
	locale.value = "en";
});

const EVENING = Date.UTC(2026, 11, 1, 22, 0, 0, 300);

it("says when a day's limit ends, in the reader's words and zone", () => {
	locale.value = "en-US";
	expect(untilWhen(7_200, EVENING, "America/Los_Angeles")).toMatch(/^You can go on from Tuesday( at)? 4:00.PM\.$/);
	language.value = "de";
	locale.value = "de-DE";
	expect(untilWhen(7_200, EVENING, "Asia/Tokyo")).toMatch(/^Weiter geht es ab Mittwoch.*09:00/);
	for (const other of ["es", "ar", "ja"] as const) {
		language.value = other;
		locale.value = other;
		expect(untilWhen(7_200, EVENING, "UTC")).not.toMatch(/[{}]|go on/);
	}
});

it("is part of what is shown for a limit of a day, and of nothing else", () => {
	const refusal = (code: "daily_limit" | "rate_limited") =>
		sentenceOf(new ApiError({ code, status: 429, detail: "Enough.", retryAfterSeconds: 7_200 }));
	expect(refusal("daily_limit")).toMatch(/^Enough\. You can go on from .+\.$/);
	expect(refusal("rate_limited")).toBe("Enough.");
});
