import { describe, expect, it } from "vitest";
import { comments } from "../../../db/schema/videos.ts";
import { newUser, services, type TestUser, testEnv } from "../../gateway/testing/api.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { at, call, list, newVideo, texts, write, written } from "./comments.fixture.ts";
import { listComments } from "./list.ts";

const DAY_MS = 86_400_000;

/** Comments as if written at these ages, with these likes; the text says both. */
async function seed(videoId: string, userId: string, rows: readonly { days?: number; likes?: number; text?: string }[]): Promise<string[]> {
	const ids: string[] = [];
	for (const { days = 0, likes = 0, text = `${likes} likes, ${days} days` } of rows) {
		const id = String(BigInt(services.newId()) - (BigInt(days * DAY_MS) << 22n));
		ids.push(id);
		await services.db
			.video(videoId)
			.insert(comments)
			.values({ id, videoId, userId, text, likeCount: likes, clientId: crypto.randomUUID() });
	}
	return ids;
}
const numbered = (count: number) => Array.from({ length: count }, (_, number) => ({ text: String(number) }));
const one = async (): Promise<TestUser> => newUser(call);

/** All pages of the best comments, with something happening after the first. */
async function paged(videoId: string, limit: number, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
	const found: string[] = [];
	let cursor = "";
	do {
		const page = await list(videoId, undefined, `?sort=top&limit=${limit}&cursor=${cursor}`);
		found.push(...texts(page));
		if (cursor === "") await between();
		cursor = page.nextCursor ?? "";
	} while (cursor !== "");
	return found;
}

describe("the best comments", () => {
	it("are by likes, which count less the older the comment", async () => {
		const ann = await one();
		const videoId = await newVideo(ann);
		await seed(videoId, ann.id, [
			{ days: 0, likes: 0 },
			{ days: 30, likes: 100 },
			{ days: 1, likes: 40 },
			{ days: 1, likes: 3 },
			{ days: 90, likes: 10_000 },
		]);
		expect(texts(await list(videoId, ann, "?sort=top"))).toEqual([
			"40 likes, 1 days",
			"3 likes, 1 days",
			"0 likes, 0 days",
			"100 likes, 30 days",
			"10000 likes, 90 days",
		]);
	});

	it("an answer counts like two likes", async () => {
		const ann = await one();
		const videoId = await newVideo(ann);
		const answered = await written(ann, videoId, "answered");
		const liked = await written(ann, videoId, "liked");
		await at("POST", videoId, liked, "/like", ann);
		expect(texts(await list(videoId, ann, "?sort=top"))).toEqual(["liked", "answered"]);
		await write(ann, videoId, "answer", { replyTo: answered });
		expect(texts(await list(videoId, ann, "?sort=top"))).toEqual(["answered", "liked"]);
	});

	it("are skipped and repeated nowhere while others are liked, written and pinned between the pages", async () => {
		const ann = await one();
		const videoId = await newVideo(ann);
		const ids = await seed(videoId, ann.id, numbered(30));
		const before = texts(await list(videoId, undefined, "?sort=top&limit=100"));
		const found = await paged(videoId, 7, async () => {
			// The last go to the top, and one that was shown already falls below.
			for (const id of ids.slice(0, 5)) await at("POST", videoId, id, "/like", ann);
			await at("POST", videoId, ids[3] ?? "", "/pin", ann);
			await write(ann, videoId, "meanwhile");
		});
		expect(found).toEqual(before);
	});

	it("go on newest first below the 500 whose order is kept", async () => {
		const ann = await one();
		const videoId = await newVideo(ann);
		const rows = numbered(523).map(({ text }, number) => ({
			id: String(BigInt(services.newId()) - (BigInt((600 - number) * 1_000) << 22n)),
			videoId,
			userId: ann.id,
			text,
			likeCount: number < 500 ? 9 : 0,
			clientId: crypto.randomUUID(),
		}));
		await services.db.video(videoId).insert(comments).values(rows);
		const found = await paged(videoId, 100);
		expect(found.slice(0, 500).sort()).toEqual(
			rows
				.slice(0, 500)
				.map(({ text }) => text)
				.sort(),
		);
		expect(found.slice(500)).toEqual(
			rows
				.slice(500)
				.map(({ text }) => text)
				.reverse(),
		);
	});

	it("200: go on by the scores of now where the kept order is lost", async () => {
		const ann = await one();
		const videoId = await newVideo(ann);
		await seed(videoId, ann.id, numbered(9));
		const all = texts(await list(videoId, undefined, "?sort=top"));
		const first = await list(videoId, undefined, "?sort=top&limit=4");
		const away = { ...services, ...bindingsWith(testEnv), redis: { client: services.redis.client, soft: async () => null } };
		const guest = { kind: "guest", guestId: "1", isNew: true } as const;
		const found = texts(first);
		for (let cursor = first.nextCursor; cursor !== null; ) {
			const page = await listComments(away, guest, videoId, { sort: "top", limit: 4, cursor });
			found.push(...texts(page));
			cursor = page.nextCursor;
		}
		expect(found).toEqual(all);
		const withoutRedis = await listComments(away, guest, videoId, { sort: "top", limit: 4 });
		expect(texts(withoutRedis)).toEqual(all.slice(0, 4));
		expect(texts(await listComments(away, guest, videoId, { sort: "top", limit: 9, cursor: withoutRedis.nextCursor ?? "" }))).toEqual(
			all.slice(4),
		);
	});

	it("422: a cursor of the other order, or of none", async () => {
		const videoId = await newVideo(await one());
		for (const cursor of ["abc", "4711"]) {
			expect((await call(`GET /api/v1/videos/${videoId}/comments?sort=top&cursor=${cursor}`)).json.code).toBe("invalid_fields");
		}
		expect((await call(`GET /api/v1/videos/${videoId}/comments?sort=best`)).json.code).toBe("invalid_fields");
	});
});
