import type * as contract from "../../../contracts/pins.ts";
import { call } from "./request.ts";

export const listPins = (userId: string) => call<typeof contract.listPins>("GET", "/api/v1/users/:userId/pins", { params: { userId } });
export const pinVideo = (videoId: string) => call<typeof contract.pinVideo>("PUT", "/api/v1/videos/:videoId/pin", { params: { videoId } });
export const unpinVideo = (videoId: string) =>
	call<typeof contract.unpinVideo>("DELETE", "/api/v1/videos/:videoId/pin", { params: { videoId } });
