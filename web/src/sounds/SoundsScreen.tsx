import { useLocation, useSearch } from "wouter-preact";
import type { Sound } from "../api/sounds.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { type Shelf, SoundBrowser } from "./SoundBrowser.tsx";
import * as soundsWords from "./sounds.words.ts";
import { studioAddress } from "./studioAddress.ts";

/** All sounds there are to be used, and those one kept. */
export function SoundsScreen() {
	const search = useSearch();
	const [, navigate] = useLocation();
	// In the address, so that coming back finds it chosen.
	const shelf: Shelf = new URLSearchParams(search).get("tab") === "favourites" ? "favourites" : "library";
	useTitle(soundsWords.sounds());
	const act = (sound: Sound) =>
		sound.usable ? (
			<Link href={studioAddress(sound.id)} class="button button--small" aria-label={soundsWords.useNamed({ title: sound.title })}>
				{soundsWords.use()}
			</Link>
		) : null;
	return (
		<main class="page">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/explore" />
				<h1>{soundsWords.sounds()}</h1>
			</header>
			<SoundBrowser
				shelf={shelf}
				onShelf={(one) => navigate(one === "library" ? "/sounds" : "/sounds?tab=favourites", { replace: true })}
				act={act}
			/>
		</main>
	);
}
