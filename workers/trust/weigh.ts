import type { EventsMessage } from "../../contracts/queues.ts";
import type { Services } from "../platform/services.ts";
import { ALONE, type Place, type Weight, weightOf } from "./crowd.ts";
import { addOne, type Field } from "./tallies.ts";

type Event = EventsMessage["events"][number];

const HOUR_MS = 3_600_000;

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
/** The place of each event among those of its address, in the order they come. */
async function placesOf(services: Services, events: readonly (readonly [Event, number])[]): Promise<Map<Event, Place>> {
	const additions = events.flatMap(([event, closedAt]) => {
		const added = additionsOf(event, closedAt);
		return added === null ? [] : [{ event, ...added }];
	});
	const fields = additions.flatMap(({ own, all, related }) => (related === null ? [own, all] : [own, all, related]));
	const reached = (await addOne(services, fields)).values();
	const next = (): number => reached.next().value ?? 1;
	return new Map(additions.map(({ event, related }) => [event, { alike: next(), all: next(), related: related === null ? 1 : next() }]));
}

/** Somebody's doing that others may do as well, apart from watching one video: to be on about a hashtag, say. */
export interface Doing {
	/** What it is; the same for all who do the same. */
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly settled: boolean;
	/** Keyed hash of the network address; left out where it is not known. */
	readonly address?: string | undefined;
}

/** What each of these, of a person who did it for the first time in the hour, counts for beside others of its address who did the same. */
export async function weighDoings(services: Services, doings: readonly Doing[]): Promise<Pick<Weight, "moves" | "weight">[]> {
	const known = doings.filter(({ address }) => address !== undefined);
	const places = await addOne(
		services,
		known.map(({ name, at, settled, address }) => [
			`crowd:${Math.floor(at / HOUR_MS)}:${address}:doings`,
			`${settled ? "settled" : "new"}:${name}`,
		]),
	);
	const alike = new Map(known.map((doing, place) => [doing, places[place] ?? 1]));
	return doings.map((doing) => weightOf(doing.settled, { ...ALONE, alike: alike.get(doing) ?? 1 }));
}
