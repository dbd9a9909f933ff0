import { readThrough } from "../../platform/read-through.ts";
import type { Services } from "../../platform/services.ts";
import { bucketKey, HOURS, hourOf, tagOf, usualOf } from "./buckets.ts";
import { type Counts, type Rising, ranked } from "./rank.ts";

/** A copy lives so long, milliseconds: what is counted anywhere shows everywhere within it. */
const ISOLATE_TTL_MS = 2_000;
/** Of each hour, so many of the strongest may rise. */
const CANDIDATES = 200;
/** Countries of which an isolate holds a copy. */
const COUNTRIES = 300;
const EVERYWHERE = "everywhere";

const rising = readThrough<readonly Rising[]>({
	name: "rising_hashtags",
	isolate: { max: COUNTRIES, ttlMs: ISOLATE_TTL_MS },
	lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY },
});

/** Forgets this isolate's copies. */
export const dropRising = (services: Services): void => rising.clear(services);

/** Hashtags that rise, the fastest first; those known last while Redis can't be asked. @param country null for everywhere */
export async function risingHashtags(services: Services, country: string | null): Promise<readonly Rising[]> {
	const key = country ?? EVERYWHERE;
	const { values } = await rising.look(services, [key], async () => new Map([[key, await read(services, country)]]));
	return values.get(key) ?? [];
}

/** @throws when Redis can't be asked, so that what is known last stays */
async function read(services: Services, country: string | null): Promise<Rising[]> {
	const now = services.clock();
	const hours = Array.from({ length: HOURS }, (_, back) => hourOf(now) - back);
	const strongest = await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const hour of hours) pipeline.zrange(bucketKey(hour, country), 0, CANDIDATES - 1, { rev: true });
		return pipeline.exec<string[][]>();
	});
	if (strongest === null) throw new Error("what is counted of hashtags can't be read");
	const members = [...new Set(strongest.flat())];
	if (members.length === 0) return [];
	const usual = usualOf(country);
	const [current = 0, before = 0] = hours;
	const keys = [
		...hours.map((hour) => bucketKey(hour, country)),
		...(["posts", "people"] as const).flatMap((what) => [current, before].map((hour) => bucketKey(hour, country, what))),
		usual.key(now),
	];
	const scores = await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const key of keys) pipeline.zmscore(key, members);
		return pipeline.exec<(number | null)[][]>();
	});
	if (scores === null) throw new Error("what is counted of hashtags can't be read");
	const counts = members.map((member, place): Counts => {
		const [posts, postsBefore, people, peopleBefore, held] = scores.slice(HOURS).map((row) => Number(row?.[place] ?? 0));
		return {
			tag: tagOf(member),
			scores: scores.slice(0, HOURS).map((row) => Number(row?.[place] ?? 0)),
			posts: [posts ?? 0, postsBefore ?? 0],
			people: [people ?? 0, peopleBefore ?? 0],
			usual: usual.faded(held ?? 0, now),
		};
	});
	return ranked(counts, now);
}
