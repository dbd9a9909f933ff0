import { randomBytes } from "node:crypto";
import { and, gte, like, type SQL } from "drizzle-orm";
import { linkExpired } from "../../contracts/problems/accounts.ts";
import { accountVerifications } from "../../db/schema/directory.ts";
import type { Services } from "../platform/services.ts";
import { authOf } from "./auth.ts";

/** What a mailed link does. */
type Purpose = "reset-password" | "confirm-email" | "undo-email";

/** Makes the token of a link that works once. Stored is its hash alone (better-auth's `storeIdentifier`). @param lifetimeS seconds */
export async function makeLink(services: Services, purpose: Purpose, value: string, lifetimeS: number): Promise<string> {
	const { internalAdapter } = await (await authOf(services)).$context;
	const token = randomBytes(24).toString("base64url");
	const expiresAt = new Date(services.clock() + lifetimeS * 1_000);
	await internalAdapter.createVerificationValue({ identifier: `${purpose}:${token}`, value, expiresAt });
	return token;
}

/** What a link stands for, without using it up. @throws `link_expired` */
export async function readLink(services: Services, purpose: Purpose, token: string): Promise<string> {
	const { internalAdapter } = await (await authOf(services)).$context;
	const link = await internalAdapter.findVerificationValue(`${purpose}:${token}`);
	if (link === null || link.expiresAt.getTime() <= services.clock()) throw linkExpired();
	return link.value;
}

/** The same, and of many at once only one is answered. @throws `link_expired` */
export async function useLink(services: Services, purpose: Purpose, token: string): Promise<{ value: string; madeAt: Date }> {
	const { internalAdapter } = await (await authOf(services)).$context;
	const link = await internalAdapter.consumeVerificationValue(`${purpose}:${token}`);
	if (link === null || link.expiresAt.getTime() <= services.clock()) throw linkExpired();
	return { value: link.value, madeAt: link.createdAt };
}

/** Links of an account, whatever they do: each says in its value whose it is. */
export const linksOf = (userId: string): SQL => like(accountVerifications.value, `%"userId":"${userId}"%`);

/** Makes the links of an account worthless that were made since a moment, that moment included. */
export async function voidLinks({ db }: Services, userId: string, since: Date): Promise<void> {
	await db
		.directory()
		.delete(accountVerifications)
		.where(and(linksOf(userId), gte(accountVerifications.createdAt, since)));
}
