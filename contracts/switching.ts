import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id } from "./ids.ts";
import { Account, UserSummary } from "./users.ts";

/** Accounts signed in on one device, the one in use among them. */
export const ACCOUNTS_MAX = 5;

export const DeviceAccount = UserSummary.extend({ current: z.boolean().describe("The one in use") });
export type DeviceAccount = z.infer<typeof DeviceAccount>;

/** By cookies alone: whoever holds bearer tokens switches by taking another. */
export const listAccounts = endpoint({
	id: "listAccounts",
	method: "GET",
	path: "/api/v1/auth/accounts",
	tag: "Accounts",
	access: "public",
	status: 200,
	summary: "Accounts signed in on this device, the one in use first",
	answer: z.object({ accounts: z.array(DeviceAccount).max(ACCOUNTS_MAX) }),
});
export const switchAccount = endpoint({
	id: "switchAccount",
	method: "POST",
	path: "/api/v1/auth/switch",
	tag: "Accounts",
	access: "public",
	status: 200,
	summary: "Use another account that is signed in on this device; the one in use stays signed in",
	body: z.object({ userId: Id }),
	answer: z.object({ user: Account }),
	problems: ["not_found"],
});
export const removeAccount = endpoint({
	id: "removeAccount",
	method: "DELETE",
	path: "/api/v1/auth/accounts/:userId",
	tag: "Accounts",
	access: "public",
	status: 204,
	summary: "Sign another account out on this device",
	params: z.object({ userId: Id }),
	problems: ["not_found"],
});
