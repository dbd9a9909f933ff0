import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import sharp from "sharp";
import { type GraphModelFile, loadGraphModel } from "./tensorflow.ts";

/** Side of the network's square input, pixels. */
const INPUT_SIDE = 224;
/** Length of the network's pooled features. */
export const VISUAL_DIMENSIONS = 1792;

const require = createRequire(import.meta.url);
let loading: Promise<{ model: tf.GraphModel; pooled: string }> | undefined;

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
		if (pooled === undefined) throw new Error("The visual model has no pooled layer: is nsfwjs at its pinned version?");
		return { model, pooled };
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

/**
 * What the frames show: pooled MobileNetV2 features, each frame's, one after another (frames × 1792). Frames are any
 * picture files sharp reads; one that can't be read throws.
 */
export async function frameFeatures(frames: readonly Uint8Array[]): Promise<Float32Array[]> {
	if (frames.length === 0) return [];
	const { model, pooled } = await network();
	const pictures = await Promise.all(frames.map(pixels));
	const flat = new Float32Array(frames.length * INPUT_SIDE * INPUT_SIDE * 3);
	pictures.forEach((picture, n) => {
		const start = n * INPUT_SIDE * INPUT_SIDE * 3;
		for (let i = 0; i < picture.length; i++) flat[start + i] = (picture[i] ?? 0) / 255;
	});
	const input = tf.tensor4d(flat, [frames.length, INPUT_SIDE, INPUT_SIDE, 3]);
	const output = model.execute(input, pooled);
	if (!(output instanceof tf.Tensor)) throw new Error("The visual model answered in an unknown shape.");
	const features = await output.data();
	tf.dispose([input, output]);
	return frames.map((_, n) => Float32Array.from(features.subarray(n * VISUAL_DIMENSIONS, (n + 1) * VISUAL_DIMENSIONS)));
}

/** Mean of the frames' features; null without frames. */
export async function visualFeatures(frames: readonly Uint8Array[]): Promise<Float32Array | null> {
	const all = await frameFeatures(frames);
	if (all.length === 0) return null;
	const mean = new Float32Array(VISUAL_DIMENSIONS);
	for (const features of all) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (features[i] ?? 0) / all.length;
	return mean;
}
