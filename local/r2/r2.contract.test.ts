import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import { convertV4MiniflareOptions, Miniflare, NoOpLog } from "miniflare";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { ingestKeys, mediaKeys } from "../../contracts/media.ts";
import { seeded } from "../../contracts/seeded.ts";
import { folderAccess } from "../../workers/videos/pipeline/access.ts";
import { presignPart, presignRead } from "../../workers/videos/upload/presign.ts";
import { probeStore } from "../../workers/videos/upload/probe.ts";
import type { StandIn } from "../serve.ts";
import { LOCAL_S3_PATH } from "../supervisor/worker.ts";
import { type Changed, changed } from "./changed-address.fixture.ts";
import { startR2 } from "./server.ts";

/** The emulator, the stand-in before it, and the code that signs addresses and makes credentials. */

const key = (name: string) => ({ bucket: `reelay-${name}`, accessKeyId: `${name}-key`, secretAccessKey: `${name}-secret` });
const INGEST = key("ingest");
const MEDIA = key("media");
const ARCHIVE = key("archive");
const ORIGIN = "http://localhost:9000";
const BYTES = Buffer.from("a part of a video");
const THIRD = ingestKeys.part("1", "f", 3);

let folder: string;
let emulator: Miniflare;
let r2: StandIn;
let config: Parameters<typeof presignRead>[0] & Parameters<typeof folderAccess>[0];

/** The emulator with these buckets, kept in a folder or in memory. */
function openEmulator(buckets: readonly (typeof INGEST)[], persist?: string): Miniflare {
	return new Miniflare(
		convertV4MiniflareOptions({
			name: "emulator",
			modules: true,
			script: "export default { fetch: () => new Response(null, { status: 404 }) }",
			compatibilityDate: "2026-10-01",
			log: new NoOpLog(),
			...(persist === undefined ? {} : { r2Persist: persist }),
			r2Buckets: Object.fromEntries(
				buckets.map(({ bucket: id, accessKeyId, secretAccessKey }) => [
					id.replace("reelay-", "").toUpperCase(),
					{ id, s3Credentials: { accessKeyId, secretAccessKey } },
				]),
			),
		}),
	);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "reelay-r2-"));
	emulator = openEmulator([INGEST, MEDIA, ARCHIVE], folder);
	const upstream = new URL(LOCAL_S3_PATH, await emulator.ready).href;
	r2 = await startR2({ upstream, buckets: [INGEST, MEDIA, ARCHIVE], browsers: { bucket: INGEST.bucket, origins: [ORIGIN] } });
	config = {
		MEDIA_S3_ENDPOINT: r2.url,
		MEDIA_S3_PUBLIC: r2.url,
		INGEST_S3_BUCKET: INGEST.bucket,
		INGEST_S3_ACCESS_KEY_ID: INGEST.accessKeyId,
		INGEST_S3_SECRET_ACCESS_KEY: INGEST.secretAccessKey,
		MEDIA_S3_BUCKET: MEDIA.bucket,
		MEDIA_S3_ACCESS_KEY_ID: MEDIA.accessKeyId,
		MEDIA_S3_SECRET_ACCESS_KEY: MEDIA.secretAccessKey,
	};
});
afterAll(async () => {
	await r2?.close();
	await emulator?.dispose();
	await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
	await as(INGEST)(`${INGEST.bucket}/${THIRD}`, { method: "DELETE" });
	for (const { bucket, ...credentials } of [MEDIA, ARCHIVE]) await as(credentials)(`${bucket}/private`, { method: "PUT", body: "secret" });
});

