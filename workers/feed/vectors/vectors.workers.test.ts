import { runInDurableObject } from "cloudflare:test";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { MODEL_FILES } from "../../../contracts/archive.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { videos } from "../../../db/schema/videos.ts";
import { decodeTaste } from "../../../recommender/taste-codec.ts";
import { dequantise, dotStored, fromBase64, quantise, toBase64 } from "../../../recommender/vectors.ts";
import { services, testEnv } from "../../gateway/testing/api.ts";
import { invalidateVideo, loadVideo, readRecords, type VideoRecord } from "../../videos/cards/index.ts";
import { outputsOf, publish } from "../../videos/pipeline/publish.ts";
import { resultOf } from "../../videos/testing/transcoder.ts";
import { seedCatalogue } from "../catalogue.fixture.ts";
import { vectorOf } from "../catalogue-rows.fixture.ts";
import { indexVideo, unindexVideo } from "../follow-up.ts";
import { outdateModels } from "../retrieval/models.ts";
import { ask } from "../retrieval/sources.ts";
import { Session } from "../session/session.ts";
import { SessionStore } from "../session/store.ts";
import { sessionOf } from "../session/stub.ts";
import { vectorId } from "./ids.ts";
import { SPACE_KEY, type VectorSpace, vectorIn } from "./space.ts";
import { tendSpace } from "./switch.ts";
import { takeUpVectors } from "./take-up.ts";

const { ARCHIVE, MODELS, VECTORS } = testEnv;
const TEST: VectorSpace = { active: "test", next: null, retired: null, past: [] };
let runs = 0;
let records: readonly VideoRecord[];

beforeEach(async () => {
	({ records } = await seedCatalogue(services, { count: 6, seed: 40 + runs, publish: true }));
	await serving(TEST);
});

async function serving(space: VectorSpace): Promise<void> {
	await MODELS.put(SPACE_KEY, JSON.stringify(space));
	outdateModels(services);
}

/** What a training run leaves. @returns the vectors, by video */
async function trained(ids: readonly string[], manifest: object = {}, more: readonly string[] = []): Promise<Map<string, string>> {
	const random = seeded(900 + runs);
	const vectors = new Map(ids.map((id, place) => [id, toBase64(quantise(vectorOf(place % 8, random)))]));
	const lines = [...vectors].map(([videoId, vector]) => JSON.stringify({ videoId, vector }));
	await ARCHIVE.put(MODEL_FILES.vectors, gzipSync(`${[...lines, ...more].join("\n")}\n`));
	const numbers = { modelVersion: 1, trainedAt: 1, events: 1, viewers: 1, videos: 1, linkedVideos: 1, fallbackRanking: true };
	await ARCHIVE.put(MODEL_FILES.manifest, JSON.stringify({ id: `run-${runs++}`, ...numbers, space: "test", ...manifest }));
	return vectors;
}

const idsOf = (some: readonly VideoRecord[]) => some.map(({ id }) => id);
const indexed = async (videoId: string, version: string) => (await VECTORS.getByIds([vectorId(videoId, version)]))[0] ?? null;
const servedOf = async (videoId: string) => (await readRecords(services, [videoId]))[0]?.servedVector ?? null;

