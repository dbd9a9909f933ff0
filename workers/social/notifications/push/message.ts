import type { NotificationType } from "../../../../contracts/notification-types.ts";
import type { PushMessage } from "../../../../contracts/notifications.ts";
import type { UserSummary } from "../../../../contracts/users.ts";
import type { StoredEntry } from "../inbox-store.ts";
import { textOf } from "../present.ts";

/** Characters of a push's body: what a lock screen shows, and far below what one message may carry. */
const BODY_MAX = 240;

/** Where a click on a notice leads, as a path of the client. */
function pathOf({ type, videoId, conversationId }: StoredEntry, actor: UserSummary | undefined): string {
	if (type === "account") return "/settings";
	if (type === "decision") return "/settings/standing";
	if (type === "report") return "/settings/reports";
	if (type === "message" && conversationId !== null) return `/messages/${conversationId}`;
	if (type === "request") return "/settings/requests";
	if ((type === "follow" || type === "accept") && actor !== undefined) return `/@${actor.username}`;
	if (type === "video_failed" || type === "verdict") return "/studio";
	return videoId === null ? "/inbox" : `/v/${videoId}`;
}

/** One notice as it is pushed. @param actors of the last few who did it, those who may be named */
export function pushOf(entry: StoredEntry, actors: readonly UserSummary[], unread: number): PushMessage {
	const words = textOf(entry, actors);
	const body = words.length > BODY_MAX ? `${words.slice(0, BODY_MAX - 1)}…` : words;
	return {
		title: "reelay",
		body,
		notice: {
			type: entry.type,
			text: body,
			actors: actors.slice(0, 2).map(({ username }) => ({ username })),
			actorCount: entry.actorCount,
		},
		url: entry.actorCount > 1 && entry.type === "follow" ? "/inbox" : pathOf(entry, actors[0]),
		tag: `notice-${entry.id}`,
		unread,
	};
}

/** What notices of a type are called when they are counted. */
const COUNTED: Readonly<Record<NotificationType, readonly [one: string, many: string]>> = {
	follow: ["new follower", "new followers"],
	request: ["follow request", "follow requests"],
	accept: ["accepted request", "accepted requests"],
	like: ["like", "likes"],
	comment: ["comment", "comments"],
	reply: ["reply", "replies"],
	mention: ["mention", "mentions"],
	comment_like: ["like of a comment", "likes of comments"],
	repost: ["repost", "reposts"],
	message: ["conversation", "conversations"],
	milestone: ["milestone", "milestones"],
	viral: ["video spreading fast", "videos spreading fast"],
	video_ready: ["video ready", "videos ready"],
	video_failed: ["video that failed", "videos that failed"],
	verdict: ["decision on a video", "decisions on videos"],
	decision: ["decision about something of yours", "decisions about what is yours"],
	report: ["answer to a report", "answers to reports"],
	account: ["change to your account", "changes to your account"],
};

/** `12 likes, 3 comments and 1 new follower`, the most first. @param counts how often each type came */
export function countedInWords(counts: ReadonlyMap<NotificationType, number>): string {
	const parts = [...counts]
		.filter(([, count]) => count > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([type, count]) => `${count} ${COUNTED[type][count === 1 ? 0 : 1]}`);
	const last = parts.pop() ?? "";
	return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

/** What came during quiet hours, in one. */
export function quietDigest(entries: readonly StoredEntry[], unread: number): PushMessage {
	const counts = new Map<NotificationType, number>();
	for (const { type, actorCount } of entries)
		counts.set(type, (counts.get(type) ?? 0) + (type === "message" ? 1 : Math.max(1, actorCount)));
	const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
	return { title: "While it was quiet", body: countedInWords(counts), count, url: "/inbox", tag: "quiet-digest", unread };
}