/** A client with these credentials. */
function as(credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) {
	const client = new AwsClient({ ...credentials, service: "s3", region: "auto", retries: 0 });
	return (path: string, init: RequestInit = {}) => client.fetch(`${r2.url}/${path}`, init);
}
const address = (lifetime = 60) => presignPart(config, r2.url, THIRD, BYTES.length, lifetime);
const put = async (url: string, body: RequestInit["body"] = BYTES, headers: Record<string, string> = {}) => {
	const answer = await fetch(url, { method: "PUT", body, headers, ...(body instanceof ReadableStream ? { duplex: "half" } : {}) });
	return [answer.status, /<Code>(\w+)/.exec(await answer.text())?.[1]];
};
const stored = async () => {
	const answer = await as(INGEST)(`${INGEST.bucket}/${THIRD}`);
	return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer());
};

/** Sends it as it is written: `fetch` would put a path right first. @returns the status */
const rawly = ({ hostname, port }: URL, { method, path, headers, body }: Changed): Promise<number> =>
	new Promise((resolve, reject) => {
		const outgoing = request({ hostname, port, method, path, headers: { ...headers, "content-length": body.length } }, (incoming) => {
			incoming.resume().once("end", () => resolve(incoming.statusCode ?? 0));
		});
		outgoing.once("error", reject);
		outgoing.end(body);
	});
/** The keys, sizes and ETags of all buckets. */
const everything = () =>
	Promise.all(
		[INGEST, MEDIA, ARCHIVE].map(async ({ bucket, ...credentials }) => {
			const list = await (await as(credentials)(`${bucket}?list-type=2`)).text();
			return [...list.matchAll(/<Key>[^<]+|<ETag>[^<]+|<Size>[^<]+/g)].map(([fact]) => fact);
		}),
	);

describe("the address of a part", () => {
	it("takes its part, tells the ETag, and is read again by the address of a job", async () => {
		const answer = await fetch(await address(), { method: "PUT", body: BYTES, headers: { "content-type": "video/mp4" } });
		expect(answer.status).toBe(200);
		const etag = answer.headers.get("etag")?.replaceAll('"', "") ?? "";
		const read = await presignRead(config, THIRD, etag);
		expect((await fetch(read, { headers: { "if-match": `"${etag}"` } })).status).toBe(200);
		// Without the condition, or with another, the signature does not hold.
		expect((await fetch(read)).status).toBe(403);
		expect((await fetch(read, { headers: { "if-match": "*" } })).status).toBe(403);
	});

	it.each([
		["a private rendition", () => `/${MEDIA.bucket}/private`],
		["the event archive", () => `/${ARCHIVE.bucket}/private`],
		["its own part", () => `/${INGEST.bucket}/${THIRD}`],
	])("copies nothing: %s", async (_, source) => {
		await put(await address());
		for (const body of ["", BYTES]) expect((await put(await address(), body, { "x-amz-copy-source": source() }))[0]).toBe(403);
		expect(await stored()).toEqual(BYTES);
	});

	it.each<[what: string, body: () => RequestInit["body"], status: number, headers?: Record<string, string>]>([
		["a longer body", () => Buffer.concat([BYTES, BYTES]), 403],
		["a shorter body", () => BYTES.subarray(1), 403],
		["a body of no told length", () => new Blob([BYTES]).stream(), 403],
		["an `x-amz-` header that was not signed", () => BYTES, 403, { "x-amz-meta-a": "b" }],
		["one that has the store do something else", () => BYTES, 403, { "x-amz-storage-class": "STANDARD_IA" }],
	])("refuses %s", async (_, body, status, headers = {}) => {
		expect((await put(await address(), body(), headers))[0]).toBe(status);
		expect(await stored()).toBeNull();
	});

	it("stores nothing of a body that breaks off", async () => {
		const { promise, resolve } = Promise.withResolvers<void>();
		const broken = request(await address(), { method: "PUT", headers: { "content-length": BYTES.length } });
		broken.once("error", () => resolve());
		broken.write(BYTES.subarray(0, 5), () => broken.destroy());
		await promise;
		expect(await stored()).toBeNull();
	});

	it("is good for no other key, method or time, nor with a changed signature", async () => {
		const good = await address();
		const other = good.replace("part-00003", "part-00004");
		expect(await put(other)).toEqual([403, "AccessDenied"]);
		expect((await fetch(good)).status).toBe(403);
		expect((await fetch(good, { method: "DELETE" })).status).toBe(403);
		expect((await put(good.replace(/Signature=.{4}/, "Signature=0000")))[0]).toBe(403);
		expect((await put(good.replace("X-Amz-Expires=60", "X-Amz-Expires=600")))[0]).toBe(403);
		expect((await put(`${good}&uploadId=1&partNumber=1`))[0]).toBe(403);
		const expired = await address(1);
		await expect.poll(() => put(expired)).toEqual([403, "ExpiredRequest"]);
	});

	it("changed in a thousand ways stores nothing that its part is not, and touches nothing else", async () => {
		const good = new URL(await address(600));
		const own = { method: "PUT", path: `${good.pathname}${good.search}`, headers: {}, body: BYTES, how: "" };
		const before = await everything();
		const random = seeded(13);
		const taken: string[] = [];
		for (let n = 0; n < 1_000; n++) {
			const request = changed(own, random);
			if (request.how === "") continue;
			const status = await rawly(good, request);
			expect([request.how, status < 500]).toEqual([request.how, true]);
			if (status < 400) {
				// Some changes mean nothing to the store: then it is the part, and that alone.
				expect([request.how, await stored()]).toEqual([request.how, BYTES]);
				await as(INGEST)(`${INGEST.bucket}/${THIRD}`, { method: "DELETE" });
				taken.push(request.how);
			}
		}
		expect(await everything()).toEqual(before);
		expect(taken.filter((how) => !how.includes("x-http-method-override"))).toEqual([]);
		expect(await rawly(good, own)).toBe(200);
	});

	it("is open to the app's own pages, and to no other site's", async () => {
		const preflight = (origin: string, method = "PUT", url = `${r2.url}/${INGEST.bucket}/${THIRD}`) =>
			fetch(url, { method: "OPTIONS", headers: { origin, "access-control-request-method": method } });
		const allowed = await preflight(ORIGIN);
		expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, ORIGIN]);
		expect((await preflight("https://elsewhere.example")).status).toBe(403);
		expect((await preflight(ORIGIN, "GET")).status).toBe(403);
		expect((await preflight(ORIGIN, "PUT", `${r2.url}/${MEDIA.bucket}/private`)).status).toBe(403);
		const answer = await fetch(await address(), { method: "PUT", body: BYTES, headers: { origin: ORIGIN } });
		expect(answer.headers.get("access-control-expose-headers")).toBe("ETag");
	});
});

