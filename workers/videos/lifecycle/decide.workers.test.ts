import { describe, expect, it } from "vitest";
import type { Decision, Queue } from "../../../contracts/moderation.ts";
import { hashtagVideosPage } from "../../discovery/hashtags/videos.ts";
import { indexForSearch } from "../../discovery/search/documents/follow.ts";
import { search } from "../../discovery/search/search.ts";
import { soundVideos } from "../../discovery/sounds/page.ts";
import { followingPage } from "../../feed/following.ts";
import { jsonSteps } from "../../feed/present.ts";
import { toCandidates } from "../../feed/retrieval/gather.ts";
import { through } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { previewOf } from "../../sharing/preview.ts";
import { follow } from "../../social/graph/follow.ts";
import { loadVideo } from "../cards/index.ts";
import { outputsOf, publish } from "../pipeline/publish.ts";
import type { VideoRow } from "../state/index.ts";
import {
	completedVideo,
	newUser,
	noticesOf,
	objectsOf,
	publishedVideo,
	rowOf,
	servicesWith,
	testApp,
	vectorOf,
} from "../testing/fixtures.ts";
import { pipelineHarness } from "../testing/harness.ts";
import { CLEAN, resultOf } from "../testing/transcoder.ts";
import { decideVideo, performOnVideo, type VideoDecision } from "./decide.ts";
import { deleteVideo } from "./delete.ts";
import { listUserVideos } from "./list.ts";
import { restoreVideo } from "./restore.ts";

const pipe = pipelineHarness();
const BLOCK: VideoDecision = { to: "block", by: "operator" };
const APPROVE: VideoDecision = { to: "approve", by: "operator" };
const NO_RECOMMEND: VideoDecision = { to: "restrict", restriction: "no_recommend", by: "operator" };
const AGE: VideoDecision = { to: "restrict", restriction: "age", by: "operator" };

const GUEST = { kind: "guest", guestId: "guest-decide" } as const;
const word = () => `w${crypto.randomUUID().replaceAll("-", "")}`;

/** Where a video may be come upon: by who never asked for it, by who follows its creator, and by its address. */
const PLACES = {
	candidates: async (using, { videoId }) => (await toCandidates(using, [{ videoId, sources: {} }])).length,
	feed: async (using, { videoId }) => (await through(jsonSteps(using), [{ videoId, liked: false, saved: false, following: false }])).length,
	search: async (using, { viewer, title }) => {
		const page = await search(using, viewer, { q: title, type: "videos", limit: 10 });
		return page.nothingFound ? 0 : page.videos.length;
	},
	hashtag: async (using, { viewer, tag }) =>
		(await hashtagVideosPage(using, viewer, tag, { sort: "newest", limit: 10, cursor: undefined })).videos.length,
	sound: async (using, { viewer, videoId }) => {
		const record = await loadVideo(using, videoId);
		if (record?.soundId == null) return 0;
		const page = soundVideos(using, viewer, record.soundId, { limit: 10, cursor: undefined });
		return page.then(({ videos }) => videos.length).catch(() => 0);
	},
	vector: async (_, { videoId }) => Number(await vectorOf(videoId)),
	following: async (using, { viewer }) => (await followingPage(using, viewer, 10, undefined)).videos.length,
	profile: async (using, { viewer, creator }) =>
		(await listUserVideos(using, viewer, creator.userId, { limit: 10, cursor: undefined }).catch(() => ({ videos: [] }))).videos.length,
	link: async (using, { viewer, videoId }) => Number((await testApp(viewer, using)("GET", `/api/v1/videos/${videoId}`)).status === 200),
	guestLink: async (using, { videoId }) => Number((await testApp(GUEST, using)("GET", `/api/v1/videos/${videoId}`)).status === 200),
	embed: async (using, { videoId }) => {
		const preview = await previewOf(using, { kind: "video", videoId, at: null }, "https://reelay.test");
		return Number(preview !== null && preview !== "private");
	},
	runningPlayer: async (using, { videoId }) =>
		Number((await testApp(GUEST, using)("GET", `/videos/auto/${videoId}/g1/240p/0.m4s`)).status === 200),
} satisfies Readonly<Record<string, (using: Services, scene: Scene) => Promise<number>>>;
type Place = keyof typeof PLACES;
const ALL = Object.keys(PLACES) as Place[];
const RECOMMENDING: readonly Place[] = ["candidates", "feed", "search", "hashtag", "sound", "vector"];

interface Scene {
	readonly videoId: string;
	readonly creator: UserViewer;
	/** Follows the creator. */
	readonly viewer: UserViewer;
	readonly title: string;
	readonly tag: string;
}

async function upAndFound(): Promise<Scene> {
	const [title, tag] = [word(), word()];
	const viewer = await newUser();
	const videoId = await publishedVideo(pipe.user, { title, hashtags: [tag] });
	await follow(pipe.using, viewer, pipe.user.userId);
	await indexForSearch(pipe.using, [videoId]);
	return { videoId, creator: pipe.user, viewer, title, tag };
}

/** Places of an isolate where the video stands. */
async function standsIn(using: Services, scene: Scene): Promise<Place[]> {
	const found: Place[] = [];
	for (const place of ALL) if ((await PLACES[place](using, scene)) > 0) found.push(place);
	return found;
}

const without = (...places: readonly Place[]) => ALL.filter((place) => !places.includes(place));

