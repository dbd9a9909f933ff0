import { EXPORT_KEPT_DAYS } from "./exports.ts";
import { FORMER_USERNAME_DAYS } from "./limits.ts";

/**
 * What is kept, where, and for how long: the one table that the sweeper (`workers/ops/retention/`), the objects' own alarms and the privacy
 * page go by. Every store of `workers/accounts/leaving/stores.ts` stands in it; tests hold all of them together.
 */

/** Until when something is kept, where that is no number of days. */
export type Until =
	/** Its owner takes it back, or erases their account. */
	| "owner"
	/** Its owner erases their account. */
	| "account"
	/** Nobody who takes part in it keeps it any more. */
	| "shared"
	/** As long as the law has it kept. */
	| "law"
	/** It is of nobody: what was learned or counted of all together. */
	| "nobodys";

interface Kept {
	/** Tables, object classes and bindings, by their names. */
	readonly stores: readonly string[];
	/**
	 * Who ends it: `sweeper` the nightly sweep, `job` a job of its feature's each minute, `object` the alarm of the object that holds it, `store` the store itself (a key's end, a
	 * queue's or a data set's time), `owner` the owner's own act, or nobody.
	 */
	readonly by: "sweeper" | "job" | "object" | "store" | "owner" | "nobody";
	/** False for what is no matter of people who use the app: it is not on the privacy page. */
	readonly isTold?: false;
}

export type Retention = Kept & ({ readonly days: number } | { readonly until: Until });

const owner = (until: Until, ...stores: string[]) => ({ until, stores, by: "owner" }) as const;
const nobody = (until: Until, ...stores: string[]) => ({ until, stores, by: "nobody" }) as const;
const days = <By extends Kept["by"]>(count: number, by: By, ...stores: string[]) => ({ days: count, by, stores }) as const;

export const RETENTION = {
	account: owner("account", "account_users", "account_credentials", "profiles", "message_settings", "comment_rules"),
	/** After they ended, which is thirty days after they were used last. */
	sessions: days(0, "sweeper", "account_sessions"),
	/** After they ended. */
	mailedLinks: days(1, "sweeper", "account_verifications"),
	formerNames: days(FORMER_USERNAME_DAYS, "sweeper", "former_usernames"),
	people: owner("owner", "follows", "followers", "follow_requests", "sent_requests", "mutes", "blocks", "blocked_by", "hashtag_follows"),
	videos: owner(
		"owner",
		"videos",
		"uploads",
		"upload_keys",
		"user_videos",
		"pins",
		"music",
		"video_screenings",
		"video_comment_rules",
		"copyright_matches",
		"search_documents",
		"hashtag_videos",
		"VideoCounter",
		"INGEST",
		"MEDIA",
		"VECTORS",
	),
	comments: owner("owner", "comments", "comment_likes", "held_comments"),
	/** What a comment said before it was changed: a report of it can be looked into. */
	earlierWords: days(90, "sweeper", "comment_edits"),
	acts: owner("owner", "video_engagement", "user_likes", "user_saves", "sound_saves", "reposts", "collections", "collection_videos"),
	taste: owner("account", "UserSession"),
	/** Videos shown, which do not come again, with the history of those watched. */
	shown: days(30, "object", "UserSession"),
	/** That an act was counted or learned, so that it is once. */
	marks: days(180, "object", "UserSession"),
	screenTime: days(8, "object", "UserSession"),
	/** All of a guest's session, after they were here last. */
	guest: days(30, "object", "UserSession"),
	/** What was watched, under a random name. */
	watchArchive: days(90, "sweeper", "ARCHIVE"),
	/** The archive that somebody asked for of all that is kept of them. */
	ownCopy: days(EXPORT_KEPT_DAYS, "job", "data_exports", "EXPORTS"),
	messages: owner("shared", "Conversation"),
	notices: owner("account", "Inbox"),
	/** After they were decided. */
	reports: days(365, "sweeper", "reports", "conversation_reports"),
	/** Of a report, the keyed hash of the network it came from. */
	reportNetworks: days(30, "sweeper", "reports"),
	/** After they were closed: what was found, and what reviewers noted. */
	cases: days(365, "sweeper", "case_evidence", "case_notes"),
	decisions: owner(
		"account",
		"moderation_cases",
		"moderation_decisions",
		"strikes",
		"account_limits",
		"appeals",
		"bot_scores",
		"copyright_references",
		"copyright_claims",
		"copyright_disputes",
	),
	law: nobody("law", "legal_holds", "audit_log"),
	copies: days(180, "store", "REDIS"),
	onTheWay: days(14, "store", "TRANSCODE_QUEUE", "EVENTS_QUEUE", "CLEANUP_QUEUE", "MAIL_QUEUE", "EXPORT_QUEUE"),
	/** What could not be delivered. */
	deadLetters: days(14, "sweeper", "ARCHIVE"),
	figures: days(90, "store", "METRICS"),
	common: nobody(
		"nobodys",
		"MODELS",
		"Ranker",
		"ExperimentLedger",
		"hashtags",
		"search_terms",
		"known_files",
		"blocked_frames",
		"copyright_shards",
		"VideoRoom",
		"TranscoderContainer",
	),
	/** People who work here. */
	staff: { ...nobody("account", "operators"), isTold: false },
	/** Sessions of the desk, after they ended. */
	staffSessions: { ...days(30, "sweeper", "operator_sessions"), isTold: false },
} as const satisfies Readonly<Record<string, Retention>>;

export type RetentionName = keyof typeof RETENTION;

type Named<Condition> = { [Name in RetentionName]: (typeof RETENTION)[Name] extends Condition ? Name : never }[RetentionName];
/** What the nightly sweep ends. */
export type SweptName = Named<{ readonly by: "sweeper" }>;
/** What the privacy page tells of. */
export type ToldName = Exclude<RetentionName, Named<{ readonly isTold: false }>>;

export const isTold = (name: RetentionName): name is ToldName => !("isTold" in RETENTION[name]);

const DAY_MS = 86_400_000;

/** How long something is kept, milliseconds. */
export const keptMs = (name: Named<{ readonly days: number }>): number => RETENTION[name].days * DAY_MS;
