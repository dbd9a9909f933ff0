import type { EventsMessage } from "../../contracts/queues.ts";
import type { Services } from "../platform/services.ts";
import { ALONE, type Place, weightOf } from "./crowd.ts";

type Event = EventsMessage["events"][number];

const HOUR_MS = 3_600_000;
/** What an address did in an hour is forgotten after the next. */
const KEPT_S = 2 * 3_600;

/**
 * The gate's second half: a session decided which impressions may count at all (feed/session/influence.ts); here, where the impressions of
 * many viewers come together, it is decided how much they count beside others from the same address. Decided once, for numbers,
 * trending, virality, ranker, experiments and archive alike: what does not count is in none of them. While Redis can't be asked, only
 * the viewers of this batch are held against each other.
 */
export async function weigh(services: Services, messages: readonly EventsMessage[]): Promise<EventsMessage[]> {
	const counted = messages.map((message) => ({ ...message, events: message.events.filter(({ qualifies }) => qualifies !== false) }));
	const events = counted.flatMap(({ closedAt, events }) => events.map((event): [Event, number] => [event, closedAt]));
	const places = await placesOf(services, events);
	return counted.map((message) => ({
		...message,
		events: message.events.flatMap((event) => {
			const { counts, ...weight } = weightOf(event.settled === true, places.get(event) ?? ALONE);
			return counts ? [{ ...event, ...weight }] : [];
		}),
	}));
}

/** What an impression adds to: hashes of the hour and a field in each, of its own kind, of all, and, of who is settled, of the network. */
function additionsOf(event: Event, closedAt: number): { own: Field; all: Field; related: Field | null } | null {
	const { address, network, settled, videoId } = event;
	if (address === undefined) return null;
	const hour = Math.floor(closedAt / HOUR_MS);
	const key = `crowd:${hour}:${address}`;
	return {
		own: [key, `${settled === true ? "settled" : "new"}:${videoId}`],
		all: [key, "all"],
		related: settled === true && network !== undefined ? [`crowd:${hour}:around:${network}`, videoId] : null,
	};
}
type Field = readonly [key: string, field: string];
const nameOf = ([key, field]: Field): string => `${key} ${field}`;

/** The place of each event among those of its address, in the order they come. */
async function placesOf(services: Services, events: readonly (readonly [Event, number])[]): Promise<Map<Event, Place>> {
	const additions = events.flatMap(([event, closedAt]) => {
		const added = additionsOf(event, closedAt);
		return added === null ? [] : [{ event, ...added }];
	});
	const sums = new Map<string, { field: Field; by: number }>();
	for (const { own, all, related } of additions) {
		for (const field of related === null ? [own, all] : [own, all, related]) {
			const known = sums.get(nameOf(field));
			if (known === undefined) sums.set(nameOf(field), { field, by: 1 });
			else known.by += 1;
		}
	}
	if (sums.size === 0) return new Map();
	const reached = await before(services, [...sums.values()]);
	const next = (field: Field): number => {
		const place = (reached.get(nameOf(field)) ?? 0) + 1;
		reached.set(nameOf(field), place);
		return place;
	};
	return new Map(
		additions.map(({ event, own, all, related }) => [
			event,
			{ alike: next(own), all: next(all), related: related === null ? 1 : next(related) },
		]),
	);
}

/** Adds to what Redis has, in one round. @returns by name what was there before; nothing where it can't be asked */
async function before(services: Services, sums: readonly { field: Field; by: number }[]): Promise<Map<string, number>> {
	const totals = await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const { field, by } of sums) pipeline.hincrby(...field, by);
		for (const key of new Set(sums.map(({ field: [key] }) => key))) pipeline.expire(key, KEPT_S);
		return pipeline.exec<number[]>();
	});
	return new Map(sums.map(({ field, by }, place) => [nameOf(field), Math.max(0, Number(totals?.[place] ?? by) - by)]));
}