describe("what a job is given", () => {
	const OWN = mediaKeys.generation("7", 2);
	const job = async (now = Date.now()) => as(await folderAccess(config, OWN, now));

	it("reads and writes its own folder", async () => {
		const ask = await job();
		expect((await ask(`${MEDIA.bucket}/${OWN}240p/0.m4s`, { method: "PUT", body: "segment" })).status).toBe(200);
		expect(await (await ask(`${MEDIA.bucket}/${OWN}240p/0.m4s`)).text()).toBe("segment");
		expect((await ask(`${MEDIA.bucket}/${OWN}checkpoint.json`)).status).toBe(404);
	});

	it.each([
		["another video's renditions", `${MEDIA.bucket}/${mediaKeys.generation("8", 1)}240p/0.m4s`],
		["another generation of its own", `${MEDIA.bucket}/${mediaKeys.generation("7", 21)}240p/0.m4s`],
		["another video's original", `${INGEST.bucket}/${ingestKeys.part("8", "folder", 1)}`],
		["its own original but by its addresses", `${INGEST.bucket}/${ingestKeys.part("7", "folder", 1)}`],
		["the event archive", `${ARCHIVE.bucket}/private`],
	])("opens not %s", async (_, path) => {
		const ask = await job();
		for (const method of ["GET", "HEAD", "PUT", "DELETE"]) {
			expect((await ask(path, { method, ...(method === "PUT" ? { body: "x" } : {}) })).status, method).toBe(403);
		}
	});

	it("lists, deletes and copies nothing, and ends", async () => {
		const ask = await job();
		expect((await ask(`${MEDIA.bucket}?list-type=2&prefix=${OWN}`)).status).toBe(403);
		expect((await ask(`${MEDIA.bucket}/${OWN}240p/0.m4s`, { method: "DELETE" })).status).toBe(403);
		const copy = { method: "PUT", headers: { "x-amz-copy-source": `/${MEDIA.bucket}/private` } };
		expect((await ask(`${MEDIA.bucket}/${OWN}copied`, copy)).status).toBe(403);
		expect((await (await job(Date.now() - 7 * 3_600_000))(`${MEDIA.bucket}/${OWN}a`)).status).toBe(403);
	});

	it("can't be widened by whoever holds it", async () => {
		const access = await folderAccess(config, OWN, Date.now());
		const [head, body, mark] = Buffer.from(access.sessionToken, "base64").toString().slice(4).split(".");
		const claims = { ...JSON.parse(Buffer.from(body ?? "", "base64url").toString()), paths: { prefixPaths: [""], objectPaths: [] } };
		const wider = `jwt/${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${mark}`;
		for (const sessionToken of [Buffer.from(wider).toString("base64"), "", "bm90aGluZw=="]) {
			expect((await as({ ...access, sessionToken })(`${MEDIA.bucket}/private`)).status).toBe(403);
		}
	});
});

