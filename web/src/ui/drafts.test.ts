import { describe, expect, it } from "vitest";
import { type DraftStorage, Drafts } from "./drafts.ts";

function setUp() {
	const kept = new Map<string, string>([["other", "stays"]]);
	const clock = { now: 0 };
	const storage: DraftStorage = {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
		key: (place) => [...kept.keys()][place] ?? null,
		get length() {
			return kept.size;
		},
	};
	return {
		kept,
		clock,
		drafts: new Drafts(
			() => storage,
			() => clock.now++,
		),
		storage,
	};
}

describe("drafts", () => {
	it("are what was typed last, for each key", () => {
		const { drafts } = setUp();
		drafts.keep("1.comment.7", "Wha");
		drafts.keep("1.comment.7", "What");
		drafts.keep("1.comment.8", "Oh");
		expect([drafts.read("1.comment.7"), drafts.read("1.comment.8"), drafts.read("1.comment.9")]).toEqual(["What", "Oh", undefined]);
		drafts.forget("1.comment.7");
		expect(drafts.read("1.comment.7")).toBeUndefined();
	});

	it("are bounded: the oldest gives way, one that was typed at again is young", () => {
		const { drafts, kept } = setUp();
		for (let n = 0; n < 60; n++) drafts.keep(`d${n}`, n);
		drafts.keep("d0", "again");
		drafts.keep("d60", 60);
		expect(drafts.read("d0")).toBe("again");
		expect(drafts.read("d1")).toBeUndefined();
		expect(kept.size).toBe(61);
		expect(kept.get("other")).toBe("stays");
	});

	it("never stand in the way: storage that is full, forbidden or holds something else", () => {
		const { drafts, kept, storage } = setUp();
		kept.set("reelay.draft.odd", "{not json");
		expect(drafts.read("odd")).toBeUndefined();
		const full = new Drafts(() => ({
			...storage,
			length: 0,
			setItem: () => {
				throw new Error("QuotaExceededError");
			},
		}));
		expect(() => full.keep("a", "b")).not.toThrow();
		const forbidden = new Drafts(() => {
			throw new Error("SecurityError");
		});
		forbidden.keep("a", "b");
		forbidden.forget("a");
		expect(forbidden.read("a")).toBeUndefined();
	});
});
