import { EventsMessage } from "../../../contracts/queues.ts";
import { recordOutcomes } from "../../experiments/ledger/index.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { weigh } from "../../trust/index.ts";
import { countMany } from "../../videos/engagement/index.ts";
import { archiveEvents } from "../archive/events.ts";
import { teach } from "../ranker/tell.ts";
import { markMoments } from "../retrieval/moments.ts";
import { TRENDING_KEPT, trendingKey, trendingWeight } from "../retrieval/trending.ts";
import { outcomesOf } from "./outcomes.ts";
import { type LongView, type Tallied, tally } from "./tally.ts";

/** Before a message whose counting failed comes again, seconds; longer each time. */
const retryAfterSeconds = (attempts: number): number => Math.min(60, 2 ** attempts);

interface Waiting {
	readonly message: Message;
	readonly events: EventsMessage;
}

/**
 * Counts what sessions report. All messages of a batch are added up per video and told in one call; each message is counted
 * once under its own id, so one that comes again because another video's counter failed changes nothing.
 */
export async function consumeEvents(batch: MessageBatch, services: Services): Promise<void> {
	const started = services.clock();
	const waiting: Waiting[] = [];
	for (const message of batch.messages) {
		const parsed = EventsMessage.safeParse(message.body);
		if (parsed.success) waiting.push({ message, events: parsed.data });
		else {
			// Repeating it will not make it readable: the dead-letter queue keeps it for people.
			services.log.error("events_unreadable", { messageId: message.id, issue: parsed.error.issues[0]?.message });
			message.retry();
		}
	}
	const messages = await weigh(
		services,
		waiting.map(({ events }) => events),
	);
	const perVideo = new Map<string, Tallied[]>();
	for (const message of messages) {
		for (const [videoId, tallied] of tally(message)) {
			const known = perVideo.get(videoId);
			if (known === undefined) perVideo.set(videoId, [tallied]);
			else known.push(tallied);
		}
	}
	const [counted, unrecorded, archived] = await Promise.all([
		countMany(services, new Map([...perVideo].map(([videoId, tallied]) => [videoId, tallied.map(({ entry }) => entry)]))),
		recordOutcomes(
			services,
			messages.flatMap((message) => outcomesOf(message) ?? []),
		),
		archive(services, messages),
		teach(services, messages),
	]);
	const isCounted = (videoId: string, batchId: string) => counted.get(videoId)?.has(batchId) === true;
	const failed = new Set(unrecorded);
	const longViews = new Map<string, LongView[]>();
	for (const [videoId, tallied] of perVideo) {
		if (!counted.has(videoId)) for (const { entry } of tallied) failed.add(entry.batchId);
		const long = tallied.flatMap(({ entry, longAt }) => (isCounted(videoId, entry.batchId) ? longAt : []));
		if (long.length > 0) longViews.set(videoId, long);
	}
	await Promise.all([markTrending(services, longViews), markMoments(services, messages, isCounted)]);
	for (const { message, events } of waiting) {
		if (failed.has(events.batchId) || !archived) message.retry({ delaySeconds: retryAfterSeconds(message.attempts) });
		else message.ack();
	}
	services.log.info("events_counted", {
		messages: batch.messages.length,
		events: waiting.reduce((sum, { events }) => sum + events.events.length, 0),
		videos: perVideo.size,
		failed: failed.size,
		ms: services.clock() - started,
	});
}

/** Whether the batch is in the archive. Without it the messages come again: what was counted is not counted twice. */
async function archive(services: Services, messages: readonly EventsMessage[]): Promise<boolean> {
	try {
		await archiveEvents(services, messages);
		return true;
	} catch (error) {
		services.log.warn("events_not_archived", { messages: messages.length, ...errorFields(error) });
		return false;
	}
}

/** What is being watched now rises. Only a hint: without Redis it is left out. */
async function markTrending(services: Services, longViews: ReadonlyMap<string, readonly LongView[]>): Promise<void> {
	if (longViews.size === 0) return;
	const now = services.clock();
	const key = trendingKey(now);
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const [videoId, times] of longViews) {
			const weight = times.reduce((sum, [at, weight]) => sum + weight * trendingWeight(Math.min(at, now), now), 0);
			pipeline.zincrby(key, weight, videoId);
		}
		pipeline.zremrangebyrank(key, 0, -TRENDING_KEPT - 1);
		return pipeline.exec();
	});
}
