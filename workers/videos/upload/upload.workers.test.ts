import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { MAX_UPLOAD_BYTES, UPLOAD_LIFETIME_MS, UPLOAD_PART_MAX_BYTES, UPLOAD_PART_MIN_BYTES } from "../../../contracts/limits.ts";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import type { Upload } from "../../../contracts/videos.ts";
import { uploads, userVideos } from "../../../db/schema/index.ts";
import type { Log } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideo } from "../cards/index.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { sweepPending } from "../pipeline/sweep.ts";
import {
	messageOf,
	mp4Bytes,
	newUser,
	objectsOf,
	partKey,
	recordedQueue,
	rowOf,
	services,
	servicesWith,
	testApp,
	testEnv,
	uploadParts,
	WORDS,
} from "../testing/fixtures.ts";
import { completeUpload } from "./complete.ts";
import { sweepUploads } from "./sweep.ts";

const transcodes = recordedQueue<TranscodeMessage>();
const cleanups = recordedQueue<CleanupMessage>();
const using = servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue });
const PLAN = { filename: "walk.mp4", filesize: 2_000, duration_ms: 3_000 };
const INIT = "/api/v1/videos/upload/init";
const lasting = <T>(response: Response): Promise<T> => response.json();
const code = async (response: Response): Promise<[number, string]> => [response.status, (await lasting<{ code: string }>(response)).code];

