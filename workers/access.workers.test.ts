import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import type { Visibility } from "../contracts/videos.ts";
import { userLikes } from "../db/schema/users.ts";
import { comments, videoEngagement, videos } from "../db/schema/videos.ts";
import { ROUTERS } from "./app.ts";
import { catalogueRows } from "./feed/catalogue-rows.fixture.ts";
import { type CallAnswer, newUser, services, type TestUser, testApp } from "./gateway/testing/api.ts";
import { openApiDocument } from "./ops/openapi/document.ts";
import { mayDo, type Standing, type VideoFacts } from "./rules/videos.ts";
import { invalidateVideo } from "./videos/cards/index.ts";

const call = testApp(...ROUTERS);

/**
 * What an operation that names a video asks of who calls it:
 * - `see`: the video must be there for them; guests of an operation for the signed-in are told to sign in;
 * - `manage`: it must be their own;
 * - `takeBack`: answers well whatever became of the video;
 * - `alike`: there is nothing of it here that anyone could reach (no such upload, no such comment, no operator's token):
 *   every video is answered like one that never was;
 * - `within`: the video must be there for them; that the comment is not is then said in other words;
 * - `counted`: answers well, counting what is not there for them as unknown;
 * - `elsewhere`: names no video that exists, or is tested where it is served.
 */
type Rule = "see" | "manage" | "takeBack" | "alike" | "within" | "counted" | "elsewhere";
interface Case {
	readonly rule: Rule;
	readonly body?: (videoId: string) => unknown;
}
const see: Case = { rule: "see" };

const TABLE: Readonly<Record<string, readonly Case[]>> = {
	// A client's own UUID, which begins an upload.
	initUpload: [{ rule: "elsewhere" }],
	// By grants: videos/delivery/delivery.workers.test.ts.
	masterPlaylist: [{ rule: "elsewhere" }],
	mediaFile: [{ rule: "elsewhere" }],
	getUpload: [{ rule: "alike" }],
	abortUpload: [{ rule: "alike" }],
	completeUpload: [{ rule: "alike", body: () => ({}) }],
	videoStatus: [{ rule: "manage" }],
	getVideo: [see],
	mediaGrant: [see],
	updateVideo: [{ rule: "manage", body: () => ({ title: "Mine" }) }],
	deleteVideo: [{ rule: "manage" }],
	setCover: [{ rule: "manage", body: () => ({ atMs: 0 }) }],
	// One that is deleted, or failed, is needed: videos/lifecycle/own.workers.test.ts.
	restoreVideo: [{ rule: "elsewhere" }],
	retryVideo: [{ rule: "elsewhere" }],
	reprocessVideo: [{ rule: "alike" }],
	notInterested: [
		{ rule: "see", body: () => ({ scope: "topic" }) },
		{ rule: "see", body: () => ({ scope: "creator" }) },
		{ rule: "takeBack", body: () => ({ scope: "topic", undo: true }) },
	],
	why: [see],
	forgetWatched: [{ rule: "takeBack" }],
	recordWatch: [{ rule: "counted", body: (videoId) => ({ videoId, watchDuration: 900, totalDuration: 9_000 }) }],
	like: [see],
	unlike: [{ rule: "takeBack" }],
	save: [see],
	unsave: [{ rule: "takeBack" }],
	share: [{ rule: "see", body: () => ({}) }],
	createComment: [{ rule: "see", body: () => ({ text: "Well done" }) }],
	listComments: [see],
	// What nobody else can see is not pinned: pins/pins.workers.test.ts.
	pinVideo: [{ rule: "elsewhere" }],
	unpinVideo: [{ rule: "takeBack" }],
	deleteComment: [{ rule: "alike" }],
	// There is no such comment: with one, social/comments/threads.workers.test.ts and creator.workers.test.ts.
	listReplies: [{ rule: "within" }],
	getComment: [{ rule: "within" }],
	editComment: [{ rule: "within", body: () => ({ text: "Better" }) }],
	likeComment: [{ rule: "within" }],
	unlikeComment: [{ rule: "takeBack" }],
	heartComment: [{ rule: "within" }],
	unheartComment: [{ rule: "within" }],
	pinComment: [{ rule: "within" }],
	unpinComment: [{ rule: "within" }],
	approveComment: [{ rule: "within" }],
	videoCommentRules: [{ rule: "manage" }],
	sharing: [see],
	// Nobody downloads what is not for everyone: videos/download/download.workers.test.ts.
	getDownload: [{ rule: "elsewhere" }],
	askForDownload: [{ rule: "elsewhere" }],
	// One's own alone, like one that never was for all others: videos/copyright/copyright.workers.test.ts.
	videoCopyright: [{ rule: "elsewhere" }],
	clearVideo: [{ rule: "elsewhere" }],
	disputeMatch: [{ rule: "elsewhere" }],
	makeClaim: [{ rule: "elsewhere" }],
	// One's own is not reported; all others who may not see it, and each kind of thing: trust/reports/reports.workers.test.ts.
	sendReport: [{ rule: "elsewhere" }],
	// Named within a conversation: messages/messages.workers.test.ts.
	sendMessage: [{ rule: "elsewhere" }],
	// One's own, and what is not for everyone, is not passed on: reposts/reposts.workers.test.ts.
	repost: [{ rule: "elsewhere" }],
	unrepost: [{ rule: "takeBack" }],
	// There is no such collection: collections/collections.workers.test.ts.
	addToCollection: [{ rule: "alike" }],
	removeFromCollection: [{ rule: "alike" }],
	setVideoCommentRules: [{ rule: "manage", body: () => ({ commentsFrom: null, holdAll: null, words: [] }) }],
};

