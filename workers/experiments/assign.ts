import { createHash } from "node:crypto";
import type { Experiment } from "../../contracts/experiments.ts";

const WORD_BYTES = 6;

/**
 * Two numbers in [0, 1), always the same for the same experiment and viewer, and independent of each other and of every other
 * experiment's: SHA-256 salted with the experiment's name.
 */
export function drawsOf(experimentId: string, viewer: string): readonly [traffic: number, arm: number] {
	const digest = createHash("sha256").update(`${experimentId}\n${viewer}`).digest();
	const word = (place: number) => digest.readUIntBE(place * WORD_BYTES, WORD_BYTES) / 2 ** (8 * WORD_BYTES);
	return [word(0), word(1)];
}

/**
 * The arm of a viewer (`user:<id>` or `guest:<id>`), or null for those the experiment leaves out. Whether one takes part and in
 * which arm are drawn apart: raising all shares alike brings new viewers in and moves none that were in.
 */
export function assign({ id, arms }: Pick<Experiment, "id" | "arms">, viewer: string): string | null {
	const traffic = arms.reduce((sum, { share }) => sum + share, 0);
	const [takesPart, draw] = drawsOf(id, viewer);
	if (takesPart >= traffic) return null;
	let left = draw * traffic;
	for (const arm of arms) {
		left -= arm.share;
		if (left < 0) return arm.id;
	}
	// Reached only where shares don't add up to their sum by rounding.
	return arms.at(-1)?.id ?? null;
}
