import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { NEW_ACCOUNT_MS } from "../contracts/limits.ts";
import { accountUsers } from "../db/schema/directory.ts";
import { userVideos } from "../db/schema/users.ts";
import { ROUTERS } from "./app.ts";
import { original } from "./discovery/sounds/sounds.fixture.ts";
import { seedCatalogue } from "./feed/catalogue.fixture.ts";
import { makeFindable } from "./feed/index.ts";
import { newUser, ORIGIN, services, type TestUser, testApp } from "./gateway/testing/api.ts";
import { directId } from "./messages/ids.ts";
import { emitOrFail } from "./platform/events.ts";
import { snowflakes } from "./platform/snowflake.ts";

/**
 * What a teen made and who they are, at every door, while their account is public: who follows them meets both, and who was given a link
 * or opens their profile; nobody else comes upon them, or can come up to them.
 */

const call = testApp(...ROUTERS);
const TAG = `teens${services.newId()}`;
const WORD = `karmesin${services.newId()}`;

type Role = "guest" | "stranger" | "follower";
const ROLES: readonly Role[] = ["guest", "stranger", "follower"];
/** What is met behind a door: the account, or a video of theirs. */
type Met = "account" | "video" | "sound";

interface Door {
	readonly name: string;
	readonly path: () => string;
	readonly met: Met;
	readonly by: readonly Role[];
	readonly isForPeople?: true;
	readonly isPage?: true;
}
const NOBODY: readonly Role[] = [];
const FOLLOWERS: readonly Role[] = ["follower"];

let teen: TestUser;
let people: Record<Exclude<Role, "guest">, TestUser>;
let videoId = "";
let soundId = "";
/** A stranger's video, under which the teen commented, with the sound that the teen's other video is listed under. */
let meetingId = "";

const DOORS: readonly Door[] = [
	{ name: "For You", path: () => "/api/v1/feed?count=20", met: "video", by: NOBODY },
	{ name: "trending", path: () => "/api/v1/feed/trending?count=20", met: "video", by: NOBODY },
	{ name: "what is rising", path: () => "/api/v1/trending", met: "video", by: NOBODY },
	{ name: "Following", path: () => "/api/v1/feed/following?count=20", met: "video", by: FOLLOWERS, isForPeople: true },
	{ name: "friends", path: () => "/api/v1/feed/friends?count=20", met: "video", by: NOBODY, isForPeople: true },
	{ name: "search for videos", path: () => `/api/v1/search?type=videos&q=${WORD}`, met: "video", by: NOBODY },
	{ name: "search for people", path: () => `/api/v1/search?type=users&q=${teen.user.username}`, met: "account", by: FOLLOWERS },
	{ name: "search for all kinds", path: () => `/api/v1/search?q=${teen.user.username}`, met: "account", by: FOLLOWERS },
	{ name: "search for sounds", path: () => `/api/v1/search?type=sounds&q=${WORD}`, met: "sound", by: NOBODY },
	{ name: "completion", path: () => `/api/v1/search/complete?q=${teen.user.username.slice(0, -1)}`, met: "account", by: FOLLOWERS },
	{ name: "hashtag", path: () => `/api/v1/hashtag/${TAG}/videos?limit=20`, met: "video", by: NOBODY },
	{ name: "hashtag, newest", path: () => `/api/v1/hashtag/${TAG}/videos?limit=20&sort=newest`, met: "video", by: NOBODY },
	{ name: "the sound's videos", path: () => `/api/v1/sounds/${soundId}/videos`, met: "video", by: FOLLOWERS },
	{
		name: "names suggested",
		path: () => `/api/v1/users/me/mentions?q=${teen.user.username}`,
		met: "account",
		by: FOLLOWERS,
		isForPeople: true,
	},
	{
		name: "names suggested under a video they commented on",
		path: () => `/api/v1/users/me/mentions?q=${teen.user.username}&videoId=${meetingId}`,
		met: "account",
		by: FOLLOWERS,
		isForPeople: true,
	},
	{ name: "what somebody passed on", path: () => `/api/v1/users/${people.follower.id}/reposts`, met: "video", by: NOBODY },
	{ name: "a hashtag's page", path: () => `/tag/${TAG}`, met: "video", by: NOBODY, isPage: true },
	{ name: "the profile", path: () => `/api/v1/users/${teen.id}`, met: "account", by: ROLES },
	{ name: "the profile's videos", path: () => `/api/v1/users/${teen.id}/videos`, met: "video", by: ROLES },
	{ name: "the video's address", path: () => `/api/v1/videos/${videoId}`, met: "video", by: ROLES },
	{ name: "the share link", path: () => `/v/${videoId}`, met: "video", by: ROLES, isPage: true },
	{ name: "the player on other sites", path: () => `/embed/${videoId}`, met: "video", by: ROLES, isPage: true },
	{ name: "oEmbed", path: () => `/oembed?url=${encodeURIComponent(`${ORIGIN}/v/${videoId}`)}`, met: "video", by: ROLES },
];

