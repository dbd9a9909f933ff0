import type { CommentSignal } from "../../contracts/live.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { liveOf, roomOf } from "./protocol.ts";

/** What happens, told to people's open clients as it happens. */

/** Tells everybody who has a video's comments open. Never throws: who does not hear of it reads it when the sheet is opened again. */
export async function tellRoom(services: Services, videoId: string, ...signals: CommentSignal[]): Promise<void> {
	try {
		await roomOf(services, videoId).tell(signals);
	} catch (error) {
		services.log.warn("live_signal_lost", { videoId, signals: signals.length, ...errorFields(error) });
	}
}

/** Closes the sockets of sessions that ended. @throws when the inbox can't be reached */
export const hangUp = (services: Services, userId: string, sessionIds: readonly string[]): Promise<void> =>
	liveOf(services, userId).hangUp(sessionIds);
