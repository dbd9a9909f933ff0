import type { CallInput } from "../../../contracts/call.ts";
import type * as copyright from "../../../contracts/copyright.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { call } from "./request.ts";

export type { OwnCopyright, OwnMatch } from "../../../contracts/copyright.ts";

export const videoCopyright = (videoId: string) =>
	call<typeof copyright.videoCopyright>("GET", "/api/v1/videos/:videoId/copyright", { params: { videoId } });
export const clearVideo = (videoId: string, body: CallInput<typeof copyright.clearVideo>["body"]) =>
	call<typeof copyright.clearVideo>("POST", "/api/v1/videos/:videoId/copyright/clearing", { params: { videoId }, body });
export const disputeMatch = (videoId: string, body: CallInput<typeof copyright.disputeMatch>["body"]) =>
	call<typeof copyright.disputeMatch>("POST", "/api/v1/videos/:videoId/copyright/disputes", { params: { videoId }, body });

export type { Claim } from "../../../contracts/copyright.ts";
export type FoundVideo = AnswerOf<typeof copyright.claimMatches>["matches"][number];

export const listClaims = () => call<typeof copyright.listClaims>("GET", "/api/v1/copyright/claims", {});
export const makeClaim = (body: CallInput<typeof copyright.makeClaim>["body"]) =>
	call<typeof copyright.makeClaim>("POST", "/api/v1/copyright/claims", { body });
export const claimMatches = (claimId: string) =>
	call<typeof copyright.claimMatches>("GET", "/api/v1/copyright/claims/:claimId/matches", { params: { claimId } });
export const withdrawClaim = (claimId: string) =>
	call<typeof copyright.withdrawClaim>("DELETE", "/api/v1/copyright/claims/:claimId", { params: { claimId } });
