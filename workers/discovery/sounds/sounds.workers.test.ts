import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Sound } from "../../../contracts/sounds.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { soundSaves } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { ROUTERS } from "../../app.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { listSounds } from "./library.ts";
import { getSound } from "./page.ts";
import { servePreview } from "./serve.ts";
import { original, track, uses } from "./sounds.fixture.ts";

const call = testApp(...ROUTERS);
const GUEST = { kind: "guest", guestId: "1" } as const;
let owner: TestUser;
let other: TestUser;

const ask = (operation: `${string} /${string}`, by: TestUser | null = owner, body?: unknown) =>
	call(operation, { ...(by === null ? {} : { token: by.token }), ...(body === undefined ? {} : { body }) });
const page = async (id: string, by: TestUser | null = other) => (await ask(`GET /api/v1/sounds/${id}`, by)).json;
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
/** What the library has of these, seen from a country. */
const offered = async (country: string | null, q: string): Promise<string[]> =>
	idsOf((await listSounds(services, { viewer: GUEST, country }, { q, limit: 60 })).sounds);

beforeEach(async () => {
	[owner, other] = (await Promise.all([newUser(call), newUser(call)])) as [TestUser, TestUser];
});

describe("the library", () => {
	it("200: is searched by words of title and artist, genre and mood, and read page by page, most used first", async () => {
		const artist = `Band ${crypto.randomUUID()}`;
		const first = await track(services, { artist, title: "Night 100%", genre: "jazz", mood: "calm", videoCount: 3 });
		const second = await track(services, { artist, title: "Night train", genre: "jazz", mood: "dark", videoCount: 2 });
		const third = await track(services, { artist, title: "Morning", genre: "rock", mood: "dark", videoCount: 1 });
		const list = async (query: string) => (await ask(`GET /api/v1/sounds?${query}`, null)).json;
		const q = encodeURIComponent(artist);
		expect(idsOf((await list(`q=${q}`)).sounds)).toEqual([first, second, third]);
		expect(idsOf((await list(`q=night%20${q}`)).sounds)).toEqual([first, second]);
		expect(idsOf((await list(`q=${encodeURIComponent("100% ")}${q}`)).sounds)).toEqual([first]);
		expect(idsOf((await list(`q=${q}&genre=jazz&mood=dark`)).sounds)).toEqual([second]);
		expect((await list(`q=${q}%20nothing`)).sounds).toEqual([]);
		const begun = await list(`q=${q}&limit=2`);
		expect(idsOf(begun.sounds)).toEqual([first, second]);
		expect(await list(`q=${q}&limit=2&cursor=${begun.nextCursor}`)).toMatchObject({ sounds: [{ id: third }], nextCursor: null });
	});

	it("offers a track only where it is licensed, and nobody one whose batch is not complete", async () => {
		const artist = `Band ${crypto.randomUUID()}`;
		const free = await track(services, { artist, videoCount: 3 });
		const licensed = await track(services, { artist, videoCount: 2, licenseType: "licensed", territories: ["DE", "AT"] });
		const restricted = await track(services, { artist, videoCount: 1, licenseType: "restricted", territories: ["FR"] });
		await track(services, { artist, licenseType: "restricted", territories: null });
		await track(services, { artist, offeredAt: null });
		expect(await offered("DE", artist)).toEqual([free, licensed]);
		expect(await offered("FR", artist)).toEqual([free, restricted]);
		expect(await offered("US", artist)).toEqual([free]);
		expect(await offered(null, artist)).toEqual([free]);
		expect(await getSound(services, { viewer: GUEST, country: "DE" }, restricted)).toMatchObject({ usable: false, previewUrl: null });
		expect(await getSound(services, { viewer: GUEST, country: "FR" }, restricted)).toMatchObject({ usable: true });
	});

	it("200, 206, 304, 404: plays previews where they may be heard, in parts too", async () => {
		const id = await track(services, { licenseType: "licensed", territories: ["DE"] });
		const listener = { viewer: GUEST, country: "DE" };
		const url = (await getSound(services, listener, id)).previewUrl ?? "";
		const [, , soundId = "", audio = ""] = url.split("/");
		const serve = (headers: Record<string, string>, country: string | null = "DE", name = audio) =>
			servePreview(services, new Request(`https://reelay.test${url}`, { headers }), { soundId, audio: name }, country);
		const whole = await serve({});
		expect([whole.status, whole.headers.get("content-type"), (await whole.arrayBuffer()).byteLength]).toEqual([200, "audio/mp4", 1_000]);
		expect(whole.headers.get("cache-control")).toBe("private, max-age=3600");
		const part = await serve({ range: "bytes=10-19" });
		expect([part.status, part.headers.get("content-range"), (await part.arrayBuffer()).byteLength]).toEqual([206, "bytes 10-19/1000", 10]);
		expect((await serve({ "if-none-match": whole.headers.get("etag") ?? "" })).status).toBe(304);
		const refused = expect.objectContaining({ code: "sound_not_found" });
		await expect(serve({}, "US")).rejects.toEqual(refused);
		await expect(serve({}, "DE", crypto.randomUUID())).rejects.toEqual(refused);
		expect((await call(`GET ${url}` as `${string} /${string}`)).status).toBe(404);
	});
});

