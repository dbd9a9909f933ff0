import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { engagementRoutes } from "../../videos/engagement/routes.ts";
import { videoRoutes } from "../../videos/routes.ts";
import { socialRoutes } from "../routes.ts";
import { type Notice, notify } from "./notify.ts";

const call = testApp(socialRoutes, engagementRoutes, videoRoutes);
const notice = (userId: string, key: string, fields: Partial<Notice> = {}): Notice => ({
	userId,
	key,
	type: "video_ready",
	text: `about ${key}`,
	...fields,
});

describe("notifications", () => {
	it("200: tell what happened, by whom and to what", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		await notify(services, notice(ann.id, "like:1", { type: "like", actorId: bob.id, videoId: "77" }));
		await notify(services, notice(ann.id, "ready:77", { videoId: "77" }));
		const { status, json } = await call("GET /api/v1/notifications", { token: ann.token });
		expect(status).toBe(200);
		expect(json).toMatchObject({ unread: 2, nextCursor: null });
		expect(json.notifications).toMatchObject([
			{ type: "video_ready", actor: null, videoId: "77", text: "about ready:77", read: false },
			{ type: "like", actor: { id: bob.id, username: bob.user.username }, videoId: "77" },
		]);
	});

	it("200: page by cursor, and count as read up to the one named", async () => {
		const ann = await newUser(call);
		for (const key of ["a", "b", "c"]) await notify(services, notice(ann.id, key));
		const first = (await call("GET /api/v1/notifications?limit=2", { token: ann.token })).json;
		const rest = (await call(`GET /api/v1/notifications?limit=2&cursor=${first.nextCursor}`, { token: ann.token })).json;
		expect([...first.notifications, ...rest.notifications].map(({ text }: { text: string }) => text)).toEqual([
			"about c",
			"about b",
			"about a",
		]);
		const upTo = first.notifications[1].id;
		expect((await call("POST /api/v1/notifications/read", { token: ann.token, body: { upTo } })).json).toEqual({ unread: 1 });
		expect((await call("POST /api/v1/notifications/read", { token: ann.token })).json).toEqual({ unread: 0 });
	});

	it("401: are nobody else's", async () => {
		expect((await call("GET /api/v1/notifications")).status).toBe(401);
		expect((await call("POST /api/v1/notifications/read")).status).toBe(401);
	});

	it("422: a cursor that is not one of ours", async () => {
		const ann = await newUser(call);
		expect((await call("GET /api/v1/notifications?cursor=x", { token: ann.token })).status).toBe(422);
	});
});

describe("notify", () => {
	it("tells nobody of what they did themselves", async () => {
		const ann = await newUser(call);
		await notify(services, notice(ann.id, "like", { actorId: ann.id }));
		expect((await call("GET /api/v1/notifications", { token: ann.token })).json.notifications).toEqual([]);
	});

	it("tries again when the inbox fails, and still tells once", async () => {
		const ann = await newUser(call);
		let failures = 2;
		const INBOX = {
			idFromName: (name: string) => testEnv.INBOX.idFromName(name),
			get: (id: DurableObjectId) => {
				const inbox = testEnv.INBOX.get(id);
				return {
					add: (entry: Parameters<typeof inbox.add>[0]) => (failures-- > 0 ? Promise.reject(new Error("reset")) : inbox.add(entry)),
				};
			},
		};
		await notify({ ...services, isolate: new IsolateState(), ...bindingsWith({ INBOX }) }, notice(ann.id, "once"));
		expect((await call("GET /api/v1/notifications", { token: ann.token })).json.notifications).toHaveLength(1);
	});

	it("never throws: what can't be delivered is logged, but for its words", async () => {
		const error = vi.fn();
		const INBOX = { idFromName: () => ({}), get: () => ({ add: () => Promise.reject(new Error("down")) }) };
		const broken = { ...services, isolate: new IsolateState(), log: { ...services.log, error }, ...bindingsWith({ INBOX }) };
		await notify(broken, notice("1", "lost"));
		expect(error).toHaveBeenCalledWith("notify_failed", expect.objectContaining({ key: "lost", userId: "1", error: "down" }));
	});
});

