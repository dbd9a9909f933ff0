import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { COLLECTION_VIDEOS_MAX, COLLECTIONS_MAX, UNDO_DELETE_MS } from "../../contracts/limits.ts";
import { collections, collectionVideos, profiles } from "../../db/schema/users.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { emit } from "../platform/events.ts";
import { socialRoutes } from "../social/routes.ts";
import { engagementRoutes } from "../videos/engagement/routes.ts";
import { collectionRoutes } from "./routes.ts";

const call = testApp(collectionRoutes, engagementRoutes, socialRoutes);
let owner: TestUser;
let other: TestUser;

const ids = async (count: number, visibility: "public" | "followers" = "public") =>
	(await seedCatalogue(services, { count, creators: 1, overrides: { visibility } })).records.map(({ id }) => id);
const ask = (operation: `${string} /${string}`, by: TestUser | undefined = owner, body?: unknown) =>
	call(operation, { ...(by === undefined ? {} : { token: by.token }), ...(body === undefined ? {} : { body }) });
const create = async (name: string, clientId = crypto.randomUUID()) =>
	(await ask("POST /api/v1/collections", owner, { name, clientId })).json.collection;
const add = (id: string, videoId: string, by = owner) => ask(`PUT /api/v1/collections/${id}/videos/${videoId}`, by);
const names = async () => (await ask("GET /api/v1/collections")).json.collections.map(({ name }: { name: string }) => name);
const videosOf = async (id: string, query = "") =>
	(await ask(`GET /api/v1/collections/${id}/videos${query}`)).json.videos.map((video: { id: string }) => video.id);

beforeEach(async () => {
	[owner, other] = (await Promise.all([newUser(call), newUser(call)])) as [TestUser, TestUser];
});

describe("collections", () => {
	it("201, 200: are begun once per client id, renamed, ordered, and latest first where nothing was said", async () => {
		const clientId = crypto.randomUUID();
		const answers = await Promise.all([1, 2].map(() => ask("POST /api/v1/collections", owner, { name: " Tea ", clientId })));
		expect(new Set(answers.map(({ json }) => json.collection.id)).size).toBe(1);
		expect(answers[0]?.json.collection).toMatchObject({ name: "Tea", videoCount: 0, covers: [], link: null });
		const [sea, dance] = [await create("Sea"), await create("Dance")];
		expect(await names()).toEqual(["Dance", "Sea", "Tea"]);
		expect((await ask("PUT /api/v1/collections/order", owner, { ids: [sea.id, dance.id] })).status).toBe(204);
		expect(await names()).toEqual(["Sea", "Dance", "Tea"]);
		expect((await ask(`PATCH /api/v1/collections/${sea.id}`, owner, { name: "The sea" })).json.collection.name).toBe("The sea");
		expect(await names()).toEqual(["The sea", "Dance", "Tea"]);
	});

	it("hold favourites: putting one in keeps it, taking it from the favourites takes it out", async () => {
		const [a, b] = (await ids(2)) as [string, string];
		const { id } = await create("Tea");
		expect((await add(id, a)).json.collection).toMatchObject({ videoCount: 1 });
		expect((await add(id, a)).json.collection.covers).toHaveLength(1);
		await add(id, b);
		expect(await videosOf(id)).toEqual([b, a]);
		expect((await ask("GET /api/v1/users/me/saved")).json.videos).toHaveLength(2);
		const { json } = await ask(`GET /api/v1/collections?videoId=${a}`);
		expect(json.collections).toMatchObject([{ id, has: true, videoCount: 2 }]);
		expect((await ask(`PUT /api/v1/collections/${id}/order`, owner, { ids: [a, b] })).status).toBe(204);
		expect(await videosOf(id)).toEqual([a, b]);
		const first = (await ask(`GET /api/v1/collections/${id}/videos?limit=1`)).json;
		expect(await videosOf(id, `?limit=1&cursor=${first.nextCursor}`)).toEqual([b]);
		await ask(`DELETE /api/v1/videos/${a}/save`);
		expect(await videosOf(id)).toEqual([b]);
		expect((await ask(`DELETE /api/v1/collections/${id}/videos/${b}`)).json.collection.videoCount).toBe(0);
		expect((await ask("GET /api/v1/users/me/saved")).json.videos).toHaveLength(1);
	});

	it("204, 200: a deletion is undone within its time as it was, link included, and not after", async () => {
		const [a] = (await ids(1)) as [string];
		const { id } = await create("Tea");
		await add(id, a);
		const { link } = (await ask(`PUT /api/v1/collections/${id}/link`)).json.collection;
		expect((await ask(`DELETE /api/v1/collections/${id}`)).status).toBe(204);
		expect([await names(), (await ask(`GET /api/v1/shared-collections/${link}`)).status]).toEqual([[], 404]);
		expect((await ask(`POST /api/v1/collections/${id}/restore`)).json.collection).toMatchObject({ videoCount: 1, link });
		await ask(`DELETE /api/v1/collections/${id}`);
		const long = new Date(services.clock() - UNDO_DELETE_MS - 1_000);
		await services.db.user(owner.id).update(collections).set({ deletedAt: long }).where(eq(collections.id, id));
		expect((await ask(`POST /api/v1/collections/${id}/restore`)).json.code).toBe("collection_not_found");
		await create("Another");
		expect(await services.db.user(owner.id).select().from(collectionVideos).where(eq(collectionVideos.collectionId, id))).toEqual([]);
	});

	it("401, 404, 409, 422: are nobody else's, and bounded", async () => {
		const [a] = (await ids(1)) as [string];
		const { id } = await create("Tea");
		expect((await call("GET /api/v1/collections")).status).toBe(401);
		for (const [method, path, body] of [
			["PATCH", "", { name: "Mine" }],
			["DELETE", "", undefined],
			["POST", "/restore", undefined],
			["GET", "/videos", undefined],
			["PUT", `/videos/${a}`, undefined],
			["DELETE", `/videos/${a}`, undefined],
			["PUT", "/order", { ids: [] }],
			["PUT", "/link", undefined],
			["DELETE", "/link", undefined],
		] as const) {
			const path_ = `${method} /api/v1/collections/${id}${path}` as `${string} /${string}`;
			const { json } = await ask(path_, other, body);
			expect(json.code, `${method} ${path}`).toBe("collection_not_found");
		}
		expect((await add(id, "4711")).json.code).toBe("video_not_found");
		expect((await ask("POST /api/v1/collections", owner, { name: " ", clientId: crypto.randomUUID() })).status).toBe(422);
		const rows = Array.from({ length: COLLECTIONS_MAX - 1 }, (_, place) => ({
			id: services.newId(),
			userId: owner.id,
			name: "x",
			place,
			clientId: crypto.randomUUID(),
		}));
		await services.db.user(owner.id).insert(collections).values(rows);
		expect((await ask("POST /api/v1/collections", owner, { name: "One more", clientId: crypto.randomUUID() })).json.code).toBe(
			"collections_full",
		);
	});

	it("200: begun again by the same client id, it is the one there is", async () => {
		const wanted = { name: "Tea", clientId: crypto.randomUUID() };
		const [first, second] = [await ask("POST /api/v1/collections", owner, wanted), await ask("POST /api/v1/collections", owner, wanted)];
		expect([first.status, second.status]).toEqual([201, 200]);
		expect(second.json).toEqual(first.json);
	});

	it("404, 409: what names no video of one's own can't be taken out, and a full one takes no more", async () => {
		const [a] = (await ids(1)) as [string];
		const { id } = await create("Tea");
		expect((await ask(`DELETE /api/v1/collections/${id}/videos/${crypto.randomUUID()}`)).json.code).toBe("video_not_found");
		const at = new Date(services.clock());
		const rows = Array.from({ length: COLLECTION_VIDEOS_MAX }, (_, place) => ({
			collectionId: id,
			userId: owner.id,
			videoId: services.newId(),
			place,
			addedAt: at,
		}));
		await services.db.user(owner.id).insert(collectionVideos).values(rows);
		expect((await add(id, a)).json.code).toBe("collections_full");
	});

	it("go with who leaves", async () => {
		const [a] = (await ids(1)) as [string];
		await add((await create("Tea")).id, a);
		await emit(services, "erased", { userId: owner.id });
		const database = services.db.user(owner.id);
		expect(await database.select().from(collections).where(eq(collections.userId, owner.id))).toEqual([]);
		expect(await database.select().from(collectionVideos).where(eq(collectionVideos.userId, owner.id))).toEqual([]);
	});
});

