import type { NotificationFilterName } from "../../../contracts/notification-types.ts";
import type * as contract from "../../../contracts/notifications.ts";
import { call } from "./request.ts";

export type { Notification, NotificationSettings, SettingsChange } from "../../../contracts/notifications.ts";

export const listNotifications = (filter: NotificationFilterName = "all", cursor?: string) =>
	call<typeof contract.listNotifications>("GET", "/api/v1/notifications", {
		query: { limit: 30, filter, ...(cursor ? { cursor } : {}) },
	});
/** @param upTo the newest that was shown: what came since stays unread */
export const readNotifications = (upTo: string) =>
	call<typeof contract.readNotifications>("POST", "/api/v1/notifications/read", { body: { upTo } });
export const listNotificationPeople = (notificationId: string, cursor?: string) =>
	call<typeof contract.listNotificationPeople>("GET", "/api/v1/notifications/:notificationId/people", {
		params: { notificationId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});

export const notificationSettings = () => call<typeof contract.notificationSettings>("GET", "/api/v1/notifications/settings", {});
export const changeNotificationSettings = (body: contract.SettingsChange) =>
	call<typeof contract.changeNotificationSettings>("PATCH", "/api/v1/notifications/settings", { body });
export const listMutedNotifications = () => call<typeof contract.listNotificationsMuted>("GET", "/api/v1/notifications/muted", {});
/** `userId` is an id, or a user name with a leading @. */
export const muteNotificationsOf = (userId: string) =>
	call<typeof contract.muteNotificationsOf>("PUT", "/api/v1/notifications/muted/:userId", { params: { userId } });
export const unmuteNotificationsOf = (userId: string) =>
	call<typeof contract.unmuteNotificationsOf>("DELETE", "/api/v1/notifications/muted/:userId", { params: { userId } });
export const subscribePush = (body: contract.PushSubscriptionInput) =>
	call<typeof contract.subscribePush>("PUT", "/api/v1/notifications/push", { body });
export const unsubscribePush = () => call<typeof contract.unsubscribePush>("DELETE", "/api/v1/notifications/push", {});
export const unsubscribeMail = (token: string) =>
	call<typeof contract.unsubscribeMail>("POST", "/api/v1/notifications/mail/unsubscribe", { query: { token } });
