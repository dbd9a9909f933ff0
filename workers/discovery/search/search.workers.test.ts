import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SearchPage } from "../../../contracts/search.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { formerUsernames } from "../../../db/schema/directory.ts";
import { searchDocuments } from "../../../db/schema/search.ts";
import { profiles } from "../../../db/schema/users.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { emit } from "../../platform/events.ts";
import { socialRoutes } from "../../social/routes.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { track } from "../sounds/sounds.fixture.ts";
import { indexForSearch } from "./documents/follow.ts";
import { searchRoutes } from "./routes.ts";

const call = testApp(searchRoutes, socialRoutes);
let owner: TestUser;
/** A word that no other file of the lane has. */
let word: string;
const letters = (count: number) => Array.from({ length: count }, () => "bcdfghklmnprstvz"[Math.floor(Math.random() * 16)]).join("");

beforeEach(async () => {
	owner = await newUser(call);
	word = `q${letters(9)}`;
});

async function publish(words: Partial<typeof videos.$inferInsert>, by = owner): Promise<string> {
	const { newId, clock, db } = services;
	const [row] = catalogueRows({ count: 1, creatorIds: [by.id], newId, now: clock(), random: seeded(1) });
	if (row === undefined) throw new Error("no row");
	await db
		.video(row.id)
		.insert(videos)
		.values({ ...row, title: "", description: "", hashtags: [], ...words });
	expect(await emit(services, "published", { videoId: row.id, userId: by.id, news: null })).toEqual([]);
	return row.id;
}
const change = async (id: string, set: Partial<typeof videos.$inferInsert>, what: "words" | "audience") => {
	await services.db
		.video(id)
		.update(videos)
		.set({ ...set, changedAt: new Date(services.clock()) })
		.where(eq(videos.id, id));
	await invalidateVideo(services, id);
	await emit(services, "changed", { videoId: id, userId: owner.id, what });
};
async function search(q: string, more = "", viewer?: TestUser): Promise<SearchPage> {
	const { status, json } = await call(
		`GET /api/v1/search?q=${encodeURIComponent(q)}${more}`,
		viewer === undefined ? {} : { token: viewer.token },
	);
	expect(status).toBe(200);
	return json as unknown as SearchPage;
}
const found = async (q: string, viewer?: TestUser) => (await search(q, "&type=videos", viewer)).videos.map(({ id }) => id);

