import pMap from "p-map";
import { ARCHIVE_VERSION, type ArchivedEvent, archiveHour } from "../../../contracts/archive.ts";
import type { EventsMessage } from "../../../contracts/queues.ts";
import type { Services } from "../../platform/services.ts";
import { gzip } from "./gzip.ts";

/** Objects written at once: a Worker may have six connections open. */
const AT_ONCE = 5;

/**
 * Puts impressions into the archive, one object for each hour they fall into. The viewer's pseudonym is the random name that
 * the session gave itself: it is kept nowhere else, so forgetting the session makes these lines unlinkable. An object is
 * named after its first batch: the same queue batch delivered again replaces it, and readers know repeated events by their ids.
 * @throws when the bucket refuses; the messages are to come again
 */
export async function archiveEvents(services: Pick<Services, "archive">, messages: readonly EventsMessage[]): Promise<void> {
	const first = messages[0];
	if (first === undefined) return;
	const hours = new Map<string, string[]>();
	for (const message of messages) {
		for (const event of message.events) {
			// What was told under a name of its own is counted, and nothing else is made of it.
			if (event.kind !== "watch" || event.personal === false) continue;
			const hour = archiveHour(event.at);
			const line = JSON.stringify(lineOf(event, message.pseudonym));
			const known = hours.get(hour);
			if (known === undefined) hours.set(hour, [line]);
			else known.push(line);
		}
	}
	await pMap(
		hours,
		async ([hour, lines]) => {
			await services.archive.put(`${hour}${first.batchId}.ndjson.gz`, await gzip(`${lines.join("\n")}\n`));
		},
		{ concurrency: AT_ONCE },
	);
}

function lineOf(event: EventsMessage["events"][number], viewer: string): ArchivedEvent {
	const { eventId, videoId, at, watchMs, durationMs, liked, commented, shared, followed, source, propensity, country } = event;
	const { saved = false, profileVisited = false, device = null, hour = null } = event;
	return {
		v: ARCHIVE_VERSION,
		eventId,
		viewer,
		videoId,
		at,
		watchMs,
		durationMs,
		liked,
		commented,
		shared,
		followed,
		saved,
		profileVisited,
		source,
		propensity,
		country,
		device,
		hour,
	};
}