interface Operation {
	readonly id: string;
	readonly method: string;
	readonly path: string;
}
/** Operations whose address or body names a video, as the document of the API has them. */
function operationsOnVideos(): Operation[] {
	const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string; requestBody?: unknown }>> };
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).flatMap(([method, { operationId: id, requestBody }]) =>
			path.includes("{videoId}") || JSON.stringify(requestBody ?? "").includes('"videoId"')
				? [{ id, method: method.toUpperCase(), path }]
				: [],
		),
	);
}

const VIEWERS = ["guest", "stranger", "requested", "follower", "blocked", "blocker", "owner"] as const;
type Viewer = (typeof VIEWERS)[number];
const KINDS = ["public", "adults", "followers", "private", "deleted", "never"] as const;
type Kind = (typeof KINDS)[number];

const NOBODY: Standing = { isCreator: false, isAdult: true, follows: false, blocked: false };
const STANDINGS: Readonly<Record<Viewer, Standing>> = {
	guest: { ...NOBODY, isAdult: false },
	stranger: NOBODY,
	// Asked to follow, and waits for the answer; while the account is public they are a stranger.
	requested: NOBODY,
	follower: { ...NOBODY, follows: true },
	blocked: { ...NOBODY, follows: true, blocked: true },
	blocker: { ...NOBODY, follows: true, blocked: true },
	owner: { ...NOBODY, isCreator: true },
};
const UP: VideoFacts = { userId: "", status: "ready", visibility: "public", restriction: "none", liveGeneration: 1, manifest: {} };
const FACTS: Readonly<Record<Exclude<Kind, "never">, VideoFacts>> = {
	public: UP,
	adults: { ...UP, restriction: "age" },
	followers: { ...UP, visibility: "followers" },
	private: { ...UP, visibility: "private" },
	deleted: { ...UP, status: "deleted" },
};

let users: Readonly<Record<Exclude<Viewer, "guest">, TestUser>>;

beforeAll(async () => {
	const [owner, stranger, requested, follower, blocked, blocker] = await Promise.all([1, 2, 3, 4, 5, 6].map(() => newUser(call)));
	if (!owner || !stranger || !requested || !follower || !blocked || !blocker) throw new Error("no users");
	users = { owner, stranger, requested, follower, blocked, blocker };
	for (const { token } of [follower, blocked, blocker]) await call(`POST /api/v1/users/${owner.id}/follow`, { token });
	await call(`POST /api/v1/users/${blocked.id}/block`, { token: owner.token });
	await call(`POST /api/v1/users/${owner.id}/block`, { token: blocker.token });
});

/** Whether the owner's account is private. */
let isPrivate = false;
async function turn(to: boolean): Promise<void> {
	isPrivate = to;
	expect((await call("PATCH /api/v1/auth/me", { token: users.owner.token, body: { isPrivate } })).status).toBe(200);
	if (!isPrivate) return;
	const { json } = await call(`POST /api/v1/users/${users.owner.id}/follow`, { token: users.requested.token });
	expect(json).toMatchObject({ following: false, requested: true });
}

