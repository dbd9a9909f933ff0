import { FEATURES, type Feature } from "./features.ts";
import { type Head, type Shape, shapeAt } from "./model.ts";

/** Surfaces are few; names beyond this many are someone's invention. */
const SURFACES_MAX = 32;
/** Surfaces differ a lot and are seen often: they may move faster than shapes. */
const SURFACE_PACE = 3;

/** A head while it learns: flat arrays, one row of knots and values a feature, and the gradients seen (AdaGrad). */
export interface LearningHead {
	bias: number;
	biasSeen: number;
	/** Bias of each surface, and the gradients seen there. */
	readonly surfaces: Map<string, { bias: number; seen: number }>;
	readonly shapes: readonly (LearningShape | null)[];
}

interface LearningShape {
	readonly knots: readonly number[];
	readonly values: number[];
	readonly seen: number[];
}

export function startLearning(head: Head, settled = 1): LearningHead {
	return {
		bias: head.bias,
		biasSeen: settled,
		surfaces: new Map(Object.entries(head.surfaces ?? {}).map(([surface, bias]) => [surface, { bias, seen: settled }])),
		shapes: FEATURES.map((feature) => {
			const shape = head.shapes[feature];
			return shape === undefined ? null : { knots: shape.knots, values: [...shape.values], seen: shape.values.map(() => settled) };
		}),
	};
}

/** The head as it stands, to be served. */
export function snapshot(learning: LearningHead): Head {
	const shapes: Partial<Record<Feature, Shape>> = {};
	learning.shapes.forEach((shape, index) => {
		const feature = FEATURES[index];
		if (shape !== null && feature !== undefined) shapes[feature] = { knots: shape.knots, values: [...shape.values] };
	});
	return {
		bias: learning.bias,
		shapes,
		surfaces: Object.fromEntries([...learning.surfaces].map(([surface, { bias }]) => [surface, bias])),
	};
}

/** Bias plus shapes at a feature row. */
export function predict(learning: LearningHead, row: ArrayLike<number>, surface: string | null = null): number {
	let sum = learning.bias + (surface === null ? 0 : (learning.surfaces.get(surface)?.bias ?? 0));
	for (let i = 0; i < learning.shapes.length; i++) {
		const shape = learning.shapes[i];
		if (shape != null) sum += shapeAt(shape, row[i] ?? 0);
	}
	return sum;
}

/**
 * One step against `gradient` (of the loss by the prediction): AdaGrad (Duchi et al. 2011), so that what is seen often
 * settles and what is rare still learns. A gradient that is not finite is no lesson.
 */
export function step(learning: LearningHead, row: ArrayLike<number>, gradient: number, rate: number, surface: string | null = null): void {
	if (!Number.isFinite(gradient)) return;
	if (surface !== null && (learning.surfaces.has(surface) || learning.surfaces.size < SURFACES_MAX)) {
		const held = learning.surfaces.get(surface) ?? { bias: 0, seen: 1 };
		const seen = held.seen + gradient * gradient;
		learning.surfaces.set(surface, { seen, bias: held.bias - (SURFACE_PACE * rate * gradient) / Math.sqrt(seen) });
	}
	learning.biasSeen += gradient * gradient;
	learning.bias -= (rate * gradient) / Math.sqrt(learning.biasSeen);
	for (let i = 0; i < learning.shapes.length; i++) {
		const shape = learning.shapes[i];
		if (shape == null) continue;
		const { knots, values, seen } = shape;
		const raw = row[i] ?? 0;
		const x = Number.isNaN(raw) ? 0 : raw;
		const last = knots.length - 1;
		let low = 0;
		let share = 0;
		if (x >= (knots[last] as number)) low = last;
		else if (x > (knots[0] as number)) {
			while (x >= (knots[low + 1] as number)) low++;
			share = (x - (knots[low] as number)) / ((knots[low + 1] as number) - (knots[low] as number));
		}
		nudge(values, seen, low, gradient * (1 - share), rate);
		if (share > 0) nudge(values, seen, low + 1, gradient * share, rate);
	}
}

function nudge(values: number[], seen: number[], at: number, gradient: number, rate: number): void {
	const total = (seen[at] as number) + gradient * gradient;
	seen[at] = total;
	values[at] = (values[at] as number) - (rate * gradient) / Math.sqrt(total);
}
