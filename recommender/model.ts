import type { Feature } from "./features.ts";

/** Raised when the meaning of a feature or head changes: a model of another version is not used. */
export const MODEL_VERSION = 2;

/** What one feature adds, piecewise linear between knots and flat beyond them. Knots rise; as many values as knots. */
export interface Shape {
	readonly knots: readonly number[];
	readonly values: readonly number[];
}

/** An additive model: bias + the sum of its features' shapes. A feature without a shape adds nothing. */
export interface Head {
	readonly bias: number;
	readonly shapes: Readonly<Partial<Record<Feature, Shape>>>;
	/** Added on each surface; one that is not named adds nothing. */
	readonly surfaces?: Readonly<Record<string, number>>;
}

/**
 * The ranking model: small, additive, readable. `relevance` orders (in logits of "this is what they watch next"),
 * `longView` is the logit of a long view once shown, `watch` is ln(1 + seconds watched).
 */
export interface RankModel {
	readonly version: typeof MODEL_VERSION;
	/** Names the training run. */
	readonly id: string;
	readonly trainedAt: number;
	readonly relevance: Head;
	readonly longView: Head;
	readonly watch: Head;
	/** How much of the long-view logit goes into the score. */
	readonly longViewShare: number;
	/** Taken off the score of a viewer who is well known, per doubling of a video's long views (`rank.ts`). None when left out. */
	readonly reach?: number | undefined;
}

/** What a head adds on a surface. */
export function surfaceBias(head: Head, surface: string | null | undefined): number {
	return surface != null && head.surfaces !== undefined && Object.hasOwn(head.surfaces, surface) ? (head.surfaces[surface] ?? 0) : 0;
}

/** What a shape adds at `x`. NaN counts as 0, the "nothing known" of every feature. */
export function shapeAt(shape: Shape, x: number): number {
	const { knots, values } = shape;
	const last = knots.length - 1;
	const at = Number.isNaN(x) ? 0 : x;
	if (at <= (knots[0] as number)) return values[0] as number;
	if (at >= (knots[last] as number)) return values[last] as number;
	let i = 1;
	while (at > (knots[i] as number)) i++;
	const from = knots[i - 1] as number;
	const low = values[i - 1] as number;
	return low + (((values[i] as number) - low) * (at - from)) / ((knots[i] as number) - from);
}
