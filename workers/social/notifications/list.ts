import type { Notification } from "../../../contracts/engagement.ts";
import { countCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadVideos, mayDo, standingOf } from "../../videos/cards/index.ts";
import type { StoredEntry } from "./inbox-store.ts";
import { inboxOf } from "./protocol.ts";
import { withdrawNotices } from "./withdraw.ts";

export interface NotificationPage {
	readonly notifications: Notification[];
	readonly unread: number;
	readonly nextCursor: string | null;
}

/** A page is read anew so often after some of it was withdrawn. */
const ROUNDS = 3;

/** Withdraws what is of somebody blocked, either way, or of a video that was deleted or is hidden from the viewer. @returns whether there was any */
async function withdrawOutdated(services: Services, viewer: UserViewer, entries: readonly StoredEntry[]): Promise<boolean> {
	const relations = await relationsOf(services, viewer);
	const { blocked } = relations;
	const actors = new Set(entries.flatMap(({ actorId }) => (actorId !== null && blocked.has(actorId) ? [actorId] : [])));
	const videoIds = [...new Set(entries.flatMap(({ videoId }) => videoId ?? []))];
	const records = await loadVideos(services, videoIds);
	const gone = videoIds.filter((id) => {
		const record = records.get(id);
		if (record === undefined) return false;
		const standing = standingOf(relations, viewer.userId, record.userId);
		return !mayDo("manage", record, standing) && !mayDo("see", record, standing);
	});
	const done = await Promise.all([
		...[...actors].map((actorId) => withdrawNotices(services, viewer.userId, { actorId })),
		...gone.map((videoId) => withdrawNotices(services, viewer.userId, { videoId })),
	]);
	return done.includes(true);
}

/** What happened to the viewer, newest first. */
export async function listNotifications(
	services: Services,
	viewer: UserViewer,
	query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<NotificationPage> {
	const before = countCursor.decode(query.cursor)?.count ?? null;
	const read = () => inboxOf(services, viewer.userId).list(query.limit, before);
	let page = await read();
	// What should have been withdrawn when it happened, and was not because the inbox was away, is withdrawn when it would be shown.
	for (let round = 0; round < ROUNDS && (await withdrawOutdated(services, viewer, page.entries)); round++) page = await read();
	const { entries, unread, next } = page;
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
	return { unread: await inboxOf(services, viewer.userId).markRead(upTo === undefined ? null : Number(upTo)) };
}
