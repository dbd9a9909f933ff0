import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Comment } from "../../contracts/comments.ts";
import type { FeedPage } from "../../contracts/feed.ts";
import type { Notification } from "../../contracts/notifications.ts";
import type { UserProfile } from "../../contracts/users.ts";
import type { VideoCard } from "../../contracts/videos.ts";
import { caller, eventually, type Person, signUp } from "./support/api.ts";
import { clip } from "./support/clips.ts";
import { publish } from "./support/publish.ts";
import { base } from "./support/server.ts";

const creator = await signUp(base, "maker");
const videoId = await publish(
	base,
	creator,
	await clip({ seconds: 1.5, width: 144, height: 256, rate: 15 }),
	{ title: "To be liked" },
	{ durationMs: 1_500 },
);
const card = async (person: Person): Promise<VideoCard> =>
	(await person.call<{ video: VideoCard }>("GET", `/api/v1/videos/${videoId}`)).body.video;

test("a like is seen by its giver at once, counts once however often it is given, and can be taken back", async () => {
	const fan = await signUp(base, "fan");
	const first = await fan.call<{ liked: boolean; alreadyLiked: boolean }>("POST", `/api/v1/videos/${videoId}/like`);
	expect(first.body).toMatchObject({ liked: true, alreadyLiked: false });
	expect((await card(fan)).liked).toBe(true);
	expect((await card(fan)).likeCount).toBeGreaterThanOrEqual(1);
	await Promise.all(Array.from({ length: 5 }, () => fan.call("POST", `/api/v1/videos/${videoId}/like`)));
	const before = await eventually(
		() => card(creator),
		(now) => now.likeCount >= 1,
		20,
	);
	expect(before.likeCount).toBe(1);
	expect((await fan.call<{ liked: boolean }>("DELETE", `/api/v1/videos/${videoId}/like`)).body.liked).toBe(false);
	expect((await card(fan)).liked).toBe(false);
	await eventually(
		() => card(creator),
		(now) => now.likeCount === 0,
		20,
	);
});

test("views are counted exactly: once a viewer and hour of what was given to them, whatever is told again", async () => {
	const watchers = await Promise.all(Array.from({ length: 10 }, () => signUp(base, "watcher")));
	const start = (await card(creator)).viewCount;
	await Promise.all(
		watchers.map(async (watcher) => {
			await watcher.call("GET", `/api/v1/videos/${videoId}`);
			const event = { eventId: randomUUID(), videoId, watchDuration: 1_400, totalDuration: 1_500, source: "fyp" };
			const told = [event, event, { ...event, eventId: randomUUID() }];
			await Promise.all(told.map((body) => watcher.call("POST", "/api/v1/analytics/watch", body)));
		}),
	);
	const after = await eventually(
		() => card(creator),
		(now) => now.viewCount >= start + 10,
		80,
		1_000,
	);
	expect(after.viewCount).toBe(start + 10);
});

test("comments: written once, listed newest first, told to the creator, and neither once their writer deleted them", async () => {
	const fan = await signUp(base, "talker");
	const clientId = randomUUID();
	const path = `/api/v1/videos/${videoId}/comment`;
	const first = await fan.call<{ comment: Comment }>("POST", path, { text: "Lovely!", clientId });
	expect(first.status).toBe(201);
	const again = await fan.call<{ comment: Comment }>("POST", path, { text: "Lovely!", clientId });
	expect(again.body.comment.id).toBe(first.body.comment.id);
	const second = await fan.call<{ comment: Comment }>("POST", path, { text: "And again" });
	const list = await creator.call<{ comments: Comment[]; commentCount: number }>("GET", `/api/v1/videos/${videoId}/comments`);
	expect(list.body.comments.map((comment) => comment.text).slice(0, 2)).toEqual(["And again", "Lovely!"]);
	expect(list.body.commentCount).toBe(2);
	const told = async () => (await creator.call<{ notifications: Notification[] }>("GET", "/api/v1/notifications")).body.notifications;
	const isTold = (all: Notification[]) => all.some(({ type, actor }) => type === "comment" && actor?.id === fan.account.id);
	await eventually(told, isTold, 15);
	expect((await (await signUp(base)).call("DELETE", `/api/v1/videos/${videoId}/comments/${first.body.comment.id}`)).status).toBe(404);
	expect((await fan.call("DELETE", `/api/v1/videos/${videoId}/comments/${first.body.comment.id}`)).status).toBe(204);
	expect((await fan.call("POST", path, { text: "   " })).status).toBe(422);
	// One notice speaks of all of a person's comments under a video: it quotes one that stands, and goes with the last.
	await eventually(told, (all) => all.some(({ text, actor }) => actor?.id === fan.account.id && text.includes("And again")), 15);
	expect((await fan.call("DELETE", `/api/v1/videos/${videoId}/comments/${second.body.comment.id}`)).status).toBe(204);
	await eventually(told, (all) => !isTold(all), 15);
});

