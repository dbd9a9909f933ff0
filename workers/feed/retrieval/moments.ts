import type { EventsMessage } from "../../../contracts/queues.ts";
import { Fading } from "../../../recommender/fading.ts";
import { MOMENT_HALF_LIFE_MS } from "../../../recommender/popularity.ts";
import { momentOf } from "../../../recommender/retrieval.ts";
import { isLongView } from "../../../recommender/strength.ts";
import type { Moment, Retrieved } from "../../../recommender/types.ts";
import type { Services } from "../../platform/services.ts";

/**
 * What is watched at a time of day on a kind of device: eight lists, which tell a newcomer's first pages apart when nothing
 * else is known. Long views fade by half in a week, so that a list is made of several days' same hours.
 */

const KEPT = 500;

const lists = new Map<string, Fading>();
function fadingOf({ device, part }: Moment): Fading {
	const name = `moment:${device}:${part}`;
	const known = lists.get(name) ?? new Fading(`feed:${name}`, MOMENT_HALF_LIFE_MS);
	lists.set(name, known);
	return known;
}

/** Best first; the score is the faded number of long views. None where Redis does not answer: it is only a hint. */
export async function momentList(services: Services, moment: Moment, limit: number): Promise<readonly Retrieved[]> {
	const now = services.clock();
	const fading = fadingOf(moment);
	const flat = await services.redis.soft((redis) =>
		redis.zrange<(string | number)[]>(fading.key(now), 0, Math.min(limit, KEPT) - 1, { rev: true, withScores: true }),
	);
	const list: Retrieved[] = [];
	for (let place = 0; place + 1 < (flat?.length ?? 0); place += 2) {
		list.push({ videoId: String(flat?.[place]), score: fading.faded(Number(flat?.[place + 1]), now) });
	}
	return list;
}

/** Enters the long views of these messages that were counted now, by the moment each fell into. */
export async function markMoments(
	services: Services,
	messages: readonly EventsMessage[],
	isCounted: (videoId: string, batchId: string) => boolean,
): Promise<void> {
	const now = services.clock();
	const added = new Map<string, { fading: Fading; views: Map<string, number> }>();
	for (const { batchId, events } of messages) {
		for (const event of events) {
			if (event.kind !== "watch" || !isCounted(event.videoId, batchId) || event.moves === false || !isLongView(event)) continue;
			const moment = momentOf({ device: event.device ?? null, hour: event.hour ?? null });
			if (moment === null) continue;
			const fading = fadingOf(moment);
			const list = added.get(fading.key(now)) ?? { fading, views: new Map<string, number>() };
			list.views.set(event.videoId, (list.views.get(event.videoId) ?? 0) + (event.weight ?? 1));
			added.set(fading.key(now), list);
		}
	}
	if (added.size === 0) return;
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const [key, { fading, views }] of added) {
			for (const [videoId, count] of views) pipeline.zincrby(key, count * fading.weight(now), videoId);
			pipeline.zremrangebyrank(key, 0, -KEPT - 1);
		}
		return pipeline.exec();
	});
}
