import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { formerUsernames } from "../../db/schema/directory.ts";
import { profiles } from "../../db/schema/users.ts";
import { videos } from "../../db/schema/videos.ts";
import { collectionRoutes } from "../collections/routes.ts";
import { tagVideo } from "../discovery/hashtags/index.ts";
import { track } from "../discovery/sounds/sounds.fixture.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { feedRoutes } from "../feed/routes.ts";
import { openToken } from "../gateway/index.ts";
import { newUser, ORIGIN, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { invalidateUser } from "../lists/people.ts";
import { repostRoutes } from "../reposts/routes.ts";
import { socialRoutes } from "../social/routes.ts";
import { wasGiven } from "../trust/index.ts";
import { invalidateVideo } from "../videos/cards/index.ts";
import { sharingRoutes } from "./routes.ts";

const call = testApp(sharingRoutes, collectionRoutes, socialRoutes, repostRoutes, feedRoutes);
const PLAIN =
	'<!doctype html><html><head><meta name="description" content="plain"><title>reelay</title></head><body><div id="app"></div></body></html>';
const PLAYER =
	'<!doctype html><html><head><title>reelay</title></head><body><video></video><a class="embed__title"></a><a class="embed__author"></a><a class="embed__mark"></a></body></html>';
const bindings = {
	ASSETS: {
		fetch: async (request: Request) =>
			new Response(new URL(request.url).pathname === "/embed" ? PLAYER : PLAIN, { headers: { "content-type": "text/html", etag: '"1"' } }),
	},
};
const page = async (path: string, token?: string) => {
	const { status, headers, json } = await call(`GET ${path}` as `GET /${string}`, { bindings, ...(token === undefined ? {} : { token }) });
	return { status, headers, html: String(json) };
};
/** What a parser of the page's head finds: names and values as they are meant. */
async function metaOf(html: string): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const decode = (text: string) =>
		text.replace(
			/&(?:amp|lt|gt|quot|#39);/g,
			(entity) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" })[entity] ?? "",
		);
	await new HTMLRewriter()
		.on("head > meta", {
			element(meta) {
				const name = meta.getAttribute("property") ?? meta.getAttribute("name");
				if (name !== null) found.set(name, decode(meta.getAttribute("content") ?? ""));
			},
		})
		.on("head > link", { element: (link) => void found.set(`link ${link.getAttribute("rel")}`, decode(link.getAttribute("href") ?? "")) })
		.transform(new Response(html))
		.text();
	return found;
}
const oembed = (url: string, more = "") => call(`GET /oembed?url=${encodeURIComponent(url)}${more}`);

let creator: TestUser;
let videoId: string;
const change = async (row: Partial<typeof videos.$inferInsert>) => {
	await services.db.video(videoId).update(videos).set(row).where(eq(videos.id, videoId));
	await invalidateVideo(services, videoId);
};

beforeEach(async () => {
	creator = await newUser(call);
	const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
	videoId = records[0]?.id ?? "";
	await change({
		userId: creator.id,
		title: "Slow sunrise",
		description: "Gulls over the harbour",
		alt: "The sun comes up",
		width: 720,
		height: 1280,
	});
});

describe("a page with its preview", () => {
	it("200: says in its head what it shows, without the client's script", async () => {
		const { status, headers, html } = await page(`/v/${videoId}`);
		expect(status).toBe(200);
		const meta = await metaOf(html);
		expect(Object.fromEntries(meta)).toMatchObject({
			"og:site_name": "reelay",
			"og:type": "video.other",
			"og:title": "Slow sunrise",
			"og:description": "Gulls over the harbour",
			"og:url": `${ORIGIN}/v/${videoId}`,
			"og:image:alt": "The sun comes up",
			"og:video": `${ORIGIN}/embed/${videoId}`,
			"og:video:type": "text/html",
			"twitter:card": "player",
			"twitter:player": `${ORIGIN}/embed/${videoId}`,
			description: "Gulls over the harbour",
			"link canonical": `${ORIGIN}/v/${videoId}`,
			"link alternate": `${ORIGIN}/oembed?url=${encodeURIComponent(`${ORIGIN}/v/${videoId}`)}`,
		});
		expect(meta.get("og:image")).toMatch(new RegExp(`^${ORIGIN}/videos/\\w+/${videoId}/g1/cover\\.jpg$`));
		expect(html).toContain("<title>Slow sunrise · reelay</title>");
		expect(headers.get("cache-control")).toBe("no-cache");
		expect(headers.get("etag")).toBeNull();
		expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
	});

	it("names a hashtag in whatever form it is written, with how many videos and a cover that everybody may see", async () => {
		const tag = `ölberg${services.newId()}`;
		await change({ hashtags: [tag] });
		await tagVideo(services, { videoId });
		const found = await metaOf((await page(`/tag/${encodeURIComponent(tag.toUpperCase())}`)).html);
		expect(Object.fromEntries(found)).toMatchObject({
			"og:title": `#${tag}`,
			"og:type": "website",
			"og:description": "One video on reelay",
			"og:url": `${ORIGIN}/tag/${encodeURIComponent(tag)}`,
		});
		expect(found.get("og:image")).toContain(videoId);
		expect(found.has("author")).toBe(false);
		expect((await oembed(`${ORIGIN}/tag/${encodeURIComponent(tag)}`)).json).toMatchObject({ type: "link", title: `#${tag}` });
		await change({ visibility: "private" });
		expect((await metaOf((await page(`/tag/${encodeURIComponent(tag)}`)).html)).get("og:image")).toBeUndefined();
	});
	it("names a sound by its title and whose it is", async () => {
		const soundId = await track(services, { title: "Low tide", artist: "The <Quays>" });
		const found = await metaOf((await page(`/sound/${soundId}`)).html);
		expect([found.get("og:title"), found.get("og:url")]).toEqual(["Low tide · The <Quays>", `${ORIGIN}/sound/${soundId}`]);
	});
	it.each(["/tag/nobodyusedthis", "/tag/%E0%A4%A", "/tag/%20", "/sound/999", "/sound/x"])("leaves %s as it is", async (path) => {
		expect((await page(path)).html).toBe(PLAIN);
	});
	it("names the moment a link begins at, the video behind a profile, a profile, and a shared collection", async () => {
		expect((await metaOf((await page(`/v/${videoId}?t=12`)).html)).get("og:video")).toBe(`${ORIGIN}/embed/${videoId}?t=12`);
		const { username } = creator.user;
		expect((await metaOf((await page(`/@${username}/${videoId}`)).html)).get("og:title")).toBe("Slow sunrise");
		const profile = await metaOf((await page(`/@${username}`)).html);
		expect([profile.get("og:type"), profile.get("og:url")]).toEqual(["profile", `${ORIGIN}/@${username}`]);
		expect(profile.get("og:title")).toContain(`@${username}`);
		const { token } = creator;
		const body = { name: "Quiet <b>things</b>", clientId: crypto.randomUUID() };
		const { id } = (await call("POST /api/v1/collections", { token, body })).json.collection;
		await call(`PUT /api/v1/collections/${id}/videos/${videoId}`, { token });
		const { link } = (await call(`PUT /api/v1/collections/${id}/link`, { token })).json.collection;
		const collection = await metaOf((await page(`/c/${link}`)).html);
		expect([collection.get("og:title"), collection.get("og:image")?.includes(videoId)]).toEqual(["Quiet <b>things</b>", true]);
		await call(`DELETE /api/v1/collections/${id}/link`, { token });
		expect((await page(`/c/${link}`)).html).toBe(PLAIN);
	});

	it.each([
		{ visibility: "followers" as const },
		{ visibility: "private" as const },
		{ status: "deleted" as const },
		{ creatorPrivate: true },
	])("200: the plain page, for whoever asks, of what is %j", async (row) => {
		await change(row);
		for (const token of [undefined, creator.token]) {
			const { status, html } = await page(`/v/${videoId}`, token);
			expect([status, html]).toEqual([200, PLAIN]);
		}
	});

	it("200: the plain page of a private profile, of nobody, and of what is no id", async () => {
		await services.db.user(creator.id).update(profiles).set({ isPrivate: true }).where(eq(profiles.userId, creator.id));
		for (const path of [`/@${creator.user.username}`, "/@nobody_at_all", "/v/abc", "/v/99999999999999999999"])
			expect((await page(path)).html).toBe(PLAIN);
	});
});

const WORDS: readonly (readonly [name: string, words: string, shown: string])[] = [
	["quotes", `"></title><script>alert('x')</script>`, `"></title><script>alert('x')</script>`],
	["an attribute", `' onload='alert(1)' "onerror="x`, `' onload='alert(1)' "onerror="x`],
	["entities", "&lt;b&gt; &amp; &quot;", "&lt;b&gt; &amp; &quot;"],
	["a comment and CDATA", "<!-- --> <![CDATA[ x ]]>", "<!-- --> <![CDATA[ x ]]>"],
	["right-to-left", "غروب هادئ", "غروب هادئ"],
	["turned direction", "safe\u202egnp.exe\u2066", "safegnp.exe"],
	["lines and control characters", "one\r\ntwo\u0000\u0007", "one two"],
	["emoji", "👩‍👩‍👧‍👦🏳️‍🌈", "👩‍👩‍👧‍👦🏳️‍🌈"],
	["long", "👩‍👩‍👧‍👦".repeat(80), `${"👩‍👩‍👧‍👦".repeat(69)}…`],
	["JSON", `{"a":"</script>"}\\u0022`, `{"a":"</script>"}\\u0022`],
];

describe("people's words", () => {
	it.each(WORDS)("%s: stand as words in the page, in oEmbed and in the player", async (_, words, shown) => {
		// Postgres stores no NUL; everything else people can write.
		await change({ title: words.replaceAll("\u0000", ""), description: words.replaceAll("\u0000", "") });
		const { html } = await page(`/v/${videoId}`);
		const meta = await metaOf(html);
		expect(meta.get("og:title")).toBe(shown);
		expect(meta.get("twitter:title")).toBe(shown);
		expect(html.match(/<script/g)).toBeNull();
		expect(html.match(/<title>/g)).toHaveLength(1);
		const { json } = await oembed(`${ORIGIN}/v/${videoId}`);
		expect(json.title).toBe(shown);
		// The snippet is one iframe, and nothing got out of its title.
		expect(json.html.match(/<\w+/g)).toEqual(["<iframe"]);
		const attributes: string[] = [];
		const collect = new HTMLRewriter().on("*", {
			element: ({ attributes: all }) => void attributes.push(...[...all].map(([name]) => String(name))),
		});
		await collect.transform(new Response(json.html)).text();
		expect(attributes).toEqual(["src", "width", "height", "title", "style", "allow", "allowfullscreen", "loading", "referrerpolicy"]);
		const embedded = await page(`/embed/${videoId}`);
		expect(embedded.html.match(/<script/g)).toBeNull();
		expect(embedded.html.match(/<(?:a|video)\b/g)).toEqual(["<video", "<a", "<a", "<a"]);
	});

	it("of somebody's former name leads to the one they have now, for as long as it is theirs", async () => {
		const former = `Was.${creator.id.slice(-12)}`;
		const changedAt = new Date(services.clock());
		await services.db.directory().insert(formerUsernames).values({ username: former.toLowerCase(), userId: creator.id, changedAt });
		const { status, headers } = await page(`/@${former}?tab=likes`);
		expect([status, headers.get("location")]).toEqual([302, `/@${creator.user.username}?tab=likes`]);
		expect((await page(`/@${creator.user.username.toUpperCase()}`)).status).toBe(200);
		await services.db
			.directory()
			.update(formerUsernames)
			.set({ changedAt: new Date(services.clock() - 31 * 86_400_000) })
			.where(eq(formerUsernames.userId, creator.id));
		expect((await page(`/@${former}`)).status).toBe(200);
	});

	it("of a name stand as words in a profile's page", async () => {
		await services.db
			.user(creator.id)
			.update(profiles)
			.set({ displayName: `<img src=x> "`, bio: "</head><body>" })
			.where(eq(profiles.userId, creator.id));
		await invalidateUser(services, creator.id);
		const { html } = await page(`/@${creator.user.username}`);
		expect((await metaOf(html)).get("og:title")).toContain(`<img src=x> "`);
		expect(html).not.toContain("<img");
		expect(html.match(/<body>/g)).toHaveLength(1);
	});
});

describe("oEmbed", () => {
	it("200: a video with its player, fitted into what is asked for, for any site", async () => {
		const { status, json, headers } = await oembed(`${ORIGIN}/v/${videoId}`);
		expect(status).toBe(200);
		expect(json).toMatchObject({ version: "1.0", type: "video", provider_name: "reelay", width: 360, height: 640, thumbnail_width: 720 });
		expect(json.html).toContain(`src="${ORIGIN}/embed/${videoId}"`);
		expect(headers.get("access-control-allow-origin")).toBe("*");
		expect((await oembed(`${ORIGIN}/v/${videoId}`, "&maxwidth=180&maxheight=1000")).json).toMatchObject({ width: 180, height: 320 });
		expect((await oembed(`${ORIGIN}/@${creator.user.username}`)).json).toMatchObject({
			type: "link",
			author_url: `${ORIGIN}/@${creator.user.username}`,
		});
	});

	it("401: of what is not for everyone", async () => {
		for (const visibility of ["followers", "private"] as const) {
			await change({ visibility });
			const { status, json } = await oembed(`${ORIGIN}/v/${videoId}`);
			expect([status, json.code]).toEqual([401, "not_public"]);
			expect(JSON.stringify(json)).not.toContain("sunrise");
		}
	});

	it("404: of what is not there, of other sites and of pages without a preview", async () => {
		for (const url of [`${ORIGIN}/v/4711`, `https://evil.test/v/${videoId}`, `${ORIGIN}/settings`, "nonsense", `javascript:alert(1)`])
			expect((await oembed(url)).status, url).toBe(404);
		await change({ status: "deleted" });
		expect((await oembed(`${ORIGIN}/v/${videoId}`)).status).toBe(404);
	});

	it("405, 422, 501: another method, no address, a size that is none, another format", async () => {
		expect((await call("POST /oembed")).status).toBe(405);
		expect((await call("GET /oembed")).status).toBe(422);
		expect((await oembed(`${ORIGIN}/v/${videoId}`, "&maxwidth=0")).status).toBe(422);
		expect((await oembed(`${ORIGIN}/v/${videoId}`, "&format=xml")).status).toBe(501);
	});
});

describe("the embedded player", () => {
	const givenOf = (html: string) =>
		JSON.parse((/data-given="([^"]*)"/.exec(html)?.[1] ?? "null").replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as {
			videoId: string;
			manifest: string;
			at: number;
			guest: string | null;
		} | null;

	it("200: may stand in any site's page, is nobody else's, and counts only what is watched", async () => {
		const { status, headers, html } = await page(`/embed/${videoId}?t=7`);
		expect(status).toBe(200);
		expect(headers.get("content-security-policy")).toMatch(/frame-ancestors \*$/);
		expect(headers.get("cache-control")).toBe("private, no-store");
		expect(headers.getSetCookie()).toEqual([]);
		const given = givenOf(html);
		expect(given).toMatchObject({ videoId, at: 7 });
		const guestId = openToken(services.config.AUTH_SECRET, "guest", given?.guest ?? "");
		const guest = { kind: "guest", guestId: String(guestId) } as const;
		expect(await wasGiven(services, guest, videoId)).toBe(true);
		const watched = { videoId, watchDuration: 900, totalDuration: 9_000, source: "embed" };
		const headersOf = { "x-reelay-guest": given?.guest ?? "", "sec-fetch-site": "same-origin" };
		expect((await call("POST /api/v1/analytics/watch", { body: watched, headers: headersOf })).json).toMatchObject({
			accepted: 1,
			unknown: 0,
		});
	});

	it("a spoilt name of a viewer names nobody", async () => {
		const headers = { "x-reelay-guest": "made.up" };
		const { headers: answer } = await call("GET /api/v1/feed?count=1", { headers });
		expect(answer.getSetCookie().join()).toContain("reelay_guest");
	});

	it.each([
		{ visibility: "followers" as const },
		{ visibility: "private" as const },
		{ status: "deleted" as const },
		{ creatorPrivate: true },
	])("404: an empty player of what is %j, also for who made it", async (row) => {
		await change(row);
		for (const token of [undefined, creator.token]) {
			const { status, html } = await page(`/embed/${videoId}`, token);
			expect([status, givenOf(html)]).toEqual([404, null]);
			expect(html).not.toContain("sunrise");
		}
	});

	it.each(["9999999999999999999", "01"])("404: an empty player of what no id can be: %s", async (id) => {
		expect((await page(`/embed/${id}`)).status).toBe(404);
	});

	it("nothing else may be framed", async () => {
		for (const path of ["/", `/v/${videoId}`, "/embed", "/embeds/1", "/api/v1/feed"])
			expect((await page(path)).headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
	});
});

describe("what a share sheet offers", () => {
	const choices = async (token?: string) =>
		(await call(`GET /api/v1/videos/${videoId}/sharing`, token === undefined ? {} : { token })).json;

	it("200: link and code for everyone, a repost for the signed-in, a download where its creator allows it", async () => {
		const other = await newUser(call);
		expect(await choices()).toMatchObject({ url: `${ORIGIN}/v/${videoId}`, mayRepost: false, reposted: false, mayDownload: false });
		expect((await choices()).embed.html).toContain(`${ORIGIN}/embed/${videoId}`);
		await call(`PUT /api/v1/videos/${videoId}/repost`, { token: other.token });
		await change({ allowDownload: true });
		expect(await choices(other.token)).toMatchObject({ mayRepost: true, reposted: true, mayDownload: true });
		expect((await choices(creator.token)).mayRepost).toBe(false);
	});

	it("200: of what is for some only, neither code nor repost nor download; 404 for the others", async () => {
		await change({ visibility: "followers", allowDownload: true });
		expect(await choices(creator.token)).toMatchObject({ embed: null, mayRepost: false, mayDownload: false });
		expect((await choices()).code).toBe("video_not_found");
	});
});
