import type { Hono } from "hono";
import * as contract from "../../contracts/collections.ts";
import { type AppEnv, reply, route } from "../gateway/index.ts";
import {
	createCollection,
	deleteCollection,
	listCollections,
	orderCollections,
	renameCollection,
	restoreCollection,
	setLink,
} from "./own.ts";
import { addToCollection, orderVideos, ownVideos, removeFromCollection, sharedVideos } from "./videos.ts";

export function collectionRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listCollections, ({ services, viewer, query }) => listCollections(services, viewer, query.videoId));
	route(app, contract.createCollection, async ({ services, viewer, body }) => {
		const { collection, isNew } = await createCollection(services, viewer, body);
		return reply(isNew ? 201 : 200, { collection });
	});
	route(app, contract.orderCollections, ({ services, viewer, body }) => orderCollections(services, viewer, body.ids));
	route(app, contract.renameCollection, async ({ services, viewer, params, body }) => ({
		collection: await renameCollection(services, viewer, params.collectionId, body.name),
	}));
	route(app, contract.deleteCollection, ({ services, viewer, params }) => deleteCollection(services, viewer, params.collectionId));
	route(app, contract.restoreCollection, async ({ services, viewer, params }) => ({
		collection: await restoreCollection(services, viewer, params.collectionId),
	}));
	route(app, contract.collectionVideos, ({ services, viewer, params, query }) => ownVideos(services, viewer, params.collectionId, query));
	route(app, contract.addToCollection, async ({ services, viewer, params }) => ({
		collection: await addToCollection(services, viewer, params.collectionId, params.videoId),
	}));
	route(app, contract.removeFromCollection, async ({ services, viewer, params }) => ({
		collection: await removeFromCollection(services, viewer, params.collectionId, params.videoId),
	}));
	route(app, contract.orderCollectionVideos, ({ services, viewer, params, body }) =>
		orderVideos(services, viewer, params.collectionId, body.ids),
	);
	route(app, contract.linkCollection, async ({ services, viewer, params }) => ({
		collection: await setLink(services, viewer, params.collectionId, true),
	}));
	route(app, contract.unlinkCollection, async ({ services, viewer, params }) => ({
		collection: await setLink(services, viewer, params.collectionId, false),
	}));
	route(app, contract.sharedCollection, ({ services, viewer, params, query }) => sharedVideos(services, viewer, params.link, query));
}
