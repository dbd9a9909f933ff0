import { Hono } from "hono";
import { readSession } from "./accounts/index.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { collectionRoutes } from "./collections/routes.ts";
import { feedRoutes } from "./feed/routes.ts";
import { gateway } from "./gateway/gateway.ts";
import type { AppEnv } from "./gateway/route.ts";
import { liveRoutes } from "./live/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { opsRoutes } from "./ops/routes.ts";
import { pinRoutes } from "./pins/routes.ts";
import { repostRoutes } from "./reposts/routes.ts";
import { servicesOf } from "./services.ts";
import { sharingRoutes } from "./sharing/routes.ts";
import { socialRoutes } from "./social/routes.ts";
import { deliveryRoutes } from "./videos/delivery/routes.ts";
import { engagementRoutes } from "./videos/engagement/routes.ts";
import { videoRoutes } from "./videos/routes.ts";

/** The HTTP app: the gateway every request passes, then one router per feature. */
export function createApp(): Hono<AppEnv> {
	const app = new Hono<AppEnv>();
	gateway(app, servicesOf, readSession);
	accountRoutes(app);
	feedRoutes(app);
	videoRoutes(app);
	engagementRoutes(app);
	deliveryRoutes(app);
	socialRoutes(app);
	pinRoutes(app);
	repostRoutes(app);
	collectionRoutes(app);
	sharingRoutes(app);
	liveRoutes(app);
	messageRoutes(app);
	opsRoutes(app);
	return app;
}
