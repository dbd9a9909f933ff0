import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { UPLOAD_PART_MIN_BYTES } from "../../contracts/limits.ts";
import type { Upload } from "../../contracts/videos.ts";
import { caller, eventually, signUp } from "./support/api.ts";
import { clip, make } from "./support/clips.ts";
import { begin, complete, sendParts, settled, status } from "./support/publish.ts";
import { adminToken, base } from "./support/server.ts";

const person = await signUp(base, "uploader");

describe("init", () => {
	test("401 for a guest", async () => {
		const answer = await caller(base)("POST", "/api/v1/videos/upload/init", { filename: "a.mp4", filesize: 10, duration_ms: 2_000 });
		expect(answer.status).toBe(401);
	});

	test.each([
		["too large", { filesize: 600 * 1024 * 1024 }, 413, "file_too_large"],
		["empty", { filesize: 0 }, 422, "invalid_fields"],
		["too long", { durationMs: 700_000 }, 422, "duration_out_of_range"],
		["too short", { durationMs: 200 }, 422, "duration_out_of_range"],
		["another type", { filename: "song.mp3" }, 415, "unsupported_type"],
	])("%s is refused in words", async (_, announced, status, code) => {
		const answer = await begin(person, Buffer.alloc(1000), announced);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ code });
		expect((answer.body as unknown as { detail: string }).detail).toMatch(/\w+ \w+/);
	});

	test("the client's UUID is the idempotency key: 201, then 200 with the same upload; another's is not found", async () => {
		const videoId = randomUUID();
		const first = await begin(person, Buffer.alloc(5000), { videoId });
		const again = await begin(person, Buffer.alloc(5000), { videoId });
		expect([first.status, again.status]).toEqual([201, 200]);
		expect(again.body.videoId).toBe(first.body.videoId);
		const other = await begin(person, Buffer.alloc(6000), { videoId });
		expect(other.status).toBe(409);
		const stranger = await signUp(base);
		expect((await stranger.call("GET", `/api/v1/videos/upload/${first.body.videoId}`)).status).toBe(404);
	});
});