describe("withdrawn", () => {
	const textsOf = async ({ token }: TestUser): Promise<string[]> =>
		(await call("GET /api/v1/notifications", { token })).json.notifications.map(({ text }: { text: string }) => text);
	const inboxOf = async ({ token }: TestUser) => {
		const { json } = await call("GET /api/v1/notifications", { token });
		return { types: json.notifications.map(({ type }: { type: string }) => type) as string[], unread: json.unread as number };
	};
	/** Waits for what is told in the background. */
	const untilTold = (user: TestUser, unread: number) => vi.waitFor(async () => expect((await inboxOf(user)).unread).toBe(unread), 10_000);
	const videoOf = async (creator: TestUser) => {
		const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { userId: creator.id } });
		return records[0]?.id ?? "";
	};
	const comment = async (by: TestUser, videoId: string, text: string): Promise<string> =>
		(await call(`POST /api/v1/videos/${videoId}/comment`, { token: by.token, body: { text } })).json.comment.id;

	const uncomment = async (by: TestUser, videoId: string, id: string) =>
		expect((await call(`DELETE /api/v1/videos/${videoId}/comments/${id}`, { token: by.token })).status).toBe(204);

	it("is a comment that was deleted, by either, also when its notice comes late; another by the same person is told", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await videoOf(ann);
		const first = await comment(bob, videoId, "first");
		await untilTold(ann, 1);
		await uncomment(bob, videoId, first);
		expect(await inboxOf(ann)).toEqual({ types: [], unread: 0 });
		await notify(services, notice(ann.id, `comment:${bob.id}:${videoId}:${first}`, { type: "comment", actorId: bob.id, videoId }));
		expect(await inboxOf(ann)).toEqual({ types: [], unread: 0 });
		const third = await comment(bob, videoId, "third");
		await untilTold(ann, 1);
		await call(`DELETE /api/v1/videos/${videoId}/comments/${third}`, { token: ann.token });
		expect(await inboxOf(ann)).toEqual({ types: [], unread: 0 });
	});

	it("quotes another of theirs that stands when the one it quoted is deleted, and is as read as it was", async () => {
		const [ann, bob, eve] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await videoOf(ann);
		const first = await comment(bob, videoId, "first");
		await untilTold(ann, 1);
		const second = await comment(bob, videoId, "second");
		const third = await comment(bob, videoId, "third");
		await comment(eve, videoId, "by somebody else");
		await untilTold(ann, 2);
		await uncomment(bob, videoId, first);
		const quoted = (text: string) => expect.stringContaining(`${bob.user.username} commented: “${text}”`);
		expect(await textsOf(ann)).toEqual([expect.stringContaining("somebody else"), quoted("second")]);
		expect((await inboxOf(ann)).unread).toBe(2);
		await call("POST /api/v1/notifications/read", { token: ann.token });
		// One that was never quoted changes nothing.
		await uncomment(bob, videoId, third);
		expect(await textsOf(ann)).toEqual([expect.stringContaining("somebody else"), quoted("second")]);
		const fourth = await comment(bob, videoId, "fourth");
		await uncomment(ann, videoId, second);
		expect(await textsOf(ann)).toEqual([expect.stringContaining("somebody else"), quoted("fourth")]);
		expect((await inboxOf(ann)).unread).toBe(0);
		await uncomment(bob, videoId, fourth);
		expect(await textsOf(ann)).toEqual([expect.stringContaining("somebody else")]);
	});

	it("is all of somebody blocked, out of both inboxes, and comes back by no unblocking", async () => {
		const [ann, bob, eve] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await videoOf(ann);
		for (const { token } of [bob, eve]) await call(`POST /api/v1/users/${ann.id}/follow`, { token });
		await call(`POST /api/v1/users/${bob.id}/follow`, { token: ann.token });
		await call(`POST /api/v1/videos/${videoId}/like`, { token: bob.token });
		const told = async () => (await Promise.all([inboxOf(ann), inboxOf(bob)])).map(({ types }) => types.sort());
		await expect.poll(told).toEqual([["follow", "like"], ["follow"]]);
		await call(`POST /api/v1/users/${bob.id}/block`, { token: ann.token });
		expect([await inboxOf(ann), await inboxOf(bob)]).toEqual([
			{ types: ["follow"], unread: 1 },
			{ types: [], unread: 0 },
		]);
		await notify(services, notice(ann.id, "late", { type: "like", actorId: bob.id, videoId }));
		expect((await inboxOf(ann)).unread).toBe(1);
		await call(`DELETE /api/v1/users/${bob.id}/block`, { token: ann.token });
		await call(`POST /api/v1/users/${ann.id}/follow`, { token: bob.token });
		expect(await inboxOf(ann)).toEqual({ types: ["follow"], unread: 1 });
	});

	it("is all of a video that is deleted, at once", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const [gone, kept] = [await videoOf(ann), await videoOf(ann)];
		for (const id of [gone, kept]) await call(`POST /api/v1/videos/${id}/like`, { token: bob.token });
		await notify(services, notice(ann.id, `ready:${gone}`, { videoId: gone }));
		await expect.poll(async () => (await inboxOf(ann)).unread).toBe(3);
		expect((await call(`DELETE /api/v1/videos/${gone}`, { token: ann.token })).status).toBe(204);
		expect(await inboxOf(ann)).toEqual({ types: ["like"], unread: 1 });
	});

	it("is, when it would be shown, what was not withdrawn when it happened", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const [deleted, hidden, own] = [await videoOf(ann), await videoOf(bob), await videoOf(ann)];
		for (const id of [deleted, hidden, own]) {
			await notify(services, notice(ann.id, `about:${id}`, { videoId: id }));
			const change = id === deleted ? { status: "deleted" as const } : { visibility: "private" as const };
			await services.db.video(id).update(videos).set(change).where(eq(videos.id, id));
			await invalidateVideo(services, id);
		}
		expect(await inboxOf(ann)).toEqual({ types: ["video_ready"], unread: 1 });
		expect((await call("GET /api/v1/notifications", { token: ann.token })).json.notifications).toMatchObject([{ videoId: own }]);
	});
});
