import { and, eq, type SQL } from "drizzle-orm";
import { accountCredentials } from "../../../db/schema/directory.ts";
import type { Services } from "../../platform/services.ts";

/** The row that holds an account's password. */
export const passwordRowOf = (userId: string): SQL | undefined =>
	and(eq(accountCredentials.userId, userId), eq(accountCredentials.providerId, "credential"));

export interface Credential {
	readonly hash: string;
	readonly updatedAt: Date;
}

/** An account's password as it is stored; null where there is no account, or none with a password. */
export async function credentialOf({ db }: Services, userId: string): Promise<Credential | null> {
	const [row] = await db
		.directory()
		.select({ hash: accountCredentials.password, updatedAt: accountCredentials.updatedAt })
		.from(accountCredentials)
		.where(passwordRowOf(userId));
	return row?.hash ? { hash: row.hash, updatedAt: row.updatedAt } : null;
}
