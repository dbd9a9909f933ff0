import { fileURLToPath } from "node:url";
import tokenizer from "llama-tokenizer-js";
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { SpokenStretch } from "../../contracts/screening.ts";
import { findSpeech, ON_ONE_THREAD } from "./voice-activity.ts";

/** Moonshine tiny (MIT), English: layers, heads and their size; tokens that begin and end a text. */
const LAYERS = 6;
const HEADS = [8, 36] as const;
const BEGIN = 1;
const END = 2;
const SAMPLE_RATE = 16_000;
/** Nobody says more tokens a second than this; a model that does repeats itself. */
const TOKENS_A_SECOND = 6;

let loading: Promise<{ encoder: InferenceSession; decoder: InferenceSession }> | undefined;

function model() {
	loading ??= (async () => {
		// The package's code is for browsers; only its networks are used.
		const folder = new URL("model/tiny/quantized/", import.meta.resolve("@moonshine-ai/moonshine-js"));
		const load = (name: string) => InferenceSession.create(fileURLToPath(new URL(name, folder)), ON_ONE_THREAD);
		const [encoder, decoder] = await Promise.all([load("encoder_model.onnx"), load("decoder_model_merged.onnx")]);
		return { encoder, decoder };
	})();
	return loading;
}

/**
 * What is said, stretch by stretch. Where nobody speaks the recogniser is not asked: it would invent words.
 * @param pcm mono, 16 kHz, -1..1
 */
export async function recognise(pcm: Float32Array): Promise<SpokenStretch[]> {
	const spoken: SpokenStretch[] = [];
	for (const { fromMs, toMs } of await findSpeech(pcm)) {
		const heard = pcm.slice(Math.floor((fromMs / 1000) * SAMPLE_RATE), Math.ceil((toMs / 1000) * SAMPLE_RATE));
		const text = (await transcribe(heard)).trim();
		if (text !== "") spoken.push({ fromMs, toMs, text: text.slice(0, 2_000) });
	}
	return spoken;
}

async function transcribe(heard: Float32Array): Promise<string> {
	const { encoder, decoder } = await model();
	const { last_hidden_state: hidden } = await encoder.run({ input_values: new Tensor("float32", heard, [1, heard.length]) });
	if (hidden === undefined) throw new Error("The recogniser answered in an unknown shape.");
	const past = new Map<string, Tensor>();
	for (let layer = 0; layer < LAYERS; layer++)
		for (const side of ["decoder", "encoder"])
			for (const part of ["key", "value"])
				past.set(`${layer}.${side}.${part}`, new Tensor("float32", new Float32Array(0), [0, HEADS[0], 1, HEADS[1]]));
	const tokens = [BEGIN];
	const most = Math.ceil((heard.length / SAMPLE_RATE) * TOKENS_A_SECOND) + 2;
	for (let n = 0; n < most; n++) {
		const feeds: Record<string, Tensor> = {
			input_ids: new Tensor("int64", [BigInt(tokens.at(-1) ?? BEGIN)], [1, 1]),
			encoder_hidden_states: hidden,
			use_cache_branch: new Tensor("bool", [n > 0]),
		};
		for (const [name, value] of past) feeds[`past_key_values.${name}`] = value;
		const answer = await decoder.run(feeds);
		const token = likeliest(answer.logits?.data as Float32Array);
		if (token === END) break;
		tokens.push(token);
		// What the encoder gave stays the same after the first step.
		for (const name of past.keys()) {
			const present = answer[`present.${name}`];
			if (present !== undefined && (n === 0 || name.includes("decoder"))) past.set(name, present);
		}
	}
	return tokenizer.decode(tokens, true, false);
}

function likeliest(logits: Float32Array): number {
	let best = 0;
	for (let n = 1; n < logits.length; n++) if ((logits[n] ?? 0) > (logits[best] ?? 0)) best = n;
	return best;
}
