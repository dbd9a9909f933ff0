import type { Hono } from "hono";
import * as contract from "../../../contracts/notifications.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { listNoticePeople, listNotifications, readNotifications } from "./list.ts";
import * as account from "./settings/account.ts";
import { unsubscribeMail } from "./unsubscribe.ts";

export function notificationRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listNotifications, ({ services, viewer, query }) => listNotifications(services, viewer, query));
	route(app, contract.readNotifications, ({ services, viewer, body }) => readNotifications(services, viewer, body.upTo));
	route(app, contract.notificationSettings, ({ services, viewer }) => account.readSettings(services, viewer));
	route(app, contract.changeNotificationSettings, ({ services, viewer, body, context }) =>
		account.changeSettings(services, viewer, body, services.config.APP_ORIGIN ?? new URL(context.req.url).origin),
	);
	route(app, contract.listNotificationsMuted, ({ services, viewer }) => account.listMuted(services, viewer));
	route(app, contract.muteNotificationsOf, ({ services, viewer, params }) => account.muteNoticesOf(services, viewer, params.userId));
	route(app, contract.unmuteNotificationsOf, ({ services, viewer, params }) => account.unmuteNoticesOf(services, viewer, params.userId));
	route(app, contract.subscribePush, ({ services, viewer, body }) => account.subscribe(services, viewer, body));
	route(app, contract.unsubscribePush, ({ services, viewer }) => account.unsubscribe(services, viewer.userId, [viewer.sessionId]));
	route(app, contract.unsubscribeMail, ({ services, query }) => unsubscribeMail(services, query.token));
	route(app, contract.listNotificationPeople, ({ services, viewer, params, query }) =>
		listNoticePeople(services, viewer, params.notificationId, query),
	);
}
