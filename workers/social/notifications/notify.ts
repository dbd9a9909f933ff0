import type { Notification } from "../../../contracts/engagement.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** Something to tell a user. */
export interface Notice {
	readonly userId: string;
	readonly type: Notification["type"];
	/** The whole message in words. */
	readonly text: string;
	readonly actorId?: string;
	readonly videoId?: string;
	/** Names the happening: a second notice of the same key changes nothing. */
	readonly key: string;
}

const ATTEMPTS = 3;
/** Wait before the second attempt, milliseconds; doubled for the next. */
const FIRST_DELAY_MS = 50;

/**
 * Puts a notice into a user's inbox, once per key. Never throws: a notice is not worth failing what it tells of. A failed
 * call is tried again, and what could not be delivered is logged, but for its words: they may be somebody's.
 */
export async function notify(services: Services, notice: Notice): Promise<void> {
	if (notice.actorId === notice.userId) return;
	const { userId, ...entry } = notice;
	for (let attempt = 1; ; attempt++) {
		try {
			// A stub whose object failed stays broken, so each attempt takes a new one.
			const inbox = services.env.INBOX.get(services.env.INBOX.idFromName(userId));
			await inbox.add({ ...entry, at: services.clock() });
			return;
		} catch (error) {
			if (attempt === ATTEMPTS) {
				const { text: _, ...what } = notice;
				services.log.error("notify_failed", { ...what, ...errorFields(error) });
				return;
			}
			await new Promise((resolve) => setTimeout(resolve, FIRST_DELAY_MS * 2 ** (attempt - 1)));
		}
	}
}
