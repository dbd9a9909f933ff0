import { and, eq, gt } from "drizzle-orm";
import { accountUsers } from "../../../db/schema/directory.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";

/** Takes the deletion of an account back, if its time has not come. @returns false when it has */
export async function comeBack(services: Services, userId: string): Promise<boolean> {
	const now = new Date(services.clock());
	const [back] = await services.db
		.directory()
		.update(accountUsers)
		.set({ eraseAt: null })
		.where(and(eq(accountUsers.id, userId), gt(accountUsers.eraseAt, now)))
		.returning({ id: accountUsers.id });
	if (back === undefined) return false;
	await emitOrFail(services, "returned", { userId });
	services.log.info("account_came_back", { userId });
	return true;
}
