import { describe, expect, it } from "vitest";
import { breach } from "./contract.ts";

const problem = (code: string, status: number) => ({
	type: `/docs#problem-${code}`,
	code,
	title: code,
	status,
	detail: "Words.",
	requestId: "r",
});
const SAVE = "/api/v1/videos/1/save";

describe("a made-up answer", () => {
	it.each([
		["an answer as it should be", "POST", SAVE, 200, { saved: true }],
		["no body where there is none", "DELETE", "/api/v1/users/me/history", 204, null],
		["a word of the path before a parameter", "GET", "/api/v1/users/me/saved", 200, { videos: [], nextCursor: null }],
		["a refusal of the operation", "POST", SAVE, 404, problem("video_not_found", 404)],
		["a refusal any operation has", "POST", SAVE, 503, problem("unavailable", 503)],
	])("holds the contract: %s", (_what, method, path, status, body) => {
		expect(breach(method, path, status, body)).toBeNull();
	});
	it.each([
		["an operation there is not", "GET", "/api/v1/nowhere", 200, {}, "no such operation"],
		["another status", "POST", SAVE, 201, { saved: true }, "none of its answers"],
		["a field that is missing", "POST", SAVE, 200, {}, "saved"],
		["a field of another type", "POST", SAVE, 200, { saved: "yes" }, "saved"],
		["a field too many", "POST", SAVE, 200, { saved: true, likeCount: 3 }, ".likeCount"],
		["a body where there is none", "DELETE", "/api/v1/users/me/history", 204, {}, "no body"],
		["a refusal of another operation", "POST", SAVE, 409, problem("username_taken", 409), "never refuses"],
		["a refusal with another status", "POST", SAVE, 400, problem("video_not_found", 400), "answered with 404"],
	])("breaks it: %s", (_what, method, path, status, body, words) => {
		expect(breach(method, path, status, body)).toContain(words);
	});
});
