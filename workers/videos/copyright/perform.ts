import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { sounds } from "../../../db/schema/directory.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { DISPUTABLE, matchRows } from "../../trust/index.ts";
import type { VideoRow } from "../state/index.ts";
import { clearedIfPossible } from "./clear.ts";
import { loadRow } from "./own.ts";

/** What is muted begins and ends so much beside what was heard. */
const BESIDE_MS = 600;

/** Stretches of others' recordings in a video about which something is to be done. */
export async function mutableStretches(services: Services, { id, durationMs }: VideoRow): Promise<{ fromMs: number; toMs: number }[]> {
	return (await matchRows(services, id))
		.filter(({ what, action }) => what === "sound" && DISPUTABLE.has(action))
		.map(({ fromMs, toMs }) => ({ fromMs: Math.max(0, fromMs - BESIDE_MS), toMs: Math.min(durationMs ?? toMs, toMs + BESIDE_MS) }));
}

/**
 * Carries out what a reviewer decided about a video's sound: its stretches are silenced, all of it where nobody knows which; or a free
 * track of the library takes its place, or silence where there is none.
 */
export async function performOnVideoSound(services: Services, { subject, decision }: EventMap["decided"]): Promise<void> {
	if (subject.kind !== "video" || (decision !== "mute_sound" && decision !== "replace_sound")) return;
	const row = await loadRow(services, subject.id);
	if (row === null || row.status === "deleted") return;
	const soundId = decision === "replace_sound" ? await freeTrack(services) : null;
	if (soundId !== null && (await clearedIfPossible(services, row, { soundId }))) return;
	const stretches = await mutableStretches(services, row);
	const whole = [{ fromMs: 0, toMs: row.durationMs ?? row.declaredDurationMs }];
	await clearedIfPossible(services, row, { muted: stretches.length > 0 ? stretches : whole });
}

/** The track of the library that is used most among those that are free everywhere. */
async function freeTrack(services: Services): Promise<string | null> {
	const [row] = await services.db
		.directory()
		.select({ id: sounds.id })
		.from(sounds)
		.where(and(isNull(sounds.creatorId), isNotNull(sounds.offeredAt), eq(sounds.licenseType, "free")))
		.orderBy(desc(sounds.videoCount))
		.limit(1);
	return row?.id ?? null;
}
