import { describe, expect, it } from "vitest";
import { NOTIFICATION_TYPES, type NotificationType } from "../../../contracts/notification-types.ts";
import { groupOf, inWords } from "./grouping.ts";

const GROUPS: Readonly<Record<NotificationType, string | null>> = {
	follow: "follow:all",
	request: null,
	accept: null,
	like: "like:7",
	comment: null,
	reply: null,
	mention: null,
	comment_like: "comment_like:8",
	repost: "repost:7",
	message: "message:1-2",
	milestone: null,
	viral: null,
	video_ready: null,
	video_failed: null,
	verdict: null,
	decision: null,
	report: null,
	account: null,
};

describe("a happening's group", () => {
	it.each(NOTIFICATION_TYPES)("of %s", (type) => {
		expect(groupOf({ type, videoId: "7", commentId: "8", conversationId: "1-2" })).toBe(GROUPS[type]);
	});

	it("is none where it is not known what it is about", () => {
		expect(groupOf({ type: "like" })).toBeNull();
	});
});

describe("who did it", () => {
	it.each([
		[["mia"], 1, "@mia"],
		[["mia", "bob"], 2, "@mia and @bob"],
		[["mia"], 2, "@mia and someone else"],
		[["mia", "bob", "eve"], 3, "@mia and 2 others"],
		[["mia", "bob", "eve"], 13, "@mia and 12 others"],
		[["mia"], 1_001, "@mia and 1000 others"],
		[[], 1, "Someone"],
		[[], 5, "5 people"],
	])("%j, %i in all: %s", (names, count, words) => {
		expect(inWords(names, count)).toBe(words);
	});
});
