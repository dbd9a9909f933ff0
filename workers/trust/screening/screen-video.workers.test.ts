import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Screening } from "../../../contracts/screening.ts";
import { caseEvidence, moderationCases, moderationDecisions } from "../../../db/schema/moderation.ts";
import { videoScreenings } from "../../../db/schema/screening.ts";
import { decideVideo, performOnVideo } from "../../videos/lifecycle/decide.ts";
import { completedVideo, rowOf, services } from "../../videos/testing/fixtures.ts";
import { pipelineHarness } from "../../videos/testing/harness.ts";
import { CLEAN, resultOf } from "../../videos/testing/transcoder.ts";

const pipe = pipelineHarness();

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const randomHash = () => hex(crypto.getRandomValues(new Uint8Array(32)));
/** The hash with so many of its bits changed. */
function changed(hash: string, bits: number): string {
	const bytes = Uint8Array.from(hash.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
	for (let bit = 0; bit < bits; bit++) bytes[bit % 32] = (bytes[bit % 32] ?? 0) ^ (1 << (bit >> 5));
	return hex(bytes);
}
const mirrored = (hash: string) => hex(Uint8Array.from(hash.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16) ^ 0x55));
const framesWith = (hashes: readonly string[], scores = CLEAN.frames[0]?.scores ?? null): Screening["frames"] =>
	hashes.map((hash, n) => ({ atMs: n * 400, scores, hashes: [hash] }));

/** Has a video made of which the machines say this. */
async function made(screening: Screening | null, words = {}) {
	const id = await completedVideo(pipe.user, pipe.using, words);
	pipe.transcoder.script = (job, emit) => emit({ type: "done", result: { ...resultOf(job), screening } });
	await pipe.deliver();
	const row = await rowOf(id);
	if (row === undefined) throw new Error("no row");
	return row;
}
const casesOf = (id: string) =>
	services.db
		.directory()
		.select()
		.from(moderationCases)
		.where(and(eq(moderationCases.subjectKind, "video"), eq(moderationCases.subjectId, id)));
const evidenceOf = async (id: string) => {
	const cases = await casesOf(id);
	const [first] = cases;
	if (first === undefined) return [];
	const rows = await services.db.directory().select().from(caseEvidence).where(eq(caseEvidence.caseId, first.id));
	return rows.map(({ evidence }) => evidence);
};
const decided = (id: string, decision: "remove" | "approve") =>
	performOnVideo(pipe.using, {
		decisionId: "1",
		caseId: "1",
		note: "",
		until: null,
		operatorId: "7",
		appealOf: null,
		queue: "content",
		reason: "violence",
		subject: { kind: "video", id, ownerId: pipe.user.userId },
		decision,
	} as Parameters<typeof performOnVideo>[1]);

describe("a video that was made", () => {
	it("goes up when nothing is found, and what was seen and said is kept with its generation", async () => {
		const stretches = [{ fromMs: 100, toMs: 2_000, text: "Hello there." }];
		const { id, status } = await made({ ...CLEAN, transcript: { language: "en", stretches } });
		expect(status).toBe("ready");
		expect(await casesOf(id)).toEqual([]);
		const [kept] = await services.db.video(id).select().from(videoScreenings).where(eq(videoScreenings.videoId, id));
		expect(kept).toMatchObject({ generation: 1, verdict: "approve", unchecked: ["violence"], transcript: { stretches } });
	});

	it.each([
		["no machine looked at it", null, {}],
		["a model failed", { ...CLEAN, unchecked: [{ check: "speech" as const, why: "the thread ended" }] }, {}],
		["a lexicon knows its words", CLEAN, { title: "Du Hurensohn" }],
		[
			"two frames are doubtful",
			{ ...CLEAN, frames: framesWith([randomHash(), randomHash()], { drawing: 0, hentai: 0, neutral: 0.25, porn: 0.75, sexy: 0 }) },
			{},
		],
	])("waits for a person when %s, with the evidence in an open case, and goes up when they let it", async (_, screening, words) => {
		const { id, status } = await made(screening, words);
		expect(status).toBe("review");
		expect(await casesOf(id)).toMatchObject([{ state: "open", source: "machine" }]);
		expect((await evidenceOf(id)).length).toBeGreaterThan(0);
		await decideVideo(pipe.using, id, { to: "approve", by: "7" });
		expect(await rowOf(id)).toMatchObject({ status: "ready", liveGeneration: 1 });
	});

	it("is blocked by frames that agree, by a decision that is told and may be appealed against", async () => {
		const porn = { drawing: 0, hentai: 0, neutral: 0, porn: 0.97, sexy: 0 };
		const { id, status } = await made({ ...CLEAN, frames: framesWith([randomHash(), randomHash(), randomHash()], porn) });
		expect(status).toBe("blocked");
		const [decision] = await services.db.directory().select().from(moderationDecisions).where(eq(moderationDecisions.subjectId, id));
		expect(decision).toMatchObject({ decision: "remove", operatorId: null, reason: "sexual_content" });
		expect(await casesOf(id)).toMatchObject([{ state: "closed" }]);
		// The machine's own decision binds no later check; a person's does.
		expect(await rowOf(id)).toMatchObject({ decidedAt: null });
	});

	it("goes up restricted where it is suggestive", async () => {
		const sexy = { drawing: 0, hentai: 0, neutral: 0, porn: 0, sexy: 0.95 };
		const row = await made({ ...CLEAN, frames: framesWith([1, 2, 3, 4].map(randomHash), sexy) });
		expect(row).toMatchObject({ status: "ready", restriction: "no_recommend" });
	});
});

describe("what was blocked before", () => {
	const hashes = () => Array.from({ length: 5 }, randomHash);

	it("does not go up again: neither the file nor near copies, mirrored ones too, until the removal is taken back", async () => {
		const [sha256, first] = [hex(crypto.getRandomValues(new Uint8Array(32))), hashes()];
		const { id } = await made({ ...CLEAN, sha256, frames: framesWith(first) });
		await decided(id, "remove");
		expect((await made({ ...CLEAN, sha256 })).status).toBe("blocked");
		expect((await made({ ...CLEAN, frames: framesWith(first.map((hash) => changed(hash, 20))) })).status).toBe("blocked");
		const copy = await made({ ...CLEAN, frames: framesWith(first.map((hash) => changed(mirrored(hash), 55))) });
		expect(copy.status).toBe("review");
		expect(await evidenceOf(copy.id)).toContainEqual(expect.objectContaining({ kind: "hash", known: id, list: "frames", distance: 55 }));
		expect((await made({ ...CLEAN, frames: framesWith(hashes()) })).status).toBe("ready");
		await decided(id, "approve");
		expect((await made({ ...CLEAN, sha256, frames: framesWith(first) })).status).toBe("ready");
	});
});
