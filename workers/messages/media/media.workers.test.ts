import { afterEach, describe, expect, it, vi } from "vitest";
import { VOICE_PEAKS } from "../../../contracts/limits.ts";
import { PICTURE_TYPE } from "../../../contracts/pictures.ts";
import { VOICE_REFUSALS, VOICE_TYPE } from "../../../contracts/voice.ts";
import { newUser, services, type TestUser } from "../../gateway/testing/api.ts";
import { acquainted, at, call, groupOf, read, say, send, settled } from "../messages.fixture.ts";
import { mediaKey, uploadKey } from "./files.ts";

const blurhash = "LEHV6nWB2yk8pyo0adR*.7kCMdnj";

/** Stands in for the transcoder. @returns what it was asked for */
function fakeTranscoder(next: ("down" | "refuse")[] = []): string[] {
	const asked: string[] = [];
	const real = globalThis.fetch;
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		const { hostname, pathname } = new URL(request.url);
		if (hostname !== "transcoder.test") return real(request);
		asked.push(pathname);
		const answer = next.shift();
		if (answer === "down") throw new TypeError("connection refused");
		if (answer === "refuse") return Response.json(VOICE_REFUSALS.too_long, { status: 422 });
		const bytes = new TextEncoder().encode(`made of ${await request.text()}`);
		if (pathname === "/voices") {
			const peaks = Array.from({ length: VOICE_PEAKS }, (_, bar) => bar).join();
			return new Response(bytes, { headers: { "content-type": VOICE_TYPE, "x-voice-duration-ms": "4000", "x-voice-peaks": peaks } });
		}
		const headers = { "x-picture-width": "800", "x-picture-height": "600", "x-picture-blurhash": encodeURIComponent(blurhash) };
		return new Response(bytes, { headers: { "content-type": PICTURE_TYPE, ...headers } });
	});
	return asked;
}

afterEach(() => {
	vi.restoreAllMocks();
});

const begin = (who: TestUser, id: string, kind: "photo" | "voice", mediaId: string, bytes = 3) =>
	call(`POST ${at(id, "/media")}`, { token: who.token, body: { kind, clientId: mediaId, bytes } });
const complete = (who: TestUser, id: string, mediaId: string) => call(`POST ${at(id, `/media/${mediaId}/complete`)}`, { token: who.token });
const fetched = (who: TestUser | null, id: string, mediaId: string, headers: Record<string, string> = {}) =>
	call(`GET /messages/${id}/${mediaId}`, { ...(who === null ? {} : { token: who.token }), headers });

/** A photo or voice note that is ready to be sent. */
async function ready(who: TestUser, id: string, kind: "photo" | "voice") {
	const mediaId = crypto.randomUUID();
	await begin(who, id, kind, mediaId);
	await services.ingest.put(uploadKey(id, mediaId), "raw");
	expect((await complete(who, id, mediaId)).status).toBe(200);
	return mediaId;
}

