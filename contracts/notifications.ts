import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp } from "./ids.ts";
import { NOTIFICATIONS_MUTED_MAX } from "./limits.ts";
import { ConversationId } from "./messages.ts";
import {
	NOTIFICATION_FILTERS,
	NOTIFICATION_TYPES,
	type NotificationFilterName,
	type NotificationType as TypeName,
} from "./notification-types.ts";
import { isSite } from "./site.ts";
import { UserSummary } from "./users.ts";

export const NotificationType = z.enum(NOTIFICATION_TYPES);
export const NotificationFilter = z.enum(Object.keys(NOTIFICATION_FILTERS) as [NotificationFilterName, ...NotificationFilterName[]]);

export const Notification = z.object({
	id: Id,
	type: NotificationType,
	text: z.string().describe("The whole message in words"),
	actor: UserSummary.nullable().describe("Who did it; of several the last"),
	actors: z.array(UserSummary).max(3).describe("The last few of those who did it"),
	actorCount: z.int().min(0).describe("How many did it"),
	videoId: Id.nullable(),
	commentId: Id.nullable(),
	/** Of a message: where it was written. */
	conversationId: ConversationId.nullable(),
	createdAt: Timestamp,
	read: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const listNotifications = endpoint({
	id: "listNotifications",
	method: "GET",
	path: "/api/v1/notifications",
	tag: "Notifications",
	access: "user",
	status: 200,
	summary: "What happened, newest first; alike is grouped",
	query: z.object({
		limit: z.coerce.number().int().min(1).max(100).default(30),
		cursor: Cursor.optional(),
		filter: NotificationFilter.default("all"),
	}),
	answer: z.object({ notifications: z.array(Notification), unread: z.int(), nextCursor: Cursor.nullable() }),
});
export const readNotifications = endpoint({
	id: "readNotifications",
	method: "POST",
	path: "/api/v1/notifications/read",
	tag: "Notifications",
	access: "user",
	status: 200,
	summary: "Mark all up to an id as read",
	body: z.object({ upTo: Id.optional() }),
	answer: z.object({ unread: z.int() }),
});
export const listNotificationPeople = endpoint({
	id: "listNotificationPeople",
	method: "GET",
	path: "/api/v1/notifications/:notificationId/people",
	tag: "Notifications",
	access: "user",
	status: 200,
	summary: "Everybody a grouped notification tells of, the last first",
	params: z.object({ notificationId: Id }),
	query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30), cursor: Cursor.optional() }),
	answer: z.object({ users: z.array(UserSummary), nextCursor: Cursor.nullable() }),
	problems: ["not_found"],
});

/** Whether a type is shown in the inbox, and whether it is pushed to the devices that asked for it. */
const Switches = z.object({ inApp: z.boolean(), push: z.boolean() });
export type Switches = z.infer<typeof Switches>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day is like 22:30.");
/** From and to, in the person's time zone; over midnight where `to` comes first. */
export const QuietHours = z.object({ from: TimeOfDay, to: TimeOfDay }).refine(({ from, to }) => from !== to, {
	message: "Quiet hours begin and end at different times.",
	path: ["to"],
});
export type QuietHours = z.infer<typeof QuietHours>;

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
/** IANA name: `Europe/Berlin`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "This is no time zone. Choose one like Europe/Berlin.");

const types = <Value extends z.ZodType>(value: Value) =>
	Object.fromEntries(NOTIFICATION_TYPES.map((type) => [type, value])) as Record<TypeName, Value>;

export const NotificationSettings = z.object({
	types: z.object(types(Switches)),
	quietHours: QuietHours.nullable(),
	timeZone: TimeZone,
	mail: z.object({
		videoFailed: z.boolean().describe("A video could not be processed"),
		digest: z.boolean().describe("The week in short, on Monday morning"),
	}),
	push: z.object({
		publicKey: z.string().nullable().describe("What a browser subscribes with; null where push is not set up"),
		here: z.boolean().describe("This session is subscribed"),
		devices: z.int(),
	}),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** What a person changes; what is left out stays. */
