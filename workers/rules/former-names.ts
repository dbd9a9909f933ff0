import { and, eq, gt } from "drizzle-orm";
import { FORMER_USERNAME_DAYS } from "../../contracts/limits.ts";
import { formerUsernames } from "../../db/schema/directory.ts";
import type { Services } from "../platform/services.ts";

const DAY_MS = 86_400_000;

/** Names that were given up before this are nobody's any more. @param now milliseconds since 1970 */
export const forgottenBefore = (now: number): Date => new Date(now - FORMER_USERNAME_DAYS * DAY_MS);

/** Whose a user name was until lately: it leads to them, and nobody else can take it. @param name in any case of letters */
export async function formerOwnerOf({ db, clock }: Pick<Services, "db" | "clock">, name: string): Promise<string | null> {
	const [row] = await db
		.directory()
		.select({ userId: formerUsernames.userId })
		.from(formerUsernames)
		.where(and(eq(formerUsernames.username, name.toLowerCase()), gt(formerUsernames.changedAt, forgottenBefore(clock()))));
	return row?.userId ?? null;
}
