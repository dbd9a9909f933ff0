import { eq } from "drizzle-orm";
import { TEEN_NIGHT } from "../../../../contracts/limits.ts";
import { accountUsers } from "../../../../db/schema/directory.ts";
import type { Services } from "../../../platform/services.ts";
import { quietUntil } from "./quiet-hours.ts";

/**
 * Until when a teen is neither pushed nor mailed to, milliseconds since 1970; null when it is no night where they are, and for everybody
 * else. By the account's type, not the birthdate: the eighteenth birthday changes nothing by itself. The database is asked at night alone.
 * @throws when it can't be asked: the alarm is tried again, and nobody is woken meanwhile
 */
export async function teenNightUntil(services: Services, userId: string, timeZone: string): Promise<number | null> {
	const until = quietUntil(TEEN_NIGHT, timeZone, services.clock());
	if (until === null) return null;
	const account = services.db.directory().select({ type: accountUsers.accountType }).from(accountUsers).where(eq(accountUsers.id, userId));
	const [row] = await account;
	return row?.type === "teen" ? until : null;
}