describe("a link to a collection", () => {
	const shared = (link: string, by?: TestUser) =>
		call(`GET /api/v1/shared-collections/${link}`, by === undefined ? {} : { token: by.token });

	it("200: shows guests what they may see, until it is taken back; a new one is another", async () => {
		const [open] = (await ids(1)) as [string];
		const [hidden] = (await ids(1, "followers")) as [string];
		const { id } = await create("Tea");
		await add(id, open);
		await services.db.user(owner.id).insert(collectionVideos).values({ collectionId: id, userId: owner.id, videoId: hidden, place: 9 });
		const { link } = (await ask(`PUT /api/v1/collections/${id}/link`)).json.collection;
		expect((await ask(`PUT /api/v1/collections/${id}/link`)).json.collection.link).toBe(link);
		const { status, json } = await shared(link);
		expect(status).toBe(200);
		expect(json).toMatchObject({ collection: { name: "Tea" }, owner: { id: owner.id }, videos: [{ id: open }], nextCursor: null });
		expect((await ask(`DELETE /api/v1/collections/${id}/link`)).json.collection.link).toBeNull();
		expect((await shared(link)).json.code).toBe("collection_not_found");
		expect((await ask(`PUT /api/v1/collections/${id}/link`)).json.collection.link).not.toBe(link);
	});

	it("404: shows nothing to whom its owner blocked, of a private account to strangers, and for no link", async () => {
		const { id } = await create("Tea");
		const { link } = (await ask(`PUT /api/v1/collections/${id}/link`)).json.collection;
		await call(`POST /api/v1/users/${other.id}/block`, { token: owner.token });
		expect((await shared(link, other)).json.code).toBe("collection_not_found");
		await services.db.user(owner.id).update(profiles).set({ isPrivate: true }).where(eq(profiles.userId, owner.id));
		expect((await shared(link)).json.code).toBe("collection_not_found");
		expect((await shared(link, owner)).status).toBe(200);
		for (const wrong of ["x", `${owner.id}-`, `${owner.id}-${"a".repeat(22)}`, `${other.id}-${link.split("-")[1]}`])
			expect((await shared(wrong)).json.code).toBe("collection_not_found");
	});
});