export const SettingsChange = z.object({
	types: z.object(types(Switches.partial().optional())).partial().optional(),
	quietHours: QuietHours.nullable().optional(),
	timeZone: TimeZone.optional(),
	mail: z.object({ videoFailed: z.boolean(), digest: z.boolean() }).partial().optional(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

export const notificationSettings = endpoint({
	id: "notificationSettings",
	method: "GET",
	path: "/api/v1/notifications/settings",
	tag: "Notifications",
	access: "user",
	status: 200,
	summary: "What one is notified of, where, and when not",
	answer: z.object({ settings: NotificationSettings }),
});
export const changeNotificationSettings = endpoint({
	...notificationSettings,
	id: "changeNotificationSettings",
	method: "PATCH",
	summary: "Change some of it; the rest stays",
	body: SettingsChange,
});

const PersonParams = z.object({ userId: z.string().describe("An id, or a user name with a leading @") });
export const listNotificationsMuted = endpoint({
	id: "listNotificationsMuted",
	method: "GET",
	path: "/api/v1/notifications/muted",
	tag: "Notifications",
	access: "user",
	status: 200,
	summary: "Of whom one is told nothing",
	answer: z.object({ users: z.array(UserSummary).max(NOTIFICATIONS_MUTED_MAX) }),
});
export const muteNotificationsOf = endpoint({
	id: "muteNotificationsOf",
	method: "PUT",
	path: "/api/v1/notifications/muted/:userId",
	tag: "Notifications",
	access: "user",
	status: 204,
	summary: "Be told nothing of what this person does; repeated, it changes nothing",
	params: PersonParams,
	problems: ["user_not_found", "preferences_full"],
});
export const unmuteNotificationsOf = endpoint({
	...muteNotificationsOf,
	id: "unmuteNotificationsOf",
	method: "DELETE",
	summary: "Be told of this person again",
	problems: ["user_not_found"],
});

/** The longest key that a browser gives, base64url: an uncompressed point of P-256 has 65 bytes, the secret 16. */
const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+=*$/, "This is no base64url.");
/** We call it ourselves: it may lead to a push service on the net, and to none of a network's own machines. */
function isPushService(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { hostname, username, password, port } = new URL(address);
	return isSite(hostname) && username === "" && password === "" && port === "";
}
export const PushSubscriptionInput = z.object({
	endpoint: z
		.url({ protocol: /^https$/, error: "A push address begins with https." })
		.max(1_024)
		.refine(isPushService, "This is no address of a push service."),
	keys: z.object({ p256dh: Base64Url.min(86).max(88), auth: Base64Url.min(22).max(24) }),
});
export type PushSubscriptionInput = z.infer<typeof PushSubscriptionInput>;

export const subscribePush = endpoint({
	id: "subscribePush",
	method: "PUT",
	path: "/api/v1/notifications/push",
	tag: "Notifications",
	access: "user",
	status: 204,
	summary: "Push to this browser while this session lasts; repeated, it replaces what it was told before",
	body: PushSubscriptionInput,
	problems: ["push_unavailable"],
});
export const unsubscribePush = endpoint({
	id: "unsubscribePush",
	method: "DELETE",
	path: "/api/v1/notifications/push",
	tag: "Notifications",
	access: "user",
	status: 204,
	summary: "Push to this session's browser no more",
});

/** What a service worker is pushed. */
export const PushMessage = z.object({
	title: z.string(),
	body: z.string(),
	/** Path of the client that a click opens. */
	url: z.string(),
	/** A later message of the same tag takes an earlier one's place. */
	tag: z.string(),
	/** Unread notifications, for the app's badge. */
	unread: z.int(),
	/** What the words are of, for a device that is read in another language; none of what came during quiet hours, which is only counted. */
	notice: z
		.object({ type: NotificationType, text: z.string(), actors: z.array(z.object({ username: z.string() })), actorCount: z.int() })
		.optional(),
	/** How much came during quiet hours. */
	count: z.int().optional(),
});
export type PushMessage = z.infer<typeof PushMessage>;

export const MailList = z.enum(["digest", "video_failed"]);
export type MailList = z.infer<typeof MailList>;
/** Without signing in, from a mail: RFC 8058 has mail programs send this with a form for a body, which says nothing more. */
export const unsubscribeMail = endpoint({
	id: "unsubscribeMail",
	method: "POST",
	path: "/api/v1/notifications/mail/unsubscribe",
	tag: "Notifications",
	access: "public",
	status: 200,
	summary: "Get mails of this kind no more, by the token of one",
	query: z.object({ token: z.string().max(256) }),
	answer: z.object({ list: MailList }),
	problems: ["link_expired"],
});
