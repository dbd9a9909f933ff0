import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import sharp from "sharp";
import { PICTURE_CLASSES, type PictureScores } from "../../contracts/screening.ts";
import { type GraphModelFile, loadGraphModel } from "./tensorflow.ts";

/** Side of the network's square input, pixels. */
const INPUT_SIDE = 224;
/** Length of the network's pooled features. */
export const VISUAL_DIMENSIONS = 1792;

const require = createRequire(import.meta.url);
let loading: Promise<{ model: tf.GraphModel; pooled: string; classes: string }> | undefined;

/** MobileNetV2 of nsfwjs (MIT), from the installed package's files. */
function network() {
	loading ??= (async () => {
		const folder = path.join(path.dirname(require.resolve("nsfwjs")), "../models/mobilenet_v2_mid");
		const file: GraphModelFile = require(path.join(folder, "model.min.js"));
		const shards = file.weightsManifest
			.flatMap((group) => group.paths)
			.map((name) => {
				const base64: string = require(path.join(folder, `${name}.min.js`));
				return new Uint8Array(Buffer.from(base64, "base64"));
			});
		const model = await loadGraphModel(file, shards);
		const nodes: readonly { name?: string }[] =
			"node" in file.modelTopology && Array.isArray(file.modelTopology.node) ? file.modelTopology.node : [];
		const pooled = nodes.find((node) => node.name?.endsWith("/Logits/AvgPool"))?.name;
		const classes = nodes.find((node) => node.name?.endsWith("/prediction/Softmax"))?.name;
		if (pooled === undefined || classes === undefined) throw new Error("The visual model lacks a layer: is nsfwjs at its pinned version?");
		return { model, pooled, classes };
	})();
	return loading;
}

/** Squeezes a picture into the network's square, as RGB. Vertical pictures are squeezed, not cropped: their edges count. */
async function pixels(frame: Uint8Array): Promise<Uint8Array> {
	const { data, info } = await sharp(frame, { limitInputPixels: 4096 * 4096 })
		.resize(INPUT_SIDE, INPUT_SIDE, { fit: "fill", kernel: "cubic" })
		.toColourspace("srgb")
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	if (info.channels === 3) return data;
	const rgb = new Uint8Array(INPUT_SIDE * INPUT_SIDE * 3);
	for (let i = 0; i < rgb.length; i++) rgb[i] = data[Math.floor(i / 3) * info.channels] ?? 0;
	return rgb;
}

/** What the network sees in a picture. */
export interface Seen {
	/** Pooled features. */
	readonly features: Float32Array;
	readonly scores: PictureScores;
}

/** Pictures looked at lately, by their bytes: those that were screened while the video was encoded are not looked at again for its embedding. */
const seen = new Map<string, Seen>();
const SEEN_MOST = 64;

/**
 * What pictures show, each: the features that the embedding is made of and the classes, of one pass. They are any picture files that
 * sharp reads; one that can't be read throws.
 */
export async function lookAt(pictures: readonly Uint8Array[]): Promise<Seen[]> {
	const keys = pictures.map((picture) => createHash("sha256").update(picture).digest("base64"));
	const unseen = new Map(pictures.flatMap((picture, n) => (seen.has(keys[n] ?? "") ? [] : [[keys[n] ?? "", picture] as const])));
	const looked = await pass([...unseen.values()]);
	[...unseen.keys()].forEach((key, n) => {
		const one = looked[n];
		if (one !== undefined) seen.set(key, one);
	});
	const all = keys.map((key) => {
		const one = seen.get(key);
		if (one === undefined) throw new Error("A picture was not looked at.");
		return one;
	});
	for (const key of [...seen.keys()].slice(0, Math.max(0, seen.size - SEEN_MOST))) seen.delete(key);
	return all;
}

async function pass(frames: readonly Uint8Array[]): Promise<Seen[]> {
	if (frames.length === 0) return [];
	const { model, pooled, classes } = await network();
	const pictures = await Promise.all(frames.map(pixels));
	const flat = new Float32Array(frames.length * INPUT_SIDE * INPUT_SIDE * 3);
	pictures.forEach((picture, n) => {
		const start = n * INPUT_SIDE * INPUT_SIDE * 3;
		for (let i = 0; i < picture.length; i++) flat[start + i] = (picture[i] ?? 0) / 255;
	});
	const input = tf.tensor4d(flat, [frames.length, INPUT_SIDE, INPUT_SIDE, 3]);
	const outputs = model.execute(input, [pooled, classes]);
	if (!Array.isArray(outputs) || outputs[0] === undefined || outputs[1] === undefined)
		throw new Error("The visual model answered in an unknown shape.");
	const [features, scores] = await Promise.all([outputs[0].data(), outputs[1].data()]);
	tf.dispose([input, ...outputs]);
	return frames.map((_, n) => ({
		features: Float32Array.from(features.subarray(n * VISUAL_DIMENSIONS, (n + 1) * VISUAL_DIMENSIONS)),
		scores: scoresOf(scores.subarray(n * PICTURE_CLASSES.length, (n + 1) * PICTURE_CLASSES.length)),
	}));
}

/** In the order the network was taught. */
const scoresOf = (classes: ArrayLike<number>): PictureScores =>
	Object.fromEntries(PICTURE_CLASSES.map((name, n) => [name, Math.round((classes[n] ?? 0) * 10_000) / 10_000])) as PictureScores;

/** The frames' features, each; see `lookAt`. */
export const frameFeatures = async (frames: readonly Uint8Array[]): Promise<Float32Array[]> =>
	(await lookAt(frames)).map(({ features }) => features);

/** Mean of the frames' features; null without frames. */
export async function visualFeatures(frames: readonly Uint8Array[]): Promise<Float32Array | null> {
	const all = await frameFeatures(frames);
	if (all.length === 0) return null;
	const mean = new Float32Array(VISUAL_DIMENSIONS);
	for (const features of all) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (features[i] ?? 0) / all.length;
	return mean;
}
