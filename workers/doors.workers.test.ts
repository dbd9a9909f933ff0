import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { userVideos } from "../db/schema/users.ts";
import { videos } from "../db/schema/videos.ts";
import { ROUTERS } from "./app.ts";
import { track } from "./discovery/sounds/sounds.fixture.ts";
import { seedCatalogue } from "./feed/catalogue.fixture.ts";
import { newUser, ORIGIN, services, type TestUser, testApp } from "./gateway/testing/api.ts";
import { emitOrFail } from "./platform/events.ts";
import { invalidateVideo } from "./videos/cards/index.ts";
import { recountSoundOf } from "./videos/sounds/index.ts";

/**
 * A video for adults, at every door that shows videos: no guest, whose age nobody knows, and no teen is shown it, whatever they did before
 * it was for adults alone; an adult still is where they look for it. Every operation on a video by its id is walked by
 * access.workers.test.ts, what a teen made by teens-doors.workers.test.ts.
 */

const call = testApp(...ROUTERS);
const TAG = `doors${services.newId()}`;
const WORD = `zinnober${services.newId()}`;

type Role = "guest" | "teen" | "adult";
const ROLES: readonly Role[] = ["guest", "teen", "adult"];
/** Who of those that a door is open to is shown it. */
type Shown = "adult" | "nobody";

interface Door {
	readonly name: string;
	readonly path: () => string;
	readonly shown: Shown;
	/** What is shown is chosen from all there are: a video of others may stand in its place. */
	readonly isChosen?: true;
	/** Nobody without an account comes here. */
	readonly isForPeople?: true;
	/** Asked for by its id: what may not be seen is not there. */
	readonly isOfOne?: true;
	/** A page, with what other programs read in its head. */
	readonly isPage?: true;
}

let creator: TestUser;
let people: Record<Exclude<Role, "guest">, TestUser>;
let videoId = "";
let soundId = "";
let link = "";
/** Knows the teen and the adult, who follow back; likes and passes on the video before it is for adults. */
let friend: TestUser;

const DOORS: readonly Door[] = [
	{ name: "For You", path: () => "/api/v1/feed?count=20", shown: "nobody", isChosen: true },
	{ name: "trending", path: () => "/api/v1/feed/trending?count=20", shown: "nobody", isChosen: true },
	{ name: "what is rising", path: () => "/api/v1/trending", shown: "nobody", isChosen: true },
	{ name: "Following", path: () => "/api/v1/feed/following?count=20", shown: "adult", isForPeople: true },
	{ name: "friends", path: () => "/api/v1/feed/friends?count=20", shown: "adult", isForPeople: true },
	{ name: "search", path: () => `/api/v1/search?type=videos&q=${WORD}`, shown: "nobody" },
	{ name: "search of all kinds", path: () => `/api/v1/search?q=${WORD}`, shown: "nobody" },
	{ name: "completion", path: () => `/api/v1/search/complete?q=${WORD.slice(0, 12)}`, shown: "nobody", isChosen: true },
	{ name: "hashtag", path: () => `/api/v1/hashtag/${TAG}/videos?limit=20`, shown: "nobody" },
	{ name: "hashtag, newest", path: () => `/api/v1/hashtag/${TAG}/videos?limit=20&sort=newest`, shown: "nobody" },
	{ name: "sound", path: () => `/api/v1/sounds/${soundId}/videos`, shown: "nobody" },
	{ name: "profile", path: () => `/api/v1/users/${creator.id}/videos`, shown: "adult" },
	{ name: "pins", path: () => `/api/v1/users/${creator.id}/pins`, shown: "adult" },
	{ name: "favourites", path: () => "/api/v1/users/me/saved", shown: "adult", isForPeople: true },
	{ name: "liked", path: () => "/api/v1/users/me/liked", shown: "adult", isForPeople: true },
	{ name: "history", path: () => "/api/v1/users/me/history", shown: "adult" },
	{ name: "a collection by its link", path: () => `/api/v1/shared-collections/${link}`, shown: "adult" },
	{ name: "what somebody likes", path: () => `/api/v1/users/${friend.id}/liked`, shown: "adult" },
	{ name: "what somebody passed on", path: () => `/api/v1/users/${friend.id}/reposts`, shown: "nobody" },
	{ name: "notifications", path: () => "/api/v1/notifications", shown: "adult", isForPeople: true },
	{ name: "its own address", path: () => `/api/v1/videos/${videoId}`, shown: "adult", isOfOne: true },
	{ name: "its manifest", path: () => `/api/v1/videos/${videoId}/manifest`, shown: "adult", isOfOne: true },
	{ name: "its comments", path: () => `/api/v1/videos/${videoId}/comments`, shown: "adult", isOfOne: true },
	{ name: "its share sheet", path: () => `/api/v1/videos/${videoId}/sharing`, shown: "adult", isOfOne: true },
	{ name: "the share link", path: () => `/v/${videoId}`, shown: "nobody", isPage: true },
	{ name: "the player on other sites", path: () => `/embed/${videoId}`, shown: "nobody", isPage: true },
	{ name: "oEmbed", path: () => `/oembed?url=${encodeURIComponent(`${ORIGIN}/v/${videoId}`)}`, shown: "nobody", isOfOne: true },
];

