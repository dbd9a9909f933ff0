import { describe, expect, it, vi } from "vitest";
import { mediaKeys, type StoredManifest } from "../../contracts/media.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { loadVideos, type VideoRecord } from "../videos/cards/index.ts";
import { newUser, publishedVideo, services, testApp, testEnv } from "../videos/testing/fixtures.ts";
import { SEGMENT } from "../videos/testing/transcoder.ts";
import { faultyServices } from "./faults.fixture.ts";
import { firstSegments, warm } from "./warm.ts";

const HERE = "http://reelay.test/api/v1/feed";
/** No time passes here: nobody waits for an answer. */
const idle = { ...services, isolate: new IsolateState(), clock: () => 1_796_000_000_000 };
const published = async (count: number) => {
	const user = await newUser();
	const ids = await Promise.all(Array.from({ length: count }, () => publishedVideo(user)));
	for (const id of ids) {
		await testEnv.MEDIA.put(`${mediaKeys.generation(id, 1)}360p/init.mp4`, new Uint8Array(100));
		await testEnv.MEDIA.put(`${mediaKeys.generation(id, 1)}360p/0.m4s`, SEGMENT);
	}
	return ids;
};
/** Whether a segment comes though the bucket has lost it. */
async function isNear(videoId: string): Promise<boolean> {
	await testEnv.MEDIA.delete(`${mediaKeys.generation(videoId, 1)}360p/0.m4s`);
	const response = await testApp(null)("GET", `/videos/auto/${videoId}/g1/360p/0.m4s`);
	return response.status === 200 && new Uint8Array(await response.arrayBuffer()).length === SEGMENT.length;
}

describe("warming", () => {
	it("brings the first segments of the next three clips into the cache, and of no more", async () => {
		const ids = await published(4);
		await warm(idle, ids, [], HERE);
		expect(await Promise.all(ids.map(isNear))).toEqual([true, true, true, false]);
	});

	it("stops where the isolate is behind with its answers, and goes on with the next page", async () => {
		const [videoId = ""] = await published(1);
		let now = 0;
		const busy = { ...services, isolate: new IsolateState(), clock: () => (now += 50) };
		const asked = vi.spyOn(testEnv.MEDIA, "get");
		await warm(busy, [videoId], [], HERE);
		expect(asked).not.toHaveBeenCalled();
		asked.mockRestore();
		await warm(idle, [videoId], [], HERE);
		expect(await isNear(videoId)).toBe(true);
	});

	it("brings the cards of the next page and their creators into the isolate: they are then there without the database", async () => {
		const ids = await published(2);
		const { services: isolate, faults } = faultyServices(services, "down");
		await warm(isolate, [], ids, HERE);
		faults.database = true;
		expect([...(await loadVideos(isolate, ids)).keys()].sort()).toEqual([...ids].sort());
	});

	it("of what is gone or can't be read is no error", async () => {
		const [videoId = ""] = await published(1);
		const MEDIA = { get: () => Promise.reject(new Error("R2 is down")) } as unknown as R2Bucket;
		const isolate = faultyServices(idle).services;
		const info = vi.fn();
		await warm({ ...isolate, log: { ...isolate.log, info }, media: MEDIA }, [videoId, "4711"], [], HERE);
		expect(info).toHaveBeenCalledWith("segment_not_warmed", expect.objectContaining({ url: expect.stringContaining(videoId) }));
	});

	it("asks for what a player starts with: the middle rungs, or the only one there is", () => {
		const record = (names: string[]) =>
			({
				id: "7",
				generation: 1,
				liveGeneration: 1,
				manifest: { renditions: names.map((name) => ({ name })) } as unknown as StoredManifest,
			}) as unknown as VideoRecord;
		expect(firstSegments("auto", record(["240p", "360p", "480p", "720p"]))).toEqual(
			["480p", "360p"].flatMap((rung) => [`/videos/auto/7/g1/${rung}/init.mp4`, `/videos/auto/7/g1/${rung}/0.m4s`]),
		);
		expect(firstSegments("auto", record(["240p"]))).toEqual(["/videos/auto/7/g1/240p/init.mp4", "/videos/auto/7/g1/240p/0.m4s"]);
	});
});
