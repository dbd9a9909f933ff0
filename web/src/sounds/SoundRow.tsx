import { Bookmark } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { SOUND_PREVIEW_MS } from "../../../contracts/limits.ts";
import type { Sound } from "../api/sounds.ts";
import { Link } from "../shell/Link.tsx";
import { clock } from "../ui/format.ts";
import { Waveform } from "../ui/Waveform.tsx";
import { keepSound } from "./keepSound.ts";
import { heardShare, PreviewButton } from "./PreviewButton.tsx";
import { SoundArt } from "./SoundArt.tsx";
import * as soundsWords from "./sounds.words.ts";

interface SoundRowProps {
	sound: Sound;
	onChange(sound: Sound): void;
	/** What can be done with it, at its end. */
	act: ComponentChildren;
	/** Its name leads to its page; not where that would leave what one is at. */
	isLinked?: boolean;
}

/** A sound in a list: heard, kept, used. */
export function SoundRow({ sound, onChange, act, isLinked = true }: SoundRowProps) {
	const names = (
		<>
			<bdi class="sound-row__title">{sound.title}</bdi>
			<span class="quiet sound-row__facts">
				<span class="numeric">{clock(sound.durationMs)}</span> · <bdi>{sound.artistName}</bdi>
				{sound.videoCount > 0 && <> · {soundsWords.usedBy({ count: sound.videoCount })}</>}
			</span>
		</>
	);
	return (
		<li class="sound-row">
			<span class="sound-row__art">
				<SoundArt sound={sound} />
				<PreviewButton sound={sound} />
			</span>
			{isLinked ? (
				<Link href={`/sound/${sound.id}`} class="sound-row__names">
					{names}
				</Link>
			) : (
				<span class="sound-row__names">{names}</span>
			)}
			<span class="sound-row__wave">
				<Waveform peaks={sound.peaks} share={heardShare(sound, SOUND_PREVIEW_MS)} />
			</span>
			<KeepButton sound={sound} onChange={onChange} />
			{act}
		</li>
	);
}

export const KeepButton = ({ sound, onChange }: { sound: Sound; onChange(sound: Sound): void }) => (
	<button
		type="button"
		class="icon-button"
		aria-pressed={sound.saved}
		aria-label={soundsWords.keepSound({ title: sound.title })}
		onClick={() => keepSound(sound, onChange)}
	>
		<Bookmark size={20} fill={sound.saved ? "currentColor" : "none"} />
	</button>
);
