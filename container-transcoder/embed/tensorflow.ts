import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

const require = createRequire(import.meta.url);

let started: Promise<void> | undefined;

/** Starts TensorFlow.js on WebAssembly, once. It uses one thread: run it in a worker thread of its own. */
export function startTensorflow(): Promise<void> {
	started ??= (async () => {
		setWasmPaths(`${path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
		if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js could not start its WebAssembly backend.");
		await tf.ready();
	})();
	return started;
}

/** The part of a TensorFlow.js graph model file that loading needs. */
export interface GraphModelFile {
	readonly format?: string;
	readonly signature?: object;
	readonly modelTopology: object;
	readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: tf.io.WeightsManifestEntry[] }[];
}

/** Loads a graph model from bytes at hand; nothing is fetched. `shards` are in the manifest's order. */
export async function loadGraphModel(file: GraphModelFile, shards: readonly Uint8Array[]): Promise<tf.GraphModel> {
	await startTensorflow();
	const weightData = new Uint8Array(shards.reduce((sum, shard) => sum + shard.byteLength, 0));
	let offset = 0;
	for (const shard of shards) {
		weightData.set(shard, offset);
		offset += shard.byteLength;
	}
	return tf.loadGraphModel(
		tf.io.fromMemory({
			modelTopology: file.modelTopology,
			weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
			weightData: weightData.buffer,
			format: file.format,
			signature: file.signature,
		}),
	);
}
