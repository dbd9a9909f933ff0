import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { listSaved } from "./engagement.ts";
import { PICTURE_MAX_BYTES } from "./limits.ts";

import { Account, Page, Username, UserParams } from "./users.ts";

/** What people make of their profile, beside its words: the picture, the name, and whether others see what they like. */

export const setAvatar = endpoint({
	id: "setAvatar",
	method: "PUT",
	path: "/api/v1/auth/me/avatar",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Choose one's picture: the file is drawn anew as a square, upright, and without what the camera wrote into it",
	file: { type: "image/*", maxBytes: PICTURE_MAX_BYTES },
	answer: z.object({ user: Account }),
	problems: ["picture_refused", "file_too_large", "daily_limit"],
});
export const removeAvatar = endpoint({
	id: "removeAvatar",
	method: "DELETE",
	path: "/api/v1/auth/me/avatar",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Go back to initials; repeated, it changes nothing",
	answer: z.object({ user: Account }),
});
export const changeUsername = endpoint({
	id: "changeUsername",
	method: "PUT",
	path: "/api/v1/auth/username",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Take another user name; the old one leads here for thirty days, and nobody else may take it until then",
	body: z.object({ username: Username }),
	answer: z.object({ user: Account }),
	problems: ["username_taken", "username_changes_used"],
});
export const listLikedOf = endpoint({
	...listSaved,
	id: "listLikedOf",
	path: "/api/v1/users/:userId/liked",
	tag: "Users",
	access: "viewer",
	summary: "What somebody likes who shows it, latest first",
	params: UserParams,
	query: Page,
	problems: ["user_not_found", "account_private", "forbidden"],
});
