import { useSignal } from "@preact/signals";
import type { Sound } from "../api/sounds.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { type Shelf, SoundBrowser } from "./SoundBrowser.tsx";
import * as soundsWords from "./sounds.words.ts";

interface SoundChooserProps {
	onClose(): void;
	onChoose(sound: { id: string; title: string; artistName: string }): void;
}

/** Chooses a sound without leaving what it is for. */
export function SoundChooser({ onClose, onChoose }: SoundChooserProps) {
	const shelf = useSignal<Shelf>("library");
	const act = ({ id, title, artistName, usable }: Sound) =>
		usable ? (
			<button
				type="button"
				class="button button--small button--primary"
				aria-label={soundsWords.useNamed({ title })}
				onClick={() => onChoose({ id, title, artistName })}
			>
				{soundsWords.use()}
			</button>
		) : null;
	return (
		<Sheet title={soundsWords.addSound()} size="tall" onClose={onClose}>
			<div class="sheet__content sheet__content--scroll">
				<SoundBrowser shelf={shelf.value} onShelf={(one) => (shelf.value = one)} act={act} isLinked={false} />
			</div>
		</Sheet>
	);
}
