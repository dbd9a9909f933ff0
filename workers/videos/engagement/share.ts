import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { share } from "../../../contracts/engagement.ts";
import { SETTLED_AFTER_MS } from "../../../contracts/limits.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { snowflakeTime } from "../../platform/snowflake.ts";
import { userIdOf, type Viewer, viewerKey } from "../../rules/viewer.ts";
import { type Network, wasGiven } from "../../trust/index.ts";
import { countsOf } from "../cards/index.ts";
import { visibleVideo } from "../visible-video.ts";
import { count } from "./counter/count.ts";
import { shareNumbers } from "./counter/flush.ts";

const HOUR_MS = 3_600_000;

/**
 * Takes note of a share. It counts once a viewer, video and hour, like a view: of a video that was given to them within the hour before, not by its creator, and not
 * without bound from one address. Whoever shares is given the address to pass on, whatever counts.
 * @param origin of the address to pass on
 */
export async function shareVideo(
	services: Services,
	viewer: Viewer,
	ref: string,
	from: Network | null,
	origin: string,
): Promise<AnswerOf<typeof share>> {
	const record = await visibleVideo(services, viewer, ref);
	const url = `${origin}/v/${record.id}`;
	if (
		record.userId === userIdOf(viewer) ||
		!(await wasGiven(services, viewer, record.id)) ||
		!(await hasRoom(services, viewer, record.id, from))
	) {
		await countsOf(services).refresh([record.id]);
		return { shareCount: countsOf(services).of(record).shares, url };
	}
	const now = services.clock();
	const batchId = `share.${viewerKey(viewer)}.${Math.floor(now / HOUR_MS)}`;
	const { applied, numbers } = await count(services, record.id, [{ batchId, at: now, deltas: { shares: 1 } }]);
	if (numbers !== null) await shareNumbers(services, new Map([[record.id, numbers]]));
	if (applied.length > 0) await emit(services, "acted", { viewer, videoId: record.id, kind: "shared" });
	return { shareCount: numbers?.shares ?? countsOf(services).of(record).shares + applied.length, url };
}

/** Guests and new accounts of one address share a video so often an hour. */
const NEW_SHARES_AN_HOUR = 25;

/** A guest costs nothing to be, and an account of today hardly more: their shares are bounded together, by address. */
async function hasRoom(services: Services, viewer: Viewer, videoId: string, from: Network | null): Promise<boolean> {
	const now = services.clock();
	const isNew = viewer.kind === "guest" || now - snowflakeTime(viewer.userId) < SETTLED_AFTER_MS;
	if (!isNew || from === null) return true;
	const key = `crowd:${Math.floor(now / HOUR_MS)}:shares:${from.address}`;
	const totals = await services.redis.soft((redis) => redis.pipeline().hincrby(key, videoId, 1).expire(key, 7_200).exec<number[]>());
	return Number(totals?.[0] ?? 1) <= NEW_SHARES_AN_HOUR;
}