/** The client's page, and its player, as they are built. */
const bindings = {
	ASSETS: {
		fetch: async () =>
			new Response("<html><head><title>reelay</title></head><body><video></video></body></html>", {
				headers: { "content-type": "text/html" },
			}),
	},
};
const born = (years: number) => `${new Date(services.clock()).getUTCFullYear() - years}-01-01`;
const asked = (role: Role, path: string) =>
	call(`GET ${path}` as `GET /${string}`, { bindings, ...(role === "guest" ? {} : { token: people[role].token }) });
const isShown = async (role: Role, { name, path, isOfOne, isPage }: Door): Promise<boolean> => {
	const { status, json } = await asked(role, path());
	expect([name, role, (isOfOne || isPage ? [200, 401, 404] : [200]).includes(status)]).toEqual([name, role, true]);
	return isOfOne === true ? status === 200 : JSON.stringify(json).includes(isPage === true ? WORD : videoId);
};

beforeAll(async () => {
	creator = await newUser(call);
	people = {
		teen: await newUser(call, undefined, { birthdate: born(15) }),
		adult: await newUser(call, undefined, { birthdate: born(30) }),
	};
	soundId = await track(services);
	const { records } = await seedCatalogue(services, {
		count: 1,
		publish: true,
		overrides: { userId: creator.id, title: WORD, hashtags: [TAG], hashtagsWritten: [TAG], soundId },
	});
	videoId = records[0]?.id ?? "";
	await services.db.user(creator.id).insert(userVideos).values({ userId: creator.id, videoId });
	await emitOrFail(services, "changed", { videoId, userId: creator.id, what: "words" });
	await recountSoundOf(services, { videoId });
	friend = await newUser(call);
	for (const { token } of [...Object.values(people), friend]) {
		await call(`POST /api/v1/users/${creator.id}/follow`, { token });
		await call(`POST /api/v1/videos/${videoId}/like`, { token });
		await call(`POST /api/v1/videos/${videoId}/save`, { token });
		const body = { videoId, watchDuration: 5_000, totalDuration: 9_000 };
		await call("POST /api/v1/analytics/watch", { token, body });
	}
	await call("PATCH /api/v1/auth/me", { token: friend.token, body: { showsLiked: true } });
	await call(`PUT /api/v1/videos/${videoId}/repost`, { token: friend.token });
	for (const { user } of Object.values(people)) {
		await call(`POST /api/v1/users/${user.id}/follow`, { token: creator.token });
		await call(`PUT /api/v1/users/me/follow-requests/${creator.id}`, { token: people.teen.token });
		await call(`POST /api/v1/videos/${videoId}/comment`, { token: creator.token, body: { text: `Look, @${user.username}` } });
	}
	await call(`PUT /api/v1/videos/${videoId}/pin`, { token: creator.token });
	const made = await call("POST /api/v1/collections", { token: creator.token, body: { clientId: crypto.randomUUID(), name: "Doors" } });
	const { id } = made.json.collection;
	await call(`PUT /api/v1/collections/${id}/videos/${videoId}`, { token: creator.token });
	link = (await call(`PUT /api/v1/collections/${id}/link`, { token: creator.token })).json.collection.link;
});

it.each(DOORS.filter(({ isChosen }) => isChosen !== true))("a video for everyone is shown at the door “$name”", async (door) => {
	await expect.poll(() => isShown("teen", door), { timeout: 10_000 }).toBe(true);
});

describe("a video that became one for adults", () => {
	beforeAll(async () => {
		await services.db.video(videoId).update(videos).set({ restriction: "age" }).where(eq(videos.id, videoId));
		await invalidateVideo(services, videoId);
		await emitOrFail(services, "changed", { videoId, userId: creator.id, what: "audience" });
	});

	it.each(DOORS)("is shown at the door “$name” to nobody who is, or may be, younger", async (door) => {
		for (const role of ROLES) {
			if (role === "guest" && door.isForPeople === true) expect((await asked(role, door.path())).status).toBe(401);
			else expect([role, await isShown(role, door)]).toEqual([role, role === "adult" && door.shown === "adult"]);
		}
	});
});
