import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";
import { PASSWORD_MAX } from "./limits.ts";
import { OperatorRole } from "./operator-roles.ts";

/** People who work here: how they are invited, sign in, and are let go. */

const tag = "Operators";
const access = "admin";
/** For anybody who works here. */
const roles = [] as const;

/** A second factor stands beside it, but what it opens is worth more than an account. */
export const OPERATOR_PASSWORD_MIN = 12;
/** A session of the desk ends after this at the latest, milliseconds, and when nothing was asked for `SESSION_IDLE_MS`. */
export const SESSION_LASTS_MS = 10 * 3_600_000;
export const SESSION_IDLE_MS = 60 * 60_000;
/** A personal token is good for at most this, days. */
export const TOKEN_DAYS_MAX = 30;
/** An invitation is good for this, milliseconds. */
export const INVITATION_LASTS_MS = 72 * 3_600_000;

export const Me = z.object({
	id: Id,
	name: z.string(),
	email: z.string(),
	roles: z.array(OperatorRole),
});
export type Me = z.infer<typeof Me>;

const Email = z.email("Give an e-mail address.").max(254).toLowerCase();
const Code = z
	.string()
	.trim()
	.regex(/^\d{6}$/, "Enter the six digits your authenticator shows.");
const Invitation = z.string().min(20).max(100);
const Roles = z.array(OperatorRole).min(1, "Choose at least one role.").max(5);
const OperatorParams = z.object({ operatorId: Id });

export const signInOperator = endpoint({
	id: "signInOperator",
	method: "POST",
	path: "/api/v1/desk/sign-in",
	tag,
	access: "public",
	status: 200,
	summary: "Sign in to the desk by password and a code of the authenticator. Sets a cookie that ends soon",
	body: z.object({ email: Email, password: z.string().min(1, "Enter your password.").max(PASSWORD_MAX), code: Code }),
	answer: z.object({ operator: Me, expiresAt: Timestamp }),
	problems: ["operator_unknown", "rate_limited", "csrf_rejected"],
});
export const signOutOperator = endpoint({
	id: "signOutOperator",
	method: "POST",
	path: "/api/v1/desk/sign-out",
	tag,
	access: "public",
	status: 204,
	summary: "End this session of the desk; repeated, it changes nothing",
	problems: ["csrf_rejected"],
});
export const operatorMe = endpoint({
	id: "operatorMe",
	method: "GET",
	path: "/api/v1/desk/me",
	tag,
	access,
	roles,
	status: 200,
	summary: "Which operator asks",
	answer: z.object({ operator: Me }),
});
export const lookAtInvitation = endpoint({
	id: "lookAtInvitation",
	method: "POST",
	path: "/api/v1/desk/invitation",
	tag,
	access: "public",
	status: 200,
	summary: "Whom an invitation is for, and the secret their authenticator is to be given",
	body: z.object({ invitation: Invitation }),
	answer: z.object({ name: z.string(), email: z.string(), secret: z.string(), uri: z.string() }),
	problems: ["link_expired", "rate_limited"],
});
export const takeUpInvitation = endpoint({
	id: "takeUpInvitation",
	method: "POST",
	path: "/api/v1/desk/invitation/take-up",
	tag,
	access: "public",
	status: 204,
	summary: "Set password and authenticator by an invitation; every session from before ends",
	body: z.object({
		invitation: Invitation,
		password: z.string().min(OPERATOR_PASSWORD_MIN, `Choose one of at least ${OPERATOR_PASSWORD_MIN} characters.`).max(PASSWORD_MAX),
		code: Code,
	}),
	problems: ["link_expired", "code_wrong", "rate_limited"],
});

export const Colleague = Me.extend({
	state: z.enum(["invited", "active", "disabled"]),
	createdAt: Timestamp,
	seenAt: Timestamp.nullable(),
});
export type Colleague = z.infer<typeof Colleague>;
const Invited = z.object({
	operator: Colleague,
	invitation: z.string().describe("To be handed over in private; it is told once"),
});

export const listOperators = endpoint({
	id: "listOperators",
	method: "GET",
	path: "/api/v1/desk/operators",
	tag,
	access,
	status: 200,
	summary: "Everybody who works here",
	answer: z.object({ operators: z.array(Colleague) }),
});
export const inviteOperator = endpoint({
	id: "inviteOperator",
	method: "POST",
	path: "/api/v1/desk/operators",
	tag,
	access,
	status: 201,
	summary: "Invite somebody to work here. Only who is cleared for child safety clears others",
	body: z.object({ email: Email, name: z.string().trim().min(1, "Give a name.").max(80), roles: Roles }),
	answer: Invited,
	problems: ["email_taken", "role_required"],
});
export const changeOperator = endpoint({
	id: "changeOperator",
	method: "PATCH",
	path: "/api/v1/desk/operators/:operatorId",
	tag,
	access,
	status: 200,
	summary: "Change somebody's roles, or let them in no longer: their sessions and tokens end at once. Nobody changes their own",
	params: OperatorParams,
	body: z.object({ roles: Roles.optional(), disabled: z.boolean().optional() }),
	answer: z.object({ operator: Colleague }),
	problems: ["operator_not_found", "role_required", "not_allowed"],
});
export const recoverOperator = endpoint({
	id: "recoverOperator",
	method: "POST",
	path: "/api/v1/desk/operators/:operatorId/recovery",
	tag,
	access,
	status: 200,
	summary: "A new invitation for who lost password or authenticator: nothing of before opens anything any more",
	params: OperatorParams,
	answer: Invited,
	problems: ["operator_not_found", "role_required", "not_allowed"],
});

export const PersonalToken = z.object({
	id: Id,
	label: z.string(),
	createdAt: Timestamp,
	seenAt: Timestamp,
	expiresAt: Timestamp,
});
export type PersonalToken = z.infer<typeof PersonalToken>;

export const listTokens = endpoint({
	id: "listTokens",
	method: "GET",
	path: "/api/v1/desk/tokens",
	tag,
	access,
	roles,
	status: 200,
	summary: "One's own tokens for the operators' API that are good",
	answer: z.object({ tokens: z.array(PersonalToken) }),
});
export const makeToken = endpoint({
	id: "makeToken",
	method: "POST",
	path: "/api/v1/desk/tokens",
	tag,
	access,
	roles,
	status: 201,
	summary: "Make a token for the X-Admin-Token header: it does what oneself may do, and is told once. By a session of the desk alone",
	body: z.object({
		label: z.string().trim().min(1, "Say what it is for.").max(60),
		days: z.int().min(1).max(TOKEN_DAYS_MAX).default(7),
	}),
	answer: z.object({ token: z.string(), made: PersonalToken }),
	problems: ["not_allowed"],
});
export const revokeToken = endpoint({
	id: "revokeToken",
	method: "DELETE",
	path: "/api/v1/desk/tokens/:tokenId",
	tag,
	access,
	roles,
	status: 204,
	summary: "End one of one's own tokens; repeated, it changes nothing",
	params: z.object({ tokenId: Id }),
});
