import { VOICE_MAX_MS, VOICE_PEAKS } from "../../../contracts/limits.ts";

/** How often loudness is looked at, milliseconds. */
const LOOK_EVERY_MS = 60;
/** What browsers record, the best first; the server makes one kind of all. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** As many bars as a waveform has, of however many looks at the loudness, each 0–100. */
export function peaksOf(levels: readonly number[]): number[] {
	const loudest = Math.max(0.05, ...levels);
	return Array.from({ length: VOICE_PEAKS }, (_, place) => {
		const from = Math.floor((place * levels.length) / VOICE_PEAKS);
		const to = Math.max(from + 1, Math.floor(((place + 1) * levels.length) / VOICE_PEAKS));
		return Math.round((Math.max(0, ...levels.slice(from, to)) / loudest) * 100);
	});
}

export interface Recording {
	/** Ends it and gives what was recorded. */
	finish(): Promise<{ blob: Blob; durationMs: number; peaks: number[] }>;
	/** Ends it, and nothing is kept. */
	cancel(): void;
}

/**
 * Begins to record. Throws a DOMException: `NotAllowedError` when the person, or their device, refused; `NotFoundError` without a microphone.
 * @param onLevel told of the loudness, 0–1, and how long it has been, milliseconds
 * @param onFull it is as long as it may be
 */
export async function record(onLevel: (level: number, durationMs: number) => void, onFull: () => void): Promise<Recording> {
	const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
	const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
	const recorder = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 48_000 });
	const chunks: Blob[] = [];
	recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
	const sound = new AudioContext();
	const analyser = sound.createAnalyser();
	analyser.fftSize = 1024;
	sound.createMediaStreamSource(stream).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	const levels: number[] = [];
	const begun = performance.now();
	let durationMs = 0;
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		const level = Math.min(1, Math.max(...samples.map(Math.abs)));
		durationMs = performance.now() - begun;
		levels.push(level);
		onLevel(level, durationMs);
		if (durationMs >= VOICE_MAX_MS) onFull();
	}, LOOK_EVERY_MS);
	const end = () => {
		clearInterval(timer);
		for (const track of stream.getTracks()) track.stop();
		void sound.close();
	};
	recorder.start(1_000);
	return {
		finish: () =>
			new Promise((resolve) => {
				recorder.addEventListener("stop", () => {
					const blob = new Blob(chunks, { type: recorder.mimeType.split(";")[0] ?? "audio/webm" });
					resolve({ blob, durationMs: Math.min(VOICE_MAX_MS, Math.round(durationMs)), peaks: peaksOf(levels) });
				});
				recorder.stop();
				end();
			}),
		cancel() {
			recorder.stop();
			end();
		},
	};
}