describe("an original sound", () => {
	it("200: is named after its creator until they rename it; videos say so", async () => {
		const id = await original(services, owner.id);
		const title = `original sound – @${owner.user.username}`;
		const { sound } = await page(id);
		expect(sound).toMatchObject({ id, title, isOriginal: true, videoCount: 1, usable: true, own: null, creator: { id: owner.id } });
		expect(sound.previewUrl).toMatch(new RegExp(`/${id}/g1/preview\\.m4a$`));
		expect((await ask(`GET /api/v1/videos/${id}`, other)).json.video.sound).toMatchObject({ id, title });
		const renamed = await ask(`PATCH /api/v1/sounds/${id}`, owner, { title: " My tune " });
		expect(renamed).toMatchObject({ status: 200, json: { sound: { title: "My tune", own: { off: false } } } });
		expect((await ask(`GET /api/v1/videos/${id}`, other)).json.video.sound).toMatchObject({ title: "My tune" });
		expect((await ask(`PATCH /api/v1/sounds/${id}`, owner, { title: " " })).status).toBe(422);
	});

	it("404: turned off it is its creator's alone, on cards too, until it is turned on", async () => {
		const id = await original(services, owner.id);
		const [used = ""] = await uses(services, id, [5]);
		expect((await ask(`PATCH /api/v1/sounds/${id}`, owner, { off: true })).json.sound.own).toEqual({ off: true });
		expect((await page(id)).code).toBe("sound_not_found");
		expect((await page(id, owner)).sound.own).toEqual({ off: true });
		for (const videoId of [id, used]) expect((await ask(`GET /api/v1/videos/${videoId}`, other)).json.video.sound).toBeUndefined();
		await ask(`PATCH /api/v1/sounds/${id}`, owner, { off: false });
		expect((await page(id)).sound.usable).toBe(true);
	});

	it("404: is as visible as its video: private, for followers, blocked, deleted, of a private account", async () => {
		const id = await original(services, owner.id);
		const [used = ""] = await uses(services, id, [5]);
		const set = async (values: Partial<typeof videos.$inferInsert>) => {
			await services.db.video(id).update(videos).set(values).where(eq(videos.id, id));
			await invalidateVideo(services, id);
		};
		const isSeen = async (by: TestUser | null) => {
			const card = (await ask(`GET /api/v1/videos/${used}`, by)).json.video;
			return [(await page(id, by)).sound !== undefined, card.sound !== undefined];
		};
		for (const by of [null, other, owner]) expect(await isSeen(by)).toEqual([true, true]);
		await set({ visibility: "followers" });
		expect([await isSeen(other), await isSeen(owner)]).toEqual([
			[false, false],
			[true, true],
		]);
		await ask(`POST /api/v1/users/${owner.id}/follow`, other);
		expect(await isSeen(other)).toEqual([true, true]);
		// Who follows may hear it with its video, not carry it elsewhere.
		expect((await page(id)).sound).toMatchObject({ usable: false, previewUrl: null });
		await set({ visibility: "public", creatorPrivate: true });
		expect(await isSeen(null)).toEqual([false, false]);
		await set({ creatorPrivate: false });
		await ask(`POST /api/v1/users/${other.id}/block`, owner);
		expect(await isSeen(other)).toEqual([false, false]);
		await set({ status: "deleted" });
		expect(await isSeen(owner)).toEqual([false, false]);
	});

	it("404: nobody else renames it, and nobody a track of the library", async () => {
		const [id, library] = [await original(services, owner.id), await track(services)];
		for (const [sound, by] of [
			[id, other],
			[library, owner],
		] as const)
			expect((await ask(`PATCH /api/v1/sounds/${sound}`, by, { title: "Mine" })).json.code).toBe("sound_not_found");
		expect((await call(`PATCH /api/v1/sounds/${id}`, { body: { title: "Mine" } })).status).toBe(401);
		expect((await page(id)).sound.title).toContain("original sound");
	});

	it("goes with its video; while others' videos name it, an empty row stays that says nothing", async () => {
		const [alone, used] = [await original(services, owner.id), await original(services, owner.id)];
		const [video = ""] = await uses(services, used, [5]);
		await ask(`PATCH /api/v1/sounds/${used}`, owner, { title: "Mine" });
		const rowOf = async (id: string) => (await services.db.directory().select().from(sounds).where(eq(sounds.id, id)))[0];
		for (const id of [alone, used, used]) {
			await emit(services, "removed", { videoId: id, userId: owner.id, first: true });
			for (const by of [owner, other]) expect((await page(id, by)).code).toBe("sound_not_found");
		}
		expect(await rowOf(alone)).toBeUndefined();
		expect(await rowOf(used)).toMatchObject({ creatorId: null, title: "", fingerprint: null, peaks: [], offeredAt: null });
		expect((await ask(`GET /api/v1/videos/${video}`, other)).json.video.sound).toBeUndefined();
	});
});