describe("vectors the trainer made", () => {
	it("are what videos are found and ranked by from then on, with the numbers of the moment", async () => {
		const [one] = records;
		if (one === undefined) throw new Error("no record");
		await services.db.video(one.id).update(videos).set({ viewCount: 480, likeCount: 50, country: "DE" }).where(eq(videos.id, one.id));
		const vectors = await trained(idsOf(records));
		expect(await takeUpVectors(services)).toBe(records.length);
		const entry = await indexed(one.id, "test");
		const vector = vectors.get(one.id) ?? "";
		expect(toBase64(quantise(Float32Array.from(entry?.values ?? [])))).toBe(vector);
		expect(entry?.metadata).toMatchObject({ creatorId: one.userId, topics: one.hashtags, viewCount: 480, likeRate: 0.1, country: "DE" });
		const loaded = await loadVideo(services, one.id);
		if (loaded === null) throw new Error("gone");
		expect([vectorIn(loaded, "test"), loaded.embedding]).toEqual([vector, one.embedding]);
		expect(await takeUpVectors(services)).toBe(0);
	});

	it("go on where the last tick ended, and none is left out", async () => {
		const unknown = Array.from({ length: 500 }, () => services.newId());
		const last = records.at(-1)?.id ?? "";
		await trained([...idsOf(records.slice(0, -1)), ...unknown, last], { space: null });
		expect(await takeUpVectors(services, -1)).toBe(records.length - 1);
		expect(await servedOf(last)).toBeNull();
		expect(await takeUpVectors(services, -1)).toBe(0);
		expect(await takeUpVectors(services, -1)).toBe(1);
		expect(await servedOf(last)).not.toBeNull();
		expect(await takeUpVectors(services, -1)).toBe(0);
	});

	it("leave out lines that are none, and videos that are not for everyone", async () => {
		const [one, two] = records;
		if (one === undefined || two === undefined) throw new Error("no records");
		await services.db.video(one.id).update(videos).set({ status: "deleted" }).where(eq(videos.id, one.id));
		await unindexVideo(services, one.id);
		await trained([one.id, two.id], {}, ["{", '{"videoId":"1","vector":"AAAA"}', '{"videoId":"x; drop","vector":"AAAA"}']);
		expect(await takeUpVectors(services)).toBe(1);
		expect([await indexed(one.id, "test"), await servedOf(one.id)]).toEqual([null, null]);
	});

	it("of another space, missing or damaged leave what is served as it is", async () => {
		const [one] = records;
		if (one === undefined) throw new Error("no record");
		await trained([one.id], { space: "elsewhere" });
		expect(await takeUpVectors(services)).toBe(0);
		await serving({ ...TEST, past: ["elsewhere"] });
		await trained([one.id], { space: null });
		expect(await takeUpVectors(services)).toBe(0);
		await trained([one.id]);
		await ARCHIVE.put(MODEL_FILES.vectors, "this is no gzip");
		await expect(takeUpVectors(services)).rejects.toThrow();
		await ARCHIVE.delete(MODEL_FILES.vectors);
		await expect(takeUpVectors(services)).rejects.toThrow("not there");
		expect(await servedOf(one.id)).toBeNull();
		expect(await indexed(one.id, "test")).not.toBeNull();
	});
});

