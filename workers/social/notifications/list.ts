import { NOTIFICATION_FILTERS, type NotificationFilterName } from "../../../contracts/notification-types.ts";
import type { Notification } from "../../../contracts/notifications.ts";
import { noticeNotFound } from "../../../contracts/problems/social.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { countCursor, type Place } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import { peoplePage } from "../../lists/people-page.ts";
import { type List, listPage, type PageQuery } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { keptFrom, mayReach } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { mayDo, standingOf } from "../../rules/videos.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadVideos, type VideoRecord } from "../../videos/cards/index.ts";
import type { StoredEntry, Withdrawal } from "./inbox-store.ts";
import { presentNotice } from "./present.ts";
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
export async function listNotifications(
	services: Services,
	viewer: UserViewer,
	query: PageQuery & { readonly filter: NotificationFilterName },
): Promise<NotificationPage> {
	const inbox = inboxOf(services, viewer.userId);
	let unread = 0;
	const outdated: StoredEntry[] = [];
	const list: List<StoredEntry, { readonly count: number }, Known, Notification> = {
		async skeleton(after, limit) {
			const page = await inbox.list(limit, after?.count ?? null, NOTIFICATION_FILTERS[query.filter]);
			unread = page.unread;
			return { entries: page.entries, next: page.next === null ? null : { count: page.next } };
		},
		async hydrate(entries) {
			const [actors, records, relations] = await Promise.all([
				loadSummaries(
					services,
					entries.flatMap(({ actorIds }) => actorIds),
				),
				loadVideos(
					services,
					entries.flatMap(({ videoId }) => videoId ?? []),
				),
				relationsOf(services, viewer),
			]);
			return { actors: new Map([...actors].filter(([id]) => mayReach(relations, id))), records, relations };
		},
		rule(entry, known) {
			const isShown = isStillTold(viewer, entry, known);
			if (!isShown) outdated.push(entry);
			return isShown;
		},
		present: (entries, { actors }) => entries.map((entry) => presentNotice(entry, actors)),
	};
	const { items, nextCursor } = await listPage(list, countCursor, query);
	if (await withdrawOutdated(services, viewer, outdated)) unread = (await inbox.list(1, null)).unread;
	return { notifications: items, unread, nextCursor };
}

/** False for what is of none but people muted, or blocked either way, or of a video that was deleted or is hidden from the viewer. */
function isStillTold({ userId }: UserViewer, { actorIds, videoId }: StoredEntry, { records, relations }: Known): boolean {
	if (actorIds.length > 0 && !actorIds.some((id) => mayReach(relations, id))) return false;
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
	const kept = keptFrom(await relationsOf(services, viewer));
	const about = new Map<string, Withdrawal>();
	for (const { actorIds, videoId } of outdated) {
		const gone = actorIds.filter((id) => kept.has(id));
		for (const actorId of gone) about.set(`user ${actorId}`, { actorId });
		if (gone.length === 0 && videoId !== null) about.set(`video ${videoId}`, { videoId });
	}
	const done = await Promise.all([...about.values()].map((what) => withdrawNotices(services, viewer.userId, what)));
	return done.includes(true);
}

/** Marks all up to and including one as read; all there are when none is named. @returns how many stay unread */
export async function readNotifications(services: Services, viewer: UserViewer, upTo: string | undefined): Promise<{ unread: number }> {
	return { unread: await inboxOf(services, viewer.userId).markRead(upTo === undefined ? null : Number(upTo)) };
}

/** Everybody a notice tells of, the last first, but who is gone or not to be met. @throws `not_found` when the viewer has no such notice */
export async function listNoticePeople(
	services: Services,
	viewer: UserViewer,
	noticeId: string,
	query: PageQuery,
): Promise<{ users: UserSummary[]; nextCursor: string | null }> {
	const relations = await relationsOf(services, viewer);
	const read = async (after: Place | null, limit: number): Promise<Place[]> => {
		const before = after === null ? null : { at: after.at.getTime(), id: after.id };
		const found = await inboxOf(services, viewer.userId).actors(Number(noticeId), limit, before);
		if (found === null) throw noticeNotFound();
		return found.map(({ id, at }) => ({ id, at: new Date(at) }));
	};
	const { items, nextCursor } = await peoplePage(services, read, (id) => mayReach(relations, id), query);
	return { users: items.map(({ user }) => user), nextCursor };
}
