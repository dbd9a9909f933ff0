import type { Notification } from "../../../contracts/engagement.ts";
import type { UserViewer } from "../../gateway/viewer.ts";
import { countCursor } from "../../lists/cursor.ts";
import type { Services } from "../../platform/services.ts";
import { loadSummaries } from "../summaries.ts";

export interface NotificationPage {
	readonly notifications: Notification[];
	readonly unread: number;
	readonly nextCursor: string | null;
}

const inboxOf = (services: Services, viewer: UserViewer) => services.env.INBOX.get(services.env.INBOX.idFromName(viewer.userId));

/** What happened to the viewer, newest first. */
export async function listNotifications(
	services: Services,
	viewer: UserViewer,
	query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<NotificationPage> {
	const before = countCursor.decode(query.cursor)?.count ?? null;
	const { entries, unread, next } = await inboxOf(services, viewer).list(query.limit, before);
	const actors = await loadSummaries(
		services,
		entries.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
	);
	const notifications = entries.map((entry) => ({
		id: String(entry.id),
		type: entry.type,
		text: entry.text,
		actor: entry.actorId === null ? null : (actors.get(entry.actorId) ?? null),
		videoId: entry.videoId,
		createdAt: new Date(entry.at).toISOString(),
		read: entry.read,
	}));
	return { notifications, unread, nextCursor: next === null ? null : countCursor.encode({ count: next }) };
}

/** Marks all up to and including one as read; all there are when none is named. @returns how many stay unread */
export async function readNotifications(services: Services, viewer: UserViewer, upTo: string | undefined): Promise<{ unread: number }> {
	return { unread: await inboxOf(services, viewer).markRead(upTo === undefined ? null : Number(upTo)) };
}
