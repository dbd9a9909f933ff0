import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp } from "./ids.ts";
import { BIO_MAX, PASSWORD_MAX, PASSWORD_MIN, USERNAME_MAX, USERNAME_MIN } from "./limits.ts";
import { ProfileLinks } from "./profile-links.ts";
import { VISIBLE } from "./text.ts";

export const Username = z
	.string()
	.min(USERNAME_MIN, `A user name has at least ${USERNAME_MIN} characters.`)
	.max(USERNAME_MAX, `A user name has at most ${USERNAME_MAX} characters.`)
	.regex(/^[A-Za-z0-9._]+$/, "A user name has letters, digits, dots and underscores only.")
	.regex(/[A-Za-z0-9]/, "A user name has at least one letter or digit.");
export const Password = z
	.string()
	.min(PASSWORD_MIN, `A password has at least ${PASSWORD_MIN} characters.`)
	.max(PASSWORD_MAX, `A password has at most ${PASSWORD_MAX} characters.`);

/** As others see a user, on a card or in a list. */
export const UserSummary = z.object({
	id: Id,
	username: z.string(),
	displayName: z.string(),
	avatarUrl: z.string().nullable(),
	verified: z.boolean(),
});
export type UserSummary = z.infer<typeof UserSummary>;

export const UserProfile = UserSummary.extend({
	bio: z.string(),
	links: z.array(z.string()).describe('`https` all; to be shown with `rel="nofollow noopener"`'),
	showsLiked: z.boolean().describe("Whether others may see what they like"),
	followersCount: z.int(),
	followingCount: z.int(),
	likesCount: z.int(),
	videosCount: z.int(),
	createdAt: Timestamp,
	isPrivate: z.boolean().describe("Its videos and lists are for its followers"),
	mayOpen: z.boolean().describe("Whether the viewer may see its videos and lists"),
	/** How the viewer stands to this user. */
	following: z.boolean(),
	requested: z.boolean().describe("The viewer asked to follow, and was not answered yet"),
	followsYou: z.boolean(),
	requestedYou: z.boolean().describe("They asked to follow the viewer"),
	blocked: z.boolean(),
	muted: z.boolean(),
	isYou: z.boolean(),
});
export type UserProfile = z.infer<typeof UserProfile>;

/** The signed-in user's own account. */
export const Account = UserSummary.extend({
	bio: z.string(),
	links: z.array(z.string()),
	showsLiked: z.boolean().describe("Whether others may see what one likes"),
	email: z.string().nullable(),
	/** The address that becomes the account's when the link mailed to it is confirmed. */
	pendingEmail: z.string().nullable(),
	accountType: z.enum(["standard", "teen"]),
	ageRestriction: z
		.object({
			decisionId: Id,
			erasedAt: Timestamp.nullable().describe("Null while an appeal waits"),
		})
		.nullable()
		.describe("The account was found to be of somebody younger than 13"),
	mayComeOfAge: z.boolean().describe("Turned 18, and has not yet said that the account is an adult's"),
	isPrivate: z.boolean().describe("Followers are accepted one by one, and all else is for followers"),
	interests: z.array(z.string()),
	createdAt: Timestamp,
});
export type Account = z.infer<typeof Account>;

const Signed = z.object({ user: Account, token: z.string().describe("Bearer token; browsers use the cookie instead") });
export const UserParams = z.object({ userId: z.string().describe("An id, or a user name with a leading @") });
export const Page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: Cursor.optional() });
export const UserList = z.object({ users: z.array(UserSummary), nextCursor: Cursor.nullable() });

const Adding = z.boolean().default(false).describe("The account in use stays signed in on this device, to be switched back to");

