import * as z from "zod";
import { Id, Timestamp } from "./ids.ts";

/**
 * The words of moderation: what can be judged, why, by what evidence, and what may be decided. Reports, machine checks, claims,
 * reviewers and statements of reasons all speak this one list.
 */

export const SUBJECT_KINDS = ["video", "comment", "message", "conversation", "profile", "sound"] as const;
export const SubjectKind = z.enum(SUBJECT_KINDS);
export type SubjectKind = z.infer<typeof SubjectKind>;

/**
 * What a case is about. `id` of a message is its conversation's id and its number, `CONVERSATION:SEQ`; of a profile its account's id.
 * `ownerId` answers for it; `videoId` is the video it stands under, where it stands under one.
 */
export const Subject = z.object({
	kind: SubjectKind,
	id: z.string().min(1).max(200),
	ownerId: Id,
	videoId: Id.optional(),
});
export type Subject = z.infer<typeof Subject>;

/** `child_safety` is seen by cleared reviewers alone. */
export const QUEUES = ["content", "copyright", "child_safety", "appeals"] as const;
export const Queue = z.enum(QUEUES);
export type Queue = z.infer<typeof Queue>;

export const SOURCES = ["machine", "report", "claim", "appeal"] as const;
export const Source = z.enum(SOURCES);
export type Source = z.infer<typeof Source>;

/** 1: a nuisance; 2: against the rules; 3: harms somebody; 4: harms somebody badly; 5: a life, or a child. */
export const Severity = z.int().min(1).max(5);
export type Severity = 1 | 2 | 3 | 4 | 5;

/** Categories of the EU's transparency database (its API of 2025), without `STATEMENT_CATEGORY_`. */
export type DsaCategory =
	| "CYBER_VIOLENCE"
	| "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"
	| "ILLEGAL_OR_HARMFUL_SPEECH"
	| "INTELLECTUAL_PROPERTY_INFRINGEMENTS"
	| "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS"
	| "OTHER_VIOLATION_TC"
	| "PROTECTION_OF_MINORS"
	| "SCAMS_AND_FRAUD"
	| "SELF_HARM"
	| "UNSAFE_AND_PROHIBITED_PRODUCTS"
	| "VIOLENCE";

export interface ReasonFacts {
	/** In a few English words, for the desk. */
	readonly label: string;
	/** What a case begins with that nothing else weighs. */
	readonly severity: Severity;
	readonly fits: readonly SubjectKind[];
	readonly dsa: DsaCategory;
	/** Where its cases wait; `content` unless said. */
	readonly queue?: Queue;
}

const ANYTHING = SUBJECT_KINDS;
const SHOWN: readonly SubjectKind[] = ["video", "comment", "message", "profile"];
const WRITTEN: readonly SubjectKind[] = ["video", "comment", "message", "conversation", "profile"];

export const REASONS = {
	sexual_content: { label: "Sexual content", severity: 3, fits: ANYTHING, dsa: "OTHER_VIOLATION_TC" },
	nudity: { label: "Nudity", severity: 2, fits: SHOWN, dsa: "OTHER_VIOLATION_TC" },
	minor_safety: { label: "A minor's safety", severity: 5, fits: ANYTHING, dsa: "PROTECTION_OF_MINORS", queue: "child_safety" },
	underage: { label: "Younger than 13", severity: 4, fits: SHOWN, dsa: "PROTECTION_OF_MINORS" },
	grooming: { label: "Grooming", severity: 5, fits: WRITTEN, dsa: "PROTECTION_OF_MINORS", queue: "child_safety" },
	violence: { label: "Violence or threats", severity: 4, fits: ANYTHING, dsa: "VIOLENCE" },
	graphic: { label: "Graphic pictures", severity: 3, fits: SHOWN, dsa: "VIOLENCE" },
	hate: { label: "Hate", severity: 4, fits: ANYTHING, dsa: "ILLEGAL_OR_HARMFUL_SPEECH" },
	harassment: { label: "Bullying or harassment", severity: 3, fits: ANYTHING, dsa: "CYBER_VIOLENCE" },
	self_harm: { label: "Suicide or self-harm", severity: 5, fits: ANYTHING, dsa: "SELF_HARM" },
	dangerous_acts: { label: "Dangerous acts", severity: 3, fits: WRITTEN, dsa: "SELF_HARM" },
	drugs_and_weapons: { label: "Drugs or weapons", severity: 3, fits: WRITTEN, dsa: "UNSAFE_AND_PROHIBITED_PRODUCTS" },
	spam: { label: "Spam", severity: 1, fits: ANYTHING, dsa: "OTHER_VIOLATION_TC" },
	scam: { label: "Scam or fraud", severity: 3, fits: WRITTEN, dsa: "SCAMS_AND_FRAUD" },
	impersonation: { label: "Impersonation", severity: 2, fits: WRITTEN, dsa: "SCAMS_AND_FRAUD" },
	private_information: { label: "Private information", severity: 4, fits: ANYTHING, dsa: "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS" },
	misinformation: { label: "Misinformation", severity: 2, fits: WRITTEN, dsa: "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS" },
	intellectual_property: {
		label: "Intellectual property",
		severity: 2,
		fits: ["video", "sound", "profile"],
		dsa: "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
		queue: "copyright",
	},
	other: { label: "Something else", severity: 1, fits: ANYTHING, dsa: "OTHER_VIOLATION_TC" },
} as const satisfies Record<string, ReasonFacts>;

