import type * as contract from "../../../contracts/history.ts";
import { call } from "./request.ts";

export const listHistory = (cursor?: string) =>
	call<typeof contract.listHistory>("GET", "/api/v1/users/me/history", { query: { limit: 30, ...(cursor ? { cursor } : {}) } });
export const clearHistory = () => call<typeof contract.clearHistory>("DELETE", "/api/v1/users/me/history", {});
export const forgetWatched = (videoId: string) =>
	call<typeof contract.forgetWatched>("DELETE", "/api/v1/users/me/history/:videoId", { params: { videoId } });
