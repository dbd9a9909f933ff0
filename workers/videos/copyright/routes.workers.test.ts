import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { copyrightMatches, copyrightReferences } from "../../../db/schema/copyright.ts";
import { moderationCases } from "../../../db/schema/moderation.ts";
import { videos } from "../../../db/schema/videos.ts";
import { catalogueRows } from "../../feed/catalogue-rows.fixture.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import { addReference } from "../../trust/index.ts";
import { copyrightRoutes } from "./routes.ts";

const call = testApp(copyrightRoutes);
const ORIGINAL = { folder: "f", parts: [{ bytes: 1, etag: "e" }] };
const STATEMENT = "I wrote and recorded it in my own room.";
let owner: TestUser;
let videoId: string;

beforeEach(async () => {
	owner = await newUser(call);
	const { newId, clock, db } = services;
	const [row] = catalogueRows({ count: 1, creatorIds: [owner.id], newId, now: clock(), random: seeded(3) });
	if (row === undefined) throw new Error("no row");
	videoId = row.id;
	await db
		.video(videoId)
		.insert(videos)
		.values({ ...row, status: "copyright_flagged", original: ORIGINAL, durationMs: 20_000 });
});

/** Somebody else's recording was found in the video. */
async function found(action: "held" | "muted" | "credited" = "held"): Promise<string> {
	const { newId, db } = services;
	const referenceId = newId();
	await addReference(services, {
		id: referenceId,
		kind: "track",
		title: "Anthem",
		artist: "Label",
		policy: "mute",
		licenseType: "restricted",
		fingerprint: "YWJj",
	});
	const id = newId();
	const stretch = { fromMs: 3_000, toMs: 9_000, trackFromMs: 40_000 };
	const at = { videoId, generation: 1, userId: owner.id, referenceId, createdAt: new Date(services.clock()) };
	await db
		.directory()
		.insert(copyrightMatches)
		.values({ id, ...at, ...stretch, what: "sound", bitErrorRate: 0.1, isCertain: true, action });
	return id;
}
const ask = (method: string, path: string, body?: unknown, { token } = owner) =>
	call(`${method} /api/v1/videos/${videoId}/copyright${path}`, { token, body });
const rowNow = async () => (await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)))[0];
const cases = () => services.db.directory().select().from(moderationCases).where(eq(moderationCases.videoId, videoId));
const decided = (given: Partial<EventMap["decided"]>): EventMap["decided"] => ({
	decisionId: services.newId(),
	caseId: services.newId(),
	queue: "copyright",
	subject: { kind: "video", id: videoId, ownerId: owner.id, videoId },
	decision: "mute_sound",
	reason: "intellectual_property",
	note: "",
	until: null,
	operatorId: null,
	appealOf: null,
	...given,
});

describe("what was found in one's own video", () => {
	it("200: is told with the stretch, and what one may do", async () => {
		await found();
		const { status, json } = await ask("GET", "");
		expect(status).toBe(200);
		expect(json).toMatchObject({
			status: "copyright_flagged",
			matches: [
				{ what: "sound", title: "Anthem", artist: "Label", fromMs: 3_000, toMs: 9_000, trackFromMs: 40_000, action: "held", dispute: null },
			],
			may: { mute: true, replace: true, dispute: true },
		});
	});

	it("404 video_not_found: to nobody else, whatever they ask", async () => {
		const matchId = await found();
		const stranger = await newUser(call);
		const asked = [
			await ask("GET", "", undefined, stranger),
			await ask("POST", "/clearing", { how: "mute" }, stranger),
			await ask("POST", "/disputes", { matchId, ground: "mistake", statement: STATEMENT }, stranger),
		];
		expect(asked.map(({ status, json }) => [status, json.code])).toEqual(asked.map(() => [404, "video_not_found"]));
	});
});

describe("taking it out", () => {
	it("202: the video is made again with the stretch silenced; 409 copyright_unfit while that goes on", async () => {
		await found();
		expect(await ask("POST", "/clearing", { how: "mute" })).toMatchObject({ status: 202, json: { status: "processing" } });
		expect(await rowNow()).toMatchObject({ status: "processing", generation: 2, muted: [{ fromMs: 2_400, toMs: 9_600 }] });
		expect(await ask("POST", "/clearing", { how: "mute" })).toMatchObject({ status: 409, json: { code: "copyright_unfit" } });
	});

	it("409 copyright_unfit where nothing was done about what was found", async () => {
		await found("credited");
		expect(await ask("POST", "/clearing", { how: "mute" })).toMatchObject({ status: 409, json: { code: "copyright_unfit" } });
	});

	it("409 sound_not_available for a sound that is none", async () => {
		await found();
		const soundId = services.newId();
		expect(await ask("POST", "/clearing", { how: "replace", soundId })).toMatchObject({
			status: 409,
			json: { code: "sound_not_available" },
		});
	});

	it("is what a reviewer may decide, too: the stretch, or all of it where none is known", async () => {
		await emitOrFail(services, "decided", decided({}));
		expect(await rowNow()).toMatchObject({ status: "processing", muted: [{ fromMs: 0, toMs: 20_000 }] });
	});
});

