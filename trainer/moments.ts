import { decay } from "../recommender/affinity.ts";
import { MOMENT_HALF_LIFE_MS } from "../recommender/popularity.ts";
import { momentOf } from "../recommender/retrieval.ts";
import { isLongView } from "../recommender/strength.ts";
import type { Millis, Moment, Retrieved } from "../recommender/types.ts";
import type { TrainingEvent } from "./training-event.ts";

/** What is watched at a moment, most first: as the cloud's lists tell it. */
export type MomentLists = (moment: Moment) => readonly Retrieved[];

/** The lists as they stand at `now`, from all long views of these events whose moment is known. */
export function momentLists(events: readonly TrainingEvent[], videoIds: readonly string[], now: Millis): MomentLists {
	const counted = new Map<string, Map<string, number>>();
	for (const { item, signal, device = null, hour = null } of events) {
		const [moment, videoId] = [momentOf({ device, hour }), videoIds[item]];
		if (moment === null || videoId === undefined || !isLongView(signal)) continue;
		const list = counted.get(nameOf(moment)) ?? new Map<string, number>();
		list.set(videoId, (list.get(videoId) ?? 0) + decay(now - signal.at, MOMENT_HALF_LIFE_MS));
		counted.set(nameOf(moment), list);
	}
	const lists = new Map(
		[...counted].map(([name, views]) => [
			name,
			[...views].map(([videoId, score]): Retrieved => ({ videoId, score })).sort((a, b) => b.score - a.score),
		]),
	);
	return (moment) => lists.get(nameOf(moment)) ?? [];
}

const nameOf = ({ device, part }: Moment): string => `${device}.${part}`;
