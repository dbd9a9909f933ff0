import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PushMessage } from "../../../../contracts/notifications.ts";
import { newUser, PASSWORD, services, type TestUser, testApp } from "../../../gateway/testing/api.ts";
import type { PushOutcome } from "../../../platform/push.ts";
import type { Services } from "../../../platform/services.ts";
import { testEnv } from "../../../platform/test-env.fixture.ts";
import { socialRoutes } from "../../routes.ts";
import type { NewEntry } from "../inbox-store.ts";
import { type NoticeAlarm, Notices } from "../notices.ts";
import { notify } from "../notify.ts";
import { GROUP_EVERY_MS, PUSH_LIFETIME_MS, pauseMs } from "./outbox.ts";
import { SUBSCRIPTIONS_MAX } from "./subscriptions.ts";

const call = testApp(socialRoutes);
const objectOf = (userId: string) => testEnv.INBOX.get(testEnv.INBOX.idFromName(userId));
const MINUTE = 60_000;
/** 9 December 2026 is a Wednesday. */
const NOON = Date.parse("2026-12-09T12:00:00Z");
const NIGHT = Date.parse("2026-12-09T23:00:00Z");

afterEach(() => vi.unstubAllGlobals());

/** Keys as a browser makes them. */
async function browserKeys() {
	const pair = (await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"])) as CryptoKeyPair;
	const point = Buffer.from((await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer);
	return { p256dh: point.toString("base64url"), auth: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url") };
}

/** One person's notices with a clock and push services of the test. */
class Desk {
	now = NOON;
	/** What push services took, in order. */
	readonly taken: { readonly endpoint: string; readonly message: PushMessage }[] = [];
	/** What a push service answers instead of taking it. */
	readonly outcomes = new Map<string, PushOutcome>();
	readonly alarms = new Map<NoticeAlarm, number>();
	readonly mails: { readonly list: string; readonly text: string; readonly origin: string | null }[] = [];
	readonly #userId: string;

	constructor(userId: string) {
		this.#userId = userId;
	}

	/** With the notices, as a freshly woken object has them. */
	with<Result>(act: (notices: Notices) => Result | Promise<Result>): Promise<Result> {
		const events = {
			...services.events,
			mailDue: {
				before: [[{ name: "mailed", run: async (_: Services, mail: (typeof this.mails)[number]) => void this.mails.push(mail) }]],
				after: [],
			},
		};
		const push: Services["push"] = {
			publicKey: "key",
			send: async ({ endpoint }, text) => {
				const outcome = this.outcomes.get(endpoint) ?? { kind: "taken" };
				if (outcome.kind === "taken") this.taken.push({ endpoint, message: JSON.parse(text) as PushMessage });
				return outcome;
			},
		};
		return runInDurableObject(objectOf(`desk-${this.#userId}`), (_, { storage }) =>
			act(
				new Notices({
					services: { ...services, push, events, clock: () => this.now },
					storage,
					userId: () => this.#userId,
					tellUnread: () => undefined,
					wake: (alarm, at) => void (at === null ? this.alarms.delete(alarm) : this.alarms.set(alarm, at)),
				}),
			),
		);
	}

	async subscribe(endpoint = "https://push.test/1"): Promise<void> {
		await this.with((notices) => notices.subscribe({ sessionId: endpoint, endpoint, keys: { p256dh: "", auth: "" } }));
	}

	async add(...entries: Partial<NewEntry>[]): Promise<void> {
		await this.with((notices) => {
			for (const entry of entries)
				notices.add({ key: crypto.randomUUID(), type: "comment", text: "Somebody commented", at: this.now, ...entry });
		});
	}

	/** Lets the time pass that the next alarm waits for, and rings it. */
	async ring(alarm: NoticeAlarm = "push"): Promise<void> {
		const at = this.alarms.get(alarm);
		if (at === undefined) throw new Error(`no alarm ${alarm}`);
		this.now = Math.max(this.now, at);
		await this.with((notices) => notices[alarm]());
	}

	get bodies(): string[] {
		return this.taken.map(({ message }) => message.body);
	}
}
const newDesk = () => new Desk(services.newId());

describe("a push", () => {
	it("goes to each of a person's browsers, once, with where a click leads", async () => {
		const desk = newDesk();
		await desk.subscribe("https://push.test/phone");
		await desk.subscribe("https://push.test/laptop");
		await desk.add({ key: "same", type: "video_ready", text: "Your video is up.", videoId: "7" }, { key: "same" });
		await desk.ring();
		expect(desk.taken.map(({ endpoint }) => endpoint)).toEqual(["https://push.test/phone", "https://push.test/laptop"]);
		expect(desk.taken[0]?.message).toMatchObject({ body: "Your video is up.", url: "/v/7", unread: 1 });
		expect(desk.alarms.has("push")).toBe(false);
	});

	it("is none without a browser, for what is switched off, and for what was read or withdrawn meanwhile", async () => {
		const desk = newDesk();
		await desk.add({});
		expect(desk.alarms.size).toBe(0);
		await desk.subscribe();
		await desk.add({ type: "like", videoId: "7" });
		expect(desk.alarms.size).toBe(0);
		await desk.add({ key: "gone" });
		await desk.with((notices) => notices.withdraw({ key: "gone" }, desk.now));
		await desk.ring();
		await desk.add({});
		await desk.with((notices) => notices.markRead(null));
		await desk.ring();
		expect(desk.taken).toEqual([]);
	});

	it("of a group tells of all in one, and comes again at most every ten minutes", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const desk = newDesk();
		await desk.subscribe();
		const follow = (actorId: string): Partial<NewEntry> => ({
			type: "follow",
			actorId,
			text: "Someone started following you",
			did: "started following you",
		});
		await desk.add(follow(ann.id));
		await desk.ring();
		desk.now += MINUTE;
		await desk.add(follow(bob.id), follow("4711"));
		expect(desk.alarms.get("push")).toBe(NOON + GROUP_EVERY_MS);
		await desk.ring();
		expect(desk.bodies).toEqual([
			`@${ann.user.username} started following you`,
			`@${bob.user.username} and 2 others started following you`,
		]);
		expect(new Set(desk.taken.map(({ message }) => message.tag)).size).toBe(1);
	});

	it("names nobody who blocked the person or was blocked since", async () => {
		const [owner, ann] = [await newUser(call), await newUser(call)];
		const desk = new Desk(owner.id);
		await desk.subscribe();
		await desk.add({ actorId: ann.id, did: "commented", text: "Someone commented" });
		await call(`POST /api/v1/users/${owner.id}/block`, { token: ann.token });
		await desk.ring();
		expect(desk.taken).toEqual([]);
	});

	it("that is not taken is tried again, ever later, and given up after a day", async () => {
		const desk = newDesk();
		await desk.subscribe("https://push.test/busy");
		await desk.subscribe("https://push.test/fine");
		desk.outcomes.set("https://push.test/busy", { kind: "later", afterMs: null, why: "answered 500" });
		await desk.add({});
		await desk.ring();
		expect(desk.taken).toHaveLength(1);
		for (let failures = 1; failures <= 3; failures++) {
			expect(desk.alarms.get("push")).toBe(desk.now + pauseMs(failures));
			await desk.ring();
		}
		desk.outcomes.set("https://push.test/busy", { kind: "later", afterMs: 2 * 3_600_000, why: "answered 429" });
		await desk.ring();
		expect(desk.alarms.get("push")).toBe(desk.now + 2 * 3_600_000);
		desk.outcomes.clear();
		await desk.ring();
		expect(desk.taken.map(({ endpoint }) => endpoint)).toEqual(["https://push.test/fine", "https://push.test/busy"]);
		desk.outcomes.set("https://push.test/busy", { kind: "later", afterMs: 1e300, why: "answered 503" });
		await desk.add({});
		await desk.ring();
		expect(desk.alarms.get("push")).toBe(desk.now + PUSH_LIFETIME_MS);
		await desk.ring();
		expect(desk.alarms.has("push")).toBe(false);
	});

	it("drops a browser that is gone, and keeps one that refused a message", async () => {
		const desk = newDesk();
		for (const name of ["gone", "picky"]) await desk.subscribe(`https://push.test/${name}`);
		desk.outcomes.set("https://push.test/gone", { kind: "gone" });
		desk.outcomes.set("https://push.test/picky", { kind: "refused", why: "answered 413" });
		await desk.add({});
		await desk.ring();
		desk.outcomes.clear();
		await desk.add({});
		await desk.ring();
		expect(desk.taken.map(({ endpoint }) => endpoint)).toEqual(["https://push.test/picky"]);
	});
});

describe("quiet hours", () => {
	const quiet = (desk: Desk) =>
		desk.with((notices) =>
			notices.change({ quietHours: { from: "22:00", to: "07:00" }, timeZone: "Europe/Berlin" }, "https://reelay.test"),
		);
	const MORNING = Date.parse("2026-12-10T06:00:00Z");

	it("hold pushes back, show all in the inbox at once, and end with one message that counts", async () => {
		const desk = newDesk();
		await desk.subscribe();
		await quiet(desk);
		desk.now = NIGHT;
		await desk.add(
			{ type: "comment" },
			{ type: "comment" },
			{ type: "mention" },
			{ type: "follow", actorId: "1" },
			{ type: "follow", actorId: "2" },
		);
		expect(await desk.with((notices) => notices.list(10, null, null).unread)).toBe(4);
		expect(desk.alarms.get("push")).toBe(MORNING);
		await desk.ring();
		expect(desk.taken.map(({ message }) => [message.title, message.body])).toEqual([["While it was quiet", "2 comments and 1 mention"]]);
	});

	it("end with the one thing itself that came, and with nothing when it was read", async () => {
		const desk = newDesk();
		await desk.subscribe();
		await quiet(desk);
		desk.now = NIGHT;
		await desk.add({ text: "Your video is up.", type: "video_ready" });
		await desk.ring();
		expect(desk.bodies).toEqual(["Your video is up."]);
		desk.now = NIGHT + 86_400_000;
		await desk.add({}, {});
		await desk.with((notices) => notices.markRead(null));
		await desk.ring();
		expect(desk.taken).toHaveLength(1);
	});

	it("hold back no word of the account's safety", async () => {
		const desk = newDesk();
		await desk.subscribe();
		await quiet(desk);
		desk.now = NIGHT;
		await desk.add({ type: "account", text: "Your password was changed." });
		expect(desk.alarms.get("push")).toBe(NIGHT);
	});
});

describe("a teen's night", () => {
	const BORN = `${new Date(services.clock()).getUTCFullYear() - 15}-01-01`;
	const teenDesk = async (zone: string) => {
		const desk = new Desk((await newUser(call, undefined, { birthdate: BORN })).id);
		await desk.subscribe();
		await desk.with((notices) => notices.change({ timeZone: zone }, "https://reelay.test"));
		return desk;
	};
	const EARLY = Date.parse("2026-12-10T05:00:00Z");

	it("holds pushes until six by their own clock, whatever they set, shows all at once, and counts what came", async () => {
		const desk = await teenDesk("Europe/Berlin");
		desk.now = NIGHT;
		await desk.add({ type: "comment" }, { type: "message", conversationId: "7" });
		expect(await desk.with((notices) => notices.list(10, null, null).unread)).toBe(1);
		await desk.ring();
		expect(desk.taken).toEqual([]);
		expect(desk.alarms.get("push")).toBe(EARLY);
		await desk.ring();
		expect(desk.bodies).toEqual(["1 comment and 1 conversation"]);
	});

	it.each([
		["a minute before ten", "2026-12-09T20:59:00Z", 1],
		["ten in the evening", "2026-12-09T21:00:00Z", 0],
		["a minute before six", "2026-12-10T04:59:00Z", 0],
		["six in the morning", "2026-12-10T05:00:00Z", 1],
	])("%s in Berlin", async (_, now, pushed) => {
		const desk = await teenDesk("Europe/Berlin");
		desk.now = Date.parse(now);
		await desk.add({});
		await desk.ring();
		expect(desk.taken).toHaveLength(pushed);
	});

	it("is longer than quiet hours that end too soon", async () => {
		const desk = await teenDesk("Europe/Berlin");
		await desk.with((notices) => notices.change({ quietHours: { from: "23:00", to: "04:00" } }, null));
		desk.now = NIGHT;
		await desk.add({});
		await desk.ring();
		expect(desk.taken).toEqual([]);
		expect(desk.alarms.get("push")).toBe(EARLY);
	});

	it("holds what a push service did not take in the evening, too", async () => {
		const desk = await teenDesk("Europe/Berlin");
		desk.now = Date.parse("2026-12-09T20:59:55Z");
		desk.outcomes.set("https://push.test/1", { kind: "later", why: "busy", afterMs: null });
		await desk.add({});
		await desk.ring();
		desk.outcomes.clear();
		await desk.ring();
		expect(desk.taken).toEqual([]);
		await desk.ring();
		expect([desk.now, desk.taken.length]).toEqual([EARLY, 1]);
	});

	it("lets through what is about the account's safety", async () => {
		const desk = await teenDesk("Europe/Berlin");
		desk.now = NIGHT;
		await desk.add({}, { type: "account", text: "Your password was changed." });
		await desk.ring();
		expect(desk.bodies).toEqual(["Your password was changed."]);
	});

	it("holds mails as well", async () => {
		const desk = await teenDesk("Europe/Berlin");
		desk.now = NIGHT;
		await desk.add({ type: "video_failed", text: "Your video could not be processed." });
		await desk.ring("mail");
		expect(desk.mails).toEqual([]);
		await desk.ring("mail");
		expect([desk.now, desk.mails.length]).toEqual([EARLY, 1]);
	});

	it("is nobody else's", async () => {
		const desk = new Desk((await newUser(call)).id);
		await desk.subscribe();
		desk.now = NIGHT;
		await desk.add({});
		await desk.ring();
		expect(desk.taken).toHaveLength(1);
	});
});

describe("mails", () => {
	it("tell of a video that failed, after quiet hours, and not where they are switched off", async () => {
		const desk = newDesk();
		await desk.with((notices) => notices.change({ quietHours: { from: "22:00", to: "07:00" }, timeZone: "UTC" }, "https://reelay.test"));
		desk.now = NIGHT;
		await desk.add({ type: "video_failed", text: "Your video could not be processed." });
		await desk.ring("mail");
		expect(desk.now).toBe(Date.parse("2026-12-10T07:00:00Z"));
		expect(desk.mails).toMatchObject([{ list: "video_failed", text: "Your video could not be processed.", origin: "https://reelay.test" }]);
		await desk.with((notices) => notices.change({ mail: { videoFailed: false } }, null));
		await desk.add({ type: "video_failed" });
		expect(desk.alarms.has("mail")).toBe(false);
	});

	it("tell of the week on Monday morning by the person's clock, week after week, and not of an empty one", async () => {
		const desk = newDesk();
		await desk.with((notices) => notices.change({ mail: { digest: true }, timeZone: "America/New_York" }, "https://reelay.test"));
		await desk.add({ type: "like", videoId: "7", actorId: "1" }, { type: "like", videoId: "7", actorId: "2" }, { type: "comment" });
		await desk.ring("digest");
		expect(new Date(desk.now).toISOString()).toBe("2026-12-14T13:00:00.000Z");
		expect(desk.mails).toMatchObject([{ list: "digest", text: "2 likes and 1 comment" }]);
		await desk.ring("digest");
		expect(new Date(desk.now).toISOString()).toBe("2026-12-21T13:00:00.000Z");
		expect(desk.mails).toHaveLength(1);
		await desk.with((notices) => notices.change({ mail: { digest: false } }, null));
		expect(desk.alarms.has("digest")).toBe(false);
	});
});

describe("a browser's subscription", () => {
	const put = async ({ token }: Pick<TestUser, "token">, endpoint: string) =>
		call("PUT /api/v1/notifications/push", { token, body: { endpoint, keys: await browserKeys() } });
	const standing = async ({ token }: Pick<TestUser, "token">) => {
		const { here, devices } = (await call("GET /api/v1/notifications/settings", { token })).json.settings.push;
		return [here, devices];
	};

	it("204: is pushed to by the inbox's alarm, encrypted and signed, also after the object slept", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		expect((await put(ann, "https://push.test/ann")).status).toBe(204);
		const fetched: Request[] = [];
		const through = globalThis.fetch;
		vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
			const request = new Request(...args);
			if (!request.url.startsWith("https://push.test/")) return through(...args);
			fetched.push(request);
			return new Response(null, { status: 201 });
		});
		await evictDurableObject(objectOf(ann.id));
		await notify(services, { userId: ann.id, type: "comment", text: "Someone commented", did: "commented", actorId: bob.id, key: "once" });
		await vi.waitFor(() => expect(fetched).toHaveLength(1));
		expect(fetched[0]?.headers.get("authorization")).toMatch(/^vapid t=/);
		expect(fetched[0]?.headers.get("content-encoding")).toBe("aes128gcm");
	});

	it("204: ends with its session, with being taken back, and moves to who signs in on the same browser", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const login = { username: ann.user.username, password: PASSWORD };
		const second = (await call("POST /api/v1/auth/login", { body: login })).json as { token: string };
		await put(ann, "https://push.test/first");
		await put(second, "https://push.test/second");
		expect([await standing(ann), await standing(second)]).toEqual([
			[true, 2],
			[true, 2],
		]);
		await call("POST /api/v1/auth/logout", { token: second.token });
		expect(await standing(ann)).toEqual([true, 1]);
		expect((await call("DELETE /api/v1/notifications/push", { token: ann.token })).status).toBe(204);
		expect(await standing(ann)).toEqual([false, 0]);
		expect(await standing(bob)).toEqual([false, 0]);
	});

	it("204: one more than a person may have replaces the oldest", async () => {
		const desk = newDesk();
		for (let count = 0; count <= SUBSCRIPTIONS_MAX; count++) {
			desk.now += 1;
			await desk.subscribe(`https://push.test/${count}`);
		}
		await desk.add({});
		await desk.ring();
		expect(desk.taken).toHaveLength(SUBSCRIPTIONS_MAX);
		expect(desk.taken.some(({ endpoint }) => endpoint === "https://push.test/0")).toBe(false);
	});

	it.each([
		["plain HTTP", "http://push.test/1", {}],
		["no address", "nowhere", {}],
		["an address in figures", "https://127.0.0.1/1", {}],
		["an address in other figures", "https://0x7f.1/1", {}],
		["an address in figures of IPv6", "https://[::1]/1", {}],
		["a cloud's own service", "https://169.254.169.254/latest", {}],
		["a machine of the network", "https://metadata.google.internal/1", {}],
		["this very machine", "https://localhost/1", {}],
		["this very machine, with a stop behind it", "https://localhost./1", {}],
		["a machine without a site", "https://redis/1", {}],
		["another port", "https://push.test:6379/1", {}],
		["credentials", "https://a:b@push.test/1", {}],
		["a point that is on no curve", "https://push.test/1", { p256dh: Buffer.alloc(65, 4).toString("base64url") }],
		["a secret too short", "https://push.test/1", { auth: Buffer.alloc(15).toString("base64url") }],
	])("422: not with %s", async (_, endpoint, broken) => {
		const ann = await newUser(call);
		const body = { endpoint, keys: { ...(await browserKeys()), ...broken } };
		expect((await call("PUT /api/v1/notifications/push", { token: ann.token, body })).status).toBe(422);
	});

	it("503: not where no keys are configured; the settings say so", async () => {
		const ann = await newUser(call);
		const bindings = { VAPID_PRIVATE_KEY: "" } as never;
		const body = { endpoint: "https://push.test/1", keys: await browserKeys() };
		const { status, json } = await call("PUT /api/v1/notifications/push", { token: ann.token, body, bindings });
		expect([status, json.code]).toEqual([503, "push_unavailable"]);
		expect((await call("GET /api/v1/notifications/settings", { token: ann.token, bindings })).json.settings.push.publicKey).toBeNull();
	});

	it("401: nobody signed in has one", async () => {
		for (const operation of ["PUT /api/v1/notifications/push", "DELETE /api/v1/notifications/push"] as const) {
			expect((await call(operation, { body: {} })).status).toBe(401);
		}
	});
});

