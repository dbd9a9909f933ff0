import { afterAll, beforeEach, expect, test } from "vitest";
import { startBucket } from "../testing/bucket.ts";
import { openObjectStore } from "./object-store.ts";
import { openOutput } from "./output.ts";

const bucket = await startBucket();
const signal = new AbortController().signal;
const lines: string[] = [];
const log = (event: string) => void lines.push(event);
const store = openObjectStore({ endpoint: bucket.url, bucket: "media", accessKeyId: "a", secretAccessKey: "b", firstDelayMs: 1 });
const put = { contentType: "text/plain", cacheControl: "no-store", signal, log };

beforeEach(() => {
	bucket.fault = () => null;
	bucket.requests.length = 0;
	lines.length = 0;
});
afterAll(() => bucket.close());

test("what is put can be read again; what is not there is null", async () => {
	await store.put("videos/1/a b+c.txt", "hello", put);
	expect(bucket.objects.get("media/videos/1/a b+c.txt")).toMatchObject({ contentType: "text/plain", cacheControl: "no-store" });
	expect(await store.get("videos/1/a b+c.txt", signal)).toBe("hello");
	expect(await store.get("videos/1/none", signal)).toBeNull();
});

test("a write is tried five times, each repetition logged", async () => {
	let left = 4;
	bucket.fault = () => (left-- > 0 ? 503 : null);
	await store.put("k", "v", put);
	expect(bucket.requests).toHaveLength(5);
	expect(lines).toEqual(Array(4).fill("upload.retry"));
	bucket.fault = () => 500;
	await expect(store.put("k", "v", put)).rejects.toMatchObject({ code: "upload_failed" });
	expect(bucket.requests).toHaveLength(10);
});

test("a read that never succeeds is a failure, not an absence", async () => {
	bucket.fault = () => 500;
	await expect(store.get("k", signal)).rejects.toMatchObject({ code: "storage_failed" });
});

test("an aborted write is not repeated and gives the reason", async () => {
	const stop = new AbortController();
	bucket.fault = () => {
		stop.abort(new Error("enough"));
		return 500;
	};
	await expect(store.put("k", "v", { ...put, signal: stop.signal })).rejects.toThrow("enough");
	expect(bucket.requests).toHaveLength(1);
});

test("outputs get their type by name, and count what they write", async () => {
	const output = openOutput(store, "videos/2/g1/", { signal, log });
	await output.putFinal("720p/0.m4s", new Uint8Array(10));
	await output.putGrowing("720p.m3u8", "#EXTM3U");
	expect(bucket.objects.get("media/videos/2/g1/720p/0.m4s")).toMatchObject({
		contentType: "video/iso.segment",
		cacheControl: "public, max-age=86400, immutable",
	});
	expect(bucket.objects.get("media/videos/2/g1/720p.m3u8")).toMatchObject({
		contentType: "application/vnd.apple.mpegurl",
		cacheControl: "no-store",
	});
	expect(output.bytesWritten).toBe(17);
});
