import { describe, expect, it, vi } from "vitest";
import { newUser, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { socialRoutes } from "../routes.ts";
import { type Notice, notify } from "./notify.ts";

const call = testApp(socialRoutes);
const notice = (userId: string, key: string, fields: Partial<Notice> = {}): Notice => ({
	...{ userId, key, type: "video_ready", text: `about ${key}` },
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
		await notify({ ...services, env: { ...testEnv, INBOX: INBOX as unknown as typeof testEnv.INBOX } }, notice(ann.id, "once"));
		expect((await call("GET /api/v1/notifications", { token: ann.token })).json.notifications).toHaveLength(1);
	});

	it("never throws: what can't be delivered is logged whole", async () => {
		const error = vi.fn();
		const INBOX = { idFromName: () => ({}), get: () => ({ add: () => Promise.reject(new Error("down")) }) };
		const broken = { ...services, log: { ...services.log, error }, env: { ...testEnv, INBOX: INBOX as unknown as typeof testEnv.INBOX } };
		await notify(broken, notice("1", "lost"));
		expect(error).toHaveBeenCalledWith("notify_failed", expect.objectContaining({ key: "lost", userId: "1", error: "down" }));
	});
});
