import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";

/** Accounts as the desk sees them: whether they are proven to be whose they say, and how like a program they behave. */

const tag = "Desk";
const access = "admin";
const roles = ["moderator", "senior"] as const;

/** What each signal of a bot score weighs (docs/product.md#safety). */
export const BOT_WEIGHTS = { posting: 0.3, watching: 0.25, engagement: 0.2, device: 0.15, profile: 0.1 } as const;
export type SignalName = keyof typeof BOT_WEIGHTS;
const SIGNAL_NAMES = Object.keys(BOT_WEIGHTS) as [SignalName, ...SignalName[]];
/** An account that scores more than this is recommended to nobody until a person has looked (docs/product.md#safety) … */
export const BOT_LIMITED_ABOVE = 0.8;
/** … and one that scores as much as this is on the list of those to be looked at. */
export const BOT_LISTED_FROM = 0.5;
/** Who was found to be a person is not scored anew for so long, milliseconds. */
export const PERSON_FOR_MS = 90 * 86_400_000;

const BotSignal = z.object({
	name: z.enum(SIGNAL_NAMES),
	weight: z.number(),
	value: z.number().min(0).max(1).describe("Times its weight it is the signal's part of the score"),
	figure: z.string().describe("What it was made of, in words"),
});
export type BotSignal = z.infer<typeof BotSignal>;

export const BOT_STATES = ["waiting", "limited", "person", "bot"] as const;
const BotState = z
	.enum(BOT_STATES)
	.describe("To be looked at; limited by the machine and to be looked at; found to be a person; or a program");

const BotScore = z.object({
	score: z.number().min(0).max(1),
	signals: z.array(BotSignal),
	state: BotState,
	scoredAt: Timestamp,
	judgedBy: z.object({ id: Id, name: z.string() }).nullable(),
	judgedAt: Timestamp.nullable(),
	note: z.string(),
});

export const DeskAccount = z.object({
	id: Id,
	username: z.string(),
	displayName: z.string(),
	verified: z.boolean(),
	tier: z.enum(["free", "verified", "creator"]).describe("Which limits a day it has"),
	createdAt: Timestamp,
	followers: z.int(),
	videos: z.int(),
	strikes: z.int().min(0).describe("That count now"),
	suspendedUntil: Timestamp.nullable(),
	limitedUntil: Timestamp.nullable(),
	bot: BotScore.nullable().describe("Null: it never scored enough to be looked at"),
});
export type DeskAccount = z.infer<typeof DeskAccount>;

/** How it was proven whose an account is, and why it is no longer. A list and not words: the audit log is never changed, whatever stands in it. */
export const GRANTING = {
	identity_document: "An identity document",
	official_page: "Their official page links here",
	public_record: "A public record",
	partner: "A partner vouches",
} as const;
export const WITHDRAWING = {
	mistaken: "It was a mistake",
	other_person: "Somebody else uses the account",
	impersonation: "It pretends to be somebody",
	own_wish: "They asked for it",
} as const;
export type VerifyReason = keyof typeof GRANTING | keyof typeof WITHDRAWING;
const VERIFY_REASONS = [...Object.keys(GRANTING), ...Object.keys(WITHDRAWING)] as [VerifyReason, ...VerifyReason[]];

const OneAccount = z.object({ account: DeskAccount });
const AccountParams = z.object({ userId: Id });

export const deskAccount = endpoint({
	id: "deskAccount",
	method: "GET",
	path: "/api/v1/desk/accounts/:name",
	tag,
	access,
	roles: ["moderator", "senior", "admin"],
	status: 200,
	summary: "An account by its number or user name, hidden ones too. It is noted that it was read",
	params: z.object({ name: z.string().min(1).max(60) }),
	answer: OneAccount,
	problems: ["user_not_found"],
});
export const listBots = endpoint({
	id: "listBots",
	method: "GET",
	path: "/api/v1/desk/bots",
	tag,
	access,
	roles,
	status: 200,
	summary: "Accounts that behave like programs, the likest first",
	query: z.object({ state: BotState.default("limited"), limit: z.coerce.number().int().min(1).max(100).default(50) }),
	answer: z.object({
		accounts: z.array(DeskAccount),
		counts: z.record(z.enum(BOT_STATES), z.int()).describe("How many are in each state"),
	}),
});
export const judgeBot = endpoint({
	id: "judgeBot",
	method: "PUT",
	path: "/api/v1/desk/accounts/:userId/bot",
	tag,
	access,
	roles,
	status: 200,
	summary: "Say whether an account that was scored is a person's, which gives its reach back, or a program's, which limits it",
	params: AccountParams,
	body: z.object({
		verdict: z.enum(["person", "bot"]),
		note: z.string().trim().min(3, "Say in a few words what you saw.").max(1_000),
	}),
	answer: OneAccount,
	problems: ["user_not_found", "decision_unfit"],
});
export const verifyAccount = endpoint({
	id: "verifyAccount",
	method: "PUT",
	path: "/api/v1/desk/accounts/:userId/verified",
	tag,
	access,
	roles: ["senior", "admin"],
	status: 200,
	summary: "Mark an account as proven to be whose it says, or take that back. Its limits a day follow. Repeated, it changes nothing",
	params: AccountParams,
	body: z.object({ verified: z.boolean(), reason: z.enum(VERIFY_REASONS) }),
	answer: OneAccount,
	problems: ["user_not_found"],
});
