import * as z from "zod";
import { FEATURES, type Feature } from "./features.ts";
import { MODEL_VERSION } from "./model.ts";
import type { LearningHead } from "./online.ts";

/** All that an online ranker has learned beside its base, as plain JSON: some tens of kilobytes. */
const Head = z.object({
	bias: z.number(),
	biasSeen: z.number().positive(),
	/** Bias and squared gradients seen, by surface. */
	surfaces: z.record(z.string(), z.tuple([z.number(), z.number().positive()])),
	shapes: z.partialRecord(
		z.enum(FEATURES),
		z
			.object({ knots: z.array(z.number()).min(1), values: z.array(z.number()), seen: z.array(z.number().positive()) })
			.refine(({ knots, values, seen }) => knots.length === values.length && knots.length === seen.length),
	),
});
export const OnlineState = z.object({ v: z.literal(MODEL_VERSION), updates: z.int().min(0), longView: Head, watch: Head });
export type OnlineState = z.infer<typeof OnlineState>;

export function encodeHead(head: LearningHead): z.infer<typeof Head> {
	const shapes: z.infer<typeof Head>["shapes"] = {};
	head.shapes.forEach((shape, index) => {
		const feature: Feature | undefined = FEATURES[index];
		if (shape !== null && feature !== undefined)
			shapes[feature] = { knots: [...shape.knots], values: [...shape.values], seen: [...shape.seen] };
	});
	return {
		bias: head.bias,
		biasSeen: head.biasSeen,
		surfaces: Object.fromEntries([...head.surfaces].map(([surface, { bias, seen }]) => [surface, [bias, seen]])),
		shapes,
	};
}

export function decodeHead(state: z.infer<typeof Head>): LearningHead {
	return {
		bias: state.bias,
		biasSeen: state.biasSeen,
		surfaces: new Map(Object.entries(state.surfaces).map(([surface, [bias, seen]]) => [surface, { bias, seen }])),
		shapes: FEATURES.map((feature) => {
			const shape = state.shapes[feature];
			return shape === undefined ? null : { knots: shape.knots, values: [...shape.values], seen: [...shape.seen] };
		}),
	};
}
