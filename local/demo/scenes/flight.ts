import { seeded } from "../../../contracts/seeded.ts";
import { between } from "../random.ts";

/** A ball's course: one parabola after another, touching the floor between. */
export interface Flight {
	/** Radians a second. */
	readonly spin: number;
	readonly hops: readonly Hop[];
}
interface Hop {
	readonly start: number;
	readonly seconds: number;
	/** Top of the hop, in the court's heights. */
	readonly rise: number;
	readonly from: readonly [x: number, z: number];
	readonly to: readonly [x: number, z: number];
}

/** Falls a court's height in about this time, seconds; sets how long a hop of a given height takes. */
const FALL_SECONDS = 0.42;

/** Courses of a clip's balls: the same for the picture and for the sound of the bounces. */
export function planFlights({ seconds, variant, seed }: { seconds: number; variant: number; seed: number }): Flight[] {
	const random = seeded(seed ^ 0xba11);
	const count = [1, 2, 1, 3][variant % 4] ?? 1;
	return Array.from({ length: count }, () => {
		const hops: Hop[] = [];
		let start = -random() * 0.4;
		let from: readonly [number, number] = [between(random, -0.7, 0.7), between(random, 0.05, 0.4)];
		while (start < seconds) {
			const rise = between(random, 0.6, 1.5);
			const to: readonly [number, number] = [between(random, -0.8, 0.8), between(random, 0, 0.5)];
			const duration = 2 * FALL_SECONDS * Math.sqrt(rise);
			hops.push({ start, seconds: duration, rise, from, to });
			start += duration;
			from = to;
		}
		return { spin: between(random, 5, 9) * (random() < 0.5 ? -1 : 1), hops };
	});
}

/** Moments at which the ball touches the floor, seconds. */
export const bounces = ({ hops }: Flight): number[] => hops.slice(1).map((hop) => hop.start);

/** Where the ball is: across -1..1, up in court heights, away 0..1. */
export function flightAt({ hops }: Flight, t: number): { x: number; y: number; z: number } {
	const hop = hops.findLast((candidate) => candidate.start <= t) ?? hops[0];
	if (hop === undefined) return { x: 0, y: 0, z: 0 };
	const u = Math.max(0, Math.min(1, (t - hop.start) / hop.seconds));
	return { x: hop.from[0] + (hop.to[0] - hop.from[0]) * u, y: 4 * hop.rise * u * (1 - u), z: hop.from[1] + (hop.to[1] - hop.from[1]) * u };
}