export type Reason = keyof typeof REASONS;
export const REASON_NAMES = Object.keys(REASONS) as [Reason, ...Reason[]];
export const Reason = z.enum(REASON_NAMES);

export const reasonFacts = (reason: Reason): ReasonFacts => REASONS[reason];
export const fitsSubject = (reason: Reason, kind: SubjectKind): boolean => reasonFacts(reason).fits.includes(kind);
export const queueOf = (reason: Reason): Queue => reasonFacts(reason).queue ?? "content";

/** Milliseconds from the beginning of the video. */
const AtMs = z.int().min(0);
const Scores = z.record(z.string().max(60), z.number());

/** Why a case is one: each piece as whoever found it says it, so that a reviewer is led to the moment it concerns. */
export const Evidence = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("frames"),
		frames: z.array(
			z.object({
				atMs: AtMs,
				scores: Scores.describe("By class, 0 to 1"),
				pictureKey: z.string().nullable().describe("The frame in the media bucket, where it is kept"),
			}),
		),
	}),
	z.object({
		kind: z.literal("terms"),
		terms: z.array(
			z.object({
				field: z.string().max(40).describe("Where it stands: title, description, hashtags, caption, speech, text, name, bio"),
				term: z.string().max(200),
				tier: z.string().max(40),
				offset: z.int().min(0).describe("In UTF-16 code units of the field"),
				atMs: AtMs.optional().describe("Where it is said or to be seen"),
			}),
		),
		texts: z.record(z.string().max(40), z.string()).optional().describe("The fields as they stood"),
	}),
	z.object({ kind: z.literal("scores"), model: z.string().max(100), scores: Scores }),
	z.object({
		kind: z.literal("hash"),
		list: z.string().max(100).describe("Which list of known items"),
		known: z.string().max(200).describe("The known item"),
		distance: z.number().min(0).describe("Bits that differ; 0 for the same file"),
		atMs: AtMs.nullable(),
	}),
	z.object({
		kind: z.literal("transcript"),
		language: z.string().max(20).nullable(),
		stretches: z.array(z.object({ fromMs: AtMs, toMs: AtMs, text: z.string() })),
	}),
	z.object({ kind: z.literal("report"), reportId: Id, reason: Reason, note: z.string() }),
	z.object({
		kind: z.literal("match"),
		trackId: z.string().max(100),
		title: z.string(),
		artist: z.string(),
		fromMs: AtMs,
		toMs: AtMs,
		trackFromMs: AtMs,
		bitErrorRate: z.number().min(0).max(1),
	}),
	z.object({
		kind: z.literal("context"),
		messages: z
			.array(z.object({ seq: z.int(), senderId: Id, text: z.string(), at: Timestamp }))
			.describe("What was written around it, in its order, as it stood when it was reported"),
	}),
	z.object({ kind: z.literal("appeal"), appealId: Id, decisionId: Id, text: z.string() }),
	z.object({
		kind: z.literal("unchecked"),
		checks: z.array(z.string().max(60)).describe("What could not be looked at"),
		why: z.string().max(500),
	}),
	z.object({
		kind: z.literal("snapshot"),
		fields: z.record(z.string().max(40), z.string()).describe("Words as they stood, whatever becomes of them"),
	}),
]);
export type Evidence = z.infer<typeof Evidence>;
export type EvidenceKind = Evidence["kind"];

/**
 * `approve` shows it again, or lets it stand; `dismiss` finds nothing in a report, or upholds what is appealed against; `escalate` hands
 * it to those who are cleared for it. `strike`, `suspend`, `shadow_limit` and `child_account` are about the owner's account: the last says
 * that they are younger than 13.
 */
export const DECISIONS = [
	"approve",
	"remove",
	"restrict_age",
	"no_recommend",
	"mute_sound",
	"replace_sound",
	"strike",
	"suspend",
	"shadow_limit",
	"child_account",
	"escalate",
	"dismiss",
] as const;
export const Decision = z.enum(DECISIONS);
export type Decision = z.infer<typeof Decision>;

/** Decisions that put somebody at a disadvantage: each is owed a statement of reasons. */
export const ADVERSE: ReadonlySet<Decision> = new Set([
	"remove",
	"restrict_age",
	"no_recommend",
	"mute_sound",
	"replace_sound",
	"strike",
	"suspend",
	"shadow_limit",
	"child_account",
]);

const ON_VIDEOS: readonly SubjectKind[] = ["video"];
/** What each decision can be made about. */
export const DECIDES: Readonly<Record<Decision, readonly SubjectKind[]>> = {
	approve: ANYTHING,
	remove: ["video", "comment", "message", "profile", "sound"],
	restrict_age: ON_VIDEOS,
	no_recommend: ON_VIDEOS,
	mute_sound: ON_VIDEOS,
	replace_sound: ON_VIDEOS,
	strike: ANYTHING,
	suspend: ANYTHING,
	shadow_limit: ANYTHING,
	child_account: SHOWN,
	escalate: ANYTHING,
	dismiss: ANYTHING,
};
