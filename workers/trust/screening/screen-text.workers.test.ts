import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { caseEvidence, moderationCases } from "../../../db/schema/moderation.ts";
import { ROUTERS } from "../../app.ts";
import { newUser, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { directId } from "../../messages/ids.ts";
import { publishedVideo } from "../../videos/testing/fixtures.ts";

const call = testApp(...ROUTERS);
const SLUR = "du hurensohn";

/** The case about something, once it is there, with what was found. */
async function caseAbout(kind: "comment" | "message" | "profile" | "conversation" | "video", ownerId: string) {
	const about = and(eq(moderationCases.subjectKind, kind), eq(moderationCases.ownerId, ownerId));
	return expect
		.poll(async () => {
			const [found] = await services.db.directory().select().from(moderationCases).where(about);
			if (found === undefined) return null;
			const [piece] = await services.db.directory().select().from(caseEvidence).where(eq(caseEvidence.caseId, found.id));
			return { source: found.source, queue: found.queue, id: found.subjectId, evidence: piece?.evidence };
		})
		.toMatchObject({ source: "machine", queue: "content", evidence: { kind: "terms", terms: [{ term: "hurensohn*", tier: "severe" }] } });
}

const asUser = (user: TestUser) => ({ kind: "user", userId: user.id, sessionId: "test", teen: false }) as const;

describe("words a lexicon knows open a case and stay", () => {
	it("in a name and a bio", async () => {
		const user = await newUser(call);
		const answer = await call("PATCH /api/v1/auth/me", { token: user.token, body: { bio: SLUR } });
		expect(answer.status).toBe(200);
		await caseAbout("profile", user.id);
	});

	it("in a comment, and when it is edited", async () => {
		const [creator, user] = [await newUser(call), await newUser(call)];
		const videoId = await publishedVideo(asUser(creator));
		const made = await call(`POST /api/v1/videos/${videoId}/comment`, { token: user.token, body: { text: "Schön" } });
		expect(made.status).toBe(201);
		const path = `PATCH /api/v1/videos/${videoId}/comments/${made.json.comment.id}` as const;
		expect((await call(path, { token: user.token, body: { text: SLUR } })).status).toBe(200);
		await caseAbout("comment", user.id);
	});

	it("in the words of a video that are changed later", async () => {
		const user = await newUser(call);
		const videoId = await publishedVideo(asUser(user));
		expect((await call(`PATCH /api/v1/videos/${videoId}`, { token: user.token, body: { title: SLUR } })).status).toBe(200);
		await caseAbout("video", user.id);
	});

	it("in a message, without what else was written", async () => {
		const [one, other] = [await newUser(call), await newUser(call)];
		await call(`POST /api/v1/users/${other.id}/follow`, { token: one.token });
		await call(`POST /api/v1/users/${one.id}/follow`, { token: other.token });
		const body = { clientId: crypto.randomUUID(), content: { type: "text", text: `My secret: ${SLUR}` } };
		const sent = await call(`POST /api/v1/conversations/${directId(one.id, other.id)}/messages`, { token: one.token, body });
		expect(sent.status).toBe(201);
		await caseAbout("message", one.id);
		const rows = await services.db.directory().select().from(caseEvidence).where(eq(caseEvidence.subjectKind, "message"));
		expect(JSON.stringify(rows)).not.toContain("secret");
	});

	it("in the name of a collection", async () => {
		const user = await newUser(call);
		const body = { name: SLUR, clientId: crypto.randomUUID() };
		expect((await call("POST /api/v1/collections", { token: user.token, body })).status).toBe(201);
		await caseAbout("profile", user.id);
	});
});
