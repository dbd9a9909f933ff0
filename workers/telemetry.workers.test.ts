import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { seedCatalogue } from "./feed/catalogue.fixture.ts";
import { feedRoutes } from "./feed/routes.ts";
import { newUser, PASSWORD, services, testApp } from "./gateway/testing/api.ts";
import { opsRoutes } from "./ops/routes.ts";
import type { Env } from "./platform/env.ts";
import { consume } from "./queues.ts";
import { servicesOf } from "./services.ts";
import { socialRoutes } from "./social/routes.ts";
import { makeGrant } from "./videos/delivery/grant.ts";
import { deliveryRoutes } from "./videos/delivery/routes.ts";
import { engagementRoutes } from "./videos/engagement/routes.ts";
import { videoRoutes } from "./videos/routes.ts";

const call = testApp(socialRoutes, videoRoutes, engagementRoutes, feedRoutes, deliveryRoutes, opsRoutes);
const MAIL = "jane.doe.secret@example.org";
const TEXT = "what jane wrote to nobody";
const real = globalThis.fetch;

const lines: string[] = [];
beforeEach(() => {
	for (const level of ["log", "warn", "error"] as const)
		vi.spyOn(console, level).mockImplementation((line: unknown) => void lines.push(String(line)));
});
afterEach(() => {
	lines.length = 0;
	vi.restoreAllMocks();
});

type Refuse = (url: string, body: string) => Response | null;
/** The network, some of it refusing. */
function network(refuse: Refuse): void {
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		// Transcoder, mail and Stream have made-up addresses here.
		if (new URL(request.url).hostname.endsWith(".test")) return new Response("nobody there", { status: 503 });
		const refused = refuse(request.url, await request.clone().text());
		return refused ?? real(request);
	});
}

const { DATABASE_FETCH_ENDPOINT = "", REDIS_URL } = services.config;
/** Postgres quotes what it was given; who asks is still answered, so that requests get as far as they can. */
const database: Refuse = (url, body) => {
	if (!url.startsWith(DATABASE_FETCH_ENDPOINT) || /account_(sessions|users|credentials)/.test(body)) return null;
	const said = { message: `could not store "${TEXT} ${MAIL}"`, code: "XX000", detail: `Key (email)=(${MAIL})` };
	return Response.json(said, { status: 400 });
};
const databaseAway: Refuse = (url) => (url.startsWith(DATABASE_FETCH_ENDPOINT) ? new Response("no route", { status: 502 }) : null);
/** Redis tells the command it refuses, values and all. */
const redis: Refuse = (url) => (url.startsWith(REDIS_URL) ? Response.json({ error: "ERR out of memory" }, { status: 400 }) : null);

const refusing = (what: string) => () => Promise.reject(new Error(`${what}: AccessDenied for ${MAIL}`));
const bucket = { head: refusing("head"), get: refusing("get"), put: refusing("put"), list: refusing("list"), delete: refusing("delete") };
const STORES = { MEDIA: bucket, INGEST: bucket, ARCHIVE: bucket };

const OUTAGES: readonly [name: string, refuse: Refuse, bindings: Record<string, unknown>, says: string][] = [
	["a database that refuses every statement", database, {}, "Failed query"],
	["a database that is away", databaseAway, {}, "Failed query"],
	["Redis refusing every command", redis, {}, "redis_unavailable"],
	["S3 refusing every object", () => null, STORES, "AccessDenied"],
	["all of it at once", (url, body) => databaseAway(url, body) ?? redis(url, body), STORES, "request_failed"],
];

it.each(OUTAGES)("tells nothing that is somebody's during an outage: %s", async (_, refuse, bindings, says) => {
	const user = await newUser(call);
	const { records } = await seedCatalogue(services, { count: 1, creators: 1 });
	const videoId = records[0]?.id ?? "";
	const grant = await makeGrant(services.config.GRANT_SECRET, videoId, user.id, Date.now());
	lines.length = 0;
	network(refuse);
	const { token, cookie } = user;
	const account = { username: `x${videoId.slice(-12)}`, email: MAIL, password: PASSWORD, displayName: TEXT, birthdate: "1990-01-01" };
	const asked: readonly [`${string} /${string}`, object][] = [
		["POST /api/v1/auth/register", { body: account }],
		["POST /api/v1/auth/login", { body: { username: MAIL, password: PASSWORD } }],
		["POST /api/v1/auth/password/forgot", { body: { name: MAIL } }],
		["PATCH /api/v1/auth/me", { token, body: { displayName: "Jane", bio: TEXT } }],
		["POST /api/v1/auth/email", { token, body: { email: MAIL, password: PASSWORD } }],
		[`POST /api/v1/videos/${videoId}/comments`, { token, body: { text: TEXT } }],
		[`POST /api/v1/videos/${videoId}/like`, { token }],
		[`POST /api/v1/videos/${videoId}/save`, { cookie }],
		[`PATCH /api/v1/videos/${videoId}`, { token, body: { title: TEXT } }],
		["GET /api/v1/feed?limit=5", { token }],
		["PATCH /api/v1/preferences", { token, body: { filters: { words: [TEXT] } } }],
		[`GET /videos/auto/${videoId}/${grant}/g1/master.m3u8`, { token }],
		["POST /api/v1/videos/upload/init", { token, body: { filename: `${TEXT}.mp4`, filesize: 2_000, durationMs: 3_000, title: TEXT } }],
		["GET /health", {}],
	];
	for (const [operation, options] of asked) await call(operation, { ...options, bindings });
	const poor = servicesOf({ ...(env as unknown as Env), ...bindings } as Env);
	for (const queue of ["reelay-mail", "reelay-events", "reelay-cleanup", "reelay-transcode"]) {
		const bodies = [
			{ v: 9, to: MAIL, text: TEXT },
			queue === "reelay-mail" ? { v: 1, task: "reset_password", name: MAIL, origin: "https://x" } : {},
		];
		const messages = bodies.map((body, id) => ({ id: `${id}`, timestamp: new Date(), attempts: 1, body, ack: () => {}, retry: () => {} }));
		await consume({ queue, messages } as unknown as MessageBatch, poor);
	}
	const logged = lines.join("\n");
	expect(logged).toContain(says);
	for (const secret of [MAIL, TEXT, "jane.doe", PASSWORD, token, grant, "params:", "command was", services.config.REDIS_TOKEN])
		expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});
