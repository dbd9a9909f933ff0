import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Timestamp } from "./ids.ts";
import { PASSWORD_MAX } from "./limits.ts";
import { Account, Password } from "./users.ts";

/** A password given to prove who asks: any that could have been set. */
const GivenPassword = z.string().min(1, "Enter your password.").max(PASSWORD_MAX);
const Token = z.string().min(1).max(128).describe("The `token` of the link in the mail");

export const changePassword = endpoint({
	id: "changePassword",
	method: "POST",
	path: "/api/v1/auth/password",
	tag: "Accounts",
	access: "user",
	status: 204,
	summary: "Change the password; every other session ends",
	body: z.object({ currentPassword: GivenPassword, newPassword: Password }),
	problems: ["wrong_password", "rate_limited"],
});
export const forgotPassword = endpoint({
	id: "forgotPassword",
	method: "POST",
	path: "/api/v1/auth/password/forgot",
	tag: "Accounts",
	access: "public",
	status: 202,
	summary: "Have a link mailed that sets a new password; the answer is the same whether there is such an account or not",
	body: z.object({ name: z.string().trim().min(1, "Enter your user name or your e-mail address.").max(320) }),
	answer: z.object({ accepted: z.boolean() }),
	problems: ["mail_unavailable", "rate_limited"],
});
export const resetPassword = endpoint({
	id: "resetPassword",
	method: "POST",
	path: "/api/v1/auth/password/reset",
	tag: "Accounts",
	access: "public",
	status: 204,
	summary: "Set a new password by a mailed link, once within an hour; every session ends",
	body: z.object({ token: Token, newPassword: Password }),
	problems: ["link_expired", "rate_limited"],
});
export const changeEmail = endpoint({
	id: "changeEmail",
	method: "POST",
	path: "/api/v1/auth/email",
	tag: "Accounts",
	access: "user",
	status: 202,
	summary: "Change the e-mail address: it takes effect when the link mailed to the new one is confirmed",
	body: z.object({ email: z.email("This isn't an e-mail address."), password: GivenPassword }),
	answer: z.object({ pendingEmail: z.string() }),
	problems: ["wrong_password", "email_taken", "mail_unavailable", "rate_limited"],
});
export const confirmEmail = endpoint({
	id: "confirmEmail",
	method: "POST",
	path: "/api/v1/auth/email/confirm",
	tag: "Accounts",
	access: "public",
	status: 200,
	summary: "Confirm a new e-mail address by the link mailed to it",
	body: z.object({ token: Token }),
	answer: z.object({ email: z.string() }),
	problems: ["link_expired", "email_taken", "rate_limited"],
});
export const undoEmail = endpoint({
	id: "undoEmail",
	method: "POST",
	path: "/api/v1/auth/email/undo",
	tag: "Accounts",
	access: "public",
	status: 200,
	summary: "“This wasn't me”: keeps or brings back the old address, ends every session and the password with them",
	body: z.object({ token: Token }),
	answer: z.object({ email: z.string(), resetToken: z.string().describe("Sets a new password, as that of a mailed link does") }),
	problems: ["link_expired", "email_taken", "rate_limited"],
});
export const endSessions = endpoint({
	id: "endSessions",
	method: "DELETE",
	path: "/api/v1/auth/sessions",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 200,
	summary: "Sign out everywhere, or everywhere else",
	query: z.object({ keep: z.enum(["none", "current"]).default("none") }),
	answer: z.object({ ended: z.int() }),
});
export const deleteAccount = endpoint({
	id: "deleteAccount",
	method: "POST",
	path: "/api/v1/auth/deletion",
	tag: "Accounts",
	access: "user",
	forChildren: true,
	status: 202,
	summary: "Delete the account: hidden and signed out at once, erased after thirty days or now",
	body: z.object({ password: GivenPassword, when: z.enum(["later", "now"]).default("later") }),
	answer: z.object({ erasedAt: Timestamp.describe("Until then, logging in offers to come back") }),
	problems: ["wrong_password", "rate_limited"],
});

export const comeOfAge = endpoint({
	id: "comeOfAge",
	method: "PUT",
	path: "/api/v1/auth/me/adulthood",
	tag: "Accounts",
	access: "user",
	status: 200,
	summary: "Turn a teen's account into an adult's, once one is 18: nothing changes by itself. Repeated, it changes nothing",
	answer: z.object({ user: Account }),
	problems: ["not_allowed"],
});
