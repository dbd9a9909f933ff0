import * as z from "zod";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { FEATURES } from "./features.ts";
import { MODEL_VERSION, type RankModel } from "./model.ts";

const Shape = z
	.object({ knots: z.array(z.number()).min(1).max(64), values: z.array(z.number()).min(1).max(64) })
	.refine(({ knots, values }) => knots.length === values.length && knots.every((knot, i) => i === 0 || knot > (knots[i - 1] ?? knot)), {
		message: "knots must rise and have one value each",
	});
const Head = z.object({
	bias: z.number(),
	shapes: z.partialRecord(z.enum(FEATURES), Shape),
	surfaces: z.record(z.string(), z.number()).optional(),
});
const Model = z.object({
	version: z.literal(MODEL_VERSION),
	id: z.string().min(1).max(200),
	trainedAt: z.number(),
	relevance: Head,
	longView: Head,
	watch: Head,
	longViewShare: z.number().min(0).max(10),
	reach: z.number().min(0).max(1).optional(),
});

export type LoadedModel =
	| { readonly model: RankModel; readonly fallback: false }
	| { readonly model: RankModel; readonly fallback: true; readonly reason: string };

/** A model from its JSON. Missing, corrupt or of another version: the shipped fallback, and why, for the log. */
export function parseModel(json: string | null): LoadedModel {
	if (json === null) return { model: FALLBACK_MODEL, fallback: true, reason: "no model file" };
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return { model: FALLBACK_MODEL, fallback: true, reason: "the model file is not JSON" };
	}
	const parsed = Model.safeParse(value);
	if (parsed.success) return { model: parsed.data, fallback: false };
	const issue = parsed.error.issues[0];
	return { model: FALLBACK_MODEL, fallback: true, reason: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}` };
}