describe("videos that use a sound", () => {
	it("200: by reach, page by page, as far as the viewer may see them; counted are those for everyone", async () => {
		const id = await track(services);
		const [low, high, middle] = await uses(services, id, [1, 9, 4]);
		const [hidden = ""] = await uses(services, id, [7]);
		await services.db.video(hidden).update(videos).set({ visibility: "private" }).where(eq(videos.id, hidden));
		await invalidateVideo(services, hidden);
		await emit(services, "changed", { videoId: hidden, userId: null, what: "audience" });
		const list = async (query: string) => (await ask(`GET /api/v1/sounds/${id}/videos?${query}`, null)).json;
		const first = await list("limit=2");
		expect(idsOf(first.videos)).toEqual([high, middle]);
		expect(idsOf((await list(`limit=2&cursor=${first.nextCursor}`)).videos)).toEqual([low]);
		expect((await page(id)).sound.videoCount).toBe(3);
		expect(first.videos[0]).toMatchObject({ musicId: id, sound: { id, artistName: "The Testers" } });
	});

	it("404, 422: of no sound, and at no such place", async () => {
		expect((await ask("GET /api/v1/sounds/4711/videos")).json.code).toBe("sound_not_found");
		expect((await ask(`GET /api/v1/sounds/${await track(services)}/videos?cursor=here`)).status).toBe(422);
	});

	it("are counted without those of who is leaving", async () => {
		const id = await track(services);
		const [video = ""] = await uses(services, id, [3]);
		const [row] = await services.db.video(video).select({ userId: videos.userId }).from(videos).where(eq(videos.id, video));
		await emit(services, "left", { userId: row?.userId ?? "" });
		expect((await page(id)).sound.videoCount).toBe(0);
		await emit(services, "returned", { userId: row?.userId ?? "" });
		expect((await page(id)).sound.videoCount).toBe(1);
	});
});

describe("search", () => {
	it("finds tracks and named originals by their words, and not what was turned off or may not be seen", async () => {
		const word = `w${crypto.randomUUID()}`;
		const one = await track(services, { title: `Tide ${word}`, videoCount: 2 });
		const two = await original(services, owner.id);
		await ask(`PATCH /api/v1/sounds/${two}`, owner, { title: `Harbour ${word}` });
		const found = async (query = "") => (await ask(`GET /api/v1/search?q=${word}&type=sounds${query}`, other)).json;
		expect(await found()).toMatchObject({ sounds: [{ id: one }, { id: two }], nothingFound: false });
		const first = await found("&limit=1");
		expect(idsOf((await found(`&limit=1&cursor=${first.nextCursor}`)).sounds)).toEqual([two]);
		await ask(`PATCH /api/v1/sounds/${two}`, owner, { off: true });
		expect(idsOf((await found()).sounds)).toEqual([one]);
		expect(idsOf((await ask(`GET /api/v1/search?q=${word}`, other)).json.sounds)).toEqual([one]);
	});
});

describe("favourites", () => {
	it("200: once each, latest first, private, and without what may not be seen any more", async () => {
		const [a, b, c] = [await track(services), await track(services), await original(services, owner.id)];
		for (const id of [a, b, c, a]) expect((await ask(`PUT /api/v1/sounds/${id}/save`, other)).json).toEqual({ saved: true });
		const list = async (query = "") => (await ask(`GET /api/v1/users/me/sounds${query}`, other)).json;
		expect(idsOf((await list()).sounds)).toEqual([c, b, a]);
		expect((await list()).sounds.every(({ saved }: Sound) => saved)).toBe(true);
		const first = await list("?limit=2");
		expect(idsOf((await list(`?limit=2&cursor=${first.nextCursor}`)).sounds)).toEqual([a]);
		expect((await page(a, owner)).sound.saved).toBe(false);
		await ask(`PATCH /api/v1/sounds/${c}`, owner, { off: true });
		expect(idsOf((await list()).sounds)).toEqual([b, a]);
		for (const id of [b, b, c, "4711"]) expect((await ask(`DELETE /api/v1/sounds/${id}/save`, other)).json).toEqual({ saved: false });
		expect(idsOf((await list()).sounds)).toEqual([a]);
		await emit(services, "erased", { userId: other.id });
		expect(await services.db.user(other.id).select().from(soundSaves).where(eq(soundSaves.userId, other.id))).toEqual([]);
	});

	it("401, 404: nobody's without an account, and of nothing that is not there", async () => {
		const id = await track(services);
		expect((await ask(`PUT /api/v1/sounds/${id}/save`, null)).status).toBe(401);
		expect((await ask("PUT /api/v1/sounds/4711/save")).json.code).toBe("sound_not_found");
		expect((await ask("GET /api/v1/sounds/abc")).status).toBe(404);
		expect((await ask("GET /api/v1/users/me/sounds", null)).status).toBe(401);
	});
});
