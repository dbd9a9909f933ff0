import type { ReadonlySignal } from "@preact/signals";
import { Play } from "lucide-preact";
import type { Deck } from "../player/deck.ts";
import "./overlays.css";

/** Shown while the person's pause lasts. */
export function PauseMark({ deck }: { deck: ReadonlySignal<Deck | null> }) {
	if (!deck.value?.paused.value) return null;
	return (
		<span class="pause-mark" aria-hidden="true">
			<Play size={56} fill="currentColor" strokeWidth={0} />
		</span>
	);
}
