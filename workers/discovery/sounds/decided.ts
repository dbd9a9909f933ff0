import { eq } from "drizzle-orm";
import { sounds } from "../../../db/schema/directory.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateSounds } from "../../videos/sounds/index.ts";

/**
 * A step of `decided`: a sound that was removed may be used nowhere, whatever its creator sets; videos that have it stay, and are decided
 * about by themselves. A granted appeal lets it be used again.
 */
export async function performOnSound(services: Services, { subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	if (subject.kind !== "sound") return;
	const isBack = decision === "approve" && appealOf !== null;
	if (decision !== "remove" && !isBack) return;
	await services.db
		.directory()
		.update(sounds)
		.set({ territories: isBack ? null : [] })
		.where(eq(sounds.id, subject.id));
	await invalidateSounds(services, [subject.id]);
}
