import { beforeEach, describe, expect, it } from "vitest";
import { seeded } from "../../contracts/seeded.ts";
import { userLikes } from "../../db/schema/users.ts";
import { videos } from "../../db/schema/videos.ts";
import { catalogueRows } from "../feed/catalogue-rows.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { engagementRoutes } from "../videos/engagement/routes.ts";
import { socialRoutes } from "./routes.ts";

const call = testApp(engagementRoutes, socialRoutes);
let ann: TestUser;
let bob: TestUser;
beforeEach(async () => {
	[ann, bob] = (await Promise.all([newUser(call), newUser(call)])) as [TestUser, TestUser];
});
const update = (body: object, { token } = ann) => call("PATCH /api/v1/auth/me", { token, body });

describe("links of a profile", () => {
	it("200: are shown to everybody, as they lead", async () => {
		const links = ["example.com/shop", "https://аррӏе.com"];
		const kept = ["https://example.com/shop", "https://xn--80ak6aa92e.com/"];
		expect((await update({ links })).json.user.links).toEqual(kept);
		expect((await call(`GET /api/v1/users/${ann.id}`)).json.user.links).toEqual(kept);
		expect((await update({ links: [] })).json.user.links).toEqual([]);
	});

	it("422: names the one that is wrong", async () => {
		const { json } = await update({ links: ["https://example.com", "javascript:alert(1)"] });
		expect([json.code, json.errors[0].field]).toEqual(["invalid_fields", "body.links.1"]);
	});
});

describe("what somebody likes", () => {
	let ids: string[];
	beforeEach(async () => {
		const { newId, clock, db } = services;
		const rows = catalogueRows({ count: 3, creatorIds: [bob.id], newId, now: clock(), random: seeded(1) });
		for (const row of rows) await db.video(row.id).insert(videos).values(row);
		ids = rows.map(({ id }) => id);
		const likes = ids.map((videoId, at) => ({ userId: ann.id, videoId, createdAt: new Date(services.clock() + at) }));
		await db.user(ann.id).insert(userLikes).values(likes);
	});
	const liked = (viewer?: TestUser, query = "") =>
		call(`GET /api/v1/users/${ann.id}/liked${query}`, viewer === undefined ? {} : { token: viewer.token });

	it("403: is theirs alone to begin with; they see it themselves", async () => {
		expect((await liked(bob)).json).toMatchObject({ code: "forbidden" });
		expect((await liked()).status).toBe(403);
		expect((await liked(ann)).json.videos).toHaveLength(3);
		expect((await call(`GET /api/v1/users/${ann.id}`)).json.user.showsLiked).toBe(false);
	});

	it("200: latest first and page by page, when they show it; and no more when they don't", async () => {
		await update({ showsLiked: true });
		const first = (await liked(undefined, "?limit=2")).json;
		const second = (await liked(undefined, `?limit=2&cursor=${first.nextCursor}`)).json;
		const seen = [...first.videos, ...second.videos].map(({ id }: { id: string }) => id);
		expect(seen).toEqual(ids.toReversed());
		expect((await call(`GET /api/v1/users/${ann.id}`)).json.user.showsLiked).toBe(true);
		await update({ showsLiked: false });
		expect((await liked(bob)).status).toBe(403);
	});

	it("403: of a private account it is for followers, shown or not", async () => {
		await update({ showsLiked: true, isPrivate: true });
		expect((await liked(bob)).json.code).toBe("account_private");
	});

	it("200: leaves out what the viewer may not see", async () => {
		await update({ showsLiked: true });
		await update({ isPrivate: true }, bob);
		expect((await liked()).json.videos).toEqual([]);
		expect((await liked(bob)).json.videos).toHaveLength(3);
	});

	it("422: with a cursor of another list", async () => {
		expect((await liked(ann, "?cursor=no-such-place")).json.code).toBe("invalid_fields");
	});

	it("404: of nobody", async () => {
		expect((await call(`GET /api/v1/users/${services.newId()}/liked`)).json.code).toBe("user_not_found");
	});
});
