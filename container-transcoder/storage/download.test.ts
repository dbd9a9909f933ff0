import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { startBucket } from "../testing/bucket.ts";
import { jobFor } from "../testing/service.ts";
import { downloadSource } from "./download.ts";

const bucket = await startBucket();
const dir = await mkdtemp(join(tmpdir(), "reelay-download-"));
const original = Buffer.from(Array.from({ length: 10_000 }, (_, n) => (n * 7 + (n >> 8)) & 255));
await writeFile(join(dir, "original"), original);
let path = "";
let attempt = 0;

beforeEach(() => {
	bucket.fault = () => null;
	bucket.requests.length = 0;
	path = join(dir, `target-${attempt++}`);
});
afterAll(async () => {
	await bucket.close();
	await rm(dir, { recursive: true, force: true });
});

const options = (signal = new AbortController().signal, onBytes: (bytes: number) => void = () => undefined) => ({
	signal,
	log: () => undefined,
	onBytes,
	firstDelayMs: 1,
});
const source = async () => (await jobFor(bucket, join(dir, "original"), {}, 1024)).source;

test("parts are joined in their order and progress is told", async () => {
	const seen: number[] = [];
	await downloadSource(
		await source(),
		path,
		options(undefined, (bytes) => seen.push(bytes)),
	);
	expect(await readFile(path)).toEqual(original);
	expect(seen).toHaveLength(10);
	expect(seen.at(-1)).toBe(original.length);
});

test("a part that fails is asked for again, alone", async () => {
	let failures = 0;
	bucket.fault = (_, key) => (key.endsWith("part-3") && failures++ < 3 ? 500 : null);
	await downloadSource(await source(), path, options());
	expect(await readFile(path)).toEqual(original);
	expect(bucket.requests.filter((request) => request.endsWith("part-3"))).toHaveLength(4);
	expect(bucket.requests).toHaveLength(13);
});

test("a part that is never given fails for another attempt, and no request goes on", async () => {
	bucket.fault = (_, key) => (key.endsWith("part-2") ? 403 : null);
	await expect(downloadSource(await source(), path, options())).rejects.toMatchObject({ code: "download_failed" });
});

test("a part of another length than declared is refused at once", async () => {
	const declared = await source();
	const [first, ...rest] = declared.parts;
	if (!first) throw new Error("no part");
	for (const bytes of [first.bytes - 1, first.bytes + 1]) {
		const parts = [{ ...first, bytes }, ...rest];
		const total = parts.reduce((sum, part) => sum + part.bytes, 0);
		path += "x";
		await expect(downloadSource({ parts, bytes: total }, path, options())).rejects.toMatchObject({ code: "size_mismatch" });
	}
});

test("a part that is not the one that was pinned, is gone, or wants to be unpacked is refused at once, in words", async () => {
	const declared = await source();
	const stored = bucket.objects.get("media/originals/1/part-3");
	if (!stored) throw new Error("no part");
	const refusal = { name: "Refusal", code: "original_changed", message: expect.stringContaining("upload it again") };
	for (const replacement of [{ ...stored, body: Buffer.alloc(stored.body.length) }, { ...stored, contentEncoding: "gzip" }, null]) {
		path += "x";
		bucket.requests.length = 0;
		if (replacement) bucket.objects.set("media/originals/1/part-3", replacement);
		else bucket.objects.delete("media/originals/1/part-3");
		await expect(downloadSource(declared, path, options())).rejects.toMatchObject(refusal);
		expect(bucket.requests.filter((request) => request.endsWith("part-3"))).toHaveLength(1);
	}
});

test("parts that don't add up to the whole are refused unasked", async () => {
	const { parts, bytes } = await source();
	// Under names of their own: what an earlier test gave up may still arrive.
	const unasked = parts.map((part) => ({ ...part, url: part.url.replace("part-", "unasked-") }));
	const declared = { parts: unasked, bytes: bytes + 1 };
	await expect(downloadSource(declared, path, options())).rejects.toMatchObject({ code: "size_mismatch" });
	expect(bucket.requests.filter((request) => request.includes("unasked"))).toEqual([]);
});

test("aborting stops it with the reason given", async () => {
	const stop = new AbortController();
	bucket.delayMs = 50;
	const running = downloadSource(await source(), path, options(stop.signal));
	stop.abort(new Error("enough"));
	await expect(running).rejects.toThrow("enough");
	bucket.delayMs = 0;
});
