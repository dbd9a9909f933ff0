import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp, VideoRef } from "./ids.ts";
import { COLLECTION_NAME_MAX, COLLECTION_VIDEOS_MAX, COLLECTIONS_MAX } from "./limits.ts";
import { VISIBLE } from "./text.ts";
import { UserSummary } from "./users.ts";
import { VideoCard } from "./videos.ts";

/** Favourites put together under a name. Private, unless a link is made. */

const Name = z.string().trim().regex(VISIBLE, "Give it a name.").max(COLLECTION_NAME_MAX);
export const Collection = z.object({
	id: Id,
	name: z.string(),
	videoCount: z.int(),
	covers: z.array(z.string()).max(4).describe("Covers of the first of its videos that the viewer may see"),
	link: z.string().nullable().describe("Who has this link may look at it; null while it is private"),
	createdAt: Timestamp,
});
export type Collection = z.infer<typeof Collection>;
const Params = z.object({ collectionId: Id });
const VideoParams = z.object({ collectionId: Id, videoId: VideoRef });
const Page = z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() });

export const listCollections = endpoint({
	id: "listCollections",
	method: "GET",
	path: "/api/v1/collections",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "One's own collections, in the order one gave them",
	query: z.object({ videoId: Id.optional().describe("Says of each whether it has this video") }),
	answer: z.object({ collections: z.array(Collection.extend({ has: z.boolean() })).max(COLLECTIONS_MAX) }),
});
export const createCollection = endpoint({
	id: "createCollection",
	method: "POST",
	path: "/api/v1/collections",
	tag: "Collections",
	access: "user",
	status: 201,
	alsoStatus: [200],
	summary: "Begin a collection; the same client id answers the one it began",
	body: z.object({ name: Name, clientId: z.uuid() }),
	answer: z.object({ collection: Collection }),
	problems: ["collections_full"],
});
export const renameCollection = endpoint({
	id: "renameCollection",
	method: "PATCH",
	path: "/api/v1/collections/:collectionId",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "Give one's collection another name",
	params: Params,
	body: z.object({ name: Name }),
	answer: z.object({ collection: Collection }),
	problems: ["collection_not_found"],
});
export const deleteCollection = endpoint({
	id: "deleteCollection",
	method: "DELETE",
	path: "/api/v1/collections/:collectionId",
	tag: "Collections",
	access: "user",
	status: 204,
	summary: "Delete one's collection; its videos stay favourites, and for some seconds `restore` brings it back",
	params: Params,
	problems: ["collection_not_found"],
});
export const restoreCollection = endpoint({
	id: "restoreCollection",
	method: "POST",
	path: "/api/v1/collections/:collectionId/restore",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "Undo the deletion of a collection, within 15 seconds",
	params: Params,
	answer: z.object({ collection: Collection }),
	problems: ["collection_not_found"],
});
export const orderCollections = endpoint({
	id: "orderCollections",
	method: "PUT",
	path: "/api/v1/collections/order",
	tag: "Collections",
	access: "user",
	status: 204,
	summary: "Put one's collections into this order; those not named follow",
	body: z.object({ ids: z.array(Id).max(COLLECTIONS_MAX) }),
});
export const collectionVideos = endpoint({
	id: "collectionVideos",
	method: "GET",
	path: "/api/v1/collections/:collectionId/videos",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "The videos of one's collection, in its order",
	params: Params,
	query: Page,
	answer: z.object({ collection: Collection, videos: z.array(VideoCard), nextCursor: Cursor.nullable() }),
	problems: ["collection_not_found"],
});
export const addToCollection = endpoint({
	id: "addToCollection",
	method: "PUT",
	path: "/api/v1/collections/:collectionId/videos/:videoId",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "Put a video into one's collection, and so among one's favourites; repeated, it changes nothing",
	params: VideoParams,
	answer: z.object({ collection: Collection }),
	problems: ["collection_not_found", "video_not_found", "collections_full"],
});
export const removeFromCollection = endpoint({
	...addToCollection,
	id: "removeFromCollection",
	method: "DELETE",
	summary: "Take a video out of one's collection, whatever became of it; it stays a favourite",
	problems: ["collection_not_found", "video_not_found"],
});
export const orderCollectionVideos = endpoint({
	id: "orderCollectionVideos",
	method: "PUT",
	path: "/api/v1/collections/:collectionId/order",
	tag: "Collections",
	access: "user",
	status: 204,
	summary: "Put the videos of one's collection into this order; those not named follow",
	params: Params,
	body: z.object({ ids: z.array(Id).max(COLLECTION_VIDEOS_MAX) }),
	problems: ["collection_not_found"],
});
export const linkCollection = endpoint({
	id: "linkCollection",
	method: "PUT",
	path: "/api/v1/collections/:collectionId/link",
	tag: "Collections",
	access: "user",
	status: 200,
	summary: "Make a link that shows one's collection to whoever has it; there is one at a time",
	params: Params,
	answer: z.object({ collection: Collection }),
	problems: ["collection_not_found"],
});
export const unlinkCollection = endpoint({
	...linkCollection,
	id: "unlinkCollection",
	method: "DELETE",
	summary: "Take the link back: it shows nothing from then on, and a new one is another",
});
export const sharedCollection = endpoint({
	id: "sharedCollection",
	method: "GET",
	path: "/api/v1/shared-collections/:link",
	tag: "Collections",
	access: "viewer",
	status: 200,
	summary: "A collection by its link: those of its videos that the viewer may see",
	params: z.object({ link: z.string().max(80) }),
	query: Page,
	answer: z.object({
		collection: Collection.pick({ name: true, covers: true }),
		owner: UserSummary,
		videos: z.array(VideoCard),
		nextCursor: Cursor.nullable(),
	}),
	problems: ["collection_not_found"],
});
