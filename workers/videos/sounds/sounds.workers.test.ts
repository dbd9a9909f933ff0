import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import { SOUND_FILES, SOUND_MIX_DEFAULT } from "../../../contracts/sound-files.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { original, track } from "../../discovery/sounds/sounds.fixture.ts";
import { loadVideo } from "../cards/index.ts";
import { transcodeJob } from "../pipeline/job.ts";
import {
	completedVideo,
	newUser,
	objectsOf,
	publishedVideo,
	rowOf,
	services,
	testApp,
	testEnv,
	uploadParts,
	WORDS,
} from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, writeOutputs } from "../testing/transcoder.ts";
import { loadSounds } from "./load.ts";
import { keepOriginal } from "./original.ts";

const harness = pipelineHarness();
const soundOf = async (id: string) => (await loadSounds(services, [id])).get(id);

describe("a video that is published", () => {
	it("becomes a sound of its own id, named by nobody yet; published again, it stays one with its name", async () => {
		const user = await newUser();
		const videoId = await publishedVideo(user);
		expect((await loadVideo(services, videoId))?.soundId).toBe(videoId);
		expect(await soundOf(videoId)).toMatchObject({ creatorId: user.userId, title: "", durationMs: 3_000, videoCount: 1, offAt: null });
		const [row] = await services.db.directory().select().from(sounds).where(eq(sounds.id, videoId));
		expect(row).toMatchObject({ licenseType: "licensed", isCopyrighted: true, fingerprint: "AQAA" });
		await services.db.directory().update(sounds).set({ title: "Mine" }).where(eq(sounds.id, videoId));
		await keepOriginal(services, { videoId });
		expect((await services.db.directory().select().from(sounds).where(eq(sounds.id, videoId)))[0]?.title).toBe("Mine");
	});

	it("without sound is none", async () => {
		harness.transcoder.script = async (job, emit) => {
			await writeOutputs(testEnv.MEDIA, job.outputPrefix);
			await emit({ type: "done", result: { ...resultOf(job), sound: null } });
		};
		const videoId = await completedVideo(harness.user, harness.using);
		await harness.deliver();
		expect((await rowOf(videoId))?.status).toBe("ready");
		expect([(await loadVideo(services, videoId))?.soundId, await soundOf(videoId)]).toEqual([null, undefined]);
	});
});

describe("a sound that is added to an upload", () => {
	it("lies beside the original, pinned, goes to the transcoder with its mix, and is what the video is listed under", async () => {
		const soundId = await track(services);
		const videoId = await completedVideo(harness.user, harness.using, { musicId: soundId });
		const row = await rowOf(videoId);
		expect(row?.addedSound).toMatchObject({ mix: SOUND_MIX_DEFAULT, bytes: 1_000 });
		const key = ingestKeys.sound(videoId, row?.original?.folder ?? "");
		expect((await testEnv.INGEST.get(key))?.etag).toBe(row?.addedSound?.etag);
		await harness.deliver();
		const [job] = harness.transcoder.started;
		expect(job?.sound).toMatchObject({ mix: SOUND_MIX_DEFAULT, source: { bytes: 1_000, parts: [{ etag: row?.addedSound?.etag }] } });
		expect(new URL(job?.sound?.source.parts[0]?.url ?? "").pathname).toContain(key);
		expect((await loadVideo(services, videoId))?.soundId).toBe(soundId);
		expect((await soundOf(soundId))?.videoCount).toBe(1);
	});

	it("comes along to what is made of the original later, whatever became of the sound", async () => {
		const creator = await newUser();
		const soundId = await original(services, creator.userId);
		const mix = { original: 0, added: 80 };
		const videoId = await completedVideo(harness.user, harness.using, { musicId: soundId, soundMix: mix });
		await testEnv.MEDIA.delete(mediaKeys.generation(soundId, 1) + SOUND_FILES.whole);
		await services.db.directory().delete(sounds).where(eq(sounds.id, soundId));
		const row = await rowOf(videoId);
		if (row?.original == null) throw new Error("there is no original");
		for (const only of ["embedding", "download"] as const)
			expect((await transcodeJob(services, row, row.original, "request-test", only)).sound).toMatchObject({ mix, source: { bytes: 500 } });
		const app = testApp(harness.user, harness.using);
		expect((await app("DELETE", `/api/v1/videos/${videoId}`)).status).toBe(204);
		await harness.cleanUp();
		expect(await objectsOf(videoId)).toEqual([]);
	});

	it("409: is refused in words when it can't be used, and the upload stays open", async () => {
		const creator = await newUser();
		const refused = [
			"4711",
			await track(services, { licenseType: "restricted", territories: ["DE"] }),
			await track(services, { offeredAt: null }),
			await original(services, creator.userId, { visibility: "followers" }),
			await original(services, creator.userId, { status: "deleted" }),
		];
		const off = await original(services, creator.userId);
		await services.db.directory().update(sounds).set({ offAt: new Date() }).where(eq(sounds.id, off));
		const gone = await track(services, { audio: crypto.randomUUID() });
		const user = await newUser();
		const app = testApp(user);
		const videoId = await uploadParts(user);
		for (const musicId of [...refused, off, gone]) {
			const answer = await app("POST", `/api/v1/videos/${videoId}/upload/complete`, { ...WORDS, musicId });
			expect([answer.status, ((await answer.json()) as { code: string }).code], musicId).toEqual([409, "sound_not_available"]);
		}
		const answer = await app("POST", `/api/v1/videos/${videoId}/upload/complete`, { ...WORDS, musicId: await track(services) });
		expect(answer.status).toBe(202);
	});

	it("202: of one's own is used by its creator, whoever else may see it", async () => {
		const user = await newUser();
		const soundId = await original(services, user.userId, { visibility: "private" });
		const videoId = await uploadParts(user);
		const answer = await testApp(user)("POST", `/api/v1/videos/${videoId}/upload/complete`, { ...WORDS, musicId: soundId });
		expect(answer.status).toBe(202);
	});
});