describe("parts", () => {
	test("an interrupted upload tells which parts arrived and goes on from there", async () => {
		const picture = await clip({ seconds: 2 });
		// Padding in a `free` box keeps it a true MP4 of three parts or more.
		const padding = Buffer.alloc(UPLOAD_PART_MIN_BYTES * 2 + 1000);
		padding.writeUInt32BE(padding.length, 0);
		padding.write("free", 4, "latin1");
		const file = Buffer.concat([picture, padding]);
		const upload = (await begin(person, file, { durationMs: 2_000 })).body;
		const rest = upload.parts.map((part) => part.partNumber).filter((partNumber) => partNumber !== 2);
		expect(rest.length).toBeGreaterThan(1);
		await sendParts(base, file, upload, rest);
		const early = await complete(person, upload.videoId);
		expect(early.status).toBe(409);
		expect(early.body.code).toBe("upload_incomplete");
		const resumed = await person.call<Upload>("GET", `/api/v1/videos/upload/${upload.videoId}`);
		expect(resumed.body.arrived.map((part) => part.partNumber)).toEqual(rest);
		expect(resumed.body.parts.map((part) => part.partNumber)).toEqual([2]);
		await sendParts(base, file, resumed.body);
		const done = await complete(person, upload.videoId);
		expect(done.status).toBe(202);
		const repeated = await complete(person, upload.videoId);
		expect(repeated.body.videoId).toBe(done.body.videoId);
		expect((await settled(person, upload.videoId)).status).toBe("ready");
	});

	test("a part of the wrong size is not taken, nor is a copy of something else; a wrong etag is named", async () => {
		const file = await clip({ seconds: 1.5 });
		const upload = (await begin(person, file, { durationMs: 1_500 })).body;
		const first = new URL(upload.parts[0]?.url ?? "", base);
		const put = async (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
			(await fetch(first, { method: "PUT", body, headers })).status;
		const part = new Uint8Array(file.subarray(0, upload.chunkSize));
		expect(await put(part.slice(0, 900))).toBe(403);
		const victim = (await begin(await signUp(base, "victim"), file, { durationMs: 1_500 })).body;
		await sendParts(base, file, victim);
		for (const body of [part, part.slice(0, 0)]) {
			const source = new URL(victim.parts[0]?.url ?? "", base).pathname.replace(/^.*(?=\/[^/]+\/\d+\/)/, "");
			expect(await put(body, { "x-amz-copy-source": source })).toBe(403);
		}
		expect((await complete(person, upload.videoId)).body.code).toBe("upload_incomplete");
		await sendParts(base, file, upload);
		expect((await complete(person, upload.videoId, {}, [{ partNumber: 1, etag: "0".repeat(32) }])).body.code).toBe("part_mismatch");
		expect((await complete(person, upload.videoId)).status).toBe(202);
	});

	test("an aborted upload is gone, its addresses lead nowhere useful", async () => {
		const file = await clip({ seconds: 1.5 });
		const upload = (await begin(person, file)).body;
		await sendParts(base, file, upload);
		expect((await person.call("DELETE", `/api/v1/videos/upload/${upload.videoId}`)).status).toBe(204);
		expect([404, 409, 410]).toContain((await complete(person, upload.videoId)).status);
	});

	test("a forged address is refused by the store", async () => {
		const upload = (await begin(person, Buffer.alloc(5000))).body;
		const forged = new URL(upload.parts[0]?.url ?? "", base);
		forged.searchParams.set("X-Amz-Signature", "0".repeat(64));
		expect((await fetch(forged, { method: "PUT", body: new Uint8Array(5000) })).status).toBe(403);
	});
});

test("nothing that is handed to strangers or to a job opens more than it was made for, as the server itself tries", async () => {
	if (adminToken === "") return;
	const headers = { "x-admin-token": adminToken };
	const probe = await caller(base)<{ found: string[] }>("POST", "/internal/uploads/probe", {}, headers);
	expect([probe.status, probe.body]).toEqual([200, { found: [] }]);
	const health = await caller(base)<{ parts: { uploads: { status: string } } }>("GET", "/health");
	expect(health.body.parts.uploads).toMatchObject({ status: "ok" });
});

describe("what is not a video", () => {
	const refused = async (file: Buffer, durationMs = 3_000) => {
		const upload = (await begin(person, file, { durationMs })).body;
		await sendParts(base, file, upload);
		const done = await complete(person, upload.videoId);
		if (done.status !== 202) return { code: done.body.code ?? "", message: done.body.detail ?? "" };
		const end = await settled(person, upload.videoId);
		expect(end.status).toBe("failed");
		return end.failure ?? { code: "", message: "" };
	};

	test.each<[string, () => Promise<Buffer> | Buffer]>([
		["text", () => Buffer.from("hello, this is not a video\n".repeat(50))],
		["a PNG", () => make(["-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1"], "picture.png")],
		["audio", () => make(["-f", "lavfi", "-i", "sine=d=3", "-c:a", "aac"], "sound.m4a")],
		["a playlist", () => Buffer.from("#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")],
		["a concat list", () => Buffer.from("ffconcat version 1.0\nfile /etc/passwd\n")],
		[
			"a truncated clip without its index",
			async () =>
				(await make(["-f", "lavfi", "-i", "testsrc2=s=320x240:d=3", "-c:v", "libx264", "-pix_fmt", "yuv420p"])).subarray(0, 20_000),
		],
	])("%s named .mp4 fails in words that say what to do", async (_, file) => {
		const { code, message } = await refused(await file());
		expect(code).not.toBe("");
		expect(message).toMatch(/^[A-Z].*\s.*[.!]$/);
	});

	test("the failed upload stays on the creator's profile with its reason and in the notifications", async () => {
		const sound = await make(["-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac"], "sound.m4a");
		const failing = await signUp(base, "failing");
		const upload = (await begin(failing, sound)).body;
		await sendParts(base, sound, upload);
		const done = await complete(failing, upload.videoId);
		if (done.status === 202) {
			await settled(failing, upload.videoId);
			expect((await status(failing, upload.videoId)).failure?.message).toBeTruthy();
			await eventually(
				async () => (await failing.call<{ notifications: { type: string }[] }>("GET", "/api/v1/notifications")).body.notifications,
				(list) => list.some((notification) => notification.type === "video_failed"),
				15,
			);
		} else {
			expect(done.body.detail).toBeTruthy();
		}
	});
});

test("a wrong declared duration is set right by the file", async () => {
	const file = await clip({ seconds: 2 });
	const upload = (await begin(person, file, { durationMs: 590_000 })).body;
	await sendParts(base, file, upload);
	await complete(person, upload.videoId);
	expect((await settled(person, upload.videoId)).status).toBe("ready");
	const { body } = await person.call<{ video: { durationMs: number } }>("GET", `/api/v1/videos/${upload.videoId}`);
	expect(body.video.durationMs).toBeGreaterThan(1_500);
	expect(body.video.durationMs).toBeLessThan(2_500);
});

describe("what is odd but a video", () => {
	test.each<[string, () => Promise<Buffer>]>([
		["no sound", () => clip({ seconds: 2, silent: true })],
		["odd sizes", () => make(["-f", "lavfi", "-i", "testsrc2=s=301x451:d=2", "-c:v", "libx264", "-pix_fmt", "yuv444p"])],
		["tiny", () => make(["-f", "lavfi", "-i", "testsrc2=s=32x18:d=2", "-c:v", "libx264", "-pix_fmt", "yuv420p"])],
		["WebM", () => make(["-f", "lavfi", "-i", "testsrc2=s=180x320:d=2", "-c:v", "libvpx", "-b:v", "300k"], "clip.webm")],
	])("%s", async (_, file) => {
		const bytes = await file();
		const upload = (await begin(person, bytes, { durationMs: 2_000, filename: _ === "WebM" ? "clip.webm" : "clip.mp4" })).body;
		await sendParts(base, bytes, upload);
		expect((await complete(person, upload.videoId)).status).toBe(202);
		expect((await settled(person, upload.videoId)).status).toBe("ready");
	});
});
