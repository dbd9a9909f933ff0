import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { tellOfComment, tellOfEdit } from "./comments/notice.ts";
import { notify } from "./notifications/notify.ts";
import { unsubscribe } from "./notifications/settings/account.ts";
import { withdrawAgain, withdrawNotices } from "./notifications/withdraw.ts";

/** What people are told of what happens, and what is withdrawn: the steps of `workers/events.ts` that are the social feature's own. */

export async function tellOfPublished(services: Services, { videoId, userId, news }: EventMap["published"]): Promise<void> {
	if (news === null) return;
	await notify(services, { userId, type: "video_ready", text: news, videoId, key: `video_ready:${videoId}` });
}

export const tellOfFailed = (services: Services, { videoId, userId, generation, text }: EventMap["failed"]): Promise<void> =>
	notify(services, { userId, type: "video_failed", text, videoId, key: `video_failed:${videoId}:${generation}` });

export const tellOfAccount = (services: Services, { userId, text, key }: EventMap["secured"]): Promise<void> =>
	notify(services, { userId, type: "account", text, key });

/** As of the account: somebody else may have asked for it. */
export const tellOfExport = (services: Services, { userId, exportId, isReady }: EventMap["exported"]): Promise<void> =>
	notify(services, {
		userId,
		type: "account",
		text: isReady
			? "The copy of your data is ready. Download it in Settings within seven days."
			: "The copy of your data could not be made. Ask for it again in Settings.",
		key: `export:${exportId}:${isReady ? "ready" : "failed"}`,
	});

/** A creator learns of hearts and comments. */
export async function tellOfAct(services: Services, act: EventMap["acted"]): Promise<void> {
	const { viewer, videoId, kind, creatorId, title, comment } = act;
	if (viewer.kind === "guest" || creatorId === undefined) return;
	if (kind === "commented" && comment !== undefined) {
		return tellOfComment(services, {
			videoId,
			creatorId,
			authorId: viewer.userId,
			comment,
		});
	}
	if (kind !== "liked" || creatorId === viewer.userId) return;
	const what = title === undefined || title === "" ? "your video" : `“${title}”`;
	await notify(services, {
		userId: creatorId,
		type: "like",
		text: `Someone liked ${what}`,
		did: `liked ${what}`,
		actorId: viewer.userId,
		videoId,
		key: `like:${videoId}:${viewer.userId}`,
	});
}

export function tellOfRepost(services: Services, { userId, videoId, creatorId, title }: EventMap["reposted"]): Promise<void> {
	const did = `reposted ${title === "" ? "your video" : `“${title}”`}`;
	const key = `repost:${videoId}:${userId}`;
	return notify(services, { userId: creatorId, type: "repost", text: `Someone ${did}`, did, actorId: userId, videoId, key });
}

/** Who approved it knows; who is answered or mentioned is told now. */
export const tellOfShown = (services: Services, { videoId, authorId, comment }: EventMap["commentShown"]): Promise<void> =>
	tellOfComment(services, { videoId, creatorId: null, authorId, comment });

export async function tellOfEdited(services: Services, { videoId, authorId, before, comment }: EventMap["commentEdited"]): Promise<void> {
	if (comment.heldAt === null) await tellOfEdit(services, { videoId, authorId, before, comment });
}

/** What the other is told of who follows, asks to, or accepts. */
const NEWS = {
	follow: { type: "follow", did: "started following you" },
	request: { type: "request", did: "asks to follow you" },
	accept: { type: "accept", did: "let you follow them" },
} as const;
const isNews = (kind: EventMap["followed"]["kind"]): kind is keyof typeof NEWS => kind in NEWS;

export async function tellOfFollow(services: Services, { userId, otherId, kind, isNew }: EventMap["followed"]): Promise<void> {
	if (!isNew || !isNews(kind)) return;
	const { type, did } = NEWS[kind];
	await notify(services, { userId: otherId, type, text: `Someone ${did}`, did, actorId: userId, key: `${type}:${userId}` });
}

/** What each was told of the other goes out of both inboxes. */
export async function withdrawBlocked(services: Services, { userId, otherId, kind }: EventMap["followed"]): Promise<void> {
	if (kind !== "block") return;
	await Promise.all([withdrawNotices(services, userId, { actorId: otherId }), withdrawNotices(services, otherId, { actorId: userId })]);
}

export const withdrawDeleted = (services: Services, { videoId, userId }: EventMap["deleted"]): Promise<boolean> =>
	withdrawNotices(services, userId, { videoId });

/** Again at the first purge, for what was told while it was being deleted. @throws when the inbox can't be reached */
export async function withdrawRemoved(services: Services, { videoId, userId, first }: EventMap["removed"]): Promise<void> {
	if (first) await withdrawAgain(services, userId, { videoId });
}

/** @throws when the inbox can't be reached */
export const withdrawActs = (services: Services, { actorId, ofUserId }: EventMap["unacted"]): Promise<void> =>
	withdrawAgain(services, ofUserId, { actorId });

/** What hung on sessions that ended is pushed to no more. @throws when the inbox can't be reached */
export const endPush = (services: Services, { userId, sessionIds }: EventMap["signedOut"]): Promise<void> =>
	unsubscribe(services, userId, sessionIds);
