import type { Hono } from "hono";
import * as contract from "../../../contracts/copyright.ts";
import { nothingToClear } from "../../../contracts/problems/copyright.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import { claimsOf, DISPUTABLE, disputeMatch, endClaim, matchesOfClaim, openClaim, ownMatches } from "../../trust/index.ts";
import type { VideoRow } from "../state/index.ts";
import { clearSound } from "./clear.ts";
import { loadRow } from "./own.ts";
import { mutableStretches } from "./perform.ts";

/** What creators are told of others' works in their videos, and what they do about it; and what claimants are told of theirs. */
export function copyrightRoutes(app: Hono<AppEnv>): void {
	route(app, contract.videoCopyright, async ({ services, viewer, params, context }) => {
		context.header("cache-control", "no-store");
		return presented(services, await own(services, viewer.userId, params.videoId));
	});
	route(app, contract.clearVideo, async ({ services, viewer, params, body }) => {
		const row = await own(services, viewer.userId, params.videoId);
		const clearing = body.how === "mute" ? { muted: await mutableStretches(services, row) } : { soundId: body.soundId };
		if (clearing.muted?.length === 0 || !(await clearSound(services, row, clearing))) throw nothingToClear();
		return { status: "processing" as const };
	});
	route(app, contract.disputeMatch, async ({ services, viewer, params, body }) => {
		const { id: videoId } = await own(services, viewer.userId, params.videoId);
		return { disputeId: await disputeMatch(services, { ...body, videoId, userId: viewer.userId }) };
	});
	route(app, contract.makeClaim, async ({ services, viewer, body }) => {
		const { id: videoId } = await own(services, viewer.userId, body.videoId);
		return { claimId: await openClaim(services, viewer.userId, { ...body, videoId }) };
	});
	route(app, contract.listClaims, async ({ services, viewer }) => ({ claims: await claimsOf(services, viewer.userId) }));
	route(app, contract.claimMatches, async ({ services, viewer, params }) => ({
		matches: await matchesOfClaim(services, viewer.userId, params.claimId),
	}));
	route(app, contract.withdrawClaim, async ({ services, viewer, params }) => {
		await endClaim(services, viewer.userId, params.claimId);
	});
}

/** @throws ProblemError video_not_found: of others' videos nobody is told anything */
async function own(services: Services, userId: string, videoId: string): Promise<VideoRow> {
	const row = await loadRow(services, videoId);
	if (row === null || row.userId !== userId || row.status === "deleted") throw videoNotFound();
	return row;
}

async function presented(services: Services, row: VideoRow) {
	const matches = await ownMatches(services, row.id);
	const isMade = row.status !== "processing" && row.original !== null;
	const acted = matches.filter(({ action }) => DISPUTABLE.has(action));
	return {
		status: row.status,
		title: row.title,
		matches,
		may: {
			mute: isMade && acted.some(({ what, action }) => what === "sound" && action !== "muted"),
			replace: isMade && acted.some(({ what, action }) => what === "sound" && action !== "replaced"),
			dispute: acted.some(({ dispute }) => dispute === null),
		},
	};
}
