import { requireAccount } from "../account/session.ts";
import { type Sound, saveSound, unsaveSound } from "../api/sounds.ts";
import { tellFault } from "../ui/toasts.tsx";
import * as soundsWords from "./sounds.words.ts";

/** Keeps a sound among the favourites or takes it out: shown at once, and taken back when it could not be written. Guests are asked to sign in. */
export function keepSound(sound: Sound, put: (sound: Sound) => void): void {
	const act = () => void keep(sound, put);
	if (requireAccount(soundsWords.signInToKeep(), act)) act();
}

async function keep(sound: Sound, put: (sound: Sound) => void): Promise<void> {
	put({ ...sound, saved: !sound.saved });
	try {
		await (sound.saved ? unsaveSound(sound.id) : saveSound(sound.id));
	} catch (error) {
		put(sound);
		tellFault(error, () => void keep(sound, put));
	}
}
