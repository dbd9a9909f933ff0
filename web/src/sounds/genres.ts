import type { SoundGenre } from "../api/sounds.ts";
import * as soundsWords from "./sounds.words.ts";

/** What each genre is called. */
export const GENRES: Readonly<Record<SoundGenre, () => string>> = {
	ambient: soundsWords.ambient,
	beats: soundsWords.beats,
	cinematic: soundsWords.cinematic,
	electronic: soundsWords.electronic,
	folk: soundsWords.folk,
	jazz: soundsWords.jazz,
	lofi: soundsWords.lofi,
	pop: soundsWords.pop,
	rock: soundsWords.rock,
	world: soundsWords.world,
};
