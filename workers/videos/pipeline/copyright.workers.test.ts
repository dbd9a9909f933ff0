import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Recognised, SoundMatch } from "../../../contracts/copyright-matches.ts";
import { readShard } from "../../../contracts/copyright-shards.ts";
import { mediaKeys } from "../../../contracts/media.ts";
import { copyrightMatches, type copyrightReferences } from "../../../db/schema/copyright.ts";
import { moderationCases } from "../../../db/schema/moderation.ts";
import { addReference, forgetReference, libraryFiles, writeLibrary } from "../../trust/index.ts";
import type { VideoRow } from "../state/index.ts";
import { completedVideo, noticesOf, publishedVideo, rowOf, testEnv } from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { resultOf, writeOutputs } from "../testing/transcoder.ts";
import { concludeAttempt } from "./process.ts";

const pipe = pipelineHarness();
type NewReference = typeof copyrightReferences.$inferInsert;

async function known(given: Partial<NewReference> = {}): Promise<string> {
	const id = given.id ?? pipe.using.newId();
	const rights = { policy: "mute", licenseType: "restricted", territories: null } as const;
	await addReference(pipe.using, { kind: "track", title: "Anthem", artist: "Label", fingerprint: btoa("abcd"), ...rights, ...given, id });
	return id;
}
const match = (trackId: string, given: Partial<SoundMatch> = {}): SoundMatch => ({
	trackId,
	fromMs: 800,
	toMs: 2_000,
	trackFromMs: 40_000,
	bitErrorRate: 0.08,
	speed: 1,
	certain: true,
	...given,
});

/** An upload that was made, with what was recognised in it, is concluded. */
async function conclude(recognised: Partial<Recognised> | null, videoId?: string): Promise<VideoRow> {
	const id = videoId ?? (await completedVideo(pipe.user, pipe.using));
	const row = await rowOf(id);
	if (row === undefined) throw new Error("the row was not written");
	await writeOutputs(testEnv.MEDIA, mediaKeys.generation(id, row.generation));
	const result = {
		...resultOf({ videoId: id, generation: row.generation }),
		recognised: recognised && { fingerprint: null, pictures: [], sounds: [], videos: [], ...recognised },
	};
	await concludeAttempt(pipe.using, pipe.using.log, row, { kind: "done", result });
	const after = await rowOf(id);
	if (after === undefined) throw new Error("the row is gone");
	return after;
}
const matchesOf = (videoId: string) =>
	pipe.using.db.directory().select().from(copyrightMatches).where(eq(copyrightMatches.videoId, videoId));
const casesOf = (videoId: string) => pipe.using.db.directory().select().from(moderationCases).where(eq(moderationCases.subjectId, videoId));

describe("somebody else's recording in an upload", () => {
	it.each([
		["block", true, "copyright_blocked", "blocked"],
		["mute", true, "processing", "muted"],
		["track", true, "ready", "credited"],
		["monetise", true, "ready", "credited"],
		// Nothing is named that could take its place: its creator chooses.
		["replace", true, "copyright_flagged", "held"],
		["block", false, "copyright_flagged", "held"],
		["mute", false, "copyright_flagged", "held"],
		["track", false, "ready", "credited"],
	] as const)("whose policy is %s (certain: %s) makes it %s", async (policy, certain, status, action) => {
		const reference = await known({ policy });
		const row = await conclude({ sounds: [match(reference, { certain })] });
		expect(row).toMatchObject({ status });
		expect(await matchesOf(row.id)).toMatchObject([
			{ referenceId: reference, action, isCertain: certain, fromMs: 800, trackFromMs: 40_000 },
		]);
		expect(await casesOf(row.id)).toHaveLength(action === "held" ? 1 : 0);
	});

	it("is silenced: the video is made again with that stretch, and its creator is told", async () => {
		const row = await conclude({ sounds: [match(await known())] });
		expect(row).toMatchObject({ status: "processing", generation: 2, muted: [{ fromMs: 200, toMs: 2_600 }] });
		expect((await noticesOf(pipe.user)).map(({ text }) => text).join()).toContain("silenced");
		// Once that is done, nothing of it is heard any more.
		expect(await conclude({}, row.id)).toMatchObject({ status: "ready", liveGeneration: 2 });
	});

	it("waits for a person when it is still heard where it was silenced", async () => {
		const reference = await known();
		const { id } = await conclude({ sounds: [match(reference)] });
		expect(await conclude({ sounds: [match(reference)] }, id)).toMatchObject({ status: "copyright_flagged", generation: 2 });
	});

	it("may stay where the licence holds: by the uploader's country, and where it was chosen", async () => {
		const reference = await known({ policy: "block", licenseType: "licensed", territories: null });
		expect(await conclude({ sounds: [match(reference)] })).toMatchObject({ status: "ready" });
	});

	it("that is an original is credited: the video is listed under it", async () => {
		const original = await publishedVideo(pipe.user);
		await known({
			id: original,
			kind: "original",
			policy: "track",
			licenseType: "licensed",
			ownerId: pipe.using.newId(),
		});
		expect(await conclude({ sounds: [match(original, { fromMs: 0, toMs: 2_900 })] })).toMatchObject({ status: "ready", soundId: original });
		const brief = await conclude({ sounds: [match(original)] });
		expect(brief.soundId).not.toBe(original);
	});

	it("is no match where it is the uploader's own, or is known no more", async () => {
		const own = await known({ policy: "block", ownerId: pipe.user.userId });
		const gone = await known({ policy: "block" });
		await forgetReference(pipe.using, gone);
		const row = await conclude({ sounds: [match(own), match(gone)] });
		expect(row.status).toBe("ready");
		expect(await matchesOf(row.id)).toEqual([]);
	});

	it("holds a video whose pictures are claimed and may not be muted", async () => {
		const reference = await known({ kind: "claimed", policy: "mute", ownerId: pipe.using.newId() });
		const pictures = [{ videoId: reference, fromMs: 0, toMs: 2_000, pictures: 8, distance: 20, mirrored: true }];
		expect(await conclude({ videos: pictures })).toMatchObject({ status: "copyright_flagged" });
	});
});

it("an upload that could not be compared waits for a person, and is not lost", async () => {
	for (const recognised of [null, { sounds: null, videos: null }]) {
		const row = await conclude(recognised);
		expect(row).toMatchObject({ status: "review", withheldGeneration: 1 });
		expect(await casesOf(row.id)).toMatchObject([{ queue: "copyright", source: "machine" }]);
	}
});

it("what is published is known from the next file of the library on, and no more once it is removed", async () => {
	const pictures = [{ atMs: 500, hash: btoa(String.fromCharCode(...new Uint8Array(32).fill(9))) }];
	const { id } = await conclude({ fingerprint: btoa("abcdefgh"), pictures });
	await writeLibrary(pipe.using);
	const entries = async () => {
		const files = await libraryFiles(pipe.using);
		const read = await Promise.all(
			files.map(async ({ key }) => readShard(new Uint8Array((await (await testEnv.MEDIA.get(key))?.arrayBuffer()) ?? new ArrayBuffer()))),
		);
		return read.flat();
	};
	expect((await entries()).find((entry) => entry.id === id)).toMatchObject({
		items: new TextEncoder().encode("abcdefgh"),
		pictures: [{ atMs: 500 }],
	});
	await forgetReference(pipe.using, id);
	await writeLibrary(pipe.using);
	expect((await entries()).some((entry) => entry.id === id)).toBe(false);
});