const bindings = {
	ASSETS: {
		fetch: async () =>
			new Response("<html><head><title>reelay</title></head><body><video></video></body></html>", {
				headers: { "content-type": "text/html" },
			}),
	},
};
const asked = (role: Role, path: string) =>
	call(`GET ${path}` as `GET /${string}`, { bindings, ...(role === "guest" ? {} : { token: people[role].token }) });
const born = (years: number) => `${new Date(services.clock()).getUTCFullYear() - years}-01-01`;
/** Somebody whose account is no longer new, and may approach people. */
const settled = () => newUser(call, undefined, { id: snowflakes(() => Date.now() - 2 * NEW_ACCOUNT_MS)() });

async function listed(id: string, userId: string): Promise<void> {
	await services.db.user(userId).insert(userVideos).values({ userId, videoId: id });
	await makeFindable(services, { videoId: id });
	await emitOrFail(services, "changed", { videoId: id, userId, what: "words" });
}

beforeAll(async () => {
	teen = await newUser(call, undefined, { birthdate: born(15) });
	people = { stranger: await settled(), follower: await settled() };
	await call("PATCH /api/v1/auth/me", { token: teen.token, body: { isPrivate: false } });
	await call(`POST /api/v1/users/${teen.id}/follow`, { token: people.follower.token });
	const overrides = { userId: teen.id, creatorTeen: true, title: WORD, hashtags: [TAG], hashtagsWritten: [TAG] };
	videoId = await original(services, teen.id, { ...overrides, allowDownload: true, allowReposts: true, longViewCount: 5_000 });
	soundId = videoId;
	await call(`PATCH /api/v1/sounds/${soundId}`, { token: teen.token, body: { title: WORD } });
	await listed(videoId, teen.id);
	const { records } = await seedCatalogue(services, { count: 1, overrides: { userId: people.stranger.id } });
	meetingId = records[0]?.id ?? "";
	await call(`POST /api/v1/videos/${meetingId}/comment`, { token: teen.token, body: { text: "Nice" } });
	for (const { token } of Object.values(people)) {
		const body = { videoId, watchDuration: 8_000, totalDuration: 9_000 };
		await call("POST /api/v1/analytics/watch", { token, body });
	}
});

describe("a teen whose account is public", () => {
	it.each(DOORS)("is met at the door “$name” by $by", async ({ path, met, by, isForPeople, isPage }) => {
		const sign = { account: teen.id, video: isPage === true ? WORD : videoId, sound: soundId }[met];
		for (const role of ROLES) {
			const { status, json } = await asked(role, path());
			if (role === "guest" && isForPeople === true) expect(status).toBe(401);
			else expect([role, status, JSON.stringify(json).includes(sign)]).toEqual([role, 200, by.includes(role)]);
		}
	});

	it.each([
		["profile", () => `/@${teen.user.username}`],
		["video", () => `/v/${videoId}`],
		["player", () => `/embed/${videoId}`],
		["sound", () => `/sound/${soundId}`],
	] as const)("asks search engines to leave the page of the %s out", async (_, path) => {
		expect((await asked("guest", path())).json).toContain('<meta name="robots" content="noindex">');
		expect((await asked("guest", `/@${people.stranger.user.username}`)).json).not.toContain("noindex");
	});

	it("is found there by everybody once they came of age and said so", async () => {
		const grown = await newUser(call, undefined, { birthdate: born(17) });
		const word = `grown${services.newId()}`;
		const { records } = await seedCatalogue(services, {
			count: 1,
			overrides: { userId: grown.id, creatorTeen: true, title: word, hashtags: [word], hashtagsWritten: [word] },
		});
		const [own = ""] = records.map(({ id }) => id);
		await listed(own, grown.id);
		const doors = [`/api/v1/search?type=videos&q=${word}`, `/api/v1/hashtag/${word}/videos?limit=20`];
		const shown = async () =>
			Promise.all(doors.map(async (path) => JSON.stringify((await asked("stranger", path)).json.videos).includes(own)));
		expect(await shown()).toEqual([false, false]);
		await services.db
			.directory()
			.update(accountUsers)
			.set({ birthdate: born(19) })
			.where(eq(accountUsers.id, grown.id));
		expect((await call("PUT /api/v1/auth/me/adulthood", { token: grown.token })).status).toBe(200);
		expect(await shown()).toEqual([true, true]);
	});
});

