import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";
import { LANGUAGES } from "./concepts.ts";
import { QUERIES } from "./queries.ts";
import { ndcg } from "./report.ts";

const videos = catalogue();

describe("the measured set of searches", () => {
	it("has at least 80 queries in three languages, all kinds of trouble among them, and 2 000 documents", () => {
		expect(QUERIES.length).toBeGreaterThanOrEqual(80);
		expect(videos.length).toBeGreaterThanOrEqual(2_000);
		for (const language of LANGUAGES) expect(QUERIES.filter((query) => query.language === language).length).toBeGreaterThan(20);
		expect(new Set(QUERIES.map((query) => query.case))).toEqual(
			new Set(["plain", "two words", "typo", "synonym", "beginning", "infix", "dash", "joined", "hashtag", "accent", "demo"]),
		);
	});

	it("is the same every time, and each query but a few is answered by some document", () => {
		expect(catalogue()).toEqual(videos);
		const unanswered = QUERIES.filter((query) => videos.every((video) => query.grade(video) === 0)).map(({ text }) => text);
		expect(unanswered.length).toBeLessThan(QUERIES.length / 20);
	});

	it("counts the best order as 1, none as 0, and a worse one between", () => {
		const byId = new Map(videos.map((video) => [video.id, video]));
		const query = QUERIES.find(({ text }) => text === "cat");
		if (query === undefined) throw new Error("no such query");
		const best = [...videos].sort((a, b) => query.grade(b) - query.grade(a)).map(({ id }) => id);
		expect(ndcg(best, query, byId)).toBeCloseTo(1);
		expect(ndcg([], query, byId)).toBe(0);
		expect(ndcg(best.slice(5, 8), query, byId)).toBeLessThan(1);
	});
});
