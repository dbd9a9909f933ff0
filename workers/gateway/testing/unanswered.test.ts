import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ENDPOINTS } from "../../../contracts/api.ts";
import { endpoint } from "../../../contracts/endpoint.ts";
import { promises, unanswered } from "./unanswered.ts";

const save = endpoint({
	id: "saveNote",
	method: "POST",
	path: "/api/v1/notes",
	tag: "Notes",
	access: "user",
	status: 201,
	alsoStatus: [200],
	summary: "Keep a note",
	body: z.object({ text: z.string() }),
	answer: z.object({ id: z.string() }),
	problems: ["video_not_found", "rate_limited"],
});

describe("what a contract promises", () => {
	it("is each status, each problem, and who and what is refused; what the gateway alone says is not asked of each", () => {
		expect(promises(save)).toEqual([
			"saveNote 201",
			"saveNote 200",
			"saveNote video_not_found",
			"saveNote unauthenticated",
			"saveNote invalid_fields",
		]);
	});

	it("is asked of every operation: one that no test asked is named", () => {
		const all = new Set(ENDPOINTS.flatMap(promises));
		expect(unanswered(all)).toEqual([]);
		all.delete("like 200");
		expect(unanswered(all)).toEqual(["like 200"]);
	});
});
