import { Volume2, VolumeX } from "lucide-preact";
import { setSound, soundBlocked, soundWanted } from "../player/sound.ts";
import { byFinger } from "../shell/media.ts";
import * as feedWords from "./feed.words.ts";
import "./overlays.css";

/** Sound on or off; with words as long as it is off, since a silent clip looks broken to who expects music. */
export function SoundPill() {
	const silent = !soundWanted.value || soundBlocked.value;
	return (
		<button
			type="button"
			class={silent ? "sound-pill sound-pill--silent" : "sound-pill"}
			aria-label={silent ? undefined : feedWords.soundOff()}
			onClick={() => setSound(silent)}
		>
			{silent ? <VolumeX size={20} /> : <Volume2 size={20} />}
			{silent && <span>{byFinger.value ? feedWords.tapForSound() : feedWords.clickForSound()}</span>}
		</button>
	);
}
