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

/** What an impression adds one to: a hash of the hour and a field in it, by what is asked of a place. */
type Additions = Partial<Record<"alike" | "all" | "related" | "around" | "ofVideo" | "newcomers", Field>>;

function additionsOf(event: Event, closedAt: number): Additions | null {
	const { address, network, settled, videoId } = event;
	if (address === undefined) return null;
	const hour = Math.floor(closedAt / HOUR_MS);
	const kind = settled === true ? "settled" : "new";
	const around = network === undefined ? null : `crowd:${hour}:around:${network}`;
	return {
		alike: [`crowd:${hour}:${address}`, `${kind}:${videoId}`],
		all: [`crowd:${hour}:${address}`, "all"],
		ofVideo: [`crowd:${hour}:video:${videoId}`, "all"],
		...(settled === true ? {} : { newcomers: [`crowd:${hour}:video:${videoId}`, "new"] }),
		...(around === null
			? {}
			: {
					related: [around, `${kind}:${videoId}`],
					around: [around, "all"],
				}),
	};
}

/** The place of each event among those of its address, its network and its video, in the order they come. */
async function placesOf(services: Services, events: readonly (readonly [Event, number])[]): Promise<Map<Event, Place>> {
	const additions = events.flatMap(([event, closedAt]): [Event, Additions][] => {
		const added = additionsOf(event, closedAt);
		return added === null ? [] : [[event, added]];
	});
	const reached = await addOne(
		services,
		additions.flatMap(([, added]) => Object.values(added)),
	);
	const values = reached.values();
	return new Map(
		additions.map(([event, added]) => {
			const counts = Object.fromEntries(Object.keys(added).map((name) => [name, values.next().value ?? 1]));
			const { ofVideo = 1, ...place }: Partial<Record<keyof Additions, number>> = counts;
			return [event, { ...ALONE, ...place, settled: ofVideo - (place.newcomers ?? 1) }];
		}),
	);
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
		known.flatMap(({ name, at, settled, address }): Field[] => {
			const hour = Math.floor(at / HOUR_MS);
			const kind = settled ? "settled" : "new";
			return [
				[`crowd:${hour}:${address}:doings`, `${kind}:${name}`],
				[`crowd:${hour}:doing:${name}`, "all"],
				[`crowd:${hour}:doing:${name}`, kind],
			];
		}),
	);
	const found = new Map(
		known.map((doing, index) => {
			const [alike = 1, all = 1, ofKind = 1] = places.slice(index * 3, index * 3 + 3);
			return [doing, doing.settled ? { ...ALONE, alike } : { ...ALONE, alike, newcomers: ofKind, settled: all - ofKind }];
		}),
	);
	return doings.map((doing) => weightOf(doing.settled, found.get(doing) ?? ALONE));
}