/** One video of the owner of each kind; of the last there is but an id. */
async function videosOfEachKind(): Promise<Record<Kind, string>> {
	const ids = { never: services.newId() } as Record<Kind, string>;
	for (const kind of ["public", "adults", "followers", "private", "deleted"] as const) {
		const deleted = kind === "deleted";
		const visibility: Visibility = kind === "followers" || kind === "private" ? kind : "public";
		const overrides = {
			visibility,
			restriction: FACTS[kind].restriction,
			creatorPrivate: isPrivate,
			...(deleted ? { status: "deleted" as const, deletedAt: new Date() } : {}),
		};
		const { newId, clock, db } = services;
		const [row] = catalogueRows({ count: 1, creatorIds: [users.owner.id], newId, now: clock(), random: seeded(1), overrides });
		if (row === undefined) throw new Error("no row");
		await db.video(row.id).insert(videos).values(row);
		ids[kind] = row.id;
	}
	return ids;
}

const eqId = (id: string) => eq(videos.id, id);
const engagementOf = (id: string) => eq(videoEngagement.videoId, id);
const commentsOf = (id: string) => eq(comments.videoId, id);
const likeOf = (userId: string, id: string) => and(eq(userLikes.userId, userId), eq(userLikes.videoId, id));
const tokenOf = (viewer: Viewer) => (viewer === "guest" ? {} : { token: users[viewer].token });
/** An answer but for what is another each time. */
const told = ({ status, json }: CallAnswer) => ({ status, json: { ...json, requestId: undefined } });

describe("operations that name a video", () => {
	it("are all in the table, and the table has no others", () => {
		const ids = operationsOnVideos().map(({ id }) => id);
		expect([...new Set(ids)].sort()).toEqual(Object.keys(TABLE).sort());
	});

	const cases = operationsOnVideos().flatMap((operation) =>
		(TABLE[operation.id] ?? [])
			.filter(({ rule }) => rule !== "elsewhere")
			.map((one) => ({ operation, one, title: `${operation.id} (${one.rule})` })),
	);
	describe.each([
		{ account: "a public account", to: false },
		{ account: "a private account", to: true },
	])("of $account", ({ to }) => {
		beforeAll(() => turn(to));
		afterAll(() => turn(false));

		it.each(cases)("$title: what a viewer may not reach is answered like what never was", async ({ operation, one }) => {
			const ids = await videosOfEachKind();
			const ask = (viewer: Viewer, videoId: string) => {
				const path = operation.path.replace("{videoId}", videoId).replace("{commentId}", "1");
				const body = one.body?.(videoId);
				return call(`${operation.method} ${path}` as `${string} /${string}`, {
					...tokenOf(viewer),
					...(body === undefined ? {} : { body }),
				});
			};
			for (const viewer of VIEWERS) {
				const unknown = told(await ask(viewer, ids.never));
				const mustSignIn = unknown.status === 401;
				if (!mustSignIn && ["see", "manage", "within"].includes(one.rule)) expect(unknown.status).toBe(404);
				if (!mustSignIn && (one.rule === "takeBack" || one.rule === "counted")) expect(unknown.status).toBeLessThan(300);
				for (const kind of ["public", "adults", "followers", "private", "deleted"] as const) {
					const facts = { ...FACTS[kind], creatorPrivate: isPrivate };
					// The very table that every feature asks; rules/rules.test.ts says what is in it.
					const isReached = one.rule !== "alike" && mayDo(one.rule === "manage" ? "manage" : "see", facts, STANDINGS[viewer]);
					const answer = told(await ask(viewer, ids[kind]));
					const where = `${viewer} and a ${kind} video, the account private: ${isPrivate}`;
					if (mustSignIn || !isReached) expect(answer, where).toEqual(unknown);
					else if (one.rule === "within") expect(answer.json.code, where).toBe("not_found");
					else expect(answer.status, where).toBeLessThan(300);
				}
			}
		});
	});
});