describe("the probe", () => {
	type Probed = Parameters<typeof probeStore>[0];
	const NAMES = ["ingest", "media", "archive"] as const;
	const bucketsOf = async (store: Miniflare) => {
		const buckets = await Promise.all(NAMES.map(async (name) => [name, await store.getR2Bucket(name.toUpperCase(), "emulator")] as const));
		return Object.fromEntries(buckets) as unknown as Record<
			(typeof NAMES)[number],
			Probed["media"] & { list(): Promise<{ objects: unknown[] }> }
		>;
	};
	const probe = async (store: Miniflare, endpoint: string) =>
		probeStore({
			config: { ...config, ARCHIVE_S3_BUCKET: ARCHIVE.bucket, MEDIA_S3_ENDPOINT: endpoint, MEDIA_S3_PUBLIC: endpoint } as Probed["config"],
			clock: Date.now,
			...(await bucketsOf(store)),
		});

	it("finds nothing here, and leaves nothing", async () => {
		const all = async () =>
			Promise.all(Object.values(await bucketsOf(emulator)).map(async (bucket) => (await bucket.list()).objects.length));
		const before = await all();
		expect(await probe(emulator, r2.url)).toEqual([]);
		expect(await all()).toEqual(before);
	});

	it("finds what the bare emulator lets through: copies within its bucket, and no credentials of jobs", async () => {
		const found = await probe(emulator, new URL(LOCAL_S3_PATH, await emulator.ready).href);
		expect(found).toEqual(expect.arrayContaining(["the address of a part copies objects of ingest", "a job can't write to its folder"]));
	});

	it("finds that one key for all opens the media and the archive", async () => {
		const one = openEmulator([INGEST, { ...INGEST, bucket: MEDIA.bucket }, { ...INGEST, bucket: ARCHIVE.bucket }]);
		onTestFinished(() => one.dispose());
		const found = await probe(one, new URL(LOCAL_S3_PATH, await one.ready).href);
		for (const name of NAMES) expect(found).toContain(`the address of a part copies objects of ${name}`);
	});
});

it("each bucket's key opens that bucket alone", async () => {
	for (const { bucket: own, ...credentials } of [INGEST, MEDIA, ARCHIVE]) {
		for (const { bucket } of [INGEST, MEDIA, ARCHIVE]) {
			const { status } = await as(credentials)(`${bucket}?list-type=2`);
			expect(status, `${own} at ${bucket}`).toBe(bucket === own ? 200 : 403);
		}
	}
});
