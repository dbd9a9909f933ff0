/**
 * Learns the projection and writes `projection-<version>.bin` beside itself. Run by hand, when features change:
 *
 *   node container-transcoder/embed/learn-projection.ts PHOTOS VIDEOS SOUNDS
 *
 * three folders of any size. The first one was learned on Debian's mate-backgrounds, lomiri-wallpapers and opencv-doc
 * (photographs), short street and table clips and made-up clips (videos), asc-music and supertux-data (sounds), and made-up
 * titles. Pictures, titles and sounds there don't belong together, so correlations between parts are taken as zero: the
 * covariance is block by block, and the 256 directions are the best of all blocks after weighting.
 */
import { writeFile } from "node:fs/promises";
import { VECTOR_DIMENSIONS } from "../../contracts/limits.ts";
import { audioFeatures } from "./audio.ts";
import { colourFeatures } from "./colour.ts";
import { photoCrops, soundSnippets, videoFrames } from "./learn/media.ts";
import { principalDirections } from "./learn/principal.ts";
import { madeUpTitles } from "./learn/titles.ts";
import { PART_NAMES, type PartName } from "./parts.ts";
import { centre, EMBEDDING_VERSION, type PartProjection, writeProjection } from "./projection.ts";
import { sentenceVectors } from "./text.ts";
import { frameFeatures } from "./visual.ts";

/** Share of each part in the squared length of a whole vector. Tuned on the demo clips' neighbours with each part alone in view. */
const SHARES: Readonly<Record<PartName, number>> = { visual: 0.4, colour: 0.1, text: 0.38, audio: 0.12 };
/** Parts whose features are of different kinds and have to be standardised. */
const STANDARDISED: ReadonlySet<PartName> = new Set(["audio"]);
/** Every part keeps at least this many directions, however small its share. */
const ROWS_AT_LEAST = 16;
const BATCH = 16;

async function inBatches<T, R>(items: readonly T[], each: (batch: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
	const results: R[] = [];
	for (let i = 0; i < items.length; i += BATCH) results.push(...(await each(items.slice(i, i + BATCH))));
	return results;
}

function statistics(samples: readonly Float32Array[], standardise: boolean): Pick<PartProjection, "mean" | "scale"> {
	const features = samples[0]?.length ?? 0;
	const mean = new Float32Array(features);
	const scale = new Float32Array(features).fill(1);
	for (let i = 0; i < features; i++) {
		let [sum, squares] = [0, 0];
		for (const sample of samples) {
			sum += sample[i] ?? 0;
			squares += (sample[i] ?? 0) ** 2;
		}
		const centreOf = sum / samples.length;
		mean[i] = centreOf;
		if (standardise) scale[i] = 1 / Math.sqrt(Math.max(1e-8, squares / samples.length - centreOf ** 2));
	}
	return { mean, scale };
}

const [photos, videos, sounds] = process.argv.slice(2);
if (photos === undefined || videos === undefined || sounds === undefined)
	throw new Error("Name three folders: photographs, videos, sounds.");

const frames = [...(await photoCrops(photos, 14)), ...(await videoFrames(videos, 8))];
const snippets = [...(await soundSnippets(sounds, 8)), ...(await soundSnippets(videos, 1))];
const titles = madeUpTitles();
const corpus: Record<PartName, Float32Array[]> = {
	visual: await inBatches(frames, frameFeatures),
	colour: await inBatches(frames, async (batch) =>
		(await Promise.all(batch.map((frame) => colourFeatures([frame])))).filter((found) => found !== null),
	),
	text: await inBatches(titles, sentenceVectors),
	audio: snippets.map(audioFeatures).filter((found) => found !== null),
};

const learned = PART_NAMES.map((name) => {
	const { mean, scale } = statistics(corpus[name], STANDARDISED.has(name));
	const centred = corpus[name].map((sample) => centre(sample, { mean, scale }));
	const directions = principalDirections(centred, 160);
	console.log(`${name}: ${centred.length} samples`);
	return { name, mean, scale, weight: Math.sqrt(SHARES[name]), directions };
});

const ranked = learned
	.flatMap(({ name, weight, directions }) =>
		directions.variances.map((variance, row) => ({
			name,
			row,
			worth: row < ROWS_AT_LEAST ? Number.POSITIVE_INFINITY : weight ** 2 * variance,
		})),
	)
	.sort((a, b) => b.worth - a.worth)
	.slice(0, VECTOR_DIMENSIONS);

const part = (name: PartName): PartProjection => {
	const found = learned.find((candidate) => candidate.name === name);
	if (found === undefined) throw new Error(`Nothing was learned for ${name}.`);
	const rowCount = ranked.filter((direction) => direction.name === name).length;
	const kept = found.directions.variances.slice(0, rowCount).reduce((sum, variance) => sum + variance, 0);
	console.log(`${name}: ${rowCount} directions keep ${(100 * kept).toFixed(1)} % of the spread`);
	return {
		mean: found.mean,
		scale: found.scale,
		weight: found.weight,
		rows: found.directions.rows.slice(0, rowCount * found.mean.length),
		rowCount,
	};
};
const bytes = writeProjection({ visual: part("visual"), colour: part("colour"), text: part("text"), audio: part("audio") });
await writeFile(new URL(`./projection-${EMBEDDING_VERSION}.bin`, import.meta.url), bytes);
console.log(`${(bytes.length / 1024).toFixed(0)} KiB written`);
