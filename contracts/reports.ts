import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp } from "./ids.ts";
import { REPORT_NOTE_MAX } from "./limits.ts";
import { Reason, SubjectKind } from "./moderation.ts";

const tag = "Reports";

/** What is reported, as the client names it. Conversations and their messages have an operation of their own: what was written around it goes along. */
export const Reported = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("video"), videoId: Id }),
	z.object({ kind: z.literal("comment"), videoId: Id, commentId: Id }),
	z.object({ kind: z.literal("profile"), userId: Id }),
	z.object({ kind: z.literal("sound"), soundId: Id }),
]);
export type Reported = z.infer<typeof Reported>;

export const ReportNote = z.string().trim().max(REPORT_NOTE_MAX);

/** `upheld`: something was done about it; `dismissed`: a person found nothing against the rules. */
export const ReportState = z.enum(["received", "upheld", "dismissed"]);
export type ReportState = z.infer<typeof ReportState>;

/** Where an appeal stands. `upheld`: the decision was taken back. */
export const AppealState = z.enum(["waiting", "upheld", "rejected"]);
export type AppealState = z.infer<typeof AppealState>;

export const Report = z.object({
	id: Id,
	kind: SubjectKind,
	videoId: Id.nullable().describe("The video it is, or stands under"),
	label: z.string().describe("What the reporter saw of it: a title, some words, a name"),
	reason: Reason,
	note: z.string(),
	state: ReportState,
	createdAt: Timestamp,
	decidedAt: Timestamp.nullable(),
	appeal: AppealState.nullable(),
	appealUntil: Timestamp.nullable().describe("Until when the reporter may ask for another look; null where they may not"),
});
export type Report = z.infer<typeof Report>;

export const sendReport = endpoint({
	id: "sendReport",
	method: "POST",
	path: "/api/v1/reports",
	tag,
	access: "viewer",
	status: 201,
	alsoStatus: [200],
	summary: "Report a video, comment, profile or sound, signed in or not; the same once more (200) adds its note",
	body: z.object({ subject: Reported, reason: Reason, note: ReportNote.default("") }),
	answer: z.object({ reportId: Id }),
	problems: ["video_not_found", "user_not_found", "sound_not_found", "not_found", "forbidden", "daily_limit"],
});

export const listReports = endpoint({
	id: "listReports",
	method: "GET",
	path: "/api/v1/reports",
	tag,
	access: "user",
	status: 200,
	summary: "What one reported, newest first, and what became of it",
	query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30), cursor: Cursor.optional() }),
	answer: z.object({ reports: z.array(Report), nextCursor: Cursor.nullable() }),
});
