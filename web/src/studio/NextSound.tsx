import { Music, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { getSound } from "../api/sounds.ts";
import * as soundsWords from "../sounds/sounds.words.ts";
import { useDraft } from "../ui/drafts.ts";
import { tellFault } from "../ui/toasts.tsx";
import type { ChosenSound } from "./archive.ts";
import "./sound-field.css";

const NONE: ChosenSound = { id: "", title: "", artistName: "" };

/**
 * The sound somebody came with ("Use this sound"), for the next video they choose. It comes by the address and is kept as what is typed is: a
 * closed tab loses nothing.
 */
export function useNextSound(): { readonly sound: ChosenSound | null; readonly address: string; forget(): void } {
	const search = useSearch();
	const [, navigate] = useLocation();
	const kept = useDraft<ChosenSound>("upload.sound", NONE);
	const wanted = new URLSearchParams(search).get("sound");
	useEffect(() => {
		if (wanted === null) return;
		let isStale = false;
		const take = () =>
			getSound(wanted).then(
				({ sound: { id, title, artistName } }) => {
					if (isStale) return;
					kept.value = { id, title, artistName };
					navigate("/upload", { replace: true });
				},
				(error: unknown) => {
					if (!isStale) tellFault(error, () => void take());
				},
			);
		void take();
		return () => {
			isStale = true;
		};
	}, [wanted, kept]);
	return {
		sound: kept.value.id === "" ? null : kept.value,
		address: wanted === null ? "/upload" : `/upload?sound=${wanted}`,
		forget: () => kept.forget(),
	};
}

/** Says which sound the next video gets, and lets go of it. */
export const NextSound = ({ sound, onForget }: { sound: ChosenSound; onForget(): void }) => (
	<p class="next-sound" role="status">
		<Music size={20} aria-hidden="true" />
		<span>{soundsWords.chosenFor({ title: sound.title })}</span>
		<button type="button" class="icon-button" aria-label={soundsWords.removeSound()} onClick={onForget}>
			<X size={20} />
		</button>
	</p>
);