describe("a video for adults", () => {
	it("is there for nobody who said that they are younger, and for who came of age", async () => {
		const { adults: id } = await videosOfEachKind();
		const born = (years: number) => new Date(services.clock() - years * 365.25 * 86_400_000).toISOString().slice(0, 10);
		const [teen, adult] = [
			await newUser(call, undefined, { birthdate: born(15) }),
			await newUser(call, undefined, { birthdate: born(19) }),
		];
		for (const operation of [`GET /api/v1/videos/${id}`, `POST /api/v1/videos/${id}/like`] as const) {
			expect([(await call(operation, { token: teen.token })).status, (await call(operation, { token: adult.token })).status]).toEqual([
				404, 200,
			]);
		}
	});
});

describe("what one did oneself", () => {
	const hide = async (videoId: string, change: Partial<typeof videos.$inferInsert>) => {
		await services.db.video(videoId).update(videos).set(change).where(eqId(videoId));
		await invalidateVideo(services, videoId);
	};

	it.each([{ status: "deleted" as const }, { visibility: "private" as const }])(
		"a like is taken back though the video is %j now",
		async (change) => {
			const { public: id } = await videosOfEachKind();
			const { token, id: userId } = users.stranger;
			expect((await call(`POST /api/v1/videos/${id}/like`, { token })).json).toMatchObject({ liked: true, likeCount: 1 });
			await hide(id, change);
			expect((await call(`DELETE /api/v1/videos/${id}/like`, { token })).json).toEqual({ liked: false, likeCount: 0, alreadyLiked: true });
			expect(await services.db.video(id).select().from(videoEngagement).where(engagementOf(id))).toEqual([]);
			expect(await services.db.user(userId).select().from(userLikes).where(likeOf(userId, id))).toEqual([]);
		},
	);

	it("a comment is deleted though its video is private now, and by nobody else", async () => {
		const { public: id } = await videosOfEachKind();
		const { token } = users.stranger;
		const { json } = await call(`POST /api/v1/videos/${id}/comment`, { token, body: { text: "First" } });
		const at = `/api/v1/videos/${id}/comments/${json.comment.id}` as const;
		const other = told(await call(`DELETE ${at}`, { token: users.follower.token }));
		expect(other).toEqual(told(await call(`DELETE /api/v1/videos/${services.newId()}/comments/1`, { token: users.follower.token })));
		expect(other.status).toBe(404);
		await hide(id, { visibility: "private" });
		expect((await call(`DELETE ${at}`, { token })).status).toBe(204);
		expect(await services.db.video(id).select().from(comments).where(commentsOf(id))).toEqual([]);
	});

	it.each([{ status: "deleted" as const }, { visibility: "private" as const }])(
		"preferences tell nothing of a video that was refused and is %j now, and take it back all the same",
		async (change) => {
			const { public: id } = await videosOfEachKind();
			const mine = await newUser(call);
			const { token } = mine;
			for (const scope of ["video", "creator", "topic"]) {
				expect((await call(`POST /api/v1/feed/${id}/not-interested`, { token, body: { scope } })).status).toBe(200);
			}
			const muted = async () =>
				(await call("GET /api/v1/feed/preferences", { token })).json.muted as { scope: string; key: string; label: string }[];
			expect((await muted()).map(({ label }) => label).join()).toMatch(/Clip 0.*#|#.*Clip 0/);
			await hide(id, change);
			const concealed = await muted();
			expect(concealed).toHaveLength(3);
			expect(JSON.stringify(concealed)).not.toMatch(new RegExp(`ocean|Clip 0|${users.owner.id}|${users.owner.user.username}`));
			const remove = concealed.map(({ scope, key }) => ({ scope, key }));
			expect((await call("PATCH /api/v1/feed/preferences", { token, body: { muted: { remove } } })).json.muted).toEqual([]);
		},
	);

	it("preferences don't name a creator who is blocked, either way, or never was", async () => {
		const labels = [];
		for (const { viewer, key } of [
			{ viewer: users.blocked, key: users.owner.id },
			{ viewer: users.blocker, key: users.owner.id },
			{ viewer: users.stranger, key: services.newId() },
		]) {
			const body = { muted: { add: [{ scope: "creator", key }] } };
			const { json } = await call("PATCH /api/v1/feed/preferences", { token: viewer.token, body });
			labels.push(json.muted.find((one: { key: string }) => one.key === key).label);
		}
		expect(new Set(labels).size).toBe(1);
	});
});
