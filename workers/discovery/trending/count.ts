import type { Services } from "../../platform/services.ts";
import { type Doing, weighDoings } from "../../trust/index.ts";
import { BUCKET, bucketKey, hourOf, memberOf, usualOf } from "./buckets.ts";
import { dropRising } from "./read.ts";

/** Somebody posted, or watched to the end, a video with a hashtag. */
export interface TagAct extends Omit<Doing, "name"> {
	readonly kind: "posts" | "people";
	readonly tag: string;
	/** `user:<id>` or `guest:<id>`. */
	readonly by: string;
	readonly country: string | null;
}

/** A new video says more of what is on than somebody who watches one: as much as this many of them. */
const POST_WEIGHT = 5;
/** What one did in an hour is known until the next has passed. */
const DONE_KEPT_S = 2 * 3_600;
/** Countries have two letters: nothing else becomes part of a key. */
const COUNTRY = /^[A-Z]{2}$/;

/**
 * Counts what people do towards what is trending, at once: each person once a hashtag and hour for each of the two, and beside others of
 * their address as all influence is weighed. A hint: without Redis it is left out. Told twice, it counts once.
 */
export async function countActs(services: Services, acts: readonly TagAct[]): Promise<void> {
	const first = await firstOfHour(services, acts);
	if (first.length === 0) return;
	const weights = await weighDoings(
		services,
		first.map(({ at, settled, address, kind, tag }) => ({ name: `${kind}:#${tag}`, at, settled, address })),
	);
	const now = services.clock();
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		const touched = new Map<string, number>();
		const add = (key: string, by: number, tag: string, ttlS: number) => {
			pipeline.zincrby(key, by, memberOf(tag));
			touched.set(key, ttlS);
		};
		first.forEach(({ kind, tag, at, country }, place) => {
			const { weight = 0, moves = false } = weights[place] ?? {};
			if (weight === 0) return;
			const score = weight * (kind === "posts" ? POST_WEIGHT : 1);
			for (const where of country !== null && COUNTRY.test(country) ? [null, country] : [null]) {
				add(bucketKey(hourOf(at), where), score, tag, BUCKET.ttlS);
				if (moves) add(bucketKey(hourOf(at), where, kind), 1, tag, BUCKET.ttlS);
				const usual = usualOf(where);
				add(usual.key(now), score * usual.weight(at, now), tag, USUAL_KEPT_S);
			}
		});
		for (const [key, ttlS] of touched) pipeline.zremrangebyrank(key, 0, -BUCKET.kept - 1).expire(key, ttlS);
		return touched.size === 0 ? Promise.resolve([]) : pipeline.exec();
	});
	// Where it happened it shows at once; everywhere else within the life of a copy.
	dropRising(services);
}
/** After so long without anything what was usual is nothing, seconds. */
const USUAL_KEPT_S = 10 * 86_400;

/** Those who have not done the same in the same hour, as far as Redis can be asked. */
async function firstOfHour(services: Services, acts: readonly TagAct[]): Promise<TagAct[]> {
	if (acts.length === 0) return [];
	const keyOf = ({ by, at }: TagAct) => `trending:${hourOf(at)}:by:${by}`;
	const added = await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const act of acts) pipeline.sadd(keyOf(act), `${act.kind}:${act.tag}`);
		for (const key of new Set(acts.map(keyOf))) pipeline.expire(key, DONE_KEPT_S);
		return pipeline.exec<number[]>();
	});
	return added === null ? [] : acts.filter((_, place) => Number(added[place]) === 1);
}