it("notify of what is pushed alone is not among the notifications", async () => {
	const [ann, bob] = [await newUser(call), await newUser(call)];
	await notify(services, {
		userId: ann.id,
		type: "message",
		text: "Hi",
		did: "wrote: Hi",
		actorId: bob.id,
		conversationId: "1-2",
		key: "m1",
	});
	expect((await call("GET /api/v1/notifications", { token: ann.token })).json).toMatchObject({ notifications: [], unread: 0 });
});

describe("a message", () => {
	const facts = {
		id: "1-2",
		kind: "direct",
		name: null,
		otherId: "2",
		faceIds: [],
		memberCount: 2,
		standing: "member",
		invitedById: null,
		role: "member",
		locked: false,
		accepted: true,
		mayWrite: true,
	} as const;
	const message = (seq: number, text: string) =>
		({
			conversationId: "1-2",
			seq,
			revision: 0,
			senderId: "2",
			clientId: null,
			sentAt: new Date().toISOString(),
			editedAt: null,
			content: { type: "text", text },
			replyTo: null,
			reactions: [],
		}) as const;
	const waiting = (userId: string) =>
		runInDurableObject(objectOf(userId), (_, { storage }) =>
			storage.sql
				.exec<{ did: string }>("SELECT n.did FROM push_due d JOIN notices n ON n.id = d.notice_id")
				.toArray()
				.map(({ did }) => did),
		);

	it("is pushed unless it is read or unsent within moments; where nobody is pushed to, it costs nothing", async () => {
		const userId = services.newId();
		const inbox = objectOf(userId);
		const take = (n: number, event: Parameters<typeof inbox.takeEvents>[2][number]["event"]) =>
			inbox.takeEvents(userId, "1-2", [{ n, replaces: `r${n}`, event }]);
		await take(1, { kind: "conversation_changed", conversation: { ...facts, faceIds: [] } });
		await take(2, { kind: "message", message: { ...message(1, "unheard"), reactions: [] } });
		expect(await waiting(userId)).toEqual([]);
		await inbox.subscribe({ sessionId: "1", endpoint: "https://push.test/1", keys: await browserKeys() });
		await take(3, { kind: "message", message: { ...message(2, "Hi"), reactions: [] } });
		expect(await waiting(userId)).toEqual(["wrote: Hi"]);
		await take(4, { kind: "conversation_read", conversationId: "1-2", readSeq: 2, unread: 0 });
		expect(await waiting(userId)).toEqual([]);
		await take(5, { kind: "message", message: { ...message(3, "Oops"), reactions: [] } });
		await take(6, { kind: "message_changed", message: { ...message(3, ""), content: { type: "unsent" }, reactions: [] } });
		expect(await waiting(userId)).toEqual([]);
		expect((await inbox.list(10, null)).unread).toBe(0);
	});
});