describe("POST /videos/upload/init", () => {
	it("201 with as many presigned parts as the file needs, all but the last of one size", async () => {
		const response = await testApp(await newUser(), using)("POST", INIT, { ...PLAN, filesize: UPLOAD_PART_MIN_BYTES * 2 + 1 });
		expect(response.status).toBe(201);
		const upload = await lasting<Upload>(response);
		expect(upload).toMatchObject({ chunkSize: UPLOAD_PART_MIN_BYTES, arrived: [], uploadUrl: upload.parts[0]?.url });
		expect(upload.parts.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3]);
		const url = new URL(upload.parts[2]?.url ?? "");
		// The signature covers the host, so it is the one the browser talks to, with the path of the storage API.
		expect(url.origin + url.pathname).toBe(`http://reelay.test/s3/reelay-ingest/${await partKey(upload.videoId, 3)}`);
		expect(url.pathname).toMatch(/\/\d+\/[0-9a-f]{32}\/part-00003$/);
		expect(url.searchParams.get("X-Amz-Expires")).toBe("3600");
		expect(url.searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/);
		expect(url.searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;host");
	});

	it("a part is a tenth of the file, however large: 25 MB in ten, and 5 MiB at most", async () => {
		const call = testApp(await newUser(), using);
		const sizes = [25 * 1024 * 1024, MAX_UPLOAD_BYTES].map(async (filesize) => {
			const upload = await lasting<Upload>(await call("POST", INIT, { ...PLAN, filesize }));
			return [upload.chunkSize, upload.parts.length];
		});
		expect(await Promise.all(sizes)).toEqual([
			[2.5 * 1024 * 1024, 10],
			[UPLOAD_PART_MAX_BYTES, 100],
		]);
	});

	it("200 with the same upload when repeated under the same key, also at the same time", async () => {
		const call = testApp(await newUser(), using);
		const plan = { ...PLAN, videoId: crypto.randomUUID() };
		const answers = await Promise.all([call("POST", INIT, plan), call("POST", INIT, plan), call("POST", INIT, plan)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
		const ids = await Promise.all(answers.map(async (answer) => (await lasting<Upload>(answer)).videoId));
		expect(new Set(ids).size).toBe(1);
	});

	it("the same key of two users is two uploads", async () => {
		const plan = { ...PLAN, videoId: crypto.randomUUID() };
		const first = await lasting<Upload>(await testApp(await newUser(), using)("POST", INIT, plan));
		const second = await testApp(await newUser(), using)("POST", INIT, plan);
		expect(second.status).toBe(201);
		expect((await lasting<Upload>(second)).videoId).not.toBe(first.videoId);
	});

	it("401 for a guest", async () => {
		expect((await testApp({ kind: "guest", guestId: "g" }, using)("POST", INIT, PLAN)).status).toBe(401);
	});

	it("409 upload_closed under the key of one that was given up, 410 under that of one whose day is over", async () => {
		const user = await newUser();
		const [given, old] = [crypto.randomUUID(), crypto.randomUUID()].map((videoId) => ({ ...PLAN, videoId }));
		const { videoId } = await lasting<{ videoId: string }>(await testApp(user, using)("POST", INIT, given));
		await testApp(user, using)("DELETE", `/api/v1/videos/upload/${videoId}`);
		expect(await code(await testApp(user, using)("POST", INIT, given))).toEqual([409, "upload_closed"]);
		await testApp(user, using)("POST", INIT, old);
		const late = { ...using, clock: () => Date.now() + UPLOAD_LIFETIME_MS + 1 };
		expect(await code(await testApp(user, late)("POST", INIT, old))).toEqual([410, "upload_expired"]);
	});

	it("409 upload_conflict when the key belongs to a file of another size", async () => {
		const call = testApp(await newUser(), using);
		const plan = { ...PLAN, videoId: crypto.randomUUID() };
		await call("POST", INIT, plan);
		expect(await code(await call("POST", INIT, { ...plan, filesize: 2_001 }))).toEqual([409, "upload_conflict"]);
	});

	it.each([
		["413 for more than the limit", { filesize: MAX_UPLOAD_BYTES + 1 }, 413, "file_too_large"],
		["415 for another type", { filename: "notes.txt" }, 415, "unsupported_type"],
		["415 for a name without an ending", { filename: "mp4" }, 415, "unsupported_type"],
		["422 for an empty file", { filesize: 0 }, 422, "invalid_fields"],
		["422 for less than a second", { duration_ms: 999 }, 422, "duration_out_of_range"],
		["422 for more than ten minutes", { duration_ms: 600_001 }, 422, "duration_out_of_range"],
		["422 for no size at all", { filesize: undefined }, 422, "invalid_fields"],
	])("%s", async (_, fault, status, problem) => {
		expect(await code(await testApp(await newUser(), using)("POST", INIT, { ...PLAN, ...fault }))).toEqual([status, problem]);
	});
});

describe("GET /videos/upload/:videoId", () => {
	it("200 with what arrived and fresh addresses for the rest; a part of a wrong size counts as missing", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const plan = { ...PLAN, filesize: UPLOAD_PART_MIN_BYTES + 10, videoId: crypto.randomUUID() };
		const { videoId } = await lasting<Upload>(await call("POST", INIT, plan));
		await testEnv.INGEST.put(await partKey(videoId, 1), new Uint8Array(7));
		await testEnv.INGEST.put(await partKey(videoId, 2), new Uint8Array(10));
		const upload = await lasting<Upload>(await call("GET", `/api/v1/videos/upload/${plan.videoId}`));
		expect(upload.arrived).toMatchObject([{ partNumber: 2, bytes: 10 }]);
		expect(upload.parts.map(({ partNumber }) => partNumber)).toEqual([1]);
	});

	it("404 for nobody's and for somebody else's", async () => {
		const videoId = await uploadParts(await newUser(), undefined, using);
		const call = testApp(await newUser(), using);
		for (const ref of [videoId, "123", crypto.randomUUID()]) {
			expect(await code(await call("GET", `/api/v1/videos/upload/${ref}`))).toEqual([404, "upload_not_found"]);
		}
	});

	it("409 once it is complete, 410 once its day is over", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		const late = { ...using, clock: () => Date.now() + UPLOAD_LIFETIME_MS + 1 };
		expect(await code(await testApp(user, late)("GET", `/api/v1/videos/upload/${videoId}`))).toEqual([410, "upload_expired"]);
		await testApp(user, using)("POST", `/api/v1/videos/${videoId}/upload/complete`, {});
		expect(await code(await testApp(user, using)("GET", `/api/v1/videos/upload/${videoId}`))).toEqual([409, "upload_closed"]);
	});
});

describe("DELETE /videos/upload/:videoId", () => {
	it("204, twice; the parts are removed, and complete is refused", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const videoId = await uploadParts(user, undefined, using);
		cleanups.sent.length = 0;
		expect((await call("DELETE", `/api/v1/videos/upload/${videoId}`)).status).toBe(204);
		expect((await call("DELETE", `/api/v1/videos/upload/${videoId}`)).status).toBe(204);
		await consumeCleanup(messageOf(cleanups.sent[0]?.body).batch, using);
		expect(await objectsOf(videoId)).toEqual([]);
		expect(await code(await call("POST", `/api/v1/videos/${videoId}/upload/complete`, {}))).toEqual([409, "upload_closed"]);
		expect(await rowOf(videoId)).toBeUndefined();
	});

	it("409 when it was completed", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		await testApp(user, using)("POST", `/api/v1/videos/${videoId}/upload/complete`, {});
		expect(await code(await testApp(user, using)("DELETE", `/api/v1/videos/upload/${videoId}`))).toEqual([409, "upload_closed"]);
	});
});

