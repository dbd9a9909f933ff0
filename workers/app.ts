import { Hono } from "hono";
import { readSession } from "./accounts/index.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { collectionRoutes } from "./collections/routes.ts";
import { deskRoutes } from "./desk/routes.ts";
import { hashtagRoutes } from "./discovery/hashtags/routes.ts";
import { searchRoutes } from "./discovery/search/routes.ts";
import { soundRoutes } from "./discovery/sounds/routes.ts";
import { exportRoutes } from "./export/routes.ts";
import { feedRoutes } from "./feed/routes.ts";
import { gateway } from "./gateway/gateway.ts";
import type { AppEnv } from "./gateway/route.ts";
import { liveRoutes } from "./live/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { opsRoutes } from "./ops/routes.ts";
import { pinRoutes } from "./pins/routes.ts";
import { findReported } from "./reportable.ts";
import { repostRoutes } from "./reposts/routes.ts";
import { servicesOf } from "./services.ts";
import { sharingRoutes } from "./sharing/routes.ts";
import { socialRoutes } from "./social/routes.ts";
import { appealRoutes } from "./trust/appeals/routes.ts";
import { readOperator } from "./trust/index.ts";
import { operatorRoutes } from "./trust/operators/routes.ts";
import { reportRoutes } from "./trust/reports/routes.ts";
import { deliveryRoutes } from "./videos/delivery/routes.ts";
import { engagementRoutes } from "./videos/engagement/routes.ts";
import { videoRoutes } from "./videos/routes.ts";

/** One router a feature, in the order they are asked; all of them but accounts' are what tests mount, who bring those themselves. */
export const ROUTERS: readonly ((app: Hono<AppEnv>) => void)[] = [
	feedRoutes,
	hashtagRoutes,
	videoRoutes,
	engagementRoutes,
	deliveryRoutes,
	socialRoutes,
	pinRoutes,
	repostRoutes,
	collectionRoutes,
	soundRoutes,
	sharingRoutes,
	searchRoutes,
	liveRoutes,
	messageRoutes,
	operatorRoutes,
	(app) => reportRoutes(app, findReported),
	appealRoutes,
	deskRoutes,
	exportRoutes,
	opsRoutes,
];

/** The HTTP app: the gateway every request passes, then the features. */
export function createApp(): Hono<AppEnv> {
	const app = new Hono<AppEnv>();
	gateway(app, servicesOf, readSession, readOperator);
	accountRoutes(app);
	for (const router of ROUTERS) router(app);
	return app;
}
