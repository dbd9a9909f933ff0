import { expect, test } from "vitest";
import type { VideoCard } from "../../contracts/videos.ts";
import { caller, eventually, signUp } from "./support/api.ts";
import { clip } from "./support/clips.ts";
import { begin, complete, publish, sendParts } from "./support/publish.ts";
import { base } from "./support/server.ts";

const tiny = () => clip({ seconds: 1.5, width: 144, height: 256, rate: 15 });
const creator = await signUp(base, "host");

test("segments answer ranges and ETags, and deletion is felt at once, also from cache", async () => {
	const id = await publish(base, creator, await tiny(), {}, { durationMs: 1_500 });
	const { video } = (await creator.call<{ video: VideoCard }>("GET", `/api/v1/videos/${id}`)).body;
	const segment = new URL(`${video.manifest.base}240p/0.m4s`, base);
	const whole = await fetch(segment);
	expect(whole.status).toBe(200);
	const etag = whole.headers.get("etag") ?? "";
	const size = (await whole.arrayBuffer()).byteLength;
	const range = await fetch(segment, { headers: { range: "bytes=0-99" } });
	expect(range.status).toBe(206);
	expect(range.headers.get("content-range")).toBe(`bytes 0-99/${size}`);
	expect((await range.arrayBuffer()).byteLength).toBe(100);
	expect((await fetch(segment, { headers: { "if-none-match": etag } })).status).toBe(304);
	expect((await fetch(segment, { headers: { range: `bytes=${size + 10}-` } })).status).toBe(416);
	const cover = await fetch(new URL(video.thumbnail, base));
	expect(cover.headers.get("content-type")).toBe("image/jpeg");
	expect((await fetch(new URL(`/videos/auto/${id}/master.m3u8`, base))).status).toBe(200);

	expect((await creator.call("DELETE", `/api/v1/videos/${id}`)).status).toBe(204);
	for (const address of [segment, new URL(`/videos/auto/${id}/master.m3u8`, base), new URL(video.thumbnail, base)]) {
		expect((await fetch(address)).status, address.pathname).toBe(404);
	}
	expect((await creator.call("GET", `/api/v1/videos/${id}`)).status).toBe(404);
	expect((await creator.call("DELETE", `/api/v1/videos/${id}`)).status).toBe(404);
});

test("a private video plays for its creator by a grant, and for nobody else", async () => {
	const id = await publish(base, creator, await tiny(), { visibility: "private" }, { durationMs: 1_500 });
	const { video } = (await creator.call<{ video: VideoCard }>("GET", `/api/v1/videos/${id}`)).body;
	expect((await fetch(new URL(video.manifest.url, base))).status).toBe(200);
	expect((await fetch(new URL(`${video.manifest.base}240p/init.mp4`, base))).status).toBe(200);
	const forged = video.manifest.base.replace(/t\.[^/]+/, "t.9999999999.AAAA");
	expect([403, 404]).toContain((await fetch(new URL(`${forged}240p/init.mp4`, base))).status);
	expect([403, 404]).toContain((await fetch(new URL(`/videos/auto/${id}/master.m3u8`, base))).status);
	expect((await caller(base)("GET", `/api/v1/videos/${id}`)).status).toBe(404);
	expect((await (await signUp(base)).call("GET", `/api/v1/videos/${id}`)).status).toBe(404);
});

test("a video for followers is met by followers only", async () => {
	const id = await publish(base, creator, await tiny(), { visibility: "followers" }, { durationMs: 1_500 });
	const fan = await signUp(base, "fan");
	expect((await fan.call("GET", `/api/v1/videos/${id}`)).status).toBe(404);
	await fan.call("POST", `/api/v1/users/${creator.account.id}/follow`);
	expect((await fan.call("GET", `/api/v1/videos/${id}`)).status).toBe(200);
});

test("deleted while processing, a video never appears", async () => {
	const file = await clip({ seconds: 6, width: 540, height: 960 });
	const upload = (await begin(creator, file, { durationMs: 6_000 })).body;
	await sendParts(base, file, upload);
	await complete(creator, upload.videoId);
	expect((await creator.call("DELETE", `/api/v1/videos/${upload.videoId}`)).status).toBe(204);
	// Once a clip as long, begun later, is up, this one would be.
	await publish(base, creator, file, {}, { durationMs: 6_000 });
	expect((await creator.call("GET", `/api/v1/videos/${upload.videoId}`)).status).toBe(404);
	expect((await fetch(new URL(`/videos/auto/${upload.videoId}/master.m3u8`, base))).status).toBe(404);
	const tiles = await creator.call<{ videos: { id: string }[] }>("GET", `/api/v1/users/${creator.account.id}/videos?limit=60`);
	expect(tiles.body.videos.map((tile) => tile.id)).not.toContain(upload.videoId);
});

test("addresses that name nothing are 404", async () => {
	const paths = [
		"/videos/auto/1/master.m3u8",
		"/videos/auto/abc/master.m3u8",
		"/videos/auto/1/g1/..%2f..%2fsecret",
		"/videos/nowhere/1/720p.m3u8",
	];
	for (const path of paths) expect((await fetch(new URL(path, base))).status, path).toBe(404);
});

test("a changed title is read back at once by everybody", async () => {
	const id = await publish(base, creator, await tiny(), { title: "Before" }, { durationMs: 1_500 });
	const guest = caller(base);
	await guest("GET", `/api/v1/videos/${id}`);
	expect((await creator.call("PATCH", `/api/v1/videos/${id}`, { title: "After" })).status).toBe(200);
	const title = async () => (await guest<{ video: VideoCard }>("GET", `/api/v1/videos/${id}`)).body.video.title;
	expect(await eventually(title, (now) => now === "After", 3)).toBe("After");
	expect((await (await signUp(base)).call("PATCH", `/api/v1/videos/${id}`, { title: "Stolen" })).status).toBe(404);
});
