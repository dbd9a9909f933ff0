import type { CallInput } from "../../../contracts/call.ts";
import type * as copyright from "../../../contracts/copyright.ts";
import { call } from "./request.ts";

export type { OwnCopyright, OwnMatch } from "../../../contracts/copyright.ts";

export const videoCopyright = (videoId: string) =>
	call<typeof copyright.videoCopyright>("GET", "/api/v1/videos/:videoId/copyright", { params: { videoId } });
export const clearVideo = (videoId: string, body: CallInput<typeof copyright.clearVideo>["body"]) =>
	call<typeof copyright.clearVideo>("POST", "/api/v1/videos/:videoId/copyright/clearing", { params: { videoId }, body });
export const disputeMatch = (videoId: string, body: CallInput<typeof copyright.disputeMatch>["body"]) =>
	call<typeof copyright.disputeMatch>("POST", "/api/v1/videos/:videoId/copyright/disputes", { params: { videoId }, body });
