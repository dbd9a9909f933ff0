import type { Services } from "../../platform/services.ts";

/** Takes a notice out of a user's inbox; where there is none, nothing changes. @throws when the inbox can't be reached: call again */
export async function withdrawNotice({ env }: Services, userId: string, key: string): Promise<void> {
	await env.INBOX.get(env.INBOX.idFromName(userId)).withdraw(key);
}

/** Forgets a whole inbox (account deletion). @throws when it can't be reached: call again */
export async function eraseInboxOf({ env }: Services, userId: string): Promise<boolean> {
	await env.INBOX.get(env.INBOX.idFromName(userId)).forget();
	return true;
}
