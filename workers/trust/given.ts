import { GIVEN_FOR_MS } from "../../contracts/limits.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";

/**
 * What a viewer was named by an answer lately: only that can be watched in a way that counts for others. Pages of For You are kept by
 * the session that made them (feed/session/impressions.ts); this is the memory of all other answers (lists, single videos, manifests), and
 * of the pages of guests who have no session yet. It is in Redis: a durable row per page would cost more than the page, and a cookie
 * would be lost on clients that keep only their first one. Lost with Redis, it costs views, and nothing else.
 */

/** What was watched within the hour may be told a little later. */
const KEPT_S = 2 * 3_600;
/** Answers kept of one viewer. */
const ANSWERS_KEPT = 60;

/** A video as it was named, and how it came to be chosen where a feed chose it. */
export interface Named {
	readonly videoId: string;
	readonly kind?: "exploit" | "explore" | "fresh";
	readonly propensity?: number | null;
}
export interface GivenAnswer {
	readonly at: number;
	readonly named: readonly Named[];
}

type StoredName = string | readonly [videoId: string, kind: NonNullable<Named["kind"]>, propensity: number | null];
type Stored = readonly [at: number, names: readonly StoredName[]];

const keyOf = (viewer: string): string => `given:${viewer}`;

/** Notes that an answer names these videos to this viewer. Never throws. */
export async function noteGiven(services: Services, viewer: Viewer, named: readonly Named[]): Promise<void> {
	if (named.length === 0) return;
	const names = named.map(
		({ videoId, kind, propensity }): StoredName => (kind === undefined ? videoId : [videoId, kind, propensity ?? null]),
	);
	const answer: Stored = [services.clock(), names];
	const key = keyOf(viewerKey(viewer));
	await services.redis.soft((redis) =>
		redis.pipeline().rpush(key, JSON.stringify(answer)).ltrim(key, -ANSWERS_KEPT, -1).expire(key, KEPT_S).exec(),
	);
}

/** The answers noted of a viewer (`user:<id>` or `guest:<id>`), oldest first; none while Redis can't be asked. */
export async function readGiven(services: Services, viewer: string): Promise<GivenAnswer[]> {
	const answers = await services.redis.soft((redis) => redis.lrange<unknown>(keyOf(viewer), 0, -1));
	return (answers ?? []).flatMap((answer) => {
		const stored = storedOf(answer);
		if (stored === null) return [];
		const [at, names] = stored;
		return [
			{
				at,
				named: names.map((name) =>
					typeof name === "string" ? { videoId: name } : { videoId: name[0], kind: name[1], propensity: name[2] },
				),
			},
		];
	});
}

/** The client parses what looks like JSON by itself. */
function storedOf(answer: unknown): Stored | null {
	const value: unknown = typeof answer === "string" ? JSON.parse(answer) : answer;
	return Array.isArray(value) && typeof value[0] === "number" && Array.isArray(value[1]) ? (value as unknown as Stored) : null;
}

/** When each video was named last. */
export function timesGiven(answers: readonly GivenAnswer[]): Map<string, number> {
	return new Map(answers.flatMap(({ at, named }) => named.map(({ videoId }): [string, number] => [videoId, at])));
}

/** What a viewer's session object can be asked about the pages it made. */
export interface GivenRpc extends Rpc.DurableObjectBranded {
	/** When this feed last gave the video, milliseconds since 1970; null when it did not lately. */
	givenAt(videoId: string): number | null;
}

/** Whether an answer named this video to the viewer within the hour. False when nobody who knows can be asked. */
export async function wasGiven(services: Services, viewer: Viewer, videoId: string): Promise<boolean> {
	const key = viewerKey(viewer);
	const now = services.clock();
	const elsewhere = timesGiven(await readGiven(services, key)).get(videoId);
	if (elsewhere !== undefined && now - elsewhere <= GIVEN_FOR_MS) return true;
	try {
		const at = await services.objects.session<GivenRpc>(key).givenAt(videoId);
		return at !== null && now - at <= GIVEN_FOR_MS;
	} catch (error) {
		services.log.warn("session_not_asked", errorFields(error));
		return false;
	}
}