describe("a dispute", () => {
	it("201: opens a case for who knows copyright; 409 copyright_unfit the second time", async () => {
		const matchId = await found();
		const body = { matchId, ground: "licence", statement: STATEMENT };
		expect((await ask("POST", "/disputes", body)).status).toBe(201);
		expect(await cases()).toMatchObject([{ queue: "copyright", source: "claim", subjectKind: "video", state: "open" }]);
		expect(await ask("POST", "/disputes", body)).toMatchObject({ status: 409, json: { code: "copyright_unfit" } });
		expect((await ask("GET", "")).json).toMatchObject({
			matches: [{ dispute: { state: "waiting", ground: "licence" } }],
			may: { dispute: false },
		});
	});

	it.each([
		["approve", "upheld"],
		["dismiss", "rejected"],
	] as const)("that is decided by %s is %s", async (decision, state) => {
		const matchId = await found();
		await ask("POST", "/disputes", { matchId, ground: "mine", statement: STATEMENT });
		await emitOrFail(services, "decided", decided({ decision }));
		expect((await ask("GET", "")).json).toMatchObject({ matches: [{ dispute: { state } }] });
	});
});

describe("a claim", () => {
	const claim = () => ({
		videoId,
		holder: "person",
		name: "Ann",
		title: "Tide",
		artist: "Ann",
		policy: "block",
		statement: STATEMENT,
		links: [],
	});
	const make = () => call("POST /api/v1/copyright/claims", { token: owner.token, body: claim() });
	const list = async () =>
		(await call("GET /api/v1/copyright/claims", { token: owner.token })).json.claims as { id: string; state: string; matches: number }[];
	const accepted = async (decision: "approve" | "dismiss") => {
		await addReference(services, {
			id: videoId,
			kind: "original",
			title: "",
			artist: "",
			ownerId: owner.id,
			policy: "track",
			licenseType: "licensed",
			fingerprint: "YWJj",
		});
		await make();
		await emitOrFail(services, "decided", decided({ decision, subject: { kind: "sound", id: videoId, ownerId: owner.id, videoId } }));
		const [reference] = await services.db.directory().select().from(copyrightReferences).where(eq(copyrightReferences.id, videoId));
		return reference;
	};

	it("201: waits for a person; 409 copyright_unfit twice; 404 video_not_found for another's video", async () => {
		expect((await make()).status).toBe(201);
		expect(await cases()).toMatchObject([{ queue: "copyright", source: "claim", subjectKind: "sound" }]);
		expect(await list()).toMatchObject([{ state: "waiting", matches: 0 }]);
		expect(await make()).toMatchObject({ status: 409, json: { code: "copyright_unfit" } });
		const stranger = await newUser(call);
		expect(await call("POST /api/v1/copyright/claims", { token: stranger.token, body: claim() })).toMatchObject({ status: 404 });
	});

	it("200: that is accepted has its policy, and what is found of it is listed", async () => {
		expect(await accepted("approve")).toMatchObject({ kind: "claimed", policy: "block", title: "Tide" });
		const [one] = await list();
		expect(one).toMatchObject({ state: "accepted" });
		expect(await call(`GET /api/v1/copyright/claims/${one?.id}/matches`, { token: owner.token })).toMatchObject({
			status: 200,
			json: { matches: [] },
		});
	});

	it("that is turned down changes nothing", async () => {
		expect(await accepted("dismiss")).toMatchObject({ kind: "original", policy: "track" });
		expect(await list()).toMatchObject([{ state: "rejected" }]);
	});

	it("204: that is withdrawn asks for nothing any more; 404 not_found for another's", async () => {
		await accepted("approve");
		const [one] = await list();
		const stranger = await newUser(call);
		for (const [method, path] of [
			["GET", "/matches"],
			["DELETE", ""],
		] as const)
			expect(await call(`${method} /api/v1/copyright/claims/${one?.id}${path}`, { token: stranger.token })).toMatchObject({
				status: 404,
				json: { code: "not_found" },
			});
		expect((await call(`DELETE /api/v1/copyright/claims/${one?.id}`, { token: owner.token })).status).toBe(204);
		expect(await list()).toMatchObject([{ state: "withdrawn" }]);
		const [reference] = await services.db.directory().select().from(copyrightReferences).where(eq(copyrightReferences.id, videoId));
		expect(reference).toMatchObject({ kind: "original", policy: "track" });
	});
});
