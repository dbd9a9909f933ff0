import type { Notification } from "../../../contracts/engagement.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { countCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import { type List, listPage, type PageQuery } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayReach } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { mayDo, standingOf } from "../../rules/videos.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadVideos, type VideoRecord } from "../../videos/cards/index.ts";
import type { StoredEntry, Withdrawal } from "./inbox-store.ts";
import { inboxOf } from "./protocol.ts";
import { withdrawNotices } from "./withdraw.ts";

export interface NotificationPage {
	readonly notifications: Notification[];
	readonly unread: number;
	readonly nextCursor: string | null;
}

interface Known {
	readonly actors: ReadonlyMap<string, UserSummary>;
	readonly records: ReadonlyMap<string, VideoRecord>;
	readonly relations: Relations;
}

/** What happened to the viewer, newest first. */
export async function listNotifications(services: Services, viewer: UserViewer, query: PageQuery): Promise<NotificationPage> {
	const inbox = inboxOf(services, viewer.userId);
	let unread = 0;
	const outdated: StoredEntry[] = [];
	const list: List<StoredEntry, { readonly count: number }, Known, Notification> = {
		async skeleton(after, limit) {
			const page = await inbox.list(limit, after?.count ?? null);
			unread = page.unread;
			return { entries: page.entries, next: page.next === null ? null : { count: page.next } };
		},
		async hydrate(entries) {
			const [actors, records, relations] = await Promise.all([
				loadSummaries(
					services,
					entries.flatMap(({ actorId }) => actorId ?? []),
				),
				loadVideos(
					services,
					entries.flatMap(({ videoId }) => videoId ?? []),
				),
				relationsOf(services, viewer),
			]);
			return { actors, records, relations };
		},
		rule(entry, known) {
			const isShown = isStillTold(viewer, entry, known);
			if (!isShown) outdated.push(entry);
			return isShown;
		},
		present: (entries, { actors }) =>
			entries.map((entry) => ({
				id: String(entry.id),
				type: entry.type,
				text: entry.text,
				actor: entry.actorId === null ? null : (actors.get(entry.actorId) ?? null),
				videoId: entry.videoId,
				commentId: entry.commentId,
				createdAt: new Date(entry.at).toISOString(),
				read: entry.read,
			})),
	};
	const { items, nextCursor } = await listPage(list, countCursor, query);
	if (await withdrawOutdated(services, viewer, outdated)) unread = (await inbox.list(1, null)).unread;
	return { notifications: items, unread, nextCursor };
}

/** False for what is of somebody muted, or blocked either way, or of a video that was deleted or is hidden from the viewer. */
function isStillTold({ userId }: UserViewer, { actorId, videoId }: StoredEntry, { records, relations }: Known): boolean {
	if (actorId !== null && !mayReach(relations, actorId)) return false;
	const record = videoId === null ? undefined : records.get(videoId);
	if (record === undefined) return true;
	const standing = standingOf(relations, userId, record.userId);
	return mayDo("manage", record, standing) || mayDo("see", record, standing);
}

/**
 * What should have been withdrawn when it happened, and was not because the inbox was away, is withdrawn when it would be shown.
 * @returns whether there was any
 */
async function withdrawOutdated(services: Services, viewer: UserViewer, outdated: readonly StoredEntry[]): Promise<boolean> {
	const { blocked } = await relationsOf(services, viewer);
	const about = new Map<string, Withdrawal>();
	for (const { actorId, videoId } of outdated) {
		if (actorId !== null && blocked.has(actorId)) about.set(`user ${actorId}`, { actorId });
		else if (videoId !== null) about.set(`video ${videoId}`, { videoId });
	}
	const done = await Promise.all([...about.values()].map((what) => withdrawNotices(services, viewer.userId, what)));
	return done.includes(true);
}

/** Marks all up to and including one as read; all there are when none is named. @returns how many stay unread */
export async function readNotifications(services: Services, viewer: UserViewer, upTo: string | undefined): Promise<{ unread: number }> {
	return { unread: await inboxOf(services, viewer.userId).markRead(upTo === undefined ? null : Number(upTo)) };
}
