import { expect, test } from "vitest";
import { dailyLimit, tooManyRequests } from "../../contracts/problems/limits.ts";
import { problemResponse } from "./problem.ts";
import { quotaFields } from "./quota-fields.ts";

test("a limit that is counted in whole numbers says which, how much and for how long, as the draft writes it", () => {
	const { status, headers } = problemResponse(dailyLimit("like", 500, 120), "request-1");
	expect([status, headers.get("retry-after")]).toEqual([429, "120"]);
	expect(headers.get("ratelimit-policy")).toBe('"like-day";q=500;w=86400');
	expect(headers.get("ratelimit")).toBe('"like-day";r=0;t=120');
});

test("one that is approximate claims no rest", () => {
	const { headers } = problemResponse(tooManyRequests(60), "request-1");
	expect([headers.get("retry-after"), headers.has("ratelimit"), headers.has("ratelimit-policy")]).toEqual(["60", false, false]);
});

test("what is left is told of each limit that was asked, the scarcest first", () => {
	const like = { policy: "like-day", most: 500, windowSeconds: 86_400, left: 499, resetSeconds: 60 };
	const report = { policy: "report-day", most: 60, windowSeconds: 86_400, left: 1, resetSeconds: 120 };
	expect(quotaFields([like, report])).toEqual([
		["ratelimit-policy", '"report-day";q=60;w=86400, "like-day";q=500;w=86400'],
		["ratelimit", '"report-day";r=1;t=120, "like-day";r=499;t=60'],
	]);
	expect(quotaFields([])).toEqual([]);
});
