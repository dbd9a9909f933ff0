import { Maximize, Volume1, Volume2, VolumeX } from "lucide-preact";
import { setSound, soundBlocked, soundWanted } from "../player/sound.ts";
import { volume } from "../player/viewing.ts";
import { canBeFullScreen, toggleFullScreen } from "../shell/fullScreen.ts";
import * as sheetsWords from "./sheets.words.ts";
import "./desk-controls.css";

/** How loud, and on the whole screen: what a phone has keys for. */
export function DeskControls() {
	const isSilent = !soundWanted.value || soundBlocked.value || volume.value === "0";
	const Mark = isSilent ? VolumeX : Number(volume.value) < 6 ? Volume1 : Volume2;
	return (
		<div class="desk-controls">
			<label class="desk-controls__volume" title={sheetsWords.volume()}>
				<Mark size={20} aria-hidden="true" />
				<input
					type="range"
					min={0}
					max={10}
					step={1}
					value={isSilent ? 0 : Number(volume.value)}
					aria-label={sheetsWords.volume()}
					aria-valuetext={`${isSilent ? 0 : Number(volume.value) * 10} %`}
					onInput={({ currentTarget }) => {
						const wanted = String(currentTarget.value) as typeof volume.value;
						volume.value = wanted;
						setSound(wanted !== "0");
					}}
				/>
			</label>
			{canBeFullScreen() && (
				<button
					type="button"
					class="icon-button quiet"
					aria-label={sheetsWords.fullScreen()}
					title={sheetsWords.fullScreen()}
					onClick={() => void toggleFullScreen()}
				>
					<Maximize size={20} />
				</button>
			)}
		</div>
	);
}