/** What others do to a teen, or with what they made: the code of the refusal, or null where it is done. */
interface Act {
	readonly name: string;
	readonly run: (by: TestUser) => ReturnType<typeof call>;
	readonly stranger: string | null;
	readonly follower: string | null;
}
const ACTS: readonly Act[] = [
	{
		name: "comment",
		run: ({ token }) => call(`POST /api/v1/videos/${videoId}/comment`, { token, body: { text: "Hello" } }),
		stranger: "comments_closed",
		follower: null,
	},
	{
		name: "download",
		run: ({ token }) => call(`POST /api/v1/videos/${videoId}/download`, { token }),
		stranger: "download_not_allowed",
		follower: "download_not_allowed",
	},
	{
		name: "pass on",
		run: ({ token }) => call(`PUT /api/v1/videos/${videoId}/repost`, { token }),
		stranger: "not_allowed",
		follower: "not_allowed",
	},
	{
		name: "write to",
		run: ({ token, id }) =>
			call(`POST /api/v1/conversations/${directId(id, teen.id)}/messages`, {
				token,
				body: { clientId: crypto.randomUUID(), content: { type: "text", text: "Hello" } },
			}),
		stranger: "not_allowed",
		follower: "not_allowed",
	},
];

describe("what others may do", () => {
	it.each(ACTS)("$name: a stranger $stranger, a follower $follower", async ({ run, ...expected }) => {
		for (const role of ["stranger", "follower"] as const) {
			const { status, json } = await run(people[role]);
			const code = expected[role];
			if (code === null) expect([role, status]).toEqual([role, 201]);
			else expect([role, json.code]).toEqual([role, code]);
		}
	});

	it("nobody asks them into a group whom they don't know from both sides", async () => {
		for (const role of ["stranger", "follower"] as const) {
			const body = { clientId: crypto.randomUUID(), name: "Friday", userIds: [teen.id] };
			const { json } = await call("POST /api/v1/conversations", { token: people[role].token, body });
			expect([role, json.conversation.memberCount, json.notAsked]).toEqual([role, 1, [teen.id]]);
		}
		expect((await call("GET /api/v1/conversations?folder=requests", { token: teen.token })).json.conversations).toEqual([]);
	});

	it("a sound of theirs is put under nobody else's video", async () => {
		for (const role of ROLES) {
			const { json } = await asked(role, `/api/v1/sounds/${soundId}`);
			expect([role, json.sound.usable, json.sound.previewUrl]).toEqual([role, false, null]);
		}
		expect((await call(`GET /api/v1/sounds/${soundId}`, { token: teen.token })).json.sound.usable).toBe(true);
	});

	it("a stranger who names them in a comment reaches them as little as by a message; who follows them does", async () => {
		const told = async () =>
			(await call("GET /api/v1/notifications", { token: teen.token })).json.notifications.filter(
				({ type }: { type: string }) => type === "mention",
			);
		const say = ({ token }: TestUser) =>
			call(`POST /api/v1/videos/${meetingId}/comment`, { token, body: { text: `Hey @${teen.user.username}` } });
		expect((await say(people.stranger)).json.comment.mentions).toEqual([]);
		expect((await say(people.follower)).json.comment.mentions).toHaveLength(1);
		await expect.poll(async () => (await told()).length).toBe(1);
		expect(JSON.stringify(await told())).not.toContain(people.stranger.id);
	});
});
