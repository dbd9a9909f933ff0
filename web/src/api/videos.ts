import type { CallInput } from "../../../contracts/call.ts";
import type * as contract from "../../../contracts/videos.ts";
import { call } from "./request.ts";

export type { Manifest, Rendition } from "../../../contracts/media.ts";
export type { ProcessingStatus, Upload, VideoCard, VideoStatus, VideoTile, Visibility } from "../../../contracts/videos.ts";
export type InitBody = CallInput<typeof contract.initUpload>["body"];
export type CompleteBody = CallInput<typeof contract.completeUpload>["body"];

export const initUpload = (body: InitBody) => call<typeof contract.initUpload>("POST", "/api/v1/videos/upload/init", { body });
export const checkFile = (sha256: string) => call<typeof contract.checkFile>("POST", "/api/v1/videos/upload/check", { body: { sha256 } });
export const getUpload = (videoId: string) =>
	call<typeof contract.getUpload>("GET", "/api/v1/videos/upload/:videoId", { params: { videoId } });
export const abortUpload = (videoId: string) =>
	call<typeof contract.abortUpload>("DELETE", "/api/v1/videos/upload/:videoId", { params: { videoId } });
export const completeUpload = (videoId: string, body: CompleteBody) =>
	call<typeof contract.completeUpload>("POST", "/api/v1/videos/:videoId/upload/complete", { params: { videoId }, body });
export const videoStatus = (videoId: string) =>
	call<typeof contract.videoStatus>("GET", "/api/v1/videos/:videoId/status", { params: { videoId } });
export const getVideo = (videoId: string) => call<typeof contract.getVideo>("GET", "/api/v1/videos/:videoId", { params: { videoId } });
export const updateVideo = (videoId: string, body: CallInput<typeof contract.updateVideo>["body"]) =>
	call<typeof contract.updateVideo>("PATCH", "/api/v1/videos/:videoId", { params: { videoId }, body });
/** Hides it at once; `restoreVideo` brings it back for some seconds. */
export const deleteVideo = (videoId: string) =>
	call<typeof contract.deleteVideo>("DELETE", "/api/v1/videos/:videoId", {
		params: { videoId },
		query: { undoable: "true" },
	});
export const listUserVideos = (userId: string, cursor?: string) =>
	call<typeof contract.listUserVideos>("GET", "/api/v1/users/:userId/videos", {
		params: { userId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const mediaGrant = (videoId: string) =>
	call<typeof contract.mediaGrant>("GET", "/api/v1/videos/:videoId/manifest", { params: { videoId } });
export const restoreVideo = (videoId: string) =>
	call<typeof contract.restoreVideo>("POST", "/api/v1/videos/:videoId/restore", { params: { videoId } });
export const setCover = (videoId: string, atMs: number) =>
	call<typeof contract.setCover>("PUT", "/api/v1/videos/:videoId/cover", { params: { videoId }, body: { atMs } });
export const retryVideo = (videoId: string) =>
	call<typeof contract.retryVideo>("POST", "/api/v1/videos/:videoId/retry", { params: { videoId } });