describe("POST /videos/:videoId/upload/complete", () => {
	const complete = (videoId: string) => `/api/v1/videos/${videoId}/upload/complete`;

	it("202: the row waits to be processed, is on the profile and in the queue; repeated, it answers the same", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const videoId = await uploadParts(user, undefined, using);
		transcodes.sent.length = 0;
		const first = await call("POST", complete(videoId), { title: " Sea ", hashtags: ["#Sea", "sea", "Wind"], visibility: "followers" });
		expect([first.status, await first.json()]).toEqual([202, { videoId, status: "processing" }]);
		const again = await call("POST", complete(videoId), { title: "Other" });
		expect([again.status, await again.json()]).toEqual([202, { videoId, status: "processing" }]);
		expect(await rowOf(videoId)).toMatchObject({ title: "Sea", hashtags: ["sea", "wind"], visibility: "followers", originalBytes: 2_000 });
		expect(transcodes.sent).toMatchObject([{ body: { v: 1, videoId, generation: 1, requestId: "request-test" } }]);
		const listed = await services.db
			.user(user.userId)
			.select()
			.from(userVideos)
			.where(and(eq(userVideos.userId, user.userId), eq(userVideos.videoId, videoId)));
		expect(listed).toHaveLength(1);
	});

	it("the country it is completed from stays with the video", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		await completeUpload(using, user.userId, videoId, { ...WORDS, country: "DE" }, "request-test");
		expect((await rowOf(videoId))?.country).toBe("DE");
		expect((await loadVideo(services, videoId))?.country).toBe("DE");
	});

	it("at the same time from two tabs: one video, one answer", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const videoId = await uploadParts(user, undefined, using);
		const answers = await Promise.all([call("POST", complete(videoId), {}), call("POST", complete(videoId), {})]);
		expect(answers.map(({ status }) => status)).toEqual([202, 202]);
		expect(await rowOf(videoId)).toMatchObject({ status: "processing" });
	});

	it("the ETags of the PUT answers are accepted with quotes and without", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		const etag = (await testEnv.INGEST.head(await partKey(videoId, 1)))?.etag ?? "";
		expect((await testApp(user, using)("POST", complete(videoId), { parts: [{ partNumber: 1, etag: `"${etag}"` }] })).status).toBe(202);
	});

	it("409 while parts are missing, naming them", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const { videoId } = await lasting<Upload>(await call("POST", INIT, { ...PLAN, filesize: UPLOAD_PART_MIN_BYTES * 3 }));
		await testEnv.INGEST.put(await partKey(videoId, 2), new Uint8Array(UPLOAD_PART_MIN_BYTES));
		const response = await call("POST", complete(videoId), {});
		expect(await response.json()).toMatchObject({
			status: 409,
			code: "upload_incomplete",
			detail: expect.stringContaining("Parts 1, 3 have"),
		});
	});

	it("422 for a part of a wrong size, a wrong ETag, a part too many; the upload stays open to mend it", async () => {
		const user = await newUser();
		const call = testApp(user, using);
		const bytes = mp4Bytes(UPLOAD_PART_MIN_BYTES + 5);
		const videoId = await uploadParts(user, bytes, using);
		const second = await partKey(videoId, 2);
		expect(await code(await call("POST", complete(videoId), { parts: [{ partNumber: 1, etag: "0".repeat(32) }] }))).toEqual([
			422,
			"part_mismatch",
		]);
		await testEnv.INGEST.put(await partKey(videoId, 1), new Uint8Array(3));
		expect(await code(await call("POST", complete(videoId), {}))).toEqual([422, "part_mismatch"]);
		await testEnv.INGEST.put(await partKey(videoId, 1), bytes.slice(0, UPLOAD_PART_MIN_BYTES));
		await testEnv.INGEST.put(second, new Uint8Array(6));
		expect(await code(await call("POST", complete(videoId), {}))).toEqual([422, "size_mismatch"]);
		await testEnv.INGEST.put(second, new Uint8Array(5));
		await testEnv.INGEST.put(await partKey(videoId, 3), new Uint8Array(5));
		expect(await code(await call("POST", complete(videoId), {}))).toEqual([422, "part_mismatch"]);
		await testEnv.INGEST.delete(await partKey(videoId, 3));
		expect((await call("POST", complete(videoId), {})).status).toBe(202);
	});

	it.each([
		["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "a picture (PNG)"],
		["text", new TextEncoder().encode("Dear diary, today"), "a text file"],
		["a playlist", new TextEncoder().encode("#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd"), "a playlist"],
		["an MP3", new TextEncoder().encode("ID3\u0004 sound"), "a sound file (MP3)"],
	])("415 for %s named .mp4, saying what it looks like", async (_, bytes, looksLike) => {
		const user = await newUser();
		const videoId = await uploadParts(user, bytes, using);
		const response = await testApp(user, using)("POST", complete(videoId), {});
		expect(await response.json()).toMatchObject({ status: 415, code: "unsupported_type", detail: expect.stringContaining(looksLike) });
		expect(await rowOf(videoId)).toBeUndefined();
	});

	it("404 for somebody else's upload, 410 for one that expired", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		expect(await code(await testApp(await newUser(), using)("POST", complete(videoId), {}))).toEqual([404, "upload_not_found"]);
		const late = { ...using, clock: () => Date.now() + UPLOAD_LIFETIME_MS + 1 };
		expect(await code(await testApp(user, late)("POST", complete(videoId), {}))).toEqual([410, "upload_expired"]);
	});

	it("the queue refusing loses nothing: 202, and the sweeper enqueues it", async () => {
		const user = await newUser();
		const videoId = await uploadParts(user, undefined, using);
		transcodes.refusing = true;
		expect((await testApp(user, using)("POST", complete(videoId), {})).status).toBe(202);
		transcodes.refusing = false;
		expect(await rowOf(videoId)).toMatchObject({ status: "processing", enqueuedAt: null });
		transcodes.sent.length = 0;
		await sweepPending({ ...using, clock: () => Date.now() + 15_000 });
		expect(transcodes.sent.map(({ body }) => body.videoId)).toContain(videoId);
		expect((await rowOf(videoId))?.enqueuedAt).not.toBeNull();
	});
});

