import { createHash } from "node:crypto";
import { and, eq, exists, sql } from "drizzle-orm";
import * as z from "zod";
import { Id } from "../../../contracts/ids.ts";
import { RESET_LINK_LIFETIME_S } from "../../../contracts/limits.ts";
import { linkExpired } from "../../../contracts/problems/accounts.ts";
import { accountCredentials, accountUsers } from "../../../db/schema/directory.ts";
import type { Services } from "../../platform/services.ts";
import { makeLink, readLink, useLink } from "../links.ts";
import { credentialOf, passwordRowOf } from "./credential.ts";

/**
 * What a link to a new password stands for: the account as it was. Once it has another password or another address, earlier links
 * are worth nothing, whoever reads the mailbox they went to.
 */
const Reset = z.object({ userId: Id, email: z.string(), passwordMark: z.string() });

/** Says of a stored hash whether it is the same, and nothing else. */
const markOf = (hash: string): string => createHash("sha256").update(hash).digest("base64url");

/** @param email where it is mailed to */
export async function makeResetLink(services: Services, userId: string, email: string): Promise<string> {
	const value: z.infer<typeof Reset> = { userId, email, passwordMark: markOf((await credentialOf(services, userId))?.hash ?? "") };
	return makeLink(services, "reset-password", JSON.stringify(value), RESET_LINK_LIFETIME_S);
}

/** A link that still holds. */
export interface StandingReset {
	readonly userId: string;
	/** Uses the link up, and sets this hash if the account is still as it was. @throws `link_expired` */
	set(hash: string): Promise<void>;
}

/** @throws `link_expired` */
export async function readResetLink(services: Services, token: string): Promise<StandingReset> {
	const { userId, email, passwordMark } = Reset.parse(JSON.parse(await readLink(services, "reset-password", token)));
	const before = (await credentialOf(services, userId))?.hash;
	if (before === undefined || markOf(before) !== passwordMark) throw linkExpired();
	return {
		userId,
		set: async (hash) => {
			await useLink(services, "reset-password", token);
			const directory = services.db.directory();
			const account = directory
				.select({ one: sql`1` })
				.from(accountUsers)
				.where(and(eq(accountUsers.id, userId), eq(accountUsers.email, email)));
			const done = await directory
				.update(accountCredentials)
				.set({ password: hash, updatedAt: new Date(services.clock()) })
				.where(and(passwordRowOf(userId), eq(accountCredentials.password, before), exists(account)))
				.returning({ id: accountCredentials.id });
			if (done.length === 0) throw linkExpired();
		},
	};
}