describe("another version of the projection", () => {
	/** The video embedded anew, as the pipeline publishes it. */
	async function embeddedAnew(record: VideoRecord, version: string): Promise<VideoRecord> {
		await services.db.video(record.id).update(videos).set({ generation: 2, stage: "encoding" }).where(eq(videos.id, record.id));
		const [row] = await services.db.video(record.id).select().from(videos).where(eq(videos.id, record.id));
		if (row === undefined) throw new Error("gone");
		const result = resultOf({ videoId: record.id, generation: 2 });
		const outputs = outputsOf({ ...result, embedding: { version, vector: [...vectorOf(7, seeded(3))] } });
		expect(await publish(services, row, outputs, result.screening)).toBe("published");
		await invalidateVideo(services, record.id);
		const [anew] = await readRecords(services, [record.id]);
		if (anew === undefined) throw new Error("gone");
		await indexVideo(services, anew);
		return anew;
	}
	/** What a viewer finds who likes what lies there: other files' videos lie around, but none as near. */
	const found = async (at: string | null) => {
		const vector = dequantise(fromBase64(at ?? ""));
		return (await ask(services, { kind: "vector", vector, topK: 100, interest: 0 })).map(({ videoId }) => videoId);
	};

	it("fills beside the one that is served: videos go on being found by the old until the switch, and by the new after", async () => {
		const [one, two] = records;
		if (one === undefined || two === undefined) throw new Error("no records");
		const anew = await embeddedAnew(one, "later");
		expect(vectorIn(anew, "test")).toBe(one.embedding);
		expect(vectorIn(anew, "later")).not.toBe(one.embedding);
		expect(await found(two.embedding)).toContain(two.id);
		expect((await found(one.embedding)).filter((id) => id === one.id)).toHaveLength(1);
		await serving({ ...TEST, active: "later", past: ["test"] });
		expect(await found(anew.embedding)).toEqual([one.id]);
	});

	it("is cleared from the index once it is not served any more, and its learnt vectors with it", async () => {
		// Of a version that no other test's video has.
		const { records: old } = await seedCatalogue(services, {
			count: 3,
			seed: 77,
			publish: true,
			overrides: { embeddingVersion: "retired" },
		});
		const [one] = old;
		if (one === undefined) throw new Error("no record");
		await serving({ ...TEST, active: "retired" });
		await trained(idsOf(old), { space: "retired" });
		expect(await takeUpVectors(services)).toBe(3);
		await embeddedAnew(one, "later");
		expect([await indexed(one.id, "retired"), await servedOf(one.id)]).not.toContain(null);
		const after = (BigInt(one.id) - 1n).toString();
		await serving({ active: "later", next: null, retired: { version: "retired", after }, past: ["retired", "test"] });
		for (let tick = 0; tick < 5 && (await tendSpace(services)) > 0; tick++);
		for (const { id } of old) expect([await indexed(id, "retired"), await servedOf(id)]).toEqual([null, null]);
		expect(await indexed(one.id, "later")).not.toBeNull();
	});

	it("is where a session's directions lie once it is served: learned again from what was watched", async () => {
		const [one] = records;
		if (one === undefined) throw new Error("no record");
		const viewer = `guest:space${runs++}`;
		const shown = { eventId: null, videoId: one.id, at: services.clock(), watchMs: 20_000, durationMs: 9_000, liked: true };
		const rest = { commented: false, shared: false, followed: false, replayed: false, source: "fyp", startupMs: null };
		await runInDurableObject(sessionOf(services, viewer), async (_, state) => {
			const store = new SessionStore(state.storage.sql);
			const background: Promise<unknown>[] = [];
			const session = new Session({
				services,
				store,
				random: seeded(1),
				experiments: [],
				delivery: { handOn: () => undefined },
				background: (_event, work) => void background.push(work.catch(() => undefined)),
			});
			await session.watch(viewer, [{ ...shown, ...rest }], { country: null, device: null });
			await Promise.all(background);
			const likeness = (vector: string | null) => {
				const [interest] = decodeTaste(store.read("taste") ?? "")?.interests ?? [];
				return interest === undefined || vector === null ? 0 : dotStored(interest.vector, fromBase64(vector));
			};
			expect([store.read("space"), likeness(one.embedding) > 0.98]).toEqual(["test", true]);
			const anew = await embeddedAnew(one, "later");
			await serving({ ...TEST, active: "later", past: ["test"] });
			// Says nothing, but the session looks around.
			await session.act(viewer, { videoId: one.id, kind: "unliked" });
			await Promise.all(background);
			expect([store.read("space"), likeness(anew.embedding) > 0.98]).toEqual(["later", true]);
			expect(likeness(one.embedding)).toBeLessThan(0.9);
		});
	});

	it("a deleted video leaves no vector in any space", async () => {
		const [one] = records;
		if (one === undefined) throw new Error("no record");
		await embeddedAnew(one, "later");
		expect([await indexed(one.id, "test"), await indexed(one.id, "later")]).not.toContain(null);
		await unindexVideo(services, one.id);
		expect([await indexed(one.id, "test"), await indexed(one.id, "later")]).toEqual([null, null]);
	});
});
