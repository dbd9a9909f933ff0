import { LRUCache } from "lru-cache";
import { wordFilter } from "../../contracts/word-filters.ts";
import { perIsolate } from "../platform/isolate.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { within } from "../platform/waiting.ts";
import { relationsOf } from "../rules/relations.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import type { VideoRecord } from "../videos/cards/index.ts";
import type { Avoided } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";

/** The session is asked so long, milliseconds; then what was last known is as good as there is. */
const PATIENCE_MS = 400;
/** Redis keeps what a viewer avoids this long after they last changed it, seconds. */
const REDIS_TTL_S = 180 * 86_400;

const copyKey = (viewer: string): string => `avoided:${viewer}`;
const lastKnown = perIsolate(() => new LRUCache<string, Avoided>({ max: 2_000 }));

const NOTHING: Avoided = { isPersonal: true, filters: { keywords: [], hashtags: [] }, muted: [] };

/** What of the videos must not be shown to a viewer. */
export interface Rules {
	/** Whether anything may be chosen for the viewer by what is known of them. */
	readonly isPersonal: boolean;
	/** By its words, or of somebody muted: anywhere the viewer is fed, people they follow included. */
	filtered(video: VideoRecord): boolean;
	/** By its words or as muted: wherever something is chosen for them. */
	unwanted(video: VideoRecord): boolean;
	/** The same of a hashtag by itself. */
	unwantedTag(tag: string): boolean;
}

export function rulesFrom({ isPersonal, filters, muted }: Avoided, people: ReadonlySet<string> = new Set()): Rules {
	const words = wordFilter(filters);
	const filtered = people.size === 0 ? words : (video: VideoRecord) => people.has(video.userId) || words(video);
	const keys = new Set(muted.map(({ scope, key }) => `${scope}:${key}`));
	const unwantedTag = (tag: string) => keys.has(`topic:${tag}`) || words({ title: "", description: "", hashtags: [tag] });
	if (keys.size === 0) return { isPersonal, filtered, unwanted: filtered, unwantedTag };
	return {
		isPersonal,
		filtered,
		unwantedTag,
		unwanted: (video) =>
			keys.has(`video:${video.id}`) ||
			keys.has(`creator:${video.userId}`) ||
			(video.soundId !== null && keys.has(`sound:${video.soundId}`)) ||
			video.hashtags.some((topic) => keys.has(`topic:${topic}`)) ||
			filtered(video),
	};
}

/** The viewer's rules as they are now, from their session; while it can't answer, those last known. */
export async function rulesOf(services: Services, viewer: Viewer): Promise<Rules> {
	if (viewer.kind === "guest" && viewer.isNew === true) return rulesFrom(NOTHING);
	const key = viewerKey(viewer);
	const { muted: people } = await relationsOf(services, viewer);
	try {
		const avoided = await within(PATIENCE_MS * services.config.PATIENCE_FACTOR, "asking what to avoid", sessionOf(services, key).avoided());
		lastKnown(services).set(key, avoided);
		return rulesFrom(avoided, people);
	} catch (error) {
		services.log.warn("rules_from_copy", errorFields(error));
		return rulesFrom(await copyOf(services, key), people);
	}
}

/** Keeps a copy for when the session can't answer: a filter holds on the fallback's pages, too. Written by the session itself, in order. */
export async function keepCopy(services: Services, viewer: string, avoided: Avoided): Promise<void> {
	const empty = avoided.isPersonal && avoided.muted.length + avoided.filters.keywords.length + avoided.filters.hashtags.length === 0;
	await services.redis.soft<unknown>((redis) =>
		empty ? redis.del(copyKey(viewer)) : redis.set(copyKey(viewer), avoided, { ex: REDIS_TTL_S }),
	);
}

async function copyOf(services: Services, viewer: string): Promise<Avoided> {
	const copy = await services.redis.soft(async (redis) => ({ avoided: await redis.get<Avoided>(copyKey(viewer)) }));
	return copy === null ? (lastKnown(services).get(viewer) ?? NOTHING) : (copy.avoided ?? NOTHING);
}
