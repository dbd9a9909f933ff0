import type { Notification } from "../../../contracts/notifications.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { inWords } from "./grouping.ts";
import type { StoredEntry } from "./inbox-store.ts";

/** A notice in words. @param actors of the last few who did it, those who may be named, the last first */
export function textOf(
	{ type, text, did, actorCount }: Pick<StoredEntry, "type" | "text" | "did" | "actorCount">,
	actors: readonly UserSummary[],
): string {
	if (did === null) return text;
	const names = actors.map(({ username }) => username);
	// Each message is somebody's own words, however many write.
	if (type === "message") return `${inWords(names.slice(0, 1), 1)} ${did}`;
	return `${inWords(names, actorCount)} ${did}`;
}

/** @param known people by id, without those the viewer may not meet */
export function presentNotice(entry: StoredEntry, known: ReadonlyMap<string, UserSummary>): Notification {
	const actors = entry.actorIds.flatMap((id) => known.get(id) ?? []);
	return {
		id: String(entry.id),
		type: entry.type,
		text: textOf(entry, actors),
		actor: actors[0] ?? null,
		actors,
		actorCount: entry.actorCount,
		videoId: entry.videoId,
		commentId: entry.commentId,
		conversationId: entry.conversationId,
		createdAt: new Date(entry.at).toISOString(),
		read: entry.read,
	};
}
