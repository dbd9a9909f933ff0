import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { videos } from "../../../db/schema/index.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { block } from "../../social/graph/block.ts";
import { follow, unfollow } from "../../social/graph/follow.ts";
import { hydrateCards, invalidateVideo } from "../cards/index.ts";
import { turnVideosOf } from "../lifecycle/leave.ts";
import { completedVideo, newUser, publishedVideo, services, servicesWith, testApp, testEnv } from "../testing/fixtures.ts";
import { MASTER, SEGMENT } from "../testing/transcoder.ts";
import { makeGrant } from "./grant.ts";

const guest = testApp(null);
let user: UserViewer;
let open: string;
let hidden: string;
const grantFor = (videoId: string, now = Date.now()) => makeGrant(services.config.GRANT_SECRET, videoId, user.userId, now);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

beforeAll(async () => {
	user = await newUser();
	open = await publishedVideo(user);
	hidden = await publishedVideo(user, { visibility: "private" });
});

describe("GET /videos/{region}/{id}/g{n}/…", () => {
	const segment = () => `/videos/auto/${open}/g1/240p/0.m4s`;

	it("200 with the whole object, its type, length and tag, for ever; the second time from cache", async () => {
		for (const _ of ["bucket", "cache"]) {
			const response = await guest("GET", segment());
			expect(response.status).toBe(200);
			expect(Object.fromEntries(response.headers)).toMatchObject({
				"content-type": "video/iso.segment",
				"content-length": "1000",
				"accept-ranges": "bytes",
				"cache-control": "public, max-age=86400, immutable",
				"x-content-type-options": "nosniff",
			});
			expect(response.headers.get("etag")).toMatch(/^".+"$/);
			expect(await bytesOf(response)).toEqual(SEGMENT);
		}
	});

	it("is answered from cache when the bucket has lost it, under any region and by HEAD", async () => {
		const videoId = await publishedVideo(user);
		await guest("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`);
		await testEnv.MEDIA.delete(`videos/${videoId}/g1/240p/0.m4s`);
		expect((await guest("GET", `/videos/eu/${videoId}/g1/240p/0.m4s?x=1`)).status).toBe(200);
		expect((await guest("HEAD", `/videos/eu/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});

	it("206 for a range, cold and from cache", async () => {
		const videoId = await publishedVideo(user);
		for (const _ of ["cold", "cached"]) {
			const response = await guest("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`, undefined, { range: "bytes=100-299" });
			expect(response.status).toBe(206);
			expect(response.headers.get("content-range")).toBe("bytes 100-299/1000");
			expect(response.headers.get("content-length")).toBe("200");
			expect(await bytesOf(response)).toEqual(SEGMENT.slice(100, 300));
		}
		const tail = await guest("GET", segment(), undefined, { range: "bytes=-10" });
		expect(await bytesOf(tail)).toEqual(SEGMENT.slice(990));
	});

	it("200 with all of it when If-Range names another copy", async () => {
		const response = await guest("GET", segment(), undefined, { range: "bytes=0-9", "if-range": '"other"' });
		expect(response.status).toBe(200);
		expect(await bytesOf(response)).toHaveLength(1_000);
	});

	it("416 for a range beyond the end", async () => {
		const response = await guest("GET", segment(), undefined, { range: "bytes=1000-" });
		expect([response.status, response.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
	});

	it("304 for the tag the client has", async () => {
		const etag = (await guest("GET", segment())).headers.get("etag") ?? "";
		for (const condition of [etag, `"x", W/${etag}`, "*"]) {
			const response = await guest("GET", segment(), undefined, { "if-none-match": condition });
			expect([response.status, await response.text()]).toEqual([304, ""]);
		}
	});

	it("HEAD answers the same without a body, and of the whole, whatever range is asked for", async () => {
		const response = await guest("HEAD", segment(), undefined, { range: "bytes=0-9" });
		expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([200, "1000", ""]);
	});

	it.each(["/videos/auto/1/master.m3u8", "/videos/auto/abc/master.m3u8", "/videos/auto/1/g1/..%2f..%2fsecret", "/videos/x"])(
		"404 for %s",
		async (path) => {
			expect(await codeOf(await guest("GET", path))).toEqual([404, "not_found"]);
		},
	);

	it("503 while the bucket can't be read, in words, and not kept by anybody", async () => {
		const videoId = await publishedVideo(user);
		const MEDIA = { get: () => Promise.reject(new Error("R2 is down")) } as unknown as R2Bucket;
		const response = await testApp(null, servicesWith({ MEDIA }))("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`);
		expect([response.headers.get("retry-after"), response.headers.get("cache-control")]).toEqual(["2", "no-store"]);
		expect(await codeOf(response)).toEqual([503, "unavailable"]);
		expect((await guest("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(200);
	});

	it("404 for a generation that is not, and for an object that is not there", async () => {
		expect((await guest("GET", `/videos/auto/${open}/g2/240p/0.m4s`)).status).toBe(404);
		expect((await guest("GET", `/videos/auto/${open}/g1/240p/99.m4s`)).status).toBe(404);
	});
});

describe("GET /videos/{region}/{id}/{playlist}", () => {
	it("200 with addresses into the served generation, tagged, kept a day but not for ever", async () => {
		const response = await guest("GET", `/videos/auto/${open}/master.m3u8`);
		expect(response.headers.get("content-type")).toBe("application/vnd.apple.mpegurl");
		expect(response.headers.get("cache-control")).toBe("public, max-age=86400");
		expect(new TextDecoder().decode(await bytesOf(response))).toBe(MASTER.replace("240p.m3u8", "g1/240p.m3u8"));
		const etag = response.headers.get("etag") ?? "";
		expect((await guest("GET", `/videos/auto/${open}/master.m3u8`, undefined, { "if-none-match": etag })).status).toBe(304);
		expect((await guest("GET", `/videos/auto/${open}/cover.jpg`)).headers.get("content-type")).toBe("image/jpeg");
	});
});

describe("a private video", () => {
	it("is read by a grant in the address, kept by the browser only and no longer than the grant", async () => {
		const response = await guest("GET", `/videos/auto/${hidden}/${await grantFor(hidden)}/g1/240p/0.m4s`);
		expect(response.status).toBe(200);
		const [, seconds] = /^private, max-age=(\d+), immutable$/.exec(response.headers.get("cache-control") ?? "") ?? [];
		expect(Number(seconds)).toBeGreaterThan(7_000);
		expect(Number(seconds)).toBeLessThanOrEqual(7_800);
		expect(await bytesOf(response)).toEqual(SEGMENT);
	});

	it("404 without a grant, though the same object lies in the cache by now", async () => {
		expect(await codeOf(await guest("GET", `/videos/auto/${hidden}/g1/240p/0.m4s`))).toEqual([404, "not_found"]);
	});

	it("404 for a forged, an expired and another video's grant", async () => {
		const grants = ["t.9999999999.AAAA", await grantFor(hidden, Date.now() - 86_400_000), await grantFor(open)];
		for (const grant of grants) {
			expect(await codeOf(await guest("GET", `/videos/auto/${hidden}/${grant}/g1/240p/0.m4s`))).toEqual([404, "not_found"]);
		}
	});

	it("its playlists keep the grant, for their addresses are relative", async () => {
		const playlist = await guest("GET", `/videos/auto/${hidden}/${await grantFor(hidden)}/g1/master.m3u8`);
		expect(new TextDecoder().decode(await bytesOf(playlist))).toBe(MASTER);
	});

	it("made private, a public video is closed at once, also from cache", async () => {
		const videoId = await publishedVideo(user);
		const address = `/videos/auto/${videoId}/g1/240p/0.m4s`;
		expect((await guest("GET", address)).status).toBe(200);
		expect((await testApp(user)("PATCH", `/api/v1/videos/${videoId}`, { visibility: "private" })).status).toBe(200);
		expect((await guest("GET", address)).status).toBe(404);
	});
});

describe("a video for followers", () => {
	const watching = async () => {
		const [creator, fan] = [await newUser(), await newUser()];
		const videoId = await publishedVideo(creator, { visibility: "followers" });
		await follow(services, fan, creator.userId);
		const [card] = await hydrateCards(services, fan, [videoId]);
		const address = card?.manifest.url ?? "";
		expect((await guest("GET", address)).status).toBe(200);
		return { creator, fan, videoId, address };
	};
	const expectClosed = async (address: string) => expect(await codeOf(await guest("GET", address))).toEqual([404, "not_found"]);

	it("404 for the address a follower still holds: after an unfollow", async () => {
		const { creator, fan, address } = await watching();
		await unfollow(services, fan, creator.userId);
		await expectClosed(address);
	});

	it("… after being blocked", async () => {
		const { creator, fan, address } = await watching();
		await block(services, creator, fan.userId);
		await expectClosed(address);
	});

	it("… after it was made private; its creator's own address goes on", async () => {
		const { creator, videoId, address } = await watching();
		await testApp(creator)("PATCH", `/api/v1/videos/${videoId}`, { visibility: "private" });
		await expectClosed(address);
		const [own] = await hydrateCards(services, creator, [videoId]);
		expect((await guest("GET", own?.manifest.url ?? "")).status).toBe(200);
	});
});

describe("a video of an account that turned private", () => {
	it("404 for the address everybody had, also where a cache holds it; followers' and its creator's own go on", async () => {
		const [creator, fan] = [await newUser(), await newUser()];
		const videoId = await publishedVideo(creator);
		const address = `/videos/auto/${videoId}/g1/240p/0.m4s`;
		await follow(services, fan, creator.userId);
		for (const _ of ["bucket", "cache"]) expect((await guest("GET", address)).status).toBe(200);
		await turnVideosOf(services, { userId: creator.userId, isPrivate: true });
		expect(await codeOf(await guest("GET", address))).toEqual([404, "not_found"]);
		for (const viewer of [fan, creator]) {
			const [card] = await hydrateCards(services, viewer, [videoId]);
			expect((await guest("GET", card?.manifest.url ?? "")).status).toBe(200);
		}
		await turnVideosOf(services, { userId: creator.userId, isPrivate: false });
		expect((await guest("GET", address)).status).toBe(200);
	});
});

describe("a video that is not to be seen", () => {
	it.each(["blocked", "review", "failed", "copyright_blocked", "deleted"] as const)(
		"404 when it is %s, also with a grant",
		async (status) => {
			const videoId = await publishedVideo(user);
			await services.db.video(videoId).update(videos).set({ status }).where(eq(videos.id, videoId));
			await invalidateVideo(services, videoId);
			expect((await guest("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status).toBe(404);
			expect((await guest("GET", `/videos/auto/${videoId}/${await grantFor(videoId)}/g1/240p/0.m4s`)).status).toBe(404);
		},
	);
});

describe("what may not be read", () => {
	const told = async (address: string, using = services) => {
		const answer = await testApp(null, using)("GET", address);
		const { requestId, ...problem } = await answer.json<Record<string, unknown>>();
		return { status: answer.status, problem, headers: [...answer.headers].filter(([name]) => name !== "content-length") };
	};
	const pieces = (id: string) =>
		["g1/240p/0.m4s", "master.m3u8", "g1/cover.jpg", "g1/240p/9.m4s"].map((name) => `/videos/auto/${id}/${name}`);

	it("is answered like what is not there, in status, words and headers, at the first time and at the second", async () => {
		const ids = {
			private: await publishedVideo(user, { visibility: "private" }),
			followers: await publishedVideo(user, { visibility: "followers" }),
			processing: await completedVideo(user, services),
			deleted: await publishedVideo(user),
		};
		expect((await testApp(user)("DELETE", `/api/v1/videos/${ids.deleted}`)).status).toBe(204);
		const nothing = await told(pieces("1")[0] ?? "");
		expect(nothing).toMatchObject({ status: 404, problem: { code: "not_found" } });
		expect(new Map(nothing.headers).get("cache-control")).toBe("public, max-age=3");
		for (const [kind, id] of Object.entries(ids)) {
			for (const address of pieces(id)) for (const _ of [1, 2]) expect(await told(address), `${kind} ${address}`).toEqual(nothing);
			const forged = `/videos/auto/${id}/${await grantFor(services.newId())}/g1/240p/0.m4s`;
			expect(await told(forged), kind).toEqual(nothing);
		}
	});

	it("is looked up once in a while only, and at once when it is there", async () => {
		const videoId = await publishedVideo(user, { visibility: "private" });
		let reads = 0;
		const video: Services["db"]["byVideo"] = (ids) => {
			reads += 1;
			return services.db.byVideo(ids);
		};
		const counting = { ...services, isolate: new IsolateState(), db: { ...services.db, byVideo: video } };
		const [address = ""] = pieces("12345");
		for (let n = 0; n < 5; n++) expect((await told(address, counting)).status).toBe(404);
		expect(reads).toBe(1);
		const [hidden = ""] = pieces(videoId);
		expect((await told(hidden)).status).toBe(404);
		await testApp(user)("PATCH", `/api/v1/videos/${videoId}`, { visibility: "public" });
		expect((await testApp(null)("GET", hidden)).status).toBe(200);
	});

	it("429 for a network address that asks too much, before anything is looked up", async () => {
		const keys: string[] = [];
		const MEDIA_LIMIT: RateLimit = {
			limit: async ({ key }) => {
				keys.push(key);
				return { success: false };
			},
		};
		const answer = await testApp(null, servicesWith({ MEDIA_LIMIT }))("GET", "/videos/auto/1/g1/240p/0.m4s", undefined, {
			"cf-connecting-ip": "203.0.113.9",
		});
		expect(await codeOf(answer)).toEqual([429, "rate_limited"]);
		expect(answer.headers.get("retry-after")).toBe("60");
		expect(keys).toEqual(["203.0.113.9"]);
	});
});
