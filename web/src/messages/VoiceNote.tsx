import { signal, useSignal } from "@preact/signals";
import { Pause, Play } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import * as feedWords from "../feed/feed.words.ts";
import { clock } from "../ui/format.ts";
import { tell } from "../ui/toasts.tsx";
import { Waveform } from "../ui/Waveform.tsx";
import * as messagesWords from "./messages.words.ts";

const SPEEDS = [1, 1.5, 2] as const;
/** One for all voice notes, as long as the app is open. */
const speed = signal<number>(1);
/** The one that is heard: another that begins ends it. */
let playing: HTMLAudioElement | null = null;

/** A voice note: its waveform, which can be touched to go there, its length, and how fast it is spoken. */
export function VoiceNote({ url, durationMs, peaks }: { url: string; durationMs: number; peaks: readonly number[] }) {
	const audio = useRef<HTMLAudioElement>(null);
	const isPlaying = useSignal(false);
	const at = useSignal(0);
	const share = Math.min(1, at.value / Math.max(1, durationMs));
	useEffect(() => {
		if (audio.current) audio.current.playbackRate = speed.value;
	}, [speed.value]);
	useEffect(() => () => audio.current?.pause(), []);
	const toggle = async () => {
		const element = audio.current;
		if (!element) return;
		if (!element.paused) return element.pause();
		playing?.pause();
		playing = element;
		element.playbackRate = speed.value;
		try {
			await element.play();
		} catch {
			tell(messagesWords.voiceNotPlayed(), undefined, "fault");
		}
	};
	const goTo = (value: number) => {
		at.value = value;
		if (audio.current) audio.current.currentTime = value / 1000;
	};
	return (
		<div class="voice">
			{/* biome-ignore lint/a11y/useMediaCaption: what people say to each other has no captions */}
			<audio
				ref={audio}
				src={url}
				preload="none"
				onPlay={() => (isPlaying.value = true)}
				onPause={() => (isPlaying.value = false)}
				onTimeUpdate={(event) => (at.value = event.currentTarget.currentTime * 1000)}
				onEnded={() => (at.value = 0)}
			/>
			<button
				type="button"
				class="voice__play"
				aria-label={isPlaying.value ? messagesWords.pauseVoice() : messagesWords.playVoice()}
				onClick={() => void toggle()}
			>
				{isPlaying.value ? <Pause size={20} fill="currentColor" strokeWidth={0} /> : <Play size={20} fill="currentColor" strokeWidth={0} />}
			</button>
			<span class="voice__wave">
				<Waveform peaks={peaks} share={share} />
				<input
					type="range"
					min={0}
					max={durationMs}
					step={100}
					value={at.value}
					aria-label={messagesWords.voicePosition()}
					aria-valuetext={feedWords.timeOf({ position: clock(at.value), length: clock(durationMs) })}
					onInput={(event) => goTo(Number(event.currentTarget.value))}
				/>
			</span>
			<span class="voice__length numeric">{clock(at.value > 0 ? at.value : durationMs)}</span>
			<button
				type="button"
				class="voice__speed numeric"
				aria-label={messagesWords.voiceSpeed({ value: speed.value })}
				onClick={() => (speed.value = SPEEDS[(SPEEDS.indexOf(speed.value as 1) + 1) % SPEEDS.length] ?? 1)}
			>
				{speed.value}×
			</button>
		</div>
	);
}
