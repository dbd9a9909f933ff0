import { afterEach, describe, expect, it } from "vitest";
import { PROBLEMS } from "../../../contracts/problems/codes.ts";
import { ApiError, sayProblemsBy, sentenceOf } from "../api/problem.ts";
import { language } from "../language/language.ts";
import { sentenceFor } from "./problemSentences.ts";

/** Asked by operators and programs, which read English. */
const NOT_FOR_PEOPLE = [
	"experiment_not_found",
	"method_not_allowed",
	"dead_letter_unreadable",
	"upgrade_required",
	"track_refused",
	"format_unknown",
	// The desk of those who review is English.
	...[
		"role_required",
		"second_reviewer",
		"case_not_found",
		"case_taken",
		"case_closed",
		"decision_unfit",
		"escalation_refused",
		"operator_unknown",
		"operator_not_found",
		"code_wrong",
	],
];

afterEach(() => {
	language.value = "en";
	sayProblemsBy(() => undefined);
});

describe("what the API refuses", () => {
	it("has a sentence in other languages for every code that people meet", () => {
		language.value = "de";
		expect(
			Object.keys(PROBLEMS)
				.filter((code) => sentenceFor(code) === undefined)
				.toSorted(),
		).toEqual(NOT_FOR_PEOPLE.toSorted());
	});
	it("is told in the language that is shown, in English as the API says it", () => {
		sayProblemsBy(sentenceFor);
		const refused = new ApiError({ code: "user_not_found", status: 404, detail: "There is no such user. The name may have a typo." });
		expect(sentenceOf(refused)).toBe("There is no such user. The name may have a typo.");
		language.value = "de";
		expect(sentenceOf(refused)).toBe("Diesen Nutzer gibt es nicht. Vielleicht ist der Name vertippt.");
	});
	it("is told as the API says it where the code is new", () => {
		language.value = "ja";
		sayProblemsBy(sentenceFor);
		expect(sentenceOf(new ApiError({ code: "of_tomorrow", status: 409, detail: "Not today." }))).toBe("Not today.");
	});
});
