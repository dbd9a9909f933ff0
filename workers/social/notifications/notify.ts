import type { NotificationType } from "../../../contracts/notification-types.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { mayReach } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import { deliver } from "./deliver.ts";

/** Something to tell a user. */
export interface Notice {
	readonly userId: string;
	readonly type: NotificationType;
	/** The whole message in words; with `did`, what is told where nobody can be named. */
	readonly text: string;
	/** What the actor did, to stand behind their name or several: `liked “Title”`. Types that are grouped have it (`grouping.ts`). */
	readonly did?: string;
	readonly actorId?: string;
	readonly videoId?: string;
	readonly commentId?: string;
	/** Of a message: pushed, and not among the notifications. */
	readonly conversationId?: string;
	/** Names the happening: a second notice of the same key changes nothing. */
	readonly key: string;
	/** The beginning of the key of those like it, of which one is enough. */
	readonly group?: string;
}

/**
 * Puts a notice into a user's inbox, once per key, unless who did it is blocked or muted. Never throws: a notice is not worth failing
 * what it tells of. A failed call is tried again, and what could not be delivered is logged, but for its words: they may be somebody's.
 */
export async function notify(services: Services, notice: Notice): Promise<void> {
	const { userId, actorId, text: _, did: __, ...what } = notice;
	if (actorId === userId) return;
	if (actorId !== undefined && !mayReach(await relationsOf(services, { kind: "user", userId }), actorId)) return;
	const { userId: ___, ...entry } = notice;
	await deliver(services, userId, (inbox) => inbox.add({ ...entry, at: services.clock() })).catch((error: unknown) =>
		services.log.error("notify_failed", { ...what, actorId, userId, ...errorFields(error) }),
	);
}