describe("the log", () => {
	it("tells of each step of an upload, and why one was refused", async () => {
		const lines: [event: string, fields: object][] = [];
		const write = (event: string, fields: object = {}) => void lines.push([event, fields]);
		const log: Log = { info: write, warn: write, error: write, with: () => log };
		const user = await newUser();
		const call = testApp(user, { ...using, log });
		await call("POST", INIT, { ...PLAN, filename: "notes.txt" });
		const { videoId } = await lasting<Upload>(await call("POST", INIT, PLAN));
		await call("GET", `/api/v1/videos/upload/${videoId}`);
		await call("POST", `/api/v1/videos/${videoId}/upload/complete`, {});
		await call("DELETE", `/api/v1/videos/upload/${videoId}`);
		expect(lines.map(([event]) => event)).toEqual(["upload_refused", "upload_begun", "upload_resumed", "upload_refused", "upload_aborted"]);
		expect(lines[0]?.[1]).toMatchObject({ step: "init", code: "unsupported_type", reason: expect.stringMatching(/^Choose a video/) });
		expect(lines[2]?.[1]).toMatchObject({ videoId, arrived: 0, missing: 1 });
		expect(lines[3]?.[1]).toMatchObject({ step: "complete", videoId, code: "upload_incomplete" });
		const INGEST = { list: () => Promise.reject(new Error("R2 is down")) } as unknown as R2Bucket;
		const without = testApp(user, { ...using, log, ingest: INGEST });
		const other = await uploadParts(user, undefined, using);
		expect(await code(await without("POST", `/api/v1/videos/${other}/upload/complete`, {}))).toEqual([503, "unavailable"]);
		expect(lines.at(-1)?.[1]).toMatchObject({ step: "complete", videoId: other, code: "unavailable" });
		const video = () => {
			throw new Error("no such table");
		};
		const db: Services["db"] = { ...using.db, video };
		const broken = testApp(user, { ...using, log, db });
		await expect(broken("POST", `/api/v1/videos/${other}/upload/complete`, {})).rejects.toThrow("no such table");
		expect(lines.at(-1)).toEqual(["upload_failed", { step: "complete", videoId: other, error: expect.any(String) }]);
	});
});

describe("an abandoned upload", () => {
	it("is closed after a day and its parts are removed; a fresh one is left alone", async () => {
		const user = await newUser();
		const old = await uploadParts(user, undefined, using);
		const fresh = await uploadParts(user, undefined, using);
		await services.db
			.video(old)
			.update(uploads)
			.set({ expiresAt: new Date(Date.now() - 1) })
			.where(eq(uploads.videoId, old));
		cleanups.sent.length = 0;
		await sweepUploads(using);
		const swept = cleanups.sent.map(({ body }) => body.videoId);
		expect(swept).toContain(old);
		expect(swept).not.toContain(fresh);
		await consumeCleanup(messageOf(cleanups.sent.find(({ body }) => body.videoId === old)?.body).batch, using);
		expect(await objectsOf(old)).toEqual([]);
		expect(await objectsOf(fresh)).toHaveLength(1);
	});
});
