import { convertV4MiniflareOptions, Miniflare, NoOpLog } from "miniflare";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openObjectStore } from "../../container-transcoder/storage/object-store.ts";
import { s3Store } from "../../trainer/store.ts";
import { folderAccess } from "../../workers/videos/pipeline/access.ts";
import type { StandIn } from "../serve.ts";
import { LOCAL_S3_PATH } from "../supervisor/worker.ts";
import { startR2 } from "./server.ts";

/** The S3 client of the transcoder and of the trainer, with what the Worker gives them, against the emulator behind its stand-in. */

const KEY = { accessKeyId: "media-key", secretAccessKey: "media-secret" };
const BUCKET = "reelay-media";
const FOLDER = "videos/eu/9/g1/";
/** Larger than a part of a multipart upload, 5 MiB, and than what a client asks leave for before it sends it, 2 MiB. */
const LARGE = new Uint8Array(11 * 1024 * 1024).map((_, n) => n % 251);

let emulator: Miniflare;
let r2: StandIn;
beforeAll(async () => {
	const worker = { modules: true, script: "export default { fetch: () => new Response(null, { status: 404 }) }" };
	const buckets = { MEDIA: { id: BUCKET, s3Credentials: KEY } };
	emulator = new Miniflare(
		convertV4MiniflareOptions({
			name: "emulator",
			...worker,
			compatibilityDate: "2026-10-01",
			log: new NoOpLog(),
			r2Buckets: buckets,
		}),
	);
	const upstream = new URL(LOCAL_S3_PATH, await emulator.ready).href;
	r2 = await startR2({ upstream, buckets: [{ bucket: BUCKET, ...KEY }], browsers: { bucket: "reelay-ingest", origins: [] } });
});
afterAll(async () => {
	await r2?.close();
	await emulator?.dispose();
});

it("the transcoder's writes and reads in its job's folder by its job's credentials, and nowhere else", async () => {
	const config = {
		MEDIA_S3_ENDPOINT: r2.url,
		MEDIA_S3_BUCKET: BUCKET,
		MEDIA_S3_ACCESS_KEY_ID: KEY.accessKeyId,
		MEDIA_S3_SECRET_ACCESS_KEY: KEY.secretAccessKey,
	} as Parameters<typeof folderAccess>[0];
	const access = await folderAccess(config, FOLDER, Date.now());
	const store = openObjectStore({ endpoint: r2.url, bucket: BUCKET, ...access, firstDelayMs: 1 });
	const { signal } = new AbortController();
	const put = { contentType: "video/iso.segment", cacheControl: "no-store", signal, log: () => undefined };
	await store.put(`${FOLDER}240p/0 ü+&.m4s`, "a segment", put);
	await store.put(`${FOLDER}240p/1.m4s`, LARGE, put);
	expect(await store.get(`${FOLDER}240p/0 ü+&.m4s`, signal)).toBe("a segment");
	expect(await store.get(`${FOLDER}none`, signal)).toBeNull();
	expect((await store.get(`${FOLDER}240p/1.m4s`, signal))?.length).toBeGreaterThan(0);
	await expect(store.put("videos/eu/8/g1/x", "not mine", put)).rejects.toMatchObject({ code: "upload_failed" });
	const bucket = await emulator.getR2Bucket("MEDIA", "emulator");
	expect((await bucket.head(`${FOLDER}240p/1.m4s`))?.httpMetadata).toMatchObject({
		contentType: "video/iso.segment",
		cacheControl: "no-store",
	});
});

it("the trainer's lists, reads, and replaces what is large in parts", async () => {
	const store = s3Store({ bucketUrl: `${r2.url}/${BUCKET}/`, ...KEY });
	const bucket = await emulator.getR2Bucket("MEDIA", "emulator");
	const keys = Array.from({ length: 3 }, (_, n) => `events/${String(n).padStart(4, "0")} & <x>.gz`);
	await Promise.all(keys.map((key) => bucket.put(key, "e")));
	expect(await store.list("events/")).toEqual(keys);
	await store.put("models/neighbours.json", LARGE);
	expect(await store.get("models/neighbours.json")).toEqual(LARGE);
	await store.put("models/neighbours.json", "{}");
	expect(new TextDecoder().decode((await store.get("models/neighbours.json")) ?? undefined)).toBe("{}");
	expect(await store.get("models/none")).toBeNull();
	await expect(s3Store({ bucketUrl: `${r2.url}/${BUCKET}`, ...KEY, secretAccessKey: "another" }).get("models/none")).rejects.toThrow();
});
