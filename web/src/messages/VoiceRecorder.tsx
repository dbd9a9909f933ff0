import { useSignal } from "@preact/signals";
import { SendHorizontal, Trash2 } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { VOICE_MAX_MS } from "../../../contracts/limits.ts";
import { clock } from "../ui/format.ts";
import { tell } from "../ui/toasts.tsx";
import * as messagesWords from "./messages.words.ts";
import type { LocalFile } from "./outbox.ts";
import { type Recording, record } from "./recorder.ts";

/** Held shorter than this it was a touch: it goes on until it is sent, milliseconds. */
const TOUCH_MS = 350;
/** Shorter is nothing one wanted to say, milliseconds. */
const SHORTEST_MS = 500;
/** A finger moved this far to the side drops what was recorded, pixels. */
const CANCEL_DISTANCE = 110;
/** Bars that are shown while it records. */
const SHOWN = 40;

/** Why there is no sound, in words, and what to do. */
export function recordingFault(error: unknown): string {
	const name = error instanceof DOMException ? error.name : "";
	if (name === "NotAllowedError" || name === "SecurityError") return messagesWords.micDenied();
	if (name === "NotFoundError") return messagesWords.micNone();
	if (name === "NotReadableError") return messagesWords.micBusy();
	return messagesWords.micUnsupported();
}

interface VoiceRecorderProps {
	/** A finger is down: it sends when it is lifted. */
	held: boolean;
	onDone(file: LocalFile): void;
	onEnd(): void;
}

/** In the writing line's place while a voice note is recorded. */
export function VoiceRecorder({ held, onDone, onEnd }: VoiceRecorderProps) {
	const levels = useSignal<readonly number[]>([]);
	const durationMs = useSignal(0);
	const isHeld = useSignal(held);
	const recording = useRef<Recording | null>(null);
	const isOver = useRef(false);

	const cancel = () => {
		isOver.current = true;
		recording.current?.cancel();
		onEnd();
	};
	const finish = async () => {
		if (isOver.current || !recording.current) return;
		if (durationMs.value < SHORTEST_MS) {
			cancel();
			tell(messagesWords.tooShort());
			return;
		}
		isOver.current = true;
		const { blob, durationMs: length, peaks } = await recording.current.finish();
		onDone({ kind: "voice", blob, previewUrl: URL.createObjectURL(blob), alt: "", durationMs: length, peaks, width: 0, height: 0 });
	};
	const act = useRef({ cancel, finish });
	act.current = { cancel, finish };
	useEffect(() => {
		const onLevel = (level: number, sofar: number) => {
			levels.value = [...levels.value, level].slice(-SHOWN);
			durationMs.value = sofar;
		};
		record(onLevel, () => void act.current.finish()).then(
			(begun) => {
				recording.current = begun;
				// Left before it could begin.
				if (isOver.current) begun.cancel();
			},
			(error: unknown) => {
				if (!isOver.current) onEnd();
				isOver.current = true;
				tell(recordingFault(error), undefined, "fault");
			},
		);
		const since = performance.now();
		let from: number | null = null;
		const stop = new AbortController();
		const { signal } = stop;
		addEventListener(
			"pointermove",
			({ clientX }) => {
				from ??= clientX;
				if (isHeld.peek() && Math.abs(clientX - from) > CANCEL_DISTANCE) act.current.cancel();
			},
			{ signal },
		);
		addEventListener(
			"pointerup",
			() => {
				if (!isHeld.peek()) return;
				isHeld.value = false;
				if (performance.now() - since > TOUCH_MS) void act.current.finish();
			},
			{ signal },
		);
		addEventListener("pointercancel", () => (isHeld.value = false), { signal });
		return () => {
			stop.abort();
			if (!isOver.current) recording.current?.cancel();
			isOver.current = true;
		};
	}, []);
	const left = VOICE_MAX_MS - durationMs.value;
	return (
		<section class="writer recorder" aria-label={messagesWords.recording()}>
			<button type="button" class="icon-button" aria-label={messagesWords.cancelVoice()} onClick={cancel}>
				<Trash2 size={20} />
			</button>
			<span class="recorder__dot" />
			<span class="numeric recorder__time" role="timer">
				{clock(durationMs.value)}
			</span>
			<span class="recorder__levels" aria-hidden="true">
				{Array.from({ length: SHOWN }, (_, place) => {
					const level = levels.value[levels.value.length - SHOWN + place] ?? 0;
					return <i key={place} style={{ height: `${Math.max(8, Math.min(100, level * 140))}%` }} />;
				})}
			</span>
			<span class="quiet recorder__hint">
				{left < 10_000 ? messagesWords.secondsLeft({ count: Math.ceil(left / 1000) }) : isHeld.value ? messagesWords.slideToCancel() : ""}
			</span>
			<button type="button" class="icon-button writing__send" aria-label={messagesWords.sendVoice()} onClick={() => void finish()}>
				<SendHorizontal size={22} />
			</button>
		</section>
	);
}
