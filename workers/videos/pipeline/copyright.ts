import type { Recognised } from "../../../contracts/copyright-matches.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { type CopyrightVerdict, copyrightVerdict, keepOriginalReference } from "../../trust/index.ts";
import { type Clearing, clearedIfPossible } from "../copyright/clear.ts";
import type { Outputs, VideoRow } from "../state/index.ts";

/** What copyright says of a video that was made; `cleared`: it is being made again without what is somebody else's. */
export type CopyrightOutcome = Exclude<CopyrightVerdict, { to: "clear" }> | { readonly to: "cleared" };

/**
 * Judges what was made by what is somebody else's in it, and begins it anew where that is to be taken out.
 * @throws when there is no verdict: nothing is published without one
 */
export async function heedCopyright(
	services: Services,
	row: VideoRow,
	outputs: Outputs,
	recognised: Recognised | null | undefined,
): Promise<CopyrightOutcome> {
	const verdict = await copyrightVerdict(services, row, recognised ?? null, outputs.durationMs ?? row.declaredDurationMs);
	if (verdict.to !== "clear") {
		// Others may take something of it from the moment it is up.
		if (verdict.to === "approve" && recognised != null && row.addedSound === null)
			await keepOriginalReference(services, {
				id: row.id,
				ownerId: row.userId,
				fingerprint: recognised.fingerprint,
				pictures: recognised.pictures,
			});
		return verdict;
	}
	const clearing: Clearing = verdict.replacementId === undefined ? { muted: [...verdict.muted] } : { soundId: verdict.replacementId };
	if (!(await clearedIfPossible(services, row, clearing))) return { to: "hold" };
	const { id: videoId, userId, title, generation } = row;
	const how = verdict.replacementId === undefined ? "muted" : "replaced";
	await emitOrFail(services, "judged", { videoId, userId, title, generation, verdict: how, wasUp: row.liveGeneration !== null });
	return { to: "cleared" };
}
