import { EventsMessage } from "../../../contracts/queues.ts";
import { keepDeadLetter } from "../../platform/dead-letters.ts";
import { errorFields } from "../../platform/log.ts";
import { eachMessage, readable } from "../../platform/queues.ts";
import type { Services } from "../../platform/services.ts";
import { weigh } from "../../trust/index.ts";
import type { Sink, Watched } from "./sinks.ts";
import { type Tallied, tally } from "./tally.ts";

/** Before a message whose counting failed comes again, seconds; longer each time. */
const retryAfterSeconds = (attempts: number): number => Math.min(60, 2 ** attempts);

/**
 * Queue `reelay-events`: hands what sessions report to the sinks, round after round. All messages of a batch are added up per video and
 * told in one call; each is counted once under its own id, so one that comes again because a sink failed changes nothing in the others.
 */
export async function consumeEvents(batch: MessageBatch, services: Services, sinks: readonly (readonly Sink[])[]): Promise<void> {
	const started = services.clock();
	const waiting = await readable(batch, services, EventsMessage);
	const watched = await weighed(
		services,
		waiting.map(({ body }) => body),
	);
	const failed = new Set<string>();
	for (const round of sinks) {
		const left = await Promise.all(round.map((sink) => pour(services, sink, watched)));
		for (const batchId of left.flatMap((ids) => [...ids])) failed.add(batchId);
	}
	for (const { message, body } of waiting) {
		if (failed.has(body.batchId)) message.retry({ delaySeconds: retryAfterSeconds(message.attempts) });
		else message.ack();
	}
	services.log.info("events_counted", {
		messages: batch.messages.length,
		events: waiting.reduce((sum, { body }) => sum + body.events.length, 0),
		videos: watched.perVideo.size,
		failed: failed.size,
		ms: services.clock() - started,
	});
}

async function weighed(services: Services, told: readonly EventsMessage[]): Promise<Watched> {
	const messages = await weigh(services, told);
	const perVideo = new Map<string, Tallied[]>();
	for (const message of messages) {
		for (const [videoId, tallied] of tally(message)) {
			const known = perVideo.get(videoId);
			if (known === undefined) perVideo.set(videoId, [tallied]);
			else known.push(tallied);
		}
	}
	return { messages, perVideo, counted: new Map() };
}

/** One sink keeps no other from taking. */
async function pour(services: Services, { name, run }: Sink, watched: Watched): Promise<ReadonlySet<string>> {
	try {
		return await run(services, watched);
	} catch (error) {
		services.log.warn("sink_failed", { sink: name, messages: watched.messages.length, ...errorFields(error) });
		return new Set(watched.messages.map(({ batchId }) => batchId));
	}
}

/**
 * Batches given up after ten deliveries are counted again until they are so old, milliseconds: a crowded counter knows a batch for an hour
 * (videos/engagement/counter/ledger.ts), and counts none twice until then.
 */
const COUNTED_AGAIN_MS = 50 * 60_000;
const COUNTED_AGAIN_AFTER_S = 600;

/** Queue `reelay-events-dead`: what some sink did not take for ten minutes is told again for an hour, then kept for the operators. */
export const consumeEventsDeadLetters = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, EventsMessage, {
		pauseSeconds: retryAfterSeconds,
		async handle(events, { id: messageId }) {
			const { batchId, closedAt } = events;
			const isLate = services.clock() - closedAt > COUNTED_AGAIN_MS;
			services.log.error("events_given_up", { batchId, events: events.events.length, again: !isLate });
			if (isLate) await keepDeadLetter(services, { queue: "reelay-events", messageId, why: "not counted for an hour", body: events });
			else await services.queues.events.send(events, { delaySeconds: COUNTED_AGAIN_AFTER_S });
			return undefined;
		},
	});