test("follow: once however often, seen in both profiles at once, and their videos fill the following feed", async () => {
	const fan = await signUp(base, "follower");
	await Promise.all(Array.from({ length: 4 }, () => fan.call("POST", `/api/v1/users/${creator.account.id}/follow`)));
	const profile = await fan.call<{ user: UserProfile }>("GET", `/api/v1/users/@${creator.account.username}`);
	expect(profile.body.user).toMatchObject({ following: true, followersCount: 1, isYou: false });
	const feed = await fan.call<{ videos: VideoCard[] }>("GET", "/api/v1/feed/following?count=5");
	expect(feed.body.videos.map((video) => video.id)).toContain(videoId);
	expect((await fan.call("DELETE", `/api/v1/users/${creator.account.id}/follow`)).status).toBe(200);
	expect((await fan.call<{ user: UserProfile }>("GET", `/api/v1/users/${creator.account.id}`)).body.user.followersCount).toBe(0);
	expect((await fan.call("POST", `/api/v1/users/${fan.account.id}/follow`)).status).toBe(403);
});

test("a guest may look but not like", async () => {
	const guest = caller(base);
	expect((await guest("GET", `/api/v1/videos/${videoId}`)).status).toBe(200);
	expect((await guest("POST", `/api/v1/videos/${videoId}/like`)).status).toBe(401);
	expect((await guest("GET", "/api/v1/feed?count=3")).status).toBe(200);
});

test("what is not there is 404 everywhere", async () => {
	const fan = await signUp(base);
	const unknown = "123456789";
	const answers = await Promise.all([
		fan.call("GET", `/api/v1/videos/${unknown}`),
		fan.call("POST", `/api/v1/videos/${unknown}/like`),
		fan.call("POST", `/api/v1/videos/${unknown}/comment`, { text: "hello" }),
		fan.call("DELETE", `/api/v1/videos/${unknown}`),
		fan.call("GET", `/api/v1/users/${unknown}`),
		fan.call("GET", "/api/v1/users/@nobody.at.all.here"),
	]);
	expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
});

test("trending is the same for everybody, page after page without a repeat, and ends", async () => {
	const ids: string[] = [];
	let cursor: string | null = "";
	while (cursor !== null) {
		const page: { videos: VideoCard[]; nextCursor: string | null } = (
			await caller(base)<FeedPage>("GET", `/api/v1/feed/trending?count=2${cursor === "" ? "" : `&cursor=${cursor}`}`)
		).body;
		ids.push(...page.videos.map((video) => video.id));
		cursor = page.nextCursor;
	}
	expect(ids).toContain(videoId);
	expect(new Set(ids).size).toBe(ids.length);
});

test("a private account's videos are for those it lets in, from the next answer on, and for nobody whom it removes", async () => {
	const [friend, stranger] = await Promise.all([signUp(base, "friend"), signUp(base, "stranger")]);
	const seen = async (person: Person) => (await person.call("GET", `/api/v1/videos/${videoId}`)).status;
	const follow = (person: Person) => person.call<{ requested: boolean }>("POST", `/api/v1/users/${creator.account.id}/follow`);
	expect(await seen(stranger)).toBe(200);
	expect((await creator.call("PATCH", "/api/v1/auth/me", { isPrivate: true })).status).toBe(200);
	try {
		expect((await follow(friend)).body.requested).toBe(true);
		expect([await seen(friend), await seen(stranger), await seen(creator)]).toEqual([404, 404, 200]);
		expect((await creator.call("PUT", `/api/v1/users/me/follow-requests/${friend.account.id}`)).status).toBeLessThan(300);
		expect([await seen(friend), await seen(stranger)]).toEqual([200, 404]);
		expect((await creator.call("DELETE", `/api/v1/users/me/followers/${friend.account.id}`)).status).toBeLessThan(300);
		expect(await seen(friend)).toBe(404);
	} finally {
		await creator.call("PATCH", "/api/v1/auth/me", { isPrivate: false });
	}
	expect(await seen(stranger)).toBe(200);
});
