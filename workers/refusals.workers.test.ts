import { describe, expect, it } from "vitest";
import type { ProblemCode } from "../contracts/problems/codes.ts";
import { ROUTERS } from "./app.ts";
import { newUser, type TestUser, testApp } from "./gateway/testing/api.ts";

const call = testApp(...ROUTERS);
/** A UUID that no upload of anybody was begun with. */
const NOBODYS = "0b9c63a0-6a1c-4a0e-9d0b-2f3c4d5e6f70";

/** What operations refuse before they look at anything: the field at fault, by what is said about it. */
const REFUSED: Readonly<Record<`${string} /${string}`, unknown>> = {
	"DELETE /api/v1/auth/sessions?keep=most": undefined,
	"POST /api/v1/videos/4711/upload/complete": { title: "x".repeat(1_000) },
	"PATCH /api/v1/videos/4711": { visibility: "secret" },
	"DELETE /api/v1/videos/4711?undoable=perhaps": undefined,
	"POST /api/v1/videos/4711/share": { channel: "pigeon" },
	"POST /api/v1/feed/4711/not-interested": { scope: "everything" },
	"POST /api/v1/notifications/read": { upTo: "the last" },
	"GET /api/v1/videos/4711/comments/4712/replies?limit=many": undefined,
	"GET /api/v1/users/me/mentions?videoId=that": undefined,
	"PATCH /api/v1/conversations/1-2": { name: " " },
	"PUT /api/v1/conversations/1-2/mute": { until: "tomorrow" },
	"PATCH /api/v1/messages/settings": { whoMayWrite: "strangers" },
	"GET /api/v1/trending?country=DEU": undefined,
	"GET /api/v1/hashtag/dance/videos?limit=61": undefined,
	"GET /api/v1/collections?videoId=that": undefined,
	"GET /api/v1/collections/4711/videos?limit=0": undefined,
	"GET /api/v1/sounds?genre=polka": undefined,
	"POST /api/v1/reports": { subject: { kind: "video", videoId: "4711" }, reason: "dull" },
	"GET /api/v1/reports?limit=0": undefined,
	"GET /api/v1/users/me/decisions?videoId=that": undefined,
	"POST /api/v1/reports/4711/appeal": { text: "no" },
	"GET /api/v1/users/me/sounds?limit=0": undefined,
	"GET /api/v1/shared-collections/AAAAAAAAAAAAAAAAAAAAAA?limit=0": undefined,
};

/** What can be taken back from a video by a name that names none of one's own. */
const TAKEN_BACK = [
	`DELETE /api/v1/videos/${NOBODYS}/like`,
	`DELETE /api/v1/videos/${NOBODYS}/save`,
	`DELETE /api/v1/videos/${NOBODYS}/pin`,
	`DELETE /api/v1/videos/${NOBODYS}/repost`,
	`DELETE /api/v1/videos/${NOBODYS}/comments/4711/like`,
] as const;

describe("what is refused", () => {
	let user: TestUser | undefined;
	const refusal = async (operation: `${string} /${string}`, body?: unknown): Promise<ProblemCode> => {
		user ??= await newUser(call);
		return (await call(operation, { token: user.token, body })).json.code;
	};

	it.each(Object.entries(REFUSED) as [`${string} /${string}`, unknown][])("422: %s", async (operation, body) => {
		expect(await refusal(operation, body)).toBe("invalid_fields");
	});

	it.each(TAKEN_BACK)("404: %s, of no video", async (operation) => {
		expect(await refusal(operation)).toBe("video_not_found");
	});

	it("403: nobody unblocks themselves", async () => {
		user ??= await newUser(call);
		expect(await refusal(`DELETE /api/v1/users/${user.id}/block`)).toBe("forbidden");
	});
});
