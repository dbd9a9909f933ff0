import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createComment } from "../../contracts/comments.ts";
import { recordWatch } from "../../contracts/feed.ts";
import { register, updateMe } from "../../contracts/users.ts";
import { completeUpload, initUpload } from "../../contracts/videos.ts";
import { faultsOf, inWords, sentenceOf } from "./faults.ts";

const faults = (schema: z.ZodType, input: unknown) => {
	const { error } = schema.safeParse(input, { error: inWords });
	return error === undefined ? [] : faultsOf(error, "body");
};
const sentences = (schema: z.ZodType, input: unknown) => faults(schema, input).map(sentenceOf);
const person = { username: "ana", password: "long enough", birthdate: "1990-05-17" };
const file = { filename: "a.mp4", filesize: 1, duration_ms: 2_000 };

describe("what is wrong with a request", () => {
	it.each<[z.ZodType, unknown, string[]]>([
		[register.body, { ...person, birthdate: undefined }, ["birthdate is missing."]],
		[register.body, { ...person, birthdate: "2023-02-29" }, ["birthdate must be a date, as YYYY-MM-DD."]],
		[register.body, { ...person, email: "x" }, ["email must be an e-mail address, like name@example.com."]],
		[register.body, { ...person, username: "._." }, ["A user name has at least one letter or digit."]],
		[createComment.body, { text: " \u200b\u202e " }, ["Write something first."]],
		[createComment.body, { text: "🎬" }, []],
		[updateMe.body, { displayName: "\u2060" }, ["A name has at least one letter, digit or sign."]],
		[initUpload.body, { ...file, filesize: "1" }, ["filesize must be a number."]],
		[initUpload.body, { ...file, filesize: 1.5 }, ["filesize must be a whole number."]],
		[initUpload.body, { ...file, duration_ms: null, videoId: "1" }, ["duration_ms must be a number.", "videoId must be a UUID."]],
		[completeUpload.body, { title: "x".repeat(151) }, ["title must have at most 150 characters."]],
		[completeUpload.body, { visibility: "all" }, ["visibility must be one of: public, followers, private."]],
		[z.object({ count: z.coerce.number().min(1) }), { count: "0" }, ["count must be at least 1."]],
		[register.body, null, ["The body must be an object."]],
	])("is said by the field's name, in words: %#", (schema, input, expected) => expect(sentences(schema, input)).toEqual(expected));

	it("keeps the sentence a schema has of its own", () => {
		expect(sentences(register.body, { ...person, password: "short" })).toEqual(["A password has at least 8 characters."]);
	});

	it("is said of the form that comes closest, where there are several", () => {
		const event = { videoId: "7", watchDuration: 1_000, totalDuration: 2_000 };
		expect(sentences(recordWatch.body, {})).toEqual(["events is missing."]);
		expect(faults(recordWatch.body, { ...event, watchDuration: -1 })).toEqual([
			{ field: "body.watchDuration", message: "This must be at least 0." },
		]);
		expect(sentences(recordWatch.body, { events: [event, { ...event, videoId: "x" }] })).toEqual(["An id is a decimal number."]);
	});
});
