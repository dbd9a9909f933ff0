import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { NOTIFICATIONS_MUTED_MAX } from "../../../../contracts/limits.ts";
import { newUser, services, type TestUser, testApp, testEnv } from "../../../gateway/testing/api.ts";
import { socialRoutes } from "../../routes.ts";
import { notify } from "../notify.ts";
import { unsubscribeToken } from "../unsubscribe.ts";

const call = testApp(socialRoutes);
const SETTINGS = "/api/v1/notifications/settings";
const settingsOf = async ({ token }: TestUser) => (await call(`GET ${SETTINGS}`, { token })).json.settings;
const change = ({ token }: TestUser, body: unknown) => call(`PATCH ${SETTINGS}`, { token, body });
const textsOf = async ({ token }: TestUser, query = "") =>
	(await call(`GET /api/v1/notifications${query}`, { token })).json.notifications.map(({ text }: { text: string }) => text) as string[];

describe("what a person is notified of", () => {
	it("200: is set bit by bit, and belongs to them alone", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const before = await settingsOf(ann);
		const { status, json } = await change(ann, {
			types: { comment: { push: false } },
			quietHours: { from: "22:30", to: "06:45" },
			timeZone: "Asia/Tokyo",
			mail: { digest: true },
		});
		expect(status).toBe(200);
		expect(json.settings).toMatchObject({
			types: { comment: { inApp: true, push: false }, like: before.types.like },
			quietHours: { from: "22:30", to: "06:45" },
			timeZone: "Asia/Tokyo",
			mail: { digest: true, videoFailed: true },
		});
		expect(await settingsOf(ann)).toEqual(json.settings);
		expect((await change(ann, { quietHours: null })).json.settings.quietHours).toBeNull();
		expect(await settingsOf(bob)).toEqual(before);
	});

	it("200: holds at once for what happens next, but what was done with the account", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		await change(ann, { types: { comment: { inApp: false }, account: { inApp: false } } });
		await notify(services, { userId: ann.id, type: "comment", text: "hidden", actorId: bob.id, key: "a" });
		await notify(services, { userId: ann.id, type: "account", text: "Your password was changed.", key: "b" });
		expect(await textsOf(ann)).toEqual(["Your password was changed."]);
	});

	it.each([
		[{ timeZone: "Mars/Olympus" }],
		[{ quietHours: { from: "24:00", to: "07:00" } }],
		[{ quietHours: { from: "07:00", to: "07:00" } }],
		[{ types: { like: { inApp: "yes" } } }],
		[{ mail: { digest: 1 } }],
	])("422: not %j", async (body) => {
		expect((await change(await newUser(call), body)).status).toBe(422);
	});

	it("401: is nobody's who is not signed in", async () => {
		for (const operation of [`GET ${SETTINGS}`, "GET /api/v1/notifications/muted", "GET /api/v1/notifications/1/people"] as const) {
			expect((await call(operation)).status).toBe(401);
		}
		for (const operation of [`PATCH ${SETTINGS}`, "PUT /api/v1/notifications/muted/1", "DELETE /api/v1/notifications/muted/1"] as const) {
			expect((await call(operation, { body: {} })).status).toBe(401);
		}
	});
});

describe("people of whom one is told nothing", () => {
	it("204: are told nothing of, until they are taken off; others are", async () => {
		const [ann, bob, cid] = [await newUser(call), await newUser(call), await newUser(call)];
		const off = `/api/v1/notifications/muted/@${bob.user.username}` as const;
		for (let times = 0; times < 2; times++) expect((await call(`PUT ${off}`, { token: ann.token })).status).toBe(204);
		const comment = (by: TestUser, key: string) =>
			notify(services, { userId: ann.id, type: "comment", text: `by ${by.id}`, actorId: by.id, key });
		await comment(bob, "1");
		await comment(cid, "2");
		expect(await textsOf(ann)).toEqual([`by ${cid.id}`]);
		const { json } = await call("GET /api/v1/notifications/muted", { token: ann.token });
		expect(json.users.map(({ id }: { id: string }) => id)).toEqual([bob.id]);
		expect((await call(`DELETE ${off}`, { token: ann.token })).status).toBe(204);
		await comment(bob, "3");
		expect(await textsOf(ann)).toEqual([`by ${bob.id}`, `by ${cid.id}`]);
	});

	it("404: not somebody who is not there", async () => {
		const { token } = await newUser(call);
		expect((await call("PUT /api/v1/notifications/muted/@nobody_at_all", { token })).json.code).toBe("user_not_found");
		expect((await call("DELETE /api/v1/notifications/muted/@nobody_at_all", { token })).json.code).toBe("user_not_found");
	});

	it("409: at most so many", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		await runInDurableObject(testEnv.INBOX.get(testEnv.INBOX.idFromName(ann.id)), (inbox) => {
			for (let count = 0; count < NOTIFICATIONS_MUTED_MAX; count++) inbox.mute(String(count));
		});
		const { json } = await call(`PUT /api/v1/notifications/muted/${bob.id}`, { token: ann.token });
		expect(json.code).toBe("preferences_full");
	});
});