export const register = endpoint({
	id: "register",
	method: "POST",
	path: "/api/v1/auth/register",
	tag: "Accounts",
	access: "public",
	status: 201,
	summary: "Make an account and sign in",
	body: z.object({ username: Username, password: Password, birthdate: z.iso.date(), email: z.email().optional(), add: Adding }),
	answer: Signed,
	problems: ["username_taken", "email_taken", "under_age", "rate_limited"],
});
export const login = endpoint({
	id: "login",
	method: "POST",
	path: "/api/v1/auth/login",
	tag: "Accounts",
	access: "public",
	status: 200,
	summary: "Sign in",
	body: z.object({
		username: z.string().min(1).max(320),
		password: z.string().min(1).max(PASSWORD_MAX),
		comeBack: z.boolean().default(false).describe("Takes the deletion of the account back, where it was asked for"),
		add: Adding,
	}),
	answer: Signed,
	problems: ["bad_credentials", "account_suspended", "account_leaving", "rate_limited"],
});
export const logout = endpoint({
	id: "logout",
	method: "POST",
	path: "/api/v1/auth/logout",
	tag: "Accounts",
	access: "public",
	status: 204,
	summary: "End this session",
});
export const me = endpoint({
	id: "me",
	method: "GET",
	path: "/api/v1/auth/me",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 200,
	summary: "The signed-in user",
	answer: z.object({ user: Account }),
});
export const updateMe = endpoint({
	id: "updateMe",
	method: "PATCH",
	path: "/api/v1/auth/me",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Change display name, bio, links, or who may see one's account",
	body: z.object({
		displayName: z.string().trim().regex(VISIBLE, "A name has at least one letter, digit or sign.").max(40).optional(),
		bio: z.string().max(BIO_MAX).optional(),
		links: ProfileLinks.optional(),
		showsLiked: z.boolean().optional(),
		isPrivate: z
			.boolean()
			.optional()
			.describe("Turned on, it holds at once and followers stay; turned off, everybody who waits is accepted"),
	}),
	answer: z.object({ user: Account }),
});
export const SessionInfo = z.object({
	id: z.string(),
	createdAt: Timestamp,
	lastSeenAt: Timestamp,
	expiresAt: Timestamp,
	userAgent: z.string().nullable(),
	ipAddress: z.string().nullable(),
	current: z.boolean(),
});
export const listSessions = endpoint({
	id: "listSessions",
	method: "GET",
	path: "/api/v1/auth/sessions",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 200,
	summary: "Where you are signed in",
	answer: z.object({ sessions: z.array(SessionInfo) }),
});
export const revokeSession = endpoint({
	id: "revokeSession",
	method: "DELETE",
	path: "/api/v1/auth/sessions/:sessionId",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 204,
	summary: "Sign out one session",
	params: z.object({ sessionId: z.string() }),
	problems: ["not_found"],
});
export const getUser = endpoint({
	id: "getUser",
	method: "GET",
	path: "/api/v1/users/:userId",
	tag: "Users",
	access: "viewer",
	status: 200,
	summary: "A profile",
	params: UserParams,
	answer: z.object({ user: UserProfile }),
	problems: ["user_not_found"],
});
export const follow = endpoint({
	id: "follow",
	method: "POST",
	path: "/api/v1/users/:userId/follow",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Follow, or ask to follow a private account; repeated, it changes nothing",
	params: UserParams,
	answer: z.object({
		following: z.boolean(),
		requested: z.boolean().describe("The account is private and has not answered yet"),
		followersCount: z.int(),
	}),
	problems: ["user_not_found", "forbidden", "daily_limit", "requests_full"],
});
export const unfollow = endpoint({
	...follow,
	id: "unfollow",
	method: "DELETE",
	summary: "Stop following, or take a request back",
	problems: ["user_not_found"],
});
export const block = endpoint({
	id: "block",
	method: "POST",
	path: "/api/v1/users/:userId/block",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Block: neither sees the other's videos or comments",
	params: UserParams,
	answer: z.object({ blocked: z.boolean() }),
	problems: ["user_not_found", "forbidden"],
});
export const unblock = endpoint({ ...block, id: "unblock", method: "DELETE", summary: "Unblock" });
export const listFollowers = endpoint({
	id: "listFollowers",
	method: "GET",
	path: "/api/v1/users/:userId/followers",
	tag: "Users",
	access: "viewer",
	status: 200,
	summary: "Who follows",
	params: UserParams,
	query: Page,
	answer: UserList,
	problems: ["user_not_found", "account_private"],
});
export const listFollowing = endpoint({
	...listFollowers,
	id: "listFollowing",
	path: "/api/v1/users/:userId/following",
	summary: "Who is followed",
});
