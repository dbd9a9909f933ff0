/** What a person can be notified of; apart from the schemas, so that the client can take the lists alone. */
export const NOTIFICATION_TYPES = [
	"follow",
	"request",
	"accept",
	"like",
	"comment",
	"reply",
	"mention",
	"comment_like",
	"repost",
	"message",
	"milestone",
	"viral",
	"video_ready",
	"video_failed",
	"verdict",
	"decision",
	"report",
	"account",
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** Parts of the inbox, and which types each shows. Messages have lists of their own. */
export const NOTIFICATION_FILTERS = {
	all: NOTIFICATION_TYPES,
	likes: ["like", "comment_like", "repost"],
	comments: ["comment", "reply", "mention"],
	people: ["follow", "request", "accept"],
	videos: ["video_ready", "video_failed", "verdict", "milestone", "viral"],
} as const satisfies Readonly<Record<string, readonly NotificationType[]>>;
export type NotificationFilterName = keyof typeof NOTIFICATION_FILTERS;

/** What nobody can leave out of their inbox: what was done with their account and their videos. */
export const ALWAYS_LISTED: readonly NotificationType[] = ["account", "verdict", "decision"];
