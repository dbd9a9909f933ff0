import { useSignal } from "@preact/signals";
import { Music, X } from "lucide-preact";
import { useId } from "preact/hooks";
import { SOUND_MIX_DEFAULT, type SoundMix } from "../../../contracts/sound-files.ts";
import { lazySheet } from "../shell/lazySheet.tsx";
import * as soundsWords from "../sounds/sounds.words.ts";
import type { ChosenSound } from "./archive.ts";
import "./sound-field.css";

const SoundChooser = lazySheet(async () => (await import("../sounds/SoundChooser.tsx")).SoundChooser);

interface SoundFieldProps {
	sound: ChosenSound | null;
	mix: SoundMix;
	onChange(change: { sound?: ChosenSound | null; soundMix?: SoundMix }): void;
}

/** The sound that goes over a video or in place of its own, and how loud each of the two is. */
export function SoundField({ sound, mix, onChange }: SoundFieldProps) {
	const isChoosing = useSignal(false);
	const chooser = isChoosing.value && (
		<SoundChooser
			onClose={() => (isChoosing.value = false)}
			onChoose={(chosen) => {
				isChoosing.value = false;
				onChange({ sound: chosen, soundMix: sound === null ? SOUND_MIX_DEFAULT : mix });
			}}
		/>
	);
	if (sound === null) {
		return (
			<div class="sound-field">
				<button type="button" class="button button--outline" onClick={() => (isChoosing.value = true)}>
					<Music size={18} /> {soundsWords.addSound()}
				</button>
				{chooser}
			</div>
		);
	}
	return (
		<div class="sound-field sound-field--chosen">
			<div class="sound-field__head">
				<Music size={20} aria-hidden="true" />
				<p>
					<bdi>{sound.title}</bdi>
					<span class="quiet">
						<bdi>{sound.artistName}</bdi>
					</span>
				</p>
				<button type="button" class="button button--small" onClick={() => (isChoosing.value = true)}>
					{soundsWords.changeSound()}
				</button>
				<button type="button" class="icon-button" aria-label={soundsWords.removeSound()} onClick={() => onChange({ sound: null })}>
					<X size={20} />
				</button>
			</div>
			<Volume
				label={soundsWords.originalVolume()}
				value={mix.original}
				onValue={(original) => onChange({ soundMix: { ...mix, original } })}
			/>
			<Volume label={soundsWords.addedVolume()} value={mix.added} onValue={(added) => onChange({ soundMix: { ...mix, added } })} />
			{mix.original === 0 && <p class="quiet">{soundsWords.replaced()}</p>}
			{chooser}
		</div>
	);
}

function Volume({ label, value, onValue }: { label: string; value: number; onValue(value: number): void }) {
	const id = useId();
	return (
		<div class="sound-field__volume">
			<label for={id}>{label}</label>
			<input
				id={id}
				type="range"
				min={0}
				max={100}
				step={5}
				value={value}
				aria-valuetext={`${value} %`}
				onInput={(event) => onValue(Number(event.currentTarget.value))}
			/>
			<span class="numeric quiet">{value} %</span>
		</div>
	);
}
