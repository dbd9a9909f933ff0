import type * as collections from "../../../contracts/collections.ts";
import type * as reposts from "../../../contracts/reposts.ts";
import type * as contract from "../../../contracts/sharing.ts";
import { call } from "./request.ts";

export type { Collection } from "../../../contracts/collections.ts";

export const sharing = (videoId: string) =>
	call<typeof contract.sharing>("GET", "/api/v1/videos/:videoId/sharing", { params: { videoId } });
export const getDownload = (videoId: string, signal: AbortSignal) =>
	call<typeof contract.getDownload>("GET", "/api/v1/videos/:videoId/download", { params: { videoId }, signal });
export const askForDownload = (videoId: string, signal: AbortSignal) =>
	call<typeof contract.askForDownload>("POST", "/api/v1/videos/:videoId/download", { params: { videoId }, signal });
export const setReposted = (videoId: string, on: boolean) =>
	call<typeof reposts.repost | typeof reposts.unrepost>(on ? "PUT" : "DELETE", "/api/v1/videos/:videoId/repost", { params: { videoId } });
export const listReposts = (userId: string, cursor?: string) =>
	call<typeof reposts.listReposts>("GET", "/api/v1/users/:userId/reposts", {
		params: { userId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});

export const listCollections = (videoId?: string) =>
	call<typeof collections.listCollections>("GET", "/api/v1/collections", { query: videoId ? { videoId } : {} });
export const createCollection = (name: string) =>
	call<typeof collections.createCollection>("POST", "/api/v1/collections", { body: { name, clientId: crypto.randomUUID() } });
export const renameCollection = (collectionId: string, name: string) =>
	call<typeof collections.renameCollection>("PATCH", "/api/v1/collections/:collectionId", { params: { collectionId }, body: { name } });
export const deleteCollection = (collectionId: string) =>
	call<typeof collections.deleteCollection>("DELETE", "/api/v1/collections/:collectionId", { params: { collectionId } });
export const restoreCollection = (collectionId: string) =>
	call<typeof collections.restoreCollection>("POST", "/api/v1/collections/:collectionId/restore", { params: { collectionId } });
export const orderCollections = (ids: string[]) =>
	call<typeof collections.orderCollections>("PUT", "/api/v1/collections/order", { body: { ids } });
export const collectionVideos = (collectionId: string, cursor?: string) =>
	call<typeof collections.collectionVideos>("GET", "/api/v1/collections/:collectionId/videos", {
		params: { collectionId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const setInCollection = (collectionId: string, videoId: string, on: boolean) =>
	call<typeof collections.addToCollection | typeof collections.removeFromCollection>(
		on ? "PUT" : "DELETE",
		"/api/v1/collections/:collectionId/videos/:videoId",
		{ params: { collectionId, videoId } },
	);
export const setCollectionLink = (collectionId: string, on: boolean) =>
	call<typeof collections.linkCollection | typeof collections.unlinkCollection>(
		on ? "PUT" : "DELETE",
		"/api/v1/collections/:collectionId/link",
		{ params: { collectionId } },
	);
export const sharedCollection = (link: string, cursor?: string) =>
	call<typeof collections.sharedCollection>("GET", "/api/v1/shared-collections/:link", {
		params: { link },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
