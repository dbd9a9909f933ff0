/** Sounds as far as videos bring and bear them: originals, what is added to an upload, and what cards call them. */
export { recountSoundOf, recountSoundsOf } from "./count.ts";
export { invalidateSounds, loadSounds, SOUND_COLUMNS, type SoundRecord, soundFrom } from "./load.ts";
export { forgetOriginal, keepOriginal } from "./original.ts";
export { type SeenSound, seen, seeSounds } from "./see.ts";
