import { viewerOffset } from "../recommender/habits.ts";
import { logit, quality, sigmoid } from "../recommender/quality.ts";
import { isLongView } from "../recommender/strength.ts";
import type { TrainingEvent } from "./training-event.ts";

/** Rate assumed of a surface that was not seen, and of how many impressions that counts as much as. */
const SURFACE_PRIOR = 0.4;
const SURFACE_SHOWN = 20;
/** Rounds of telling viewers and videos apart; a fourth changes nothing (docs/recommender.md). */
const ROUNDS = 3;

/** How often impressions end in a long view on each surface, whoever watches. */
export class SurfaceRates {
	readonly #counts = new Map<string | null, { shown: number; long: number }>();

	count(surface: string | null, longView: boolean): void {
		const held = this.#counts.get(surface);
		if (held === undefined) this.#counts.set(surface, { shown: 1, long: longView ? 1 : 0 });
		else {
			held.shown++;
			if (longView) held.long++;
		}
	}

	/** Logit of the rate. */
	logit(surface: string | null): number {
		const { shown, long } = this.#counts.get(surface) ?? { shown: 0, long: 0 };
		return logit((long + SURFACE_PRIOR * SURFACE_SHOWN) / (shown + SURFACE_SHOWN));
	}
}

interface Counts {
	shown: number;
	long: number;
	expected: number;
}

/**
 * Of each event, the probability that this viewer watches any video to the end on that surface: what a video's long views are
 * set against. Viewers and videos are told apart by turns: patient people make no good video, good videos no patient person.
 */
export function expectLongViews(events: readonly TrainingEvent[], items: number): Float64Array {
	const surfaces = new SurfaceRates();
	for (const event of events) surfaces.count(event.surface, isLongView(event.signal));
	const base = Float64Array.from(events, (event) => surfaces.logit(event.surface));
	const viewers = new Map<string, Counts>();
	const videos = Array.from({ length: items }, (): Counts => ({ shown: 0, long: 0, expected: 0 }));
	for (const event of events) {
		const viewer = viewers.get(event.viewer) ?? { shown: 0, long: 0, expected: 0 };
		viewers.set(event.viewer, viewer);
		for (const counts of [viewer, videos[event.item]]) {
			if (counts === undefined) continue;
			counts.shown++;
			if (isLongView(event.signal)) counts.long++;
		}
	}
	const expected = base.map(sigmoid);
	for (let round = 0; round < ROUNDS; round++) {
		tell(events, expected, (event) => videos[event.item]);
		const good = videos.map(({ shown, long, expected: of }) =>
			quality({ impressions: shown, views: shown, longViews: long, likes: 0, recentLongViews: 0, expectedLongViews: of }),
		);
		tell(
			events,
			base.map((own, index) => sigmoid(own + (good[events[index]?.item ?? -1] ?? 0))),
			(event) => viewers.get(event.viewer),
		);
		const patient = new Map([...viewers].map(([viewer, { shown, long, expected: of }]) => [viewer, viewerOffset(shown, long, of)]));
		events.forEach((event, index) => {
			expected[index] = sigmoid((base[index] as number) + (patient.get(event.viewer) ?? 0));
		});
	}
	return expected;
}

/** Sums what was expected of the events by whom or what they are of. */
function tell(events: readonly TrainingEvent[], expected: Float64Array, of: (event: TrainingEvent) => Counts | undefined): void {
	for (const event of events) {
		const counts = of(event);
		if (counts !== undefined) counts.expected = 0;
	}
	events.forEach((event, index) => {
		const counts = of(event);
		if (counts !== undefined) counts.expected += expected[index] as number;
	});
}
