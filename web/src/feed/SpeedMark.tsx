import { FastForward } from "lucide-preact";
import { HURRY_SPEED, hurried, speed } from "../player/speed.ts";
import * as feedWords from "./feed.words.ts";
import "./overlays.css";

/** Tells a speed that is not the real one: while the picture is held down, or as chosen. */
export function SpeedMark() {
	const shown = hurried.value ? HURRY_SPEED : speed.value;
	if (shown === 1) return null;
	return (
		<p class="speed-mark numeric" role="status">
			<FastForward size={16} fill="currentColor" strokeWidth={0} />
			{shown}×<span class="visually-hidden"> {feedWords.speed()}</span>
		</p>
	);
}
