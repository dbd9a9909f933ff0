import { fnv1a } from "../contracts/fnv1a.ts";
import { normalise } from "../recommender/vectors.ts";
import type { Catalogue } from "./log.ts";

/** How much each part of the metadata says of what a video is like. */
const WEIGHT = { author: 1, topic: 0.9, music: 0.5, kind: 0.2, length: 0.3 } as const;

/**
 * Content vectors from metadata alone (the logs have no pixels): each author, topic, sound and length class has a seeded
 * chance direction, and a video is their sum. Two videos with much in common lie near each other.
 */
export function contentVectors(catalogue: Catalogue, dimensions: number): Float32Array[] {
	return catalogue.items.map((item) => {
		const sum = new Float32Array(dimensions);
		addDirection(sum, `author:${item.author}`, WEIGHT.author);
		for (const topic of item.topics) addDirection(sum, `topic:${topic}`, WEIGHT.topic / Math.sqrt(item.topics.length));
		if (item.music !== null) addDirection(sum, `music:${item.music}`, WEIGHT.music);
		addDirection(sum, `kind:${item.kind}`, WEIGHT.kind);
		addDirection(sum, `length:${Math.round(Math.log2(1 + item.durationMs / 1000))}`, WEIGHT.length);
		return normalise(sum);
	});
}

function addDirection(sum: Float32Array, name: string, weight: number): void {
	let state = fnv1a(name);
	const length = Math.sqrt(sum.length);
	for (let d = 0; d < sum.length; d++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		sum[d] = (sum[d] as number) + ((state >>> 31 === 0 ? 1 : -1) * weight) / length;
	}
}
