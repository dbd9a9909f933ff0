import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ARCHIVE_VERSION, type ArchivedEvent, archiveHour, CATALOGUE_KEY, MODEL_FILES } from "../contracts/archive.ts";
import { seeded } from "../contracts/seeded.ts";
import { parseModel } from "../recommender/load-model.ts";
import { quantise, toBase64 } from "../recommender/vectors.ts";
import { readArchive } from "./archive.ts";
import { readConfig } from "./config.ts";
import { publish } from "./publish.ts";
import { directoryStore, type Store, s3Store } from "./store.ts";
import { train } from "./train.ts";

const NOW = Date.UTC(2026, 10, 23, 4, 30);
const HOUR = 3_600_000;
const ndjson = (lines: readonly object[]) => gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
const video = (videoId: string) => ({
	v: ARCHIVE_VERSION,
	videoId,
	creatorId: "c",
	topics: ["music"],
	soundId: null,
	durationMs: 10_000,
	createdAt: NOW - 9 * HOUR,
	country: null,
	vector: toBase64(quantise([1, 0, 0])),
});
const event = (eventId: string, given: Partial<ArchivedEvent> = {}) => ({
	v: ARCHIVE_VERSION,
	eventId,
	viewer: "p1",
	videoId: "1",
	at: NOW - HOUR,
	watchMs: 10_000,
	durationMs: 10_000,
	liked: false,
	commented: false,
	shared: false,
	followed: false,
	source: "fyp",
	propensity: null,
	country: null,
	...given,
});

let root = "";
let store: Store;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "archive-"));
	store = directoryStore(root);
	await store.put(CATALOGUE_KEY, ndjson([video("1"), video("2")]));
});
afterAll(() => rm(root, { recursive: true }));

describe("the archive", () => {
	it("is read in time order, each event once, whatever file it lies in", async () => {
		await store.put(`${archiveHour(NOW)}a.ndjson.gz`, ndjson([event("3", { at: NOW - 60_000 }), event("1")]));
		await store.put(`${archiveHour(NOW - HOUR)}b.ndjson.gz`, ndjson([event("1"), event("2", { at: NOW - 2 * HOUR, videoId: "2" })]));
		const { events, leftOut } = await readArchive(store, NOW - 24 * HOUR, NOW);
		expect(events.map((one) => one.signal.at)).toEqual([NOW - 2 * HOUR, NOW - HOUR, NOW - 60_000]);
		expect(leftOut.repeated).toBe(1);
	});

	it("is read past what can't be: broken files, bad lines, other versions, unknown videos, clocks ahead; all counted", async () => {
		await store.put(`${archiveHour(NOW)}broken.ndjson.gz`, "not gzip");
		const odd = [
			event("v", { v: 99 as never }),
			event("u", { videoId: "77" }),
			event("f", { at: NOW + 24 * HOUR }),
			event("n", { watchMs: -1 }),
		];
		await store.put(`${archiveHour(NOW)}odd.ndjson.gz`, ndjson([...odd, event("good")]));
		const { events, leftOut } = await readArchive(store, NOW - 24 * HOUR, NOW);
		expect(leftOut).toMatchObject({ unreadableFiles: 1, badLines: 2, unknownVideos: 1, ahead: 1 });
		expect(events).toHaveLength(4);
	});

	it("is read no further back than asked", async () => {
		expect((await readArchive(store, NOW - 90_000, NOW)).events).toHaveLength(1);
	});

	it("without a catalogue says so", async () => {
		await expect(readArchive(directoryStore(join(root, "none")), 0, NOW)).rejects.toThrow(/nothing is known of any video/);
	});
});

describe("a training run", () => {
	it("on too little to learn from leaves usable models: links, vectors, and the shipped ranking", async () => {
		const { events, facts } = await readArchive(store, 0, NOW);
		const content = facts.map(() => Float32Array.from([1, 0, 0]));
		const trained = train(events, facts, content, NOW, seeded(1), "run-1");
		const manifest = await publish(store, trained, { events: events.length, viewers: 1 });
		expect(manifest).toMatchObject({ id: "run-1", videos: 2, fallbackRanking: true });
		const rank = new TextDecoder().decode((await store.get(MODEL_FILES.rank)) ?? undefined);
		expect(parseModel(rank).fallback).toBe(false);
		expect(await store.get(MODEL_FILES.vectors)).not.toBeNull();
	});

	it("does not publish a model that can't be read back", async () => {
		const { events, facts } = await readArchive(store, 0, NOW);
		const trained = train(events, facts, [null, null], NOW, seeded(1), "");
		const empty = directoryStore(join(root, "unpublished"));
		await expect(publish(empty, trained, { events: 0, viewers: 0 })).rejects.toThrow(/can't be read back/);
		expect(await empty.list("")).toEqual([]);
	});
});

describe("an S3 bucket", () => {
	const kept = new Map<string, Buffer>();
	let server: Server;
	let bucket: Store;
	beforeAll(async () => {
		let failures = 1;
		server = createServer(async (request, response) => {
			const url = new URL(request.url ?? "/", "http://bucket");
			if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256")) return void response.writeHead(403).end();
			if (failures-- > 0) return void response.writeHead(500).end();
			const key = decodeURIComponent(url.pathname.replace("/archive/", ""));
			if (request.method === "PUT") {
				const chunks: Uint8Array[] = [];
				for await (const chunk of request) chunks.push(chunk);
				kept.set(key, Buffer.concat(chunks));
				return void response.end();
			}
			if (url.searchParams.has("list-type")) {
				const keys = [...kept.keys()].sort();
				const from = Number(url.searchParams.get("continuation-token") ?? 0);
				const more = from + 1 < keys.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : "";
				return void response.end(`<R><Contents><Key>${(keys[from] ?? "").replace("&", "&amp;")}</Key></Contents>${more}</R>`);
			}
			const bytes = kept.get(key);
			return void (bytes === undefined ? response.writeHead(404).end() : response.end(bytes));
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		bucket = s3Store({ bucketUrl: `http://127.0.0.1:${port}/archive`, accessKeyId: "id", secretAccessKey: "secret" });
	});
	afterAll(() => void server.close());

	it("is written, listed over several pages and read, through a failure on the way", async () => {
		await bucket.put("events/a & b", "one");
		await bucket.put("events/c", gzipSync("two"));
		expect(await bucket.list("events/")).toEqual(["events/a & b", "events/c"]);
		expect(new TextDecoder().decode((await bucket.get("events/a & b")) ?? undefined)).toBe("one");
	});

	it("answers null for what is not there", async () => {
		expect(await bucket.get("events/none")).toBeNull();
	});
});

describe("the trainer's configuration", () => {
	it("has defaults, and refuses half a bucket", () => {
		expect(readConfig({})).toMatchObject({ s3: null, everyMs: null, windowMs: 30 * 86_400_000 });
		expect(() => readConfig({ TRAINER_S3_URL: "https://x.example/b" })).toThrow(/TRAINER_S3_KEY_ID/);
		expect(() => readConfig({ TRAINER_EVERY_S: "soon" })).toThrow();
	});
});
