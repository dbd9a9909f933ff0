import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { deliver } from "./deliver.ts";
import type { Withdrawal } from "./inbox-store.ts";
import { inboxOf } from "./protocol.ts";

/**
 * Takes notices out of a user's inbox, for good: what is told again later under the same key is not shown. Never throws;
 * tried again like a notice.
 * @returns false when it could not be done
 */
export async function withdrawNotices(services: Services, userId: string, what: Withdrawal): Promise<boolean> {
	try {
		await deliver(services, userId, (inbox) => inbox.withdraw({ ...what, at: services.clock() }));
		return true;
	} catch (error) {
		// Not what is told instead: it may be somebody's words.
		const { instead: _, ...which } = "key" in what ? what : { ...what, instead: undefined };
		services.log.error("notices_not_withdrawn", { ...which, userId, ...errorFields(error) });
		return false;
	}
}

/** The same where the caller does it again until it is done. @throws when the inbox can't be reached */
export async function withdrawAgain(services: Services, userId: string, what: Withdrawal): Promise<void> {
	if (!(await withdrawNotices(services, userId, what))) throw new Error("the inbox can't be reached");
}

/** Forgets a whole inbox (account deletion). @throws when it can't be reached: call again */
export async function eraseInboxOf(services: Pick<Services, "objects">, userId: string): Promise<boolean> {
	await inboxOf(services, userId).forget();
	return true;
}
