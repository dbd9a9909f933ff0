import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { share } from "../../../contracts/engagement.ts";
import { onAct } from "../../feed/index.ts";
import { type Viewer, viewerKey } from "../../gateway/viewer.ts";
import type { Services } from "../../platform/services.ts";
import { countsOf } from "../cards/index.ts";
import { visibleVideo } from "../visible-video.ts";
import { count } from "./counter/count.ts";
import { shareNumbers } from "./counter/flush.ts";

/** Counts a share, once per event id. @param origin of the address to pass on */
export async function shareVideo(
	services: Services,
	viewer: Viewer,
	ref: string,
	eventId: string | undefined,
	origin: string,
): Promise<AnswerOf<typeof share>> {
	const record = await visibleVideo(services, viewer, ref);
	const batchId = `share.${viewerKey(viewer)}.${eventId ?? crypto.randomUUID()}`;
	const { applied, numbers } = await count(services, record.id, [{ batchId, at: services.clock(), deltas: { shares: 1 } }]);
	if (numbers !== null) await shareNumbers(services, new Map([[record.id, numbers]]));
	if (applied.length > 0) await onAct(services, viewer, { videoId: record.id, kind: "shared" });
	return { shareCount: numbers?.shares ?? countsOf(services).of(record).shares + applied.length, url: `${origin}/v/${record.id}` };
}
