import type { Hono } from "hono";
import * as relations from "../../contracts/relations.ts";
import * as users from "../../contracts/users.ts";
import { type AppEnv, route } from "../gateway/index.ts";
import { commentRoutes } from "./comments/routes.ts";
import { block, unblock } from "./graph/block.ts";
import { follow, unfollow } from "./graph/follow.ts";
import { listBlocked, listFollowers, listFollowing, listFriends, listMuted } from "./graph/lists.ts";
import { mute, unmute } from "./graph/mute.ts";
import { acceptFollowRequest, declineFollowRequest, listFollowRequests, removeFollower } from "./graph/requests.ts";
import { notificationRoutes } from "./notifications/routes.ts";
import { loadProfile } from "./profile.ts";

export function socialRoutes(app: Hono<AppEnv>): void {
	route(app, users.getUser, async ({ services, viewer, params }) => ({ user: await loadProfile(services, viewer, params.userId) }));
	route(app, users.follow, ({ services, viewer, params }) => follow(services, viewer, params.userId));
	route(app, users.unfollow, ({ services, viewer, params }) => unfollow(services, viewer, params.userId));
	route(app, users.block, ({ services, viewer, params }) => block(services, viewer, params.userId));
	route(app, users.unblock, ({ services, viewer, params }) => unblock(services, viewer, params.userId));
	route(app, users.listFollowers, ({ services, viewer, params, query }) => listFollowers(services, viewer, params.userId, query));
	route(app, users.listFollowing, ({ services, viewer, params, query }) => listFollowing(services, viewer, params.userId, query));

	route(app, relations.listFollowRequests, ({ services, viewer, query }) => listFollowRequests(services, viewer, query));
	route(app, relations.acceptFollowRequest, ({ services, viewer, params }) => acceptFollowRequest(services, viewer, params.userId));
	route(app, relations.declineFollowRequest, ({ services, viewer, params }) => declineFollowRequest(services, viewer, params.userId));
	route(app, relations.removeFollower, ({ services, viewer, params }) => removeFollower(services, viewer, params.userId));
	route(app, relations.mute, ({ services, viewer, params }) => mute(services, viewer, params.userId));
	route(app, relations.unmute, ({ services, viewer, params }) => unmute(services, viewer, params.userId));
	route(app, relations.listMuted, ({ services, viewer, query }) => listMuted(services, viewer, query));
	route(app, relations.listBlocked, ({ services, viewer, query }) => listBlocked(services, viewer, query));
	route(app, relations.listFriends, ({ services, viewer, query }) => listFriends(services, viewer, query));

	commentRoutes(app);

	notificationRoutes(app);
}