describe("a grouped notification", () => {
	const like = (userId: string, by: TestUser, videoId: string) =>
		notify(services, {
			userId,
			type: "like",
			text: "Someone liked “Tea”",
			did: "liked “Tea”",
			actorId: by.id,
			videoId,
			key: `like:${videoId}:${by.id}`,
		});

	it("200: names who did it and how many, lists all of them page by page, and stands apart by video and by kind", async () => {
		const owner = await newUser(call);
		const fans: TestUser[] = [];
		for (let count = 0; count < 4; count++) fans.push(await newUser(call));
		const [a, b] = [services.newId(), services.newId()];
		for (const fan of fans) await like(owner.id, fan, a);
		const [first] = fans;
		if (first === undefined) throw new Error("no fan");
		await like(owner.id, first, b);
		await like(owner.id, first, b);
		const name = (index: number) => `@${fans[index]?.user.username}`;
		expect(await textsOf(owner)).toEqual([`${name(0)} liked “Tea”`, `${name(3)} and 3 others liked “Tea”`]);
		const { json } = await call("GET /api/v1/notifications?filter=likes", { token: owner.token });
		expect(json).toMatchObject({ unread: 2, notifications: [{ actorCount: 1 }, { actorCount: 4, actor: { id: fans[3]?.id } }] });
		expect(json.notifications[1].actors).toHaveLength(3);
		const people = `GET /api/v1/notifications/${json.notifications[1].id}/people` as const;
		const one = (await call(`${people}?limit=3`, { token: owner.token })).json;
		const two = (await call(`${people}?limit=3&cursor=${one.nextCursor}`, { token: owner.token })).json;
		expect([...one.users, ...two.users].map(({ id }: { id: string }) => id).sort()).toEqual(fans.map(({ id }) => id).sort());
		expect(two.nextCursor).toBeNull();
		expect(await textsOf(owner, "?filter=people")).toEqual([]);
	});

	it("200: is unread again when another joins, and keeps its id", async () => {
		const [owner, one, two] = [await newUser(call), await newUser(call), await newUser(call)];
		const read = async () => (await call("GET /api/v1/notifications", { token: owner.token })).json;
		const videoId = services.newId();
		await like(owner.id, one, videoId);
		const [before] = (await read()).notifications;
		await call("POST /api/v1/notifications/read", { token: owner.token, body: { upTo: before.id } });
		expect((await read()).unread).toBe(0);
		await like(owner.id, two, videoId);
		expect(await read()).toMatchObject({ unread: 1, notifications: [{ id: before.id, actorCount: 2, read: false }] });
	});

	it("200: loses who is blocked, and goes with the last", async () => {
		const [owner, one, two] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = services.newId();
		for (const fan of [one, two]) await like(owner.id, fan, videoId);
		await call(`POST /api/v1/users/${two.id}/block`, { token: owner.token });
		expect(await textsOf(owner)).toEqual([`@${one.user.username} liked “Tea”`]);
		await call(`POST /api/v1/users/${owner.id}/block`, { token: one.token });
		expect(await textsOf(owner)).toEqual([]);
	});

	it("404: that is gone, or somebody else's", async () => {
		const [owner, fan] = [await newUser(call), await newUser(call)];
		await like(owner.id, fan, services.newId());
		const { id } = (await call("GET /api/v1/notifications", { token: owner.token })).json.notifications[0];
		expect((await call(`GET /api/v1/notifications/${id}/people`, { token: fan.token })).status).toBe(404);
		expect((await call("GET /api/v1/notifications/4711/people", { token: owner.token })).status).toBe(404);
	});

	it("422: not with a cursor of another list, or an unknown kind", async () => {
		const { token } = await newUser(call);
		expect((await call("GET /api/v1/notifications/1/people?cursor=x", { token })).status).toBe(422);
		expect((await call("GET /api/v1/notifications?filter=everything", { token })).status).toBe(422);
		expect((await call("POST /api/v1/notifications/read", { token, body: { upTo: "first" } })).status).toBe(422);
	});
});

describe("one-click unsubscription", () => {
	it("200: takes the person of a mail off its list, by a form and without signing in, and no other", async () => {
		const ann = await newUser(call);
		await change(ann, { mail: { digest: true } });
		const token = unsubscribeToken(services, ann.id, "digest");
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		for (let times = 0; times < 2; times++) {
			const { status, json } = await call(`POST /api/v1/notifications/mail/unsubscribe?token=${token}`, {
				headers,
				body: "List-Unsubscribe=One-Click",
			});
			expect([status, json]).toEqual([200, { list: "digest" }]);
		}
		expect((await settingsOf(ann)).mail).toEqual({ digest: false, videoFailed: true });
	});

	it("410: not by a token that is none of ours, or was made for something else", async () => {
		const ann = await newUser(call);
		const token = unsubscribeToken(services, ann.id, "video_failed");
		for (const bad of [`${token}x`, "nonsense", ann.token, token.replace("video_failed", "digest")]) {
			expect((await call(`POST /api/v1/notifications/mail/unsubscribe?token=${bad}`)).json.code).toBe("link_expired");
		}
		expect((await settingsOf(ann)).mail.videoFailed).toBe(true);
	});

	it("422: not without a token", async () => {
		expect((await call("POST /api/v1/notifications/mail/unsubscribe")).status).toBe(422);
	});
});