describe("a decision about a video that is up", () => {
	it("that takes it down is seen by every place, of an isolate that held copies too, in less than 5 s", async () => {
		const scene = await upAndFound();
		const other = servicesWith({});
		expect(await standsIn(other, scene)).toEqual(ALL);
		const began = performance.now();
		expect(await decideVideo(pipe.using, scene.videoId, BLOCK)).toBe("blocked");
		expect(await standsIn(other, scene)).toEqual([]);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(await rowOf(scene.videoId)).toMatchObject({ status: "blocked", liveGeneration: 1 });
	});

	it("that it is brought to nobody leaves it on the profile, to followers and by its address", async () => {
		const scene = await upAndFound();
		const other = servicesWith({});
		await standsIn(other, scene);
		await decideVideo(pipe.using, scene.videoId, NO_RECOMMEND);
		expect(await standsIn(other, scene)).toEqual(without(...RECOMMENDING));
		await decideVideo(pipe.using, scene.videoId, APPROVE);
		expect(await standsIn(servicesWith({}), scene)).toEqual(ALL);
	});

	it("that it is for adults keeps guests out, of running players too, and brings it to nobody", async () => {
		const scene = await upAndFound();
		const other = servicesWith({});
		await standsIn(other, scene);
		await decideVideo(pipe.using, scene.videoId, AGE);
		expect(await standsIn(other, scene)).toEqual(without(...RECOMMENDING, "guestLink", "embed", "runningPlayer"));
		// Its own addresses bear the proof that somebody with an account asked.
		const card = await (await testApp(scene.viewer, other)("GET", `/api/v1/videos/${scene.videoId}`)).text();
		expect(card).toContain("/t.");
	});

	it("can be repeated, and taken back", async () => {
		const { videoId } = await upAndFound();
		for (const decision of [BLOCK, BLOCK, { to: "review", by: "operator" } as const, APPROVE, APPROVE])
			await decideVideo(pipe.using, videoId, decision);
		expect(await rowOf(videoId)).toMatchObject({ status: "ready", liveGeneration: 1, restriction: "none", stage: "done" });
		expect(await vectorOf(videoId)).toBe(true);
	});
});

const outputsFor = (row: VideoRow) => outputsOf(resultOf({ videoId: row.id, generation: row.generation }));

describe("a decision about a video that waits for one", () => {
	let row: VideoRow;
	const held = async () => {
		row = await processing();
		await publish(pipe.using, row, outputsFor(row), CLEAN, async () => ({ verdict: "review" }));
	};
	const processing = async (): Promise<VideoRow> => {
		const made = await rowOf(await completedVideo(pipe.user, pipe.using));
		if (made === undefined) throw new Error("no row");
		return made;
	};
	it("publishes what was made of it, and tells its creator", async () => {
		await held();
		expect(await decideVideo(pipe.using, row.id, APPROVE)).toBe("ready");
		expect(await rowOf(row.id)).toMatchObject({ liveGeneration: 1, withheldGeneration: null, stage: "done" });
		expect((await noticesOf(pipe.user)).map(({ videoId }) => videoId)).toEqual([row.id]);
	});

	it("may publish it with a restriction", async () => {
		await held();
		await decideVideo(pipe.using, row.id, AGE);
		expect(await rowOf(row.id)).toMatchObject({ status: "ready", restriction: "age" });
		expect(await vectorOf(row.id)).toBe(false);
	});

	it("against one in the making ends its job's hopes; an approval then has it made again", async () => {
		row = await processing();
		await decideVideo(pipe.using, row.id, BLOCK);
		expect(await publish(pipe.using, row, outputsFor(row), CLEAN)).toBe("unwanted");
		await pipe.cleanUp();
		expect((await objectsOf(row.id)).some((key) => key.includes("/g1/"))).toBe(false);
		expect(await decideVideo(pipe.using, row.id, APPROVE)).toBe("processing");
		await pipe.deliver();
		expect(await rowOf(row.id)).toMatchObject({ status: "ready", liveGeneration: 2 });
	});

	it("against one that was deleted holds when the deletion is undone", async () => {
		row = await processing();
		await publish(pipe.using, row, outputsFor(row), CLEAN);
		await deleteVideo(pipe.using, pipe.user.userId, row.id, true);
		expect(await decideVideo(pipe.using, row.id, BLOCK)).toBe("deleted");
		await restoreVideo(pipe.using, pipe.user, row.id, "request-test");
		expect(await rowOf(row.id)).toMatchObject({ status: "blocked" });
	});

	it("of a reviewer is carried out by its name", async () => {
		const became = async (decision: Decision, queue: Queue) => {
			const subject = { kind: "video", id: row.id, ownerId: row.userId } as const;
			const common = { decisionId: "1", caseId: "1", reason: "other", note: "", until: null, operatorId: "7", appealOf: null } as const;
			await performOnVideo(pipe.using, { ...common, subject, decision, queue });
			const now = await rowOf(row.id);
			return [now?.status, now?.restriction];
		};
		await held();
		expect(await became("escalate", "content")).toEqual(["review", "none"]);
		expect(await became("dismiss", "content")).toEqual(["ready", "none"]);
		expect(await became("restrict_age", "content")).toEqual(["ready", "age"]);
		expect(await became("no_recommend", "content")).toEqual(["ready", "no_recommend"]);
		expect(await became("remove", "content")).toEqual(["blocked", "no_recommend"]);
		expect(await became("dismiss", "appeals")).toEqual(["blocked", "no_recommend"]);
		expect(await became("approve", "appeals")).toEqual(["ready", "none"]);
	});

	it("about none at all is refused", async () => {
		row = await processing();
		await expect(decideVideo(pipe.using, pipe.using.newId(), BLOCK)).rejects.toMatchObject({ code: "video_not_found" });
	});
});