describe("searching videos", () => {
	it("200: title before hashtag before description, from the moment it is published", async () => {
		const inDescription = await publish({ description: `all about ${word}` });
		const inTag = await publish({ hashtags: [word] });
		const inTitle = await publish({ title: `My ${word}` });
		expect(await found(word)).toEqual([inTitle, inTag, inDescription]);
	});

	it("200: with a typo, by its beginning, by its middle, and says what was likely meant", async () => {
		const id = await publish({ title: `The ${word} song` });
		const mistyped = `${word.slice(0, 4)}x${word.slice(5)}`;
		expect(await search(mistyped, "&type=videos")).toMatchObject({ videos: [{ id }], didYouMean: word });
		expect(await found(word.slice(0, 6))).toEqual([id]);
		expect(await found(word.slice(2, 9))).toEqual([id]);
		expect((await search(word, "&type=videos")).didYouMean).toBeNull();
	});

	it.each([
		["a dash", "lo-fi", "lofi"],
		["a dash that was left out", "lofi", "lo-fi"],
		["accents", "Cafe", "CAFÉ"],
		["another plural", "sunset", "sunsets"],
	])("200: %s makes no difference", async (_, asked, titled) => {
		const id = await publish({ title: `${word} ${titled}` });
		expect(await found(`${word} ${asked}`)).toContain(id);
	});

	it("200: Japanese by its pairs of letters, with the particle between them or without", async () => {
		const id = await publish({ title: `${word} 東京タワーの夜景` });
		for (const asked of ["夜景", "東京", "東京タワー"]) expect((await found(`${word} ${asked}`))[0]).toBe(id);
	});

	it("200: by what is meant, where no word of it stands there, in another language, too", async () => {
		const id = await publish({ title: "Kitten asleep in a basket", description: word });
		const ids = [await found(`${word} cat`), await found(`${word} Katze`), await found(`${word} 猫`)];
		for (const list of ids) expect(list[0]).toBe(id);
	});

	it("200: new words count at once, those before them no more", async () => {
		const id = await publish({ title: word });
		const other = `q${letters(9)}`;
		await change(id, { title: other }, "words");
		expect(await found(other)).toEqual([id]);
		expect((await search(word, "&type=videos")).nothingFound).toBe(true);
	});

	it("200: nothing that is not for everyone, or whose creator the viewer blocked; the page is full all the same", async () => {
		const [stranger, viewer] = [await newUser(call), await newUser(call)];
		const blocked = await Promise.all([1, 2, 3].map(() => publish({ title: word }, stranger)));
		const hidden = await publish({ title: word });
		const shown = [await publish({ title: `${word} of mine` }), await publish({ title: `${word} of mine` })];
		await change(hidden, { visibility: "private" }, "audience");
		expect(new Set(await found(word))).toEqual(new Set([...blocked, ...shown]));
		await call(`POST /api/v1/users/${stranger.id}/block`, { token: viewer.token });
		const page = await search(word, "&type=videos&limit=2", viewer);
		expect(new Set(page.videos.map(({ id }) => id))).toEqual(new Set(shown));
	});

	it("200: a private account's videos are gone when it turns private and back when it turns public, whatever its documents say", async () => {
		const id = await publish({ title: word });
		await services.db.video(id).update(videos).set({ creatorPrivate: true }).where(eq(videos.id, id));
		expect((await search(word, "&type=videos")).nothingFound).toBe(true);
		await services.db.video(id).update(videos).set({ creatorPrivate: false }).where(eq(videos.id, id));
		expect(await found(word)).toEqual([id]);
	});

	it("200: among equals what the viewer leans to stands first, as soon as they loved something of it", async () => {
		const topic = `t${letters(9)}`;
		const loved = await publish({ title: "Something else", hashtags: [topic] });
		const viewer = await newUser(call);
		const [leaned, other] = [await publish({ title: word, hashtags: [topic] }), await publish({ title: word, hashtags: ["zzz"] })];
		expect(await found(word, viewer)).toEqual([other, leaned]);
		await emit(services, "acted", {
			viewer: { kind: "user", userId: viewer.id, sessionId: "1", teen: false },
			videoId: loved,
			kind: "liked",
		});
		expect(await found(word, viewer)).toEqual([leaned, other]);
	});

	it("200: page after page without a gap or a video twice", async () => {
		const ids = new Set<string>();
		for (let count = 0; count < 5; count++) ids.add(await publish({ title: `${word} ${count}` }));
		const seen: string[] = [];
		let cursor: string | null = "";
		while (cursor !== null) {
			const page: SearchPage = await search(word, `&type=videos&limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
			seen.push(...page.videos.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toHaveLength(5);
		expect(new Set(seen)).toEqual(ids);
	});

	it("200: nothing leads to what many watch", async () => {
		await publish({ title: word });
		const page = await search(`${letters(14)}`);
		expect(page.nothingFound).toBe(true);
		expect(page.videos.length).toBeGreaterThan(0);
	});

	it("422: an empty query, one that is too long, and a cursor of no list", async () => {
		for (const query of ["q=", "q=%20", `q=${"x".repeat(101)}`, "q=x&type=videos&cursor=abc", "q=x&cursor=2", "q=x&type=songs"]) {
			expect((await call(`GET /api/v1/search?${query}`)).json, query).toMatchObject({ code: "invalid_fields" });
		}
	});

	it("200: signs that mean something to Postgres mean nothing here", async () => {
		for (const q of ["'", "a & | !", ":*", "\\", "%", "_", "(", "💃", "''); drop table videos; --", "＠", "#"]) await search(q);
	});
});

describe("searching people", () => {
	const rename = (user: TestUser, set: Partial<typeof profiles.$inferInsert>) =>
		services.db.user(user.id).update(profiles).set(set).where(eq(profiles.userId, user.id));
	const people = async (q: string, viewer?: TestUser) => (await search(q, "&type=users", viewer)).users.map(({ id }) => id);

	it("200: exactly, then by the beginning, then whom one follows, then by the middle", async () => {
		const [exact, begins, known, middle, viewer] = [
			owner,
			await newUser(call),
			await newUser(call),
			await newUser(call),
			await newUser(call),
		];
		const name = word.slice(0, 8);
		await rename(exact, { username: name });
		await rename(begins, { username: `${name}.tv` });
		await rename(known, { username: `x${letters(6)}`, displayName: `the ${name}` });
		await rename(middle, { username: `the_${name}`, followersCount: 5_000 });
		await call(`POST /api/v1/users/${known.id}/follow`, { token: viewer.token });
		expect(await people(name, viewer)).toEqual([exact.id, begins.id, known.id, middle.id]);
		expect(await people(`@${name.toUpperCase()}`)).toEqual([exact.id, begins.id, middle.id, known.id]);
	});

	it("200: two words find one handle, and a handle with an accent or a typo its owner", async () => {
		const last = letters(7);
		await rename(owner, { username: `bob${last}`, displayName: "Jürgen" });
		expect(await people(`bob ${last}`)).toEqual([owner.id]);
		expect(await people(`Bób ${last}`)).toEqual([owner.id]);
		expect(await people(`bob${last.slice(0, -1)}`)).toEqual([owner.id]);
	});

	it("200: a handle that was given up leads to its owner for as long as it is held", async () => {
		const old = letters(12);
		await services.db
			.directory()
			.insert(formerUsernames)
			.values({ username: old, userId: owner.id, changedAt: new Date(services.clock()) });
		expect(await people(`@${old}`)).toEqual([owner.id]);
	});

	it("200: nobody who left, and nobody who blocked the viewer", async () => {
		const [viewer, gone] = [await newUser(call), await newUser(call)];
		await rename(owner, { username: word });
		await rename(gone, { username: `${word}2`, deletedAt: new Date() });
		expect(await people(word, viewer)).toEqual([owner.id]);
		await call(`POST /api/v1/users/${viewer.id}/block`, { token: owner.token });
		expect(await people(word, viewer)).toEqual([]);
	});
});

describe("all kinds at once, and hashtags", () => {
	it("200: says of each hashtag how many videos for everyone bear it", async () => {
		await publish({ hashtags: [word] });
		await publish({ hashtags: [word] });
		await publish({ hashtags: [`${word}life`] });
		const page = await search(`#${word}`);
		expect(page.hashtags).toEqual([
			{ tag: word, videoCount: 2 },
			{ tag: `${word}life`, videoCount: 1 },
		]);
		expect(page.videos).toHaveLength(3);
		expect((await search(word, "&type=hashtags&limit=1")).nextCursor).not.toBeNull();
	});
});

describe("searching sounds", () => {
	const sounds = async (q: string) => (await search(q, "&type=sounds")).sounds;

	it("200: by words of title and artist, most used first; not what is not offered, nor an original that was turned off", async () => {
		const [few, many] = [
			await track(services, { title: `Dawn ${word}` }),
			await track(services, { title: "Dusk", artist: `Band ${word}`, videoCount: 9 }),
		];
		await track(services, { title: `${word} later`, offeredAt: null });
		await track(services, { title: `${word} off`, creatorId: owner.id, offAt: new Date() });
		expect((await sounds(word)).map(({ id }) => id)).toEqual([many, few]);
		expect((await sounds(`dawn ${word.toUpperCase()}`)).map(({ id }) => id)).toEqual([few]);
		expect((await search(word)).sounds).toHaveLength(2);
		expect((await search(word, "&type=sounds&limit=1")).nextCursor).not.toBeNull();
		expect(await sounds(`${word} ${word}nothing`)).toEqual([]);
	});
});

describe("completing", () => {
	const complete = async (q: string) =>
		(await call(`GET /api/v1/search/complete?q=${encodeURIComponent(q)}`)).json as Record<string, unknown>;

	it("200: what is typed by what finds something; what stood in a removed video is not offered", async () => {
		const id = await publish({ title: `midnight ${word}` });
		expect(await complete(word.slice(0, 5))).toMatchObject({ queries: [word] });
		expect(await complete(`midnight ${word.slice(0, 5)}`)).toMatchObject({ queries: [`midnight ${word}`] });
		expect(await complete(`morningless ${word.slice(0, 5)}`)).toMatchObject({ queries: [] });
		await emit(services, "removed", { videoId: id, userId: owner.id, first: true });
		expect(await complete(word.slice(0, 5))).toMatchObject({ queries: [] });
	});

	it("200: a word with a dash as one, and one of a script without spaces by its beginning", async () => {
		await publish({ title: `${word}-mix スケートボード` });
		expect(await complete(`${word}-m`)).toMatchObject({ queries: [`${word}mix`] });
		expect(await complete(`${word} スケート`)).toMatchObject({ queries: [`${word} スケートボード`] });
	});

	it("200: hashtags after their sign, people after theirs", async () => {
		await publish({ hashtags: [word] });
		expect(await complete(`#${word.slice(0, 5)}`)).toMatchObject({ hashtags: [word], queries: [] });
		const { users } = await complete(`@${owner.user.username}`);
		expect((users as { id: string }[])[0]?.id).toBe(owner.id);
	});

	it("422: nothing typed", async () => {
		expect((await call("GET /api/v1/search/complete?q=")).json).toMatchObject({ code: "invalid_fields" });
	});
});

describe("search documents", () => {
	it("are made anew from what the videos say, page after page", async () => {
		const id = await publish({ title: word });
		await services.db.video(id).delete(searchDocuments).where(eq(searchDocuments.videoId, id));
		expect((await search(word, "&type=videos")).nothingFound).toBe(true);
		let after = String(BigInt(id) - 1n);
		for (let next: string | null = after; next !== null; after = next ?? after) {
			const { status, json } = await call(`POST /internal/search/rebuild?after=${next}`, {
				headers: { "x-admin-token": services.config.ADMIN_TOKEN },
			});
			expect(status).toBe(200);
			next = json.next as string | null;
		}
		expect(await found(word)).toEqual([id]);
	});

	it("422: after what is no id", async () => {
		const { status, json } = await call("POST /internal/search/rebuild?after=abc", {
			headers: { "x-admin-token": services.config.ADMIN_TOKEN },
		});
		expect([status, json.code]).toEqual([422, "invalid_fields"]);
	});

	it("403: only for operators", async () => {
		expect((await call("POST /internal/search/rebuild")).json).toMatchObject({ code: "forbidden" });
	});

	it("are written again without harm", async () => {
		const id = await publish({ title: word });
		await indexForSearch(services, [id, id]);
		expect(await found(word)).toEqual([id]);
	});
});