describe("a photo or voice note", () => {
	it.each(["photo", "voice"] as const)("201, 200: is uploaded, encoded anew and sent: %s", async (kind) => {
		const asked = fakeTranscoder();
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = crypto.randomUUID();
		const begun = await begin(ann, id, kind, mediaId);
		expect([begun.status, (await begin(ann, id, kind, mediaId)).status]).toEqual([201, 200]);
		expect(begun.json.uploadUrl).toContain(`/reelay-ingest/${uploadKey(id, mediaId)}?`);
		await services.ingest.put(uploadKey(id, mediaId), "raw");
		const made = await complete(ann, id, mediaId);
		expect((await complete(ann, id, mediaId)).json).toEqual(made.json);
		expect(asked).toEqual([kind === "photo" ? "/pictures" : "/voices"]);
		// Nothing is left of the file as it was.
		expect(await services.ingest.head(uploadKey(id, mediaId))).toBeNull();
		const content = kind === "photo" ? { type: kind, mediaId, alt: "a cat" } : { type: kind, mediaId };
		expect((await send(ann, id, content)).status).toBe(201);
		const sent = (await read(bob, id)).at(-1)?.content;
		expect(sent).toMatchObject(
			kind === "photo" ? { type: kind, width: 800, height: 600, blurhash, alt: "a cat" } : { type: kind, durationMs: 4_000 },
		);
		const answer = await fetched(bob, id, mediaId);
		expect([answer.status, answer.json, answer.headers.get("content-type")]).toEqual([
			200,
			"made of raw",
			kind === "photo" ? PICTURE_TYPE : VOICE_TYPE,
		]);
		expect(answer.headers.get("cache-control")).toMatch(/^private/);
		const part = await fetched(bob, id, mediaId, { range: "bytes=5-6" });
		expect([part.status, part.json, part.headers.get("content-range")]).toEqual([206, "of", "bytes 5-6/11"]);
	});

	it("401, 404: is for those alone who are in the conversation", async () => {
		fakeTranscoder();
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = await ready(ann, id, "photo");
		expect((await fetched(bob, id, mediaId)).status).toBe(404);
		expect((await fetched(ann, id, mediaId)).status).toBe(200);
		await send(ann, id, { type: "photo", mediaId });
		expect((await fetched(bob, id, mediaId)).status).toBe(200);
		expect((await fetched(await newUser(call), id, mediaId)).status).toBe(404);
		expect((await fetched(null, id, mediaId)).status).toBe(401);
	});

	it("404: is gone for everybody once it is taken back, from the bucket too", async () => {
		fakeTranscoder();
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = await ready(ann, id, "voice");
		await send(ann, id, { type: "voice", mediaId });
		await call(`DELETE ${at(id, "/messages/2")}`, { token: ann.token });
		for (const who of [ann, bob]) expect((await fetched(who, id, mediaId)).status).toBe(404);
		await expect.poll(() => services.media.head(mediaKey(id, mediaId))).toBeNull();
	});

	it("409: is sent once, by who uploaded it, and when it is there", async () => {
		fakeTranscoder();
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = crypto.randomUUID();
		expect((await send(ann, id, { type: "photo", mediaId })).json.code).toBe("media_not_ready");
		await begin(ann, id, "photo", mediaId, 4);
		expect((await complete(ann, id, mediaId)).json.code).toBe("media_not_ready");
		await services.ingest.put(uploadKey(id, mediaId), "raw");
		expect((await complete(ann, id, mediaId)).json.code).toBe("media_not_ready");
		await services.ingest.put(uploadKey(id, mediaId), "four");
		expect((await complete(bob, id, mediaId)).json.code).toBe("media_not_ready");
		expect((await complete(ann, id, mediaId)).status).toBe(200);
		for (const [who, type] of [
			[bob, "photo"],
			[ann, "voice"],
		] as const)
			expect((await send(who, id, { type, mediaId })).json.code).toBe("media_not_ready");
		const clientId = crypto.randomUUID();
		const twice = [
			await send(ann, id, { type: "photo", mediaId }, { clientId }),
			await send(ann, id, { type: "photo", mediaId }, { clientId }),
		];
		expect(twice.map(({ status }) => status)).toEqual([201, 200]);
		expect((await send(ann, id, { type: "photo", mediaId })).json.code).toBe("media_not_ready");
	});

	it("422, 503: is refused in words, or can be tried again", async () => {
		fakeTranscoder(["down", "refuse"]);
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = crypto.randomUUID();
		await begin(ann, id, "voice", mediaId);
		await services.ingest.put(uploadKey(id, mediaId), "raw");
		expect((await complete(ann, id, mediaId)).status).toBe(503);
		expect((await complete(ann, id, mediaId)).json).toMatchObject({ code: "voice_refused", detail: VOICE_REFUSALS.too_long.message });
		expect((await complete(ann, id, mediaId)).status).toBe(200);
		expect((await begin(ann, id, "photo", crypto.randomUUID(), 100_000_000)).status).toBe(422);
	});

	it("404: in a group is not given to whom its sender blocked", async () => {
		fakeTranscoder();
		const [ann, bob, cid] = [await settled(), await settled(), await settled()];
		const id = await groupOf(ann, bob, cid);
		const mediaId = await ready(bob, id, "photo");
		await send(bob, id, { type: "photo", mediaId });
		await call(`POST /api/v1/users/${cid.id}/block`, { token: bob.token });
		await expect.poll(async () => (await fetched(cid, id, mediaId)).status).toBe(404);
		expect((await fetched(ann, id, mediaId)).status).toBe(200);
	});
});
