import { beforeEach, expect, it } from "vitest";
import { mediaKeys } from "../../contracts/media.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { invalidateVideo, loadVideo, type VideoRecord } from "../videos/cards/index.ts";
import { markViral } from "../videos/engagement/index.ts";
import { newUser, publishedVideo, services } from "../videos/testing/fixtures.ts";
import { dropLists, LIST_KEYS } from "./retrieval/lists.ts";
import { firstSegments, warm } from "./warm.ts";

const PAGE = "http://reelay.test/api/v1/feed";
/** No time passes here: nobody waits for an answer. */
const idle = { ...services, isolate: new IsolateState(), clock: () => 1_796_000_000_000 };

beforeEach(async () => {
	dropLists(services);
	await services.redis.client.del(LIST_KEYS.viral);
});

/** A video that is up. */
async function published(): Promise<VideoRecord> {
	const id = await publishedVideo(await newUser());
	const record = await loadVideo(services, id);
	if (record === null) throw new Error("not published");
	for (const name of ["360p/init.mp4", "360p/0.m4s"]) await services.media.put(mediaKeys.generation(id, 1) + name, "segment");
	return record;
}

/** Whether what a player asks for first lies in the cache; as delivery names it there. */
async function isNear(record: VideoRecord): Promise<boolean> {
	const hits = await Promise.all(
		firstSegments("auto", record).map((url) => {
			const [, , , id, generation, ...name] = url.split("/");
			return caches.default.match(`http://reelay.test/videos/cached/${id}/${generation}/${name.join("/")}`);
		}),
	);
	return hits.length > 0 && hits.every((hit) => hit !== undefined);
}

it("brings the first segments of the page near, and those of what is viral though nobody was shown it yet", async () => {
	const [shown, viral, other] = [await published(), await published(), await published()];
	await markViral(services, viral.id, services.clock() + 60_000);
	expect([await isNear(shown), await isNear(viral)]).toEqual([false, false]);
	await warm(idle, [shown.id], [other.id], PAGE);
	expect([await isNear(shown), await isNear(viral), await isNear(other)]).toEqual([true, true, false]);
	await markViral(services, viral.id, null);
});

it("does without what can't be had", async () => {
	const gone = await published();
	const { objects } = await services.media.list({ prefix: mediaKeys.video(gone.id) });
	await services.media.delete(objects.map(({ key }) => key));
	await invalidateVideo(services, gone.id);
	const there = await published();
	await warm(idle, [gone.id, there.id], [], PAGE);
	expect(await isNear(there)).toBe(true);
});
